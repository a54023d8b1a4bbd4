package dev.rockpool.costmodel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.costmodel.fleet.FleetGroup.ReadShare;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WhatIfTest {
    private static final LifecycleConfiguration TO_IA = new LifecycleConfiguration(
            List.of(LifecycleRule.of("ia", LifecycleFilter.ALL).moving(30, StorageClass.STANDARD_IA)));

    @Test
    void largeObjectsThatNobodyReadsBelongIntoTheDeepestArchive() {
        WhatIf whatIf = whatIf(fleet(1L << 30, 0));
        List<Plan> plans = whatIf.search(RuleSets.candidates(true));
        assertThat(plans.getFirst().byClass().keySet()).containsExactly(StorageClass.DEEP_ARCHIVE);
        List<Plan> instant = whatIf.search(RuleSets.candidates(false));
        assertThat(instant.getFirst().byClass().keySet()).containsExactly(StorageClass.GLACIER_IR);
        assertThat(plans).isSortedAccordingTo((a, b) -> a.total().compareTo(b.total()));
    }

    @Test
    void smallObjectsStayWhereTheyAre() {
        List<Plan> plans = whatIf(fleet(20_000, 0)).search(RuleSets.candidates(true));
        assertThat(plans.getFirst().total())
                .isEqualTo(whatIf(fleet(20_000, 0))
                        .compare(LifecycleConfiguration.NONE)
                        .nothing()
                        .total());
    }

    @Test
    void everyCandidateIsOneThatTheServiceTakes() {
        for (LifecycleConfiguration candidate : RuleSets.candidates(true)) {
            if (!candidate.rules().isEmpty()) {
                assertThat(LifecycleJson.read("candidate", WhatIfJson.rules(candidate)))
                        .isInstanceOf(LifecycleReading.Accepted.class);
            }
        }
    }

    @Test
    void theComparisonIsAgainstNothingAndIntelligentTiering() {
        WhatIf.Comparison comparison = whatIf(fleet(10L << 20, 0)).compare(TO_IA);
        assertThat(comparison.saved())
                .isEqualTo(comparison.nothing().total().minus(comparison.rules().total()));
        assertThat(comparison.nothing().byClass().keySet()).containsExactly(StorageClass.STANDARD);
        assertThat(comparison.intelligentTiering().byClass().keySet())
                .containsExactly(StorageClass.INTELLIGENT_TIERING);
    }

    @Test
    void theBreakEvenOfReadsIsWhereSavingEnds() {
        // large objects: infrequent access saves 0.0105 a GB-month and costs 0.01 a GB read: 1.05 reads a month
        Fleet fleet = fleet(1L << 30, 1);
        OptionalDouble factor = whatIf(fleet).breakEvenReads(TO_IA);
        assertThat(factor).isPresent();
        assertThat(factor.getAsDouble()).isCloseTo(1.05, within(0.01));
        Money saved = whatIf(fleet.with(group -> group.timesReads(factor.getAsDouble())))
                .compare(TO_IA)
                .saved();
        assertThat(saved.amount().doubleValue()).isCloseTo(0, within(1.0));
        assertThat(whatIf(fleet(1L << 30, 0)).breakEvenReads(TO_IA)).isEmpty();
    }

    @Test
    void brentFindsTheRootBetweenTheBounds() {
        assertThat(BreakEven.between(0.001, 1000, x -> x * x - 2).orElseThrow()).isCloseTo(Math.sqrt(2), within(1e-9));
        assertThat(BreakEven.between(0.001, 1000, x -> x + 1)).isEmpty();
        assertThat(BreakEven.between(1, 1000, x -> x - 1)).hasValue(1);
    }

    @Test
    void whatTheCheapestHangsOnChangesOneThingAtATime() {
        WhatIf whatIf = whatIf(fleet(1L << 30, 0.5));
        List<LifecycleConfiguration> candidates = RuleSets.candidates(false).subList(0, 6);
        LifecycleConfiguration cheapest = whatIf.search(candidates).getFirst().configuration();
        List<WhatIf.Sensitivity> hangsOn = whatIf.sensitivity(cheapest, candidates);
        assertThat(hangsOn).extracting(WhatIf.Sensitivity::change).contains("storage prices × 1.2", "reads × 2.0");
        assertThat(hangsOn.get(1).cheapest()).isGreaterThan(hangsOn.get(0).cheapest());
    }

    @Test
    void severalDrawsGiveABandAroundTheMiddle() {
        Fleet fleet = new Fleet(
                List.of(FleetRunTest.group(500, new SizeDistribution.Lognormal(1e6, 1), 9, List.of(), List.of(), 0)),
                1);
        WhatIf.Band band = whatIf(fleet).band(fleet, TO_IA, 9);
        assertThat(band.least()).isLessThan(band.median());
        assertThat(band.median()).isLessThan(band.most());
        assertThat(whatIf(fleet).band(fleet, TO_IA, 9)).isEqualTo(band);
    }

    @Test
    void theAnswerIsOneLineOfJson() {
        Fleet fleet = fleet(1L << 30, 0.5);
        WhatIf whatIf = whatIf(fleet);
        WhatIf.Comparison comparison = whatIf.compare(TO_IA);
        WhatIfJson.Found found = new WhatIfJson.Found(
                whatIf.search(List.of(TO_IA)).getFirst(),
                whatIf.sensitivity(TO_IA, List.of(TO_IA)),
                whatIf.breakEvenReads(TO_IA));
        String json = WhatIfJson.line(
                new WhatIfJson.Question("us-east-1", YearMonth.of(2026, 12), 100),
                comparison,
                Optional.of(found),
                Optional.of(whatIf.band(fleet, TO_IA, 3)));
        assertThat(json)
                .doesNotContain("\n")
                .contains("\"saved\":\"" + comparison.saved().plain() + "\"")
                .contains("\"month\":\"2027-01\"", "\"cheapest\":{\"rules\":{\"Rules\"", "\"band\":{\"draws\":3")
                .contains("{\"storageClass\":\"STANDARD_IA\",\"amount\":\"");
        LifecycleReading rejected = LifecycleJson.read("r", "{\"Rules\":[{\"Status\":\"Enabled\",\"Filter\":{}}]}");
        assertThat(rejected)
                .isInstanceOfSatisfying(
                        LifecycleReading.Rejected.class,
                        faults -> assertThat(WhatIfJson.rejected(faults.faults()))
                                .startsWith("{\"rejected\":[{\"rule\":"));
    }

    private static WhatIf whatIf(CohortSource source) {
        return new WhatIf(FleetRunTest.terms(12), source, TransitionMinimum.ALL_STORAGE_CLASSES_128K);
    }

    private static Fleet fleet(long bytes, double readsPerMonth) {
        return new Fleet(
                List.of(FleetRunTest.group(
                        100,
                        new SizeDistribution.Fixed(bytes),
                        400,
                        readsPerMonth == 0 ? List.of() : List.of(new ReadShare(1, ReadPattern.steady(readsPerMonth))),
                        List.of(),
                        0)),
                1);
    }
}
