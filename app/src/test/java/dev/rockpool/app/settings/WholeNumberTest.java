package dev.rockpool.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WholeNumberTest {
    @Test
    void aTypedNumberIsHeldWithinItsBounds() {
        WholeNumber number = new WholeNumber(() -> 20, 1, 100);
        assertThat(number.fromString(" 42 ")).isEqualTo(42);
        assertThat(number.fromString("1000000")).isEqualTo(100);
        assertThat(number.fromString("-3")).isEqualTo(1);
        assertThat(number.fromString("many")).isEqualTo(20);
        assertThat(number.fromString(null)).isEqualTo(20);
        assertThat(number.toString(7)).isEqualTo("7");
        assertThat(number.toString(null)).isEmpty();
    }
}
