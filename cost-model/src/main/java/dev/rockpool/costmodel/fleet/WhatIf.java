package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;

/// What a fleet would cost under rules, without any, in Intelligent-Tiering, and under the cheapest rules found.
///
/// @param terms prices, region, months
/// @param source the fleet
/// @param minimum which small objects rules leave where they are
public record WhatIf(FleetTerms terms, CohortSource source, TransitionMinimum minimum) {
    /// Factors on the reads between which a break-even is looked for.
    private static final double LEAST_FACTOR = 1e-3;

    private static final double MOST_FACTOR = 1e3;

    /// Two a decade.
    private static final int FACTOR_STEPS = 12;

    private static final BigDecimal PRICE_CHANGE = new BigDecimal("0.2");

    /// A fleet under rules and under the two plans that need no thought.
    public record Comparison(Plan rules, Plan nothing, Plan intelligentTiering) {
        /// What the rules save against doing nothing; negative if they cost more.
        public Money saved() {
            return nothing.total().minus(rules.total());
        }
    }

    /// What the cheapest rules hang on: one assumption changed.
    ///
    /// @param change such as `reads × 2`
    /// @param cheapest total of the rules that were found, under the change
    /// @param nothing total of doing nothing, under the change
    /// @param stays whether no other candidate is cheaper under the change
    public record Sensitivity(String change, Money cheapest, Money nothing, boolean stays) {}

    /// The middle and the ends of several draws.
    ///
    /// @param draws how many
    public record Band(int draws, Money least, Money median, Money most) {}

    /// The fleet under `rules`, against doing nothing and against Intelligent-Tiering.
    public Comparison compare(LifecycleConfiguration rules) {
        SizeBands bands = SizeBands.of(List.of(rules, RuleSets.intelligentTiering()));
        CohortSource cohorts = merged(source, bands);
        return new Comparison(
                plan(cohorts, bands, rules),
                plan(cohorts, bands, LifecycleConfiguration.NONE),
                plan(cohorts, bands, RuleSets.intelligentTiering()));
    }

    /// Plans under all `candidates`, the cheapest first.
    public List<Plan> search(List<LifecycleConfiguration> candidates) {
        return search(candidates, () -> {});
    }

    /// Plans under all `candidates`, the cheapest first.
    ///
    /// @param after told after each candidate; what it throws ends the search
    public List<Plan> search(List<LifecycleConfiguration> candidates, Runnable after) {
        SizeBands bands = SizeBands.of(candidates);
        CohortSource cohorts = merged(source, bands);
        List<Plan> plans = new ArrayList<>();
        for (LifecycleConfiguration candidate : candidates) {
            plans.add(plan(cohorts, bands, candidate));
            after.run();
        }
        plans.sort(Comparator.comparing(Plan::total));
        return plans;
    }

    /// What `cheapest` hangs on: each kind of price a fifth up and down, half and twice the reads if there are any,
    /// and, of a described fleet, half and twice the sizes.
    ///
    /// @param candidates that `cheapest` was found among
    public List<Sensitivity> sensitivity(LifecycleConfiguration cheapest, List<LifecycleConfiguration> candidates) {
        List<Sensitivity> all = new ArrayList<>();
        Runs runs = runs(cheapest, candidates);
        for (String items : List.of("storage.", "request.", "retrieval")) {
            for (BigDecimal change : List.of(PRICE_CHANGE.negate(), PRICE_CHANGE)) {
                BigDecimal factor = BigDecimal.ONE.add(change);
                String named = items.replace(".", "") + " prices × " + factor.toPlainString();
                all.add(runs.changed(named, cheapest, repriced(items, factor)));
            }
        }
        CohortList cohorts = merged(source, SizeBands.of(candidates));
        if (cohorts.isRead()) {
            for (double factor : new double[] {0.5, 2}) {
                all.add(over(cohorts.timesReads(factor)).changed("reads × " + factor, cheapest, candidates));
            }
        }
        if (source instanceof Fleet fleet) {
            for (double factor : new double[] {0.5, 2}) {
                all.add(over(fleet.with(group -> group.timesSizes(factor)))
                        .changed("sizes × " + factor, cheapest, candidates));
            }
        }
        return all;
    }

    /// By which factor reads must change until `rules` save nothing; empty if they always or never save, or of an
    /// inventory, which tells of no reads.
    public OptionalDouble breakEvenReads(LifecycleConfiguration rules) {
        SizeBands bands = SizeBands.of(List.of(rules));
        CohortList cohorts = merged(source, bands);
        if (!cohorts.isRead()) {
            return OptionalDouble.empty();
        }
        return BreakEven.between(LEAST_FACTOR, MOST_FACTOR, FACTOR_STEPS, factor -> {
            CohortSource changed = cohorts.timesReads(factor);
            Money saved = plan(changed, bands, LifecycleConfiguration.NONE)
                    .total()
                    .minus(plan(changed, bands, rules).total());
            return saved.amount().doubleValue();
        });
    }

    /// What a described fleet costs under `rules` in several draws, with the seed and those after it.
    ///
    /// @param draws 1 or more
    public Band band(Fleet fleet, LifecycleConfiguration rules, int draws) {
        SizeBands bands = SizeBands.of(List.of(rules));
        List<Money> totals = new ArrayList<>();
        for (int draw = 0; draw < draws; draw++) {
            totals.add(plan(fleet.seeded(fleet.seed() + draw), bands, rules).total());
        }
        totals.sort(Comparator.naturalOrder());
        return new Band(draws, totals.getFirst(), totals.get(draws / 2), totals.getLast());
    }

    private Sensitivity changed(
            String change, LifecycleConfiguration cheapest, List<LifecycleConfiguration> candidates) {
        return runs(cheapest, candidates).changed(change, cheapest, terms);
    }

    /// What is used under every candidate and without rules, which prices do not change.
    private Runs runs(LifecycleConfiguration cheapest, List<LifecycleConfiguration> candidates) {
        Set<LifecycleConfiguration> all = new LinkedHashSet<>(candidates);
        all.add(cheapest);
        all.add(LifecycleConfiguration.NONE);
        SizeBands bands = SizeBands.of(all);
        CohortSource cohorts = merged(source, bands);
        Map<LifecycleConfiguration, StorageMeter> used = new LinkedHashMap<>();
        for (LifecycleConfiguration each : all) {
            used.put(each, FleetRun.of(terms, cohorts, bands, each, minimum).meter());
        }
        return new Runs(used);
    }

    private record Runs(Map<LifecycleConfiguration, StorageMeter> used) {
        Sensitivity changed(String change, LifecycleConfiguration cheapest, FleetTerms prices) {
            Map<LifecycleConfiguration, Money> totals = new LinkedHashMap<>();
            StorageBilling billing = prices.billing();
            used.forEach((each, meter) -> totals.put(each, billing.total(billing.bills(meter))));
            Money found = Objects.requireNonNull(totals.get(cheapest));
            boolean stays = totals.values().stream().noneMatch(other -> other.compareTo(found) < 0);
            return new Sensitivity(
                    change, found, Objects.requireNonNull(totals.get(LifecycleConfiguration.NONE)), stays);
        }
    }

    private WhatIf over(CohortSource other) {
        return new WhatIf(terms, other, minimum);
    }

    private CohortList merged(CohortSource cohorts, SizeBands bands) {
        return CohortList.of(cohorts, terms.calendar(), bands);
    }

    private Plan plan(CohortSource cohorts, SizeBands bands, LifecycleConfiguration configuration) {
        return FleetRun.plan(terms, cohorts, bands, configuration, minimum);
    }

    /// These terms with the prices of the items that start with `items` changed by `factor`.
    private FleetTerms repriced(String items, BigDecimal factor) {
        Biller biller = terms.billing().biller();
        List<PriceSchedule> schedules = biller.book().schedules().stream()
                .map(schedule -> schedule.key().service().equals(StorageBilling.SERVICE)
                                && schedule.key().item().startsWith(items)
                        ? new PriceSchedule(
                                schedule.key(),
                                schedule.unit(),
                                schedule.tiers().stream()
                                        .map(tier -> new PriceTier(
                                                tier.from(),
                                                tier.to(),
                                                tier.price().multiply(factor),
                                                tier.provenance()))
                                        .toList())
                        : schedule)
                .toList();
        PriceBook book = new PriceBook(biller.book().currency(), schedules);
        return new FleetTerms(
                new StorageBilling(
                        new Biller(book, biller.freeTier()), terms.billing().region()),
                terms.calendar(),
                terms.restoreTier(),
                terms.restoreDays());
    }
}
