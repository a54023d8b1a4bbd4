package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabTexts;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.trials.Trials;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A million records of each distribution against the formulas of facts: `Balls in bins`, Zipf and the hot key.
final class ClosedFormTest {
    private static final double ONE_PERCENT = 0.01;
    private final ShardsLab lab = new ShardsLab();

    @Test
    void aHotKeyIsAcceptedAsTheFormulaSays() {
        // L = 8 shards' worth, p = 0.3: (min(1, L p + L(1-p)/S) + (S-1) min(1, L(1-p)/S)) / L
        assertAccepted(10, new KeyDistribution.Hot(0.3, 50_000), 0.755);
        assertAccepted(16, new KeyDistribution.Hot(0.3, 50_000), 0.78125);
        assertAccepted(20, new KeyDistribution.Hot(0.3, 50_000), 0.79);
        assertAccepted(10, new KeyDistribution.Hot(0.1, 50_000), 0.935);
        assertAccepted(7, new KeyDistribution.Hot(0, 50_000), 0.875);
        assertAccepted(50, new KeyDistribution.Hot(1, 0), 0.125);
    }

    @Test
    void manyEqualKeysFillShardsEvenly() {
        assertAccepted(4, new KeyDistribution.Uniform(100_000), 0.5);
        assertAccepted(12, new KeyDistribution.Uniform(100_000), 1);
    }

    @Test
    void fewEqualKeysFallWhereMd5PutsThem() {
        // Each key sends twice what a shard takes, so that every shard with a key is full.
        ShardsResult result = run(8, new KeyDistribution.Uniform(4));
        long used = result.perShard().stream()
                .filter(shard -> shard.total().offered() > 0)
                .count();
        assertThat(used).isBetween(1L, 4L);
        assertThat(result.totals().acceptedFraction()).isCloseTo(used / 8.0, within(ONE_PERCENT * used / 8));
    }

    @Test
    void zipfIsAcceptedByTheExactWeightsOfItsKeys() {
        for (double exponent : List.of(0.8, 0.99, 1.0, 1.2)) {
            int count = 100_000;
            double sum = IntStream.rangeClosed(1, count)
                    .mapToDouble(rank -> StrictMath.pow(rank, -exponent))
                    .sum();
            double[] shares = new double[16];
            KeySpace keys = KeySpace.of(new KeyDistribution.Zipf(count, exponent));
            List<HashKeyRange> ranges = HashKeyRange.uniform(16);
            for (int index = 0; index < count; index++) {
                shares[KeysOnRing.shardOf(keys.name(index), ranges)] += StrictMath.pow(index + 1, -exponent) / sum;
            }
            double accepted = 0;
            for (double share : shares) {
                accepted += Math.min(512, 4_096 * share);
            }
            assertAccepted(16, new KeyDistribution.Zipf(count, exponent), accepted / 4_096);
        }
    }

    @Test
    void aListIsAcceptedByItsWeights() {
        KeyDistribution keys = new KeyDistribution.Listed(List.of(
                new KeyDistribution.WeightedKey("user-1", 3),
                new KeyDistribution.WeightedKey("é", 1),
                new KeyDistribution.WeightedKey("a", 0)));
        // user-1 lies on the seventh shard of eight, é on the fourth: 512 of 3,072 and 512 of 1,024.
        assertAccepted(8, keys, 0.25);
    }

    @Test
    void ceilingsOfZipfAreThoseOfTheTable() {
        IntFunction<KeyDistribution> zipf = tenths -> new KeyDistribution.Zipf(100_000, tenths / 100.0);
        assertThat(1 / KeySpace.of(zipf.apply(80)).share(0)).isCloseTo(45.6, within(0.05));
        assertThat(1 / KeySpace.of(zipf.apply(99)).share(0)).isCloseTo(12.8, within(0.05));
        assertThat(1 / KeySpace.of(zipf.apply(100)).share(0)).isCloseTo(12.1, within(0.05));
        assertThat(1 / KeySpace.of(zipf.apply(120)).share(0)).isCloseTo(5.1, within(0.05));
        assertThat(1 / KeySpace.of(new KeyDistribution.Zipf(1_000_000, 1)).share(0))
                .isCloseTo(14.4, within(0.05));
    }

    @Test
    void theRecordLimitBindsWhereRecordsAreSmall() {
        ShardsResult result = lab.run(lab.preset("record-limit").scenario().withSeconds(200));
        assertThat(result.totals().offered()).isEqualTo(1_000_000);
        assertThat(result.totals().acceptedFraction()).isCloseTo(0.8, within(ONE_PERCENT * 0.8));
        assertThat(result.totals().throttledByBytes()).isZero();
        assertThat(result.totals().throttledByCount())
                .isEqualTo(1_000_000 - result.totals().accepted());
    }

    @Test
    void aSecondAtTheLimitLosesWhatChanceAdds() {
        // 1,000 records a second on average, and 1,000 is the limit: E[min(C, X)] is below the mean.
        ShardsScenario critical = lab.standard()
                .withKeys(new KeyDistribution.Uniform(100_000))
                .withShards(10)
                .withRecordBytes(100)
                .withRecordsPerSecond(10_000)
                .withSeconds(100);
        ShardsResult result = lab.run(critical);
        assertThat(result.expectedFraction()).isBetween(0.97, 0.99);
        assertThat(result.totals().acceptedFraction()).isCloseTo(result.expectedFraction(), within(0.001));
    }

    @Test
    void intervalsHoldNineteenOfTwentySeeds() {
        ShardsScenario scenario = lab.standard().withSeconds(20);
        int inside = 0;
        int seeds = 200;
        for (long seed = 1; seed <= seeds; seed++) {
            ShardsResult result = lab.run(scenario.withSeed(seed));
            double off = Math.abs(result.totals().acceptedFraction() - result.expectedFraction());
            inside += off <= 1.96 * result.standardError() ? 1 : 0;
        }
        assertThat(inside).isBetween(180, 199);
    }

    @Test
    void expectationsMatchSumsByHand() {
        Trials.run(100, random -> {
            int records = random.nextInt(1, 60);
            double share = random.nextDouble();
            int capacity = random.nextInt(1, 40);
            double mean = 0;
            double square = 0;
            double below = 0;
            for (int x = 0; x <= records; x++) {
                double likelihood = StrictMath.exp(binomial(records, x, share));
                double taken = Math.min(capacity, x);
                mean += likelihood * taken;
                square += likelihood * taken * taken;
                below += x < capacity ? likelihood : 0;
            }
            AcceptedRecords accepted = AcceptedRecords.of(records, share, capacity);
            assertThat(accepted.mean()).isCloseTo(mean, within(1e-9 * records));
            assertThat(accepted.variance()).isCloseTo(square - mean * mean, within(1e-7 * records * records));
            assertThat(accepted.unhindered()).isCloseTo(below, within(1e-9));
        });
    }

    @Test
    void largeRecordsBorrowTheNextSeconds() {
        assertThat(AcceptedRecords.capacity(4 << 20)).isEqualTo(0.25);
        ShardsResult result = lab.run(lab.standard()
                .withKeys(new KeyDistribution.Uniform(1))
                .withShards(1)
                .withRecordBytes(4 << 20)
                .withRecordsPerSecond(1)
                .withSeconds(400));
        assertThat(result.totals().accepted()).isEqualTo(100);
        assertThat(result.expectedFraction()).isEqualTo(0.25);
        assertThat(AcceptedRecords.of(1, 0.1, 0.25).mean()).isEqualTo(0.1);
        assertThat(AcceptedRecords.of(100, 0.1, 0.25).mean()).isEqualTo(0.25);
    }

    @Test
    void nothingOfferedIsNothingRefused() {
        ShardsResult result = lab.run(lab.standard().withRecordsPerSecond(0).withSeconds(5));
        assertThat(result.totals().acceptedFraction()).isEqualTo(1);
        assertThat(result.expectedFraction()).isEqualTo(1);
        assertThat(lab.report(result).get("acceptedFraction").intValue()).isEqualTo(1);
    }

    private void assertAccepted(int shards, KeyDistribution keys, double closedForm) {
        ShardsResult result = run(shards, keys);
        assertThat(result.totals().offered()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(result.totals().acceptedFraction())
                .as("%s on %d shards", keys.getClass().getSimpleName(), shards)
                .isCloseTo(closedForm, within(ONE_PERCENT * closedForm));
        assertThat(result.expectedFraction()).isCloseTo(closedForm, within(ONE_PERCENT * closedForm));
    }

    /// 8 MiB a second in records of 2 KiB, for a little more than a million records.
    private ShardsResult run(int shards, KeyDistribution keys) {
        return lab.run(new ShardsScenario(
                new ShardLayout.Count(shards),
                keys,
                2_048,
                4_096,
                245,
                List.of(),
                StreamMode.PROVISIONED,
                List.of(),
                7));
    }

    private static double binomial(int n, int x, double p) {
        double log = x * StrictMath.log(p) + (n - x) * StrictMath.log1p(-p);
        for (int at = 1; at <= x; at++) {
            log += StrictMath.log((n - x + at) / (double) at);
        }
        return log;
    }

    @Test
    void textsHaveEverySentence() {
        // Every key that is built from an id is asked for when these are made.
        LabTexts texts = LabTexts.beside(ShardsLab.class);
        assertThat(ShardsPresets.all(texts)).isNotEmpty();
        assertThat(ShardsParameters.all(texts)).isNotEmpty();
        assertThat(ShardsChallenges.all(texts)).isNotEmpty();
    }
}
