package dev.rockpool.simulators.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AvailabilityLabTest {
    private static final AvailabilityLab LAB = new AvailabilityLab();

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(LAB);
    }

    @Test
    void theTableOfTheSreBookComesOut() {
        JsonNode three = run("{\"components\":{\"availability\":0.999}}");
        assertThat(three.get("downtimeSecondsPerYear").asDouble()).isEqualTo(31_536);
        assertThat(three.get("downtimeSecondsPerQuarter").asDouble()).isEqualTo(7_776);
        assertThat(three.get("downtimeSecondsPerMonth").asDouble()).isEqualTo(2_592);
        assertThat(three.get("convention").asString()).isEqualTo("year-365-month-30");
        JsonNode four = run("{\"components\":{\"availability\":0.9999}}");
        assertThat(four.get("downtimeSecondsPerYear").asDouble()).isEqualTo(3_153.6);
        assertThat(four.get("downtimeSecondsPerMonth").asDouble()).isEqualTo(259.2);
        assertThat(run("{\"components\":{\"availability\":0.999},\"convention\":\"year-365-month-730h\"}")
                        .get("downtimeSecondsPerMonth")
                        .asDouble())
                .isEqualTo(2_628);
    }

    @Test
    void aCommonCauseBoundsTheWhole() {
        JsonNode whole = run("{\"components\":[{\"parallel\":[{\"availability\":0.999},{\"availability\":0.999}]},"
                + "{\"availability\":0.9995}]}");
        assertThat(whole.get("availability").decimalValue()).isEqualByComparingTo("0.9994990005");
        assertThat(run("{\"components\":{\"mtbfHours\":3600,\"mttrHours\":1}}")
                        .get("availability")
                        .asDouble())
                .isCloseTo(0.99972, within(5e-6));
    }

    @Test
    void manyNinesKeepTheirDigits() {
        JsonNode five = run("{\"components\":{\"parallel\":[{\"availability\":0.9999},{\"availability\":0.9999},"
                + "{\"availability\":0.9999},{\"availability\":0.9999}]}}");
        assertThat(five.get("unavailability").asDouble()).isCloseTo(1e-16, within(1e-28));
        assertThat(five.get("downtimeSecondsPerYear").asDouble()).isCloseTo(3.1536e-9, within(1e-20));
    }

    /// A random diagram against every state of its parts, one by one.
    @Test
    void aDiagramIsTheSumOverAllStatesOfItsParts() {
        Trials.run(60, random -> {
            Component system = diagram(random, 0);
            List<Component.Part> parts = system.parts();
            if (parts.size() > 14) {
                return;
            }
            double down = 0;
            for (int state = 0; state < 1 << parts.size(); state++) {
                int now = state;
                double chance = 1;
                for (int part = 0; part < parts.size(); part++) {
                    double out = parts.get(part).unavailability();
                    chance *= (state >> part & 1) == 1 ? 1 - out : out;
                }
                down += system.isUp(part -> (now >> part & 1) == 1) ? 0 : chance;
            }
            assertThat(system.unavailability()).as("%s", system).isCloseTo(down, within(1e-12));
        });
    }

    private static Component diagram(RandomGenerator random, int depth) {
        int kind = depth > 2 ? 0 : random.nextInt(4);
        if (kind == 0) {
            return new Component.Rated("", BigDecimal.valueOf(random.nextInt(1, 1000), 3));
        }
        List<Component> of = new ArrayList<>();
        for (int each = random.nextInt(1, 4); each > 0; each--) {
            of.add(diagram(random, depth + 1));
        }
        return switch (kind) {
            case 1 -> new Component.Series(of);
            case 2 -> new Component.Parallel(of);
            default -> new Component.KOfN(random.nextInt(1, of.size() + 1), of);
        };
    }

    @Test
    void creditsFollowTheAgreement() {
        assertThat(ServiceLevel.STANDARD.credit(0.001)).isZero();
        assertThat(ServiceLevel.STANDARD.credit(0.0011)).isEqualTo(0.1);
        assertThat(ServiceLevel.STANDARD.credit(0.011)).isEqualTo(0.25);
        assertThat(ServiceLevel.STANDARD.credit(0.051)).isEqualTo(1);
        assertThat(ServiceLevel.INFREQUENT.credit(0.0099)).isZero();
        assertThat(ServiceLevel.INFREQUENT.credit(0.015)).isEqualTo(0.1);
        assertThat(ServiceLevel.INFREQUENT.credit(0.03)).isEqualTo(0.25);
    }

    @Test
    void manyYearsOfIncidentsComeToTheMean() {
        AvailabilityScenario scenario =
                LAB.codec().parse("{\"components\":{\"availability\":0.95},\"repairHours\":2,\"seed\":3}");
        double down = 0;
        int years = 20;
        for (int year = 0; year < years; year++) {
            AvailabilitySimulation simulation = LAB.open(scenario.withSeed(year));
            while (!simulation.done()) {
                simulation.step();
            }
            down += simulation.snapshot().down();
        }
        double mean = 0.05 * 365 * 86_400 * years;
        assertThat(down).isCloseTo(mean, within(0.05 * mean));
    }

    @Test
    void everyChallengeCanBeDone() {
        AvailabilityScenario two = LAB.challenges().get(0).start();
        AvailabilityScenario parallel = two.withSystem(
                new Component.Parallel(List.of(AvailabilityPresets.part("0.99"), AvailabilityPresets.part("0.99"))));
        assertThat(LAB.challenges().get(0).check().apply(parallel, LAB.run(parallel)))
                .isEmpty();
        AvailabilityScenario three = LAB.challenges().get(1).start();
        AvailabilityScenario better = three.withSystem(new Component.Series(List.of(
                AvailabilityPresets.part("0.9999"),
                AvailabilityPresets.part("0.999"),
                AvailabilityPresets.part("0.9995"))));
        assertThat(LAB.challenges().get(1).check().apply(better, LAB.run(better)))
                .isEmpty();
        AvailabilityScenario other = three.withTarget(0.5);
        assertThat(LAB.challenges().get(1).check().apply(other, LAB.run(other))).isPresent();
        assertThat(LAB.challenges().get(0).check().apply(other, LAB.run(other))).isPresent();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(
                LAB, "{\"components\":{\"availability\":1.2}}", "components.availability is 1.2, it must be 0 to 1.");
        LabProof.refuses(
                LAB,
                "{\"components\":[{\"kOfN\":4,\"of\":[{\"availability\":0.9}]}]}",
                "components[0].kOfN is 4, it must be 1 to 1.");
        LabProof.refuses(LAB, "{\"components\":{\"series\":[]}}", "components.series is empty");
        LabProof.refuses(LAB, "{\"components\":{}}", "components needs one of series, parallel");
        LabProof.refuses(
                LAB,
                "{\"components\":{\"series\":[{\"availability\":1}],\"availability\":1}}",
                "components.availability cannot stand beside components.series");
        LabProof.refuses(LAB, "{\"convention\":\"lunar\"}", "convention is \"lunar\", it must be one of");
        LabProof.refuses(LAB, "{\"slo\":1}", "There is no field \"slo\"");
    }
}
