package dev.rockpool.app.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void marksAreLeftOut() {
        assertThat(PlainText.of("A **shard** takes `1 MB/s`, see [the guide](https://example.org)."))
                .isEqualTo("A shard takes 1 MB/s, see the guide.");
    }

    @Test
    void blocksStandOnLinesOfTheirOwnAndCellsApart() {
        assertThat(PlainText.of("One\ntwo\n\n- three\n- four\n\n| a | b |\n|---|---|\n| c | d |"))
                .isEqualTo("One two\nthree\nfour\na b\nc d");
    }

    @Test
    void aLineIsCutWithAnEllipsis() {
        assertThat(PlainText.line("What decides which shard a record goes to?", 20))
                .isEqualTo("What decides which…");
        assertThat(PlainText.line("Short", 20)).isEqualTo("Short");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(PlainText.of("")).isEmpty();
    }
}
