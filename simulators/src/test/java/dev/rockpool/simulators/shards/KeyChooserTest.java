package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.Seed;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class KeyChooserTest {
    @Test
    void keysAreDrawnByTheirShares() {
        Trials.run(20, random -> {
            KeySpace keys = KeySpace.of(listed(random, random.nextInt(1, 30)));
            KeyChooser chooser = KeyChooser.of(keys);
            int draws = 100_000;
            int[] counts = new int[keys.count()];
            for (int at = 0; at < draws; at++) {
                counts[chooser.key(random.nextLong())]++;
            }
            for (int index = 0; index < counts.length; index++) {
                double share = keys.share(index);
                double error = Math.sqrt(share * (1 - share) / draws);
                assertThat((double) counts[index] / draws).isCloseTo(share, within(5 * error + 1e-9));
            }
        });
    }

    @Test
    void shardsOfManyRecordsAreThoseOfTheirKeys() {
        Trials.run(50, random -> {
            KeyDistribution distribution = random.nextBoolean()
                    ? listed(random, random.nextInt(1, 200))
                    : new KeyDistribution.Uniform(random.nextInt(1, 200));
            KeySpace keys = KeySpace.of(distribution);
            KeyChooser chooser = KeyChooser.of(keys);
            char[] shardOf = new char[keys.count()];
            for (int index = 0; index < shardOf.length; index++) {
                shardOf[index] = (char) random.nextInt(random.nextBoolean() ? 3 : 10_000);
            }
            long seed = random.nextLong();
            int[] together = new int[10_000];
            chooser.shards(shardOf).draw(new Seed(seed).derive("keys"), 1_000, together);
            int[] single = new int[10_000];
            RandomGenerator same = new Seed(seed).derive("keys");
            for (int at = 0; at < 1_000; at++) {
                single[shardOf[chooser.key(same.nextLong())]]++;
            }
            assertThat(together).isEqualTo(single);
        });
    }

    @Test
    void sharesSumToOneAndNamesHashWhereTheyBelong() {
        for (KeyDistribution distribution : List.of(
                new KeyDistribution.Uniform(1_000),
                new KeyDistribution.Zipf(1_000, 1.1),
                new KeyDistribution.Hot(0.25, 999),
                listed(new Seed(1).derive("x"), 1_000))) {
            KeySpace keys = KeySpace.of(distribution);
            double sum = 0;
            for (int index = 0; index < keys.count(); index++) {
                sum += keys.share(index);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            var ranges = new ShardLayout.Count(13).ranges();
            var starts = ranges.stream().map(range -> range.start()).toArray(HashKey[]::new);
            for (int index = 0; index < keys.count(); index++) {
                assertThat(keys.rangeOf(index, starts)).isEqualTo(KeysOnRing.shardOf(keys.name(index), ranges));
            }
        }
        assertThat(KeySpace.of(new KeyDistribution.Hot(0.25, 3)).name(0)).isEqualTo("hot");
        assertThat(KeySpace.of(new KeyDistribution.Hot(0.25, 3)).share(0)).isEqualTo(0.25);
        assertThat(KeySpace.of(new KeyDistribution.Hot(0.25, 3)).name(3)).isEqualTo("account-3");
    }

    private static KeyDistribution.Listed listed(RandomGenerator random, int count) {
        List<KeyDistribution.WeightedKey> keys = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            double weight = random.nextInt(5) == 0 ? 0 : StrictMath.pow(random.nextDouble(), 4);
            keys.add(new KeyDistribution.WeightedKey("ключ-" + at, at == 0 ? 1 : weight));
        }
        return new KeyDistribution.Listed(keys);
    }
}
