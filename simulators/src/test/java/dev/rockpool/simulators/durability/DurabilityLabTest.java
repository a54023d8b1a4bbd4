package dev.rockpool.simulators.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DurabilityLabTest {
    private static final DurabilityLab LAB = new DurabilityLab();
    private static final MathContext DIGITS = new MathContext(60);

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    private static double loss(String json) {
        return run(json).get("annualLossProbability").asDouble();
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(LAB);
    }

    @Test
    void theReferencesComeOutToTheirDigits() {
        // facts of November 2026, section 1.3: 17+3, 0.41 %, 156 h
        assertThat(run("{}").get("nines").asDouble()).isCloseTo(10.51, within(0.005));
        assertThat(run("{\"repairCrews\":1}").get("nines").asDouble()).isCloseTo(9.73, within(0.005));
        assertThat(loss("{\"hoursPerYear\":8766}")).isCloseTo(3.081e-11, within(0.0005e-11));
        JsonNode poisson = run("{\"method\":\"window-poisson\"}");
        assertThat(poisson.get("nines").asDouble()).isCloseTo(10.97, within(0.005));
        assertThat(poisson.get("wholeNines").asInt()).isEqualTo(10);
        assertThat(run("{\"method\":\"window-binomial\"}").get("wholeNines").asInt())
                .isEqualTo(11);
        assertThat(loss("{\"scheme\":{\"kind\":\"erasure\",\"data\":4,\"parity\":2},\"annualFailureRate\":0.1,"
                        + "\"repairHours\":24,\"method\":\"window-binomial\"}"))
                .isCloseTo(1.500e-7, within(0.0005e-7));
        // Storj's table: of four shards two suffice, each lost with 10 %; 99.2073 % remain
        assertThat(loss("{\"scheme\":{\"kind\":\"erasure\",\"data\":2,\"parity\":2},\"annualFailureRate\":0.1,"
                        + "\"annualFailureRateIs\":\"probability\",\"repairHours\":8760,"
                        + "\"method\":\"window-poisson\"}"))
                .isCloseTo(1 - 0.992073, within(1e-6));
    }

    @Test
    void theChainIsTheSumByHandToFourteenDigits() {
        for (int[] code : List.of(new int[] {17, 3}, new int[] {10, 4}, new int[] {12, 8}, new int[] {20, 10})) {
            for (int crews : List.of(0, 1, 2)) {
                DurabilityScenario scenario = DurabilityPresets.standard()
                        .withScheme(new Scheme.Erasure(code[0], code[1]))
                        .withRepairCrews(crews);
                double exact = sum(code[0] + code[1], code[1], crews).doubleValue();
                assertThat(new StripeChain(scenario).meanHoursToLoss()).isCloseTo(exact, within(exact * 1e-13));
            }
        }
    }

    /// Mean hours to loss as the sum of products, with sixty digits.
    private static BigDecimal sum(int shards, int parity, int crews) {
        BigDecimal rate = new BigDecimal("0.0041").divide(BigDecimal.valueOf(8760), DIGITS);
        BigDecimal mend = BigDecimal.ONE.divide(BigDecimal.valueOf(156), DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int up = 0; up <= parity; up++) {
            for (int from = 0; from <= up; from++) {
                BigDecimal product = BigDecimal.ONE.divide(rate.multiply(BigDecimal.valueOf(shards - from)), DIGITS);
                for (int at = from + 1; at <= up; at++) {
                    int repairing = crews == 0 ? at : Math.min(at, crews);
                    product = product.multiply(mend.multiply(BigDecimal.valueOf(repairing)), DIGITS)
                            .divide(rate.multiply(BigDecimal.valueOf(shards - at)), DIGITS);
                }
                sum = sum.add(product, DIGITS);
            }
        }
        return sum;
    }

    @Test
    void localCodesAreCounted() {
        assertThat(new Scheme.Lrc(6, 2, 2).decodable(4)).isEqualTo(180 / 210.0);
        assertThat(new Scheme.Lrc(12, 2, 2).decodable(4)).isEqualTo(1568 / 1820.0);
        for (Scheme.Lrc code : List.of(
                new Scheme.Lrc(6, 2, 2), new Scheme.Lrc(7, 3, 1), new Scheme.Lrc(4, 4, 0), new Scheme.Lrc(5, 1, 3))) {
            int[] all = new int[code.shards() + 1];
            int[] mended = new int[code.shards() + 1];
            for (int set = 0; set < 1 << code.shards(); set++) {
                BitSet lost = BitSet.valueOf(new long[] {set});
                all[lost.cardinality()]++;
                mended[lost.cardinality()] += code.survives(lost) ? 1 : 0;
            }
            for (int failed = 0; failed <= code.shards(); failed++) {
                assertThat(code.decodable(failed))
                        .as("%s with %d lost", code, failed)
                        .isCloseTo((double) mended[failed] / all[failed], within(1e-15));
            }
        }
    }

    @Test
    void theSimulationAgreesWithTheChain() {
        Trials.run(12, random -> {
            DurabilityScenario scenario = DurabilityPresets.standard()
                    .withScheme(
                            random.nextBoolean()
                                    ? new Scheme.Erasure(random.nextInt(2, 18), random.nextInt(1, 5))
                                    : new Scheme.Lrc(random.nextInt(4, 13), 2, random.nextInt(1, 4)))
                    .withRate(random.nextDouble(0.001, 0.3), false)
                    .withRepairHours(random.nextDouble(5, 300))
                    .withRepairCrews(random.nextInt(3))
                    .withZones(random.nextInt(1, 4), random.nextBoolean() ? 0 : 1e-5)
                    .withScrubbing(random.nextBoolean() ? 0 : 0.1, 336)
                    .withSeed(random.nextLong());
            double exact = DurabilityEstimate.of(scenario).annualLoss();
            DurabilityEstimate simulated = DurabilityEstimate.simulated(scenario, 200_000);
            double error = simulated.standardError().orElseThrow();
            assertThat(simulated.annualLoss()).as("%s", scenario).isCloseTo(exact, within(5 * error + 1e-9 * exact));
        });
    }

    @Test
    void seventeenAndThreeAreSimulatedToFivePercent() {
        JsonNode simulated = run("{\"method\":\"monte-carlo\",\"seed\":42}");
        double loss = simulated.get("annualLossProbability").asDouble();
        assertThat(simulated.get("standardError").asDouble() / loss).isLessThan(0.05);
        assertThat(loss).isCloseTo(3.087e-11, within(0.05 * 3.087e-11));
        assertThat(simulated.get("trials").asLong()).isPositive();
    }

    @Test
    void ratesAndProbabilitiesDiffer() {
        double rate = loss("{\"annualFailureRate\":0.25}");
        double probability = loss("{\"annualFailureRate\":0.25,\"annualFailureRateIs\":\"probability\"}");
        // −ln 0.75 = 0.2877: 15 % more failures, to the fourth power
        assertThat(probability / rate).isCloseTo(Math.pow(0.28768207 / 0.25, 4), within(0.05));
    }

    @Test
    void commonCausesAndZonesEndLongRowsOfNines() {
        assertThat(run("{\"zones\":1,\"zoneLossesPerYear\":0.0001}")
                        .get("nines")
                        .asDouble())
                .isCloseTo(4, within(0.001));
        assertThat(run("{\"commonCauseShare\":0.01}").get("nines").asDouble()).isCloseTo(4.387, within(0.001));
        // six and six over three zones survive the loss of one
        assertThat(run("{\"scheme\":{\"kind\":\"erasure\",\"data\":6,\"parity\":6},\"zones\":3,"
                                + "\"zoneLossesPerYear\":0.0001}")
                        .get("nines")
                        .asDouble())
                .isGreaterThan(9);
    }

    @Test
    void aSingleCopyIsLostWithItsDrive() {
        JsonNode one = run("{\"scheme\":{\"kind\":\"replication\",\"copies\":1},\"annualFailureRate\":0.02}");
        assertThat(one.get("meanTimeToDataLossYears").asDouble()).isCloseTo(50, within(1e-9));
        assertThat(one.get("annualLossProbability").asDouble()).isCloseTo(1 - Math.exp(-0.02), within(1e-12));
    }

    @Test
    void everyChallengeCanBeDone() {
        DurabilityScenario vault = DurabilityPresets.standard();
        List<DurabilityScenario> done = List.of(
                LAB.challenges().get(0).start().withRepairHours(100),
                LAB.challenges().get(1).start().withScheme(new Scheme.Erasure(8, 4)),
                LAB.challenges().get(2).start().withScheme(new Scheme.Erasure(6, 6)));
        for (int at = 0; at < done.size(); at++) {
            assertThat(LAB.challenges().get(at).check().apply(done.get(at), LAB.run(done.get(at))))
                    .isEmpty();
            DurabilityScenario changed = vault.withObjects(7);
            assertThat(LAB.challenges().get(at).check().apply(changed, LAB.run(changed)))
                    .isPresent();
        }
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(LAB, "{\"annualFailureRate\":0}", "annualFailureRate is 0, it must be 0.000001 to 100.");
        LabProof.refuses(
                LAB,
                "{\"annualFailureRate\":1,\"annualFailureRateIs\":\"probability\"}",
                "annualFailureRate is 1, it must be 0.000001 to 0.999999.");
        LabProof.refuses(LAB, "{\"scheme\":{\"kind\":\"raid\"}}", "scheme.kind is \"raid\", it must be one of");
        LabProof.refuses(LAB, "{\"scheme\":{\"kind\":\"erasure\",\"data\":4}}", "scheme.parity is missing.");
        LabProof.refuses(
                LAB,
                "{\"scheme\":{\"kind\":\"lrc\",\"data\":2,\"localParities\":3,\"globalParities\":1}}",
                "scheme.localParities is 3, it must be 1 to scheme.data, 2.");
        LabProof.refuses(LAB, "{\"zones\":16,\"scheme\":{\"kind\":\"replication\",\"copies\":3}}", "zones is 16, ");
        LabProof.refuses(LAB, "{\"drives\":3}", "There is no field \"drives\"");
    }
}
