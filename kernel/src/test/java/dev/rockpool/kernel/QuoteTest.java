package dev.rockpool.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class QuoteTest {
    @Test
    void aShortValueIsQuotedAsItIs() {
        assertThat(Quote.of("4 (Easy)")).isEqualTo("\"4 (Easy)\"");
    }

    @Test
    void aValueIsCutAfterEightyCharacters() {
        assertThat(Quote.of("x".repeat(80))).isEqualTo("\"" + "x".repeat(80) + "\"");
        assertThat(Quote.of("x".repeat(81))).isEqualTo("\"" + "x".repeat(80) + "…\"");
    }

    @Test
    void charactersOutsideTheBasicPlaneAreNeverHalved() {
        assertThat(Quote.of("🐚".repeat(81))).isEqualTo("\"" + "🐚".repeat(80) + "…\"");
    }

    @Test
    void lineBreaksAndControlCharactersBecomeSpaces() {
        assertThat(Quote.of("a\nb\u001b[31m\0")).isEqualTo("\"a b [31m \"");
    }
}
