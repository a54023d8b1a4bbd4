package dev.rockpool.app.fleet;

import dev.rockpool.app.task.Progress;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.fleet.CohortList;
import dev.rockpool.costmodel.fleet.CohortSource;
import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetFile;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.FleetTerms;
import dev.rockpool.costmodel.fleet.Inventory;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.RuleSets;
import dev.rockpool.costmodel.fleet.SizeBands;
import dev.rockpool.costmodel.fleet.WhatIf;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Plays fleet scenarios. Background only, one call at a time.
///
/// A report is read once and kept: moving the months or trying other rules over the same prefixes reads it no more.
public final class FleetDesk {
    /// How often a described fleet is drawn to tell how far its total scatters.
    private static final int DRAWS = 7;

    /// Beyond so many cohorts a plan takes so long that draws and break-evens are left out.
    private static final int MOST_COHORTS = 40_000;

    private final Path temporary;
    private Optional<Kept> kept = Optional.empty();

    /// @param temporary a folder for what of a report does not fit into memory; made when needed
    public FleetDesk(Path temporary) {
        this.temporary = temporary;
    }

    /// A report's cohorts and what they are good for.
    private record Kept(FleetScenario scenario, List<String> prefixes, SizeBands bands, CohortList cohorts) {
        boolean serves(FleetScenario other, List<String> wanted, SizeBands cuts) {
            return scenario.objects().equals(other.objects())
                    && scenario.start().equals(other.start())
                    && prefixes.equals(wanted)
                    && bands.equals(cuts);
        }
    }

    /// The scenario that a report opens as: from the month after it on, under `rules`.
    ///
    /// @throws dev.rockpool.kernel.InputException if the report is missing, truncated, or lacks a column
    public synchronized FleetScenario open(Path report, String rules, int months) {
        Inventory inventory = Inventory.open(report, List.of(), temporary);
        FleetScenario scenario = new FleetScenario(
                new FleetScenario.Objects.Reported(report),
                rules,
                FleetFile.DEFAULT_REGION,
                inventory.nextMonth(),
                months,
                FleetScenario.Against.NOTHING);
        cohorts(scenario, bands(scenario)); // what is wrong with a row is told before anything opens
        return scenario;
    }

    /// What the scenario costs.
    public synchronized FleetOutcome play(FleetScenario scenario, PriceBook book) {
        CohortList cohorts = cohorts(scenario, bands(scenario));
        WhatIf whatIf = whatIf(scenario, book, cohorts);
        return new FleetOutcome(
                scenario,
                whatIf.compare(scenario.configuration()),
                cohorts.all().objects());
    }

    /// The cheapest rules for the scenario, and what they hang on.
    public synchronized FleetFound search(FleetScenario scenario, PriceBook book, Progress progress) {
        List<LifecycleConfiguration> candidates = RuleSets.candidates(true);
        CohortList cohorts = cohorts(scenario, bands(scenario));
        WhatIf whatIf = whatIf(scenario, book, cohorts);
        int steps = candidates.size();
        int[] done = new int[1];
        Plan cheapest = whatIf.search(candidates, () -> {
                    progress.checkCancelled();
                    done[0]++;
                    progress.report(Math.min(1, done[0] / (double) steps) / 2);
                })
                .getFirst();
        LifecycleConfiguration rules = cheapest.configuration();
        Optional<Fleet> fleet = scenario.objects() instanceof FleetScenario.Objects.Described(Fleet described)
                        && cohorts.size() <= MOST_COHORTS
                ? Optional.of(described)
                : Optional.empty();
        CohortSource source = fleet.isPresent() ? fleet.get() : cohorts;
        List<WhatIf.Sensitivity> sensitivity = whatIf(scenario, book, source).sensitivity(rules, candidates);
        progress.checkCancelled();
        progress.report(3.0 / 4);
        OptionalDouble breakEven = whatIf.breakEvenReads(rules);
        progress.checkCancelled();
        return new FleetFound(cheapest, sensitivity, breakEven, fleet.map(each -> whatIf.band(each, rules, DRAWS)));
    }

    private static WhatIf whatIf(FleetScenario scenario, PriceBook book, CohortSource source) {
        FleetTerms terms = new FleetTerms(new StorageBilling(new Biller(book), scenario.region()), calendar(scenario));
        return new WhatIf(terms, source, TransitionMinimum.ALL_STORAGE_CLASSES_128K);
    }

    private static BillingCalendar calendar(FleetScenario scenario) {
        return BillingCalendar.of(scenario.start(), scenario.months());
    }

    /// Cut for all that may be asked of one scenario, so that every plan is of the same objects.
    private static SizeBands bands(FleetScenario scenario) {
        List<LifecycleConfiguration> all = new ArrayList<>(RuleSets.candidates(true));
        all.add(scenario.configuration());
        all.add(RuleSets.intelligentTiering());
        return SizeBands.of(all);
    }

    private CohortList cohorts(FleetScenario scenario, SizeBands bands) {
        return switch (scenario.objects()) {
            case FleetScenario.Objects.Described(Fleet fleet) -> CohortList.of(fleet, calendar(scenario), bands);
            case FleetScenario.Objects.Reported(Path file) -> reported(scenario, file, bands);
        };
    }

    private CohortList reported(FleetScenario scenario, Path file, SizeBands bands) {
        List<String> prefixes = scenario.configuration().rules().stream()
                .flatMap(rule -> rule.filter().prefix().stream())
                .distinct()
                .sorted()
                .toList();
        Optional<CohortList> known =
                kept.filter(each -> each.serves(scenario, prefixes, bands)).map(Kept::cohorts);
        if (known.isPresent()) {
            return known.get();
        }
        Inventory inventory = Inventory.open(file, List.of(scenario.configuration()), temporary);
        CohortList read = CohortList.of(inventory, calendar(scenario), bands);
        kept = Optional.of(new Kept(scenario, prefixes, bands, read));
        return read;
    }
}
