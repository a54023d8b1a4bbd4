package dev.rockpool.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MoneyTest {
    @Test
    void isEqualByWorth() {
        assertThat(Money.usd("1.50")).isEqualTo(Money.usd("1.5")).hasSameHashCodeAs(Money.usd("1.5"));
        assertThat(Money.usd("0.00")).isEqualTo(Money.zero(Money.USD));
    }

    @Test
    void sumsAndMultipliesExactly() {
        assertThat(Money.usd("0.1").plus(Money.usd("0.2"))).isEqualTo(Money.usd("0.3"));
        assertThat(Money.usd("1").minus(Money.usd("1.01"))).isEqualTo(Money.usd("-0.01"));
        assertThat(Money.usd("0.0000166667").times(new BigDecimal("3"))).isEqualTo(Money.usd("0.0000500001"));
        assertThat(Money.usd("2")).isGreaterThan(Money.usd("1.99"));
    }

    @Test
    void showsEveryDigitUnlessAskedForCoins() {
        assertThat(Money.usd("0.675")).hasToString("0.675 USD");
        assertThat(Money.usd("100").plain()).isEqualTo("100");
        assertThat(Money.usd("0.675").rounded()).isEqualTo(Money.usd("0.68"));
    }

    @ParameterizedTest
    @CsvSource({
        "0.675, 0.68 USD",
        "0.674, 0.67 USD",
        "-0.675, -0.68 USD",
        "0.005, 0.01 USD",
        "0.0049, under 0.01 USD",
        "0, 0.00 USD",
        "1200, '1,200.00 USD'",
        "-1234567.895, '-1,234,567.90 USD'"
    })
    void showsCoins(String amount, String display) {
        assertThat(Money.usd(amount).display()).isEqualTo(display);
    }

    @Test
    void refusesToMixCurrencies() {
        Money yuan = new Money(BigDecimal.ONE, Currency.getInstance("CNY"));
        assertThatThrownBy(() -> Money.usd("1").plus(yuan))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("USD and CNY cannot be added or compared.");
        assertThatThrownBy(() -> yuan.compareTo(Money.usd("1"))).isInstanceOf(IllegalArgumentException.class);
    }
}
