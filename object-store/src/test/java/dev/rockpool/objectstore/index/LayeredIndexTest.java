package dev.rockpool.objectstore.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// What differs from an index that stands still, seen as one index.
final class LayeredIndexTest {
    private static byte[] key(int number) {
        return new byte[] {(byte) (number >> 8), (byte) number};
    }

    private static List<Integer> walk(OrderedIndex index, byte[] from) {
        List<Integer> found = new ArrayList<>();
        IndexCursor cursor = index.from(from);
        while (cursor.next()) {
            found.add((cursor.key()[0] & 0xff) << 8 | (cursor.key()[1] & 0xff));
            assertThat(cursor.value()).hasSize(4);
        }
        return found;
    }

    @Test
    void whateverIsChangedItIsAsOneMap() {
        for (long seed = 0; seed < 30; seed++) {
            RandomGenerator random = new Seed(seed).derive("layered");
            MvIndex below = MvIndex.inMemory();
            TreeMap<Integer, Integer> expected = new TreeMap<>();
            for (int put = 0; put < 60; put++) {
                int number = random.nextInt(100);
                below.put(key(number), new byte[] {1, 2, 3, (byte) put});
                expected.put(number, put);
            }
            LayeredIndex index = LayeredIndex.inMemory(below.stand());
            for (int other = 0; other < 100; other++) {
                below.put(key(other), new byte[] {9, 9, 9, 9});
            }
            for (int act = 0; act < 300; act++) {
                int number = random.nextInt(100);
                boolean fromTheFront = random.nextInt(3) == 0 && !expected.isEmpty();
                if (fromTheFront) {
                    number = expected.firstKey();
                }
                if (fromTheFront || random.nextBoolean()) {
                    assertThat(index.remove(key(number)) == null).isEqualTo(expected.remove(number) == null);
                } else {
                    assertThat(index.put(key(number), new byte[] {1, 2, 3, (byte) act}) == null)
                            .isEqualTo(expected.put(number, act) == null);
                }
                int from = random.nextInt(3) * 30;
                assertThat(walk(index, key(from)))
                        .as("seed " + seed + ", act " + act)
                        .containsExactlyElementsOf(expected.tailMap(from).keySet());
            }
            for (Map.Entry<Integer, Integer> entry : expected.entrySet()) {
                byte[] value = index.get(key(entry.getKey()));
                assertThat(value).isNotNull();
                assertThat(Arrays.copyOf(value, 3)).isEqualTo(new byte[] {1, 2, 3});
            }
            StandingIndex stands = index.stand();
            List<Integer> before = walk(index, key(0));
            index.clear();
            assertThat(walk(index, key(0))).isEmpty();
            IndexCursor cursor = stands.from(key(0));
            assertThat(cursor.next()).isEqualTo(!before.isEmpty());
        }
    }

    @Test
    void aValueOfOneByteIsRefused() {
        LayeredIndex index = LayeredIndex.inMemory(MvIndex.inMemory().stand());
        assertThatThrownBy(() -> index.put(key(1), new byte[1])).isInstanceOf(IllegalArgumentException.class);
    }
}
