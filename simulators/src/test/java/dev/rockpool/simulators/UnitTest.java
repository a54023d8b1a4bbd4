package dev.rockpool.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class UnitTest {
    @Test
    void numbersAreWrittenForPeople() {
        assertThat(Unit.SHARE.format(0.755)).isEqualTo("75.5\u00A0%");
        assertThat(Unit.SHARE.number(0.78125)).isEqualTo("78.1");
        assertThat(Unit.COUNT.number(1_234_567L)).isEqualTo("1,234,567");
        assertThat(Unit.MIB_PER_SECOND.format(6.04 * (1 << 20))).isEqualTo("6.04\u00A0MiB/s");
        assertThat(Unit.SHARDS.format(1)).isEqualTo("1\u00A0shard");
        assertThat(Unit.SHARDS.format(2)).isEqualTo("2\u00A0shards");
        assertThat(Unit.PLAIN.format(1)).isEqualTo("1.00");
        assertThat(Unit.TIMES.number(Double.NaN)).isEqualTo("–");
        assertThat(Unit.TIMES.number(Double.POSITIVE_INFINITY)).isEqualTo("∞");
        assertThat(Unit.TIMES.number(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
    }

    @Test
    void whatIsTypedIsStoredAgain() {
        for (Unit unit : Unit.values()) {
            assertThat(unit.stored(unit.shown(0.25))).isEqualTo(0.25);
            assertThat(unit.decimals()).isBetween(0, 4);
        }
        assertThat(Unit.SHARE.stored(30)).isEqualTo(0.3);
        assertThat(Unit.SECONDS.symbol()).isEqualTo("s");
    }

    @Test
    void dataIsWrittenInDecimalPowers() {
        assertThat(Unit.DATA.format(999L)).isEqualTo("999\u00A0B");
        assertThat(Unit.DATA.format(2_000L)).isEqualTo("2.00\u00A0kB");
        assertThat(Unit.DATA.format(730_000_000L)).isEqualTo("730.00\u00A0MB");
        assertThat(Unit.DATA.format(8e12)).isEqualTo("8.00\u00A0TB");
        assertThat(Unit.USD_EACH.format(0.0000477)).isEqualTo("4.77\u00A0×\u00A010⁻⁵\u00A0USD");
        assertThat(Unit.BITS.format(3.0095)).isEqualTo("3.01\u00A0bits");
    }
}
