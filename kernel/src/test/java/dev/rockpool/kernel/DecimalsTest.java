package dev.rockpool.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "0e999999999, 0",
        "45, 45",
        "0.6750, 0.675",
        "1e3, 1000",
        "1.5E-2, 0.015",
        "-12.50, -12.5",
        "007, 7",
        "999999999999999999999999999999, 999999999999999999999999999999",
        "1e-40, 0.0000000000000000000000000000000000000001"
    })
    void readsWhatPeopleWriteAndPrintsEveryDigit(String text, String plain) {
        assertThat(Decimals.parse(text).map(Decimals::plain)).contains(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 1",
                "1 ",
                "+1",
                ".5",
                "1.",
                "1,5",
                "1_000",
                "NaN",
                "Infinity",
                "0x10",
                "1e",
                "٣",
                "--1",
                "1e30",
                "1e999999999",
                "1e-41",
                "1e99999999999999",
                "1e-999999999"
            })
    void refusesWhatIsNoNumberOrOutsideTheBounds(String text) {
        assertThat(Decimals.parse(text)).isEmpty();
    }

    @Test
    void refusesAnEndlessText() {
        assertThat(Decimals.parse("0".repeat(Decimals.LONGEST_TEXT))).contains(BigDecimal.ZERO);
        assertThat(Decimals.parse("0".repeat(Decimals.LONGEST_TEXT + 1))).isEmpty();
    }
}
