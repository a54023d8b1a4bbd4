package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.trials.Campaign;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HashKeyTest {
    private static final String LAST = "340282366920938463463374607431768211455";

    /// MD5 of the UTF-8 bytes as an unsigned big-endian number, computed with other tools.
    @ParameterizedTest
    @CsvSource({
        "a, 16955237001963240173058271559858726497",
        "user-1, 285573413173782752570879317399258818820",
        "é, 136732923097551493579404309126273812335"
    })
    void keysHaveTheirGoldenPlaces(String key, String place) {
        assertThat(HashKey.of(PartitionKey.of(key))).hasToString(place);
    }

    @Test
    void aHasherIsUsedAgain() {
        KeyHasher hasher = new KeyHasher();
        PartitionKey key = PartitionKey.of("a");
        assertThat(hasher.hash(key)).isEqualTo(hasher.hash(key)).isEqualTo(HashKey.of(key));
    }

    @Test
    void decimalsAreReadAndWritten() {
        assertThat(HashKey.parse("0")).isEqualTo(HashKey.MIN);
        assertThat(HashKey.parse(LAST)).isEqualTo(HashKey.MAX);
        assertThat(HashKey.MAX).hasToString(LAST);
        for (String wrong : List.of(
                "",
                "-1",
                "00",
                "1.0",
                "x",
                "340282366920938463463374607431768211456",
                "9".repeat(39),
                "1".repeat(300))) {
            assertThatThrownBy(() -> HashKey.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            "Invalid ExplicitHashKey. ExplicitHashKey must be in the range: [0, 2^128-1]. "
                                    + "Specified value was ");
        }
        assertThatThrownBy(() -> HashKey.of(BigInteger.ONE.negate())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void placesCompareAndStepAsIntegers() {
        Campaign.run(500, random -> {
            Random bits = Random.from(random);
            BigInteger one = new BigInteger(random.nextInt(1, 129), bits);
            BigInteger other = random.nextBoolean() ? one.xor(BigInteger.ONE) : new BigInteger(128, bits);
            assertThat(HashKey.of(one).compareTo(HashKey.of(other))).isEqualTo(one.compareTo(other));
            assertThat(HashKey.of(one).toBigInteger()).isEqualTo(one);
            assertThat(HashKey.parse(one.toString())).isEqualTo(HashKey.of(one));
            if (!HashKey.of(one).equals(HashKey.MAX)) {
                assertThat(HashKey.of(one).next().toBigInteger()).isEqualTo(one.add(BigInteger.ONE));
                assertThat(HashKey.of(one).next().previous()).isEqualTo(HashKey.of(one));
            }
        });
        assertThat(new HashKey(0, -1).next()).isEqualTo(new HashKey(1, 0));
        assertThatThrownBy(HashKey.MAX::next).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(HashKey.MIN::previous).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void threeShardsDivideTheRingAsTheServiceDoes() {
        List<HashKeyRange> ranges = HashKeyRange.uniform(3);
        assertThat(ranges.get(0).end()).hasToString("113427455640312821154458202477256070484");
        assertThat(ranges.get(1).start()).hasToString("113427455640312821154458202477256070485");
        assertThat(ranges.get(2).start()).hasToString("226854911280625642308916404954512140970");
        assertThat(ranges.get(2).end()).isEqualTo(HashKey.MAX);
    }

    @Test
    void uniformRangesCoverTheRingOnce() {
        for (int count : new int[] {1, 2, 7, 64, 1000}) {
            List<HashKeyRange> ranges = HashKeyRange.uniform(count);
            assertThat(ranges).hasSize(count);
            assertThat(ranges.getFirst().start()).isEqualTo(HashKey.MIN);
            assertThat(ranges.getLast().end()).isEqualTo(HashKey.MAX);
            for (int at = 1; at < count; at++) {
                assertThat(ranges.get(at - 1).touches(ranges.get(at))).isTrue();
            }
        }
        assertThatThrownBy(() -> HashKeyRange.uniform(0)).hasMessageContaining("not 1 to 1000000");
    }

    @Test
    void rangesKnowTheirMiddleAndTheirShare() {
        assertThat(HashKeyRange.ALL.midpoint()).isEqualTo(new HashKey(Long.MIN_VALUE, 0));
        assertThat(HashKeyRange.ALL.share()).isEqualTo(1.0);
        assertThat(HashKeyRange.uniform(4).get(2).share()).isEqualTo(0.25);
        assertThat(HashKeyRange.ALL.touches(HashKeyRange.ALL)).isFalse();
        assertThatThrownBy(() -> new HashKeyRange(HashKey.MIN, HashKey.MIN).midpoint())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new HashKeyRange(HashKey.MAX, HashKey.MIN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
