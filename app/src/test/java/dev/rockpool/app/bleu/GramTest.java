package dev.rockpool.app.bleu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GramTest {
    private static final List<String> LINE = List.of("the", "dog", "bit", "the", "dog");

    @Test
    void aSubjectIsReadBack() {
        assertThat(Gram.of(new Gram(2, 11).subject())).contains(new Gram(2, 11));
        assertThat(Gram.of("")).isEmpty();
        assertThat(Gram.of("2:")).isEmpty();
        assertThat(Gram.of("12345678:1")).isEmpty();
    }

    @Test
    void itIsFoundInALine() {
        List<String> pair = List.of("the", "dog");
        assertThat(Gram.count(LINE, pair)).isEqualTo(2);
        assertThat(Gram.covered(LINE, pair)).containsExactly(true, true, false, true, true);
        assertThat(Gram.count(LINE, List.of("dog", "the"))).isZero();
    }
}
