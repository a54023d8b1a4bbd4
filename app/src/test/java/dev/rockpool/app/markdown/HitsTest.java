package dev.rockpool.app.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HitsTest {
    @Test
    void everyWordIsMarkedWhateverItsCase() {
        assertThat(Hits.of("kafka  api").split("Kafka has an API"))
                .containsExactly(
                        new Hits.Piece("Kafka", true), new Hits.Piece(" has an ", false), new Hits.Piece("API", true));
    }

    @Test
    void allWordsMustStandInTheText() {
        assertThat(Hits.of("kafka api").in("Kafka has an API")).isTrue();
        assertThat(Hits.of("kafka sql").in("Kafka has an API")).isFalse();
        assertThat(Hits.NONE.in("anything")).isTrue();
        assertThat(Hits.of("   ").isEmpty()).isTrue();
    }

    @Test
    void theLongestWordWins() {
        assertThat(Hits.of("shard sharding").count("sharding")).isEqualTo(1);
    }

    @Test
    void piecesTogetherAreTheText() {
        Seed seed = new Seed(20261125);
        RandomGenerator random = seed.derive("hits");
        for (int trial = 0; trial < 2_000; trial++) {
            String text = letters(random, 30);
            String query = letters(random, 4);
            assertThat(Hits.of(query).split(text).stream().map(Hits.Piece::text).collect(Collectors.joining()))
                    .as("seed %s, text “%s”, query “%s”", seed, text, query)
                    .isEqualTo(text);
        }
    }

    private static String letters(RandomGenerator random, int most) {
        return random.ints(random.nextInt(most + 1), 0, 5)
                .mapToObj(letter -> String.valueOf("abİ A".charAt(letter)))
                .collect(Collectors.joining());
    }
}
