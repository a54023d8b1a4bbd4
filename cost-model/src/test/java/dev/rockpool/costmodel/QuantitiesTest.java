package dev.rockpool.costmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.trials.Trials;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

final class QuantitiesTest {
    @Test
    void hoursTellTheirMillisecondsAgain() {
        Trials.run(500, random -> {
            BigInteger milliseconds = BigInteger.valueOf(random.nextLong(0, Long.MAX_VALUE));
            BigDecimal again = new BillableTime(milliseconds).hours().multiply(new BigDecimal("3600000"));
            assertThat(again.setScale(0, RoundingMode.HALF_EVEN).toBigInteger()).isEqualTo(milliseconds);
        });
    }

    @Test
    void timeIsSummedBeforeItIsDivided() {
        BillableTime third = BillableTime.of(Duration.ofMinutes(20));
        assertThat(third.hours()).isEqualByComparingTo("0.333333333333");
        assertThat(third.plus(third).plus(third).hours()).isEqualByComparingTo("1");
        assertThat(third.times(3)).isEqualTo(BillableTime.ofHours(1));
        assertThat(BillableTime.ofMilliseconds(1500).seconds()).isEqualByComparingTo("1.5");
        assertThatThrownBy(() -> BillableTime.ofMilliseconds(-1)).hasMessageContaining("-1 ms");
    }

    @Test
    void aGigabyteMonthIsBinaryAndOfRealHours() {
        BigDecimal gigabyte = BigDecimal.valueOf(1L << 30);
        BillingMonth february = BillingMonth.of(YearMonth.of(2026, 2));
        ByteTime stored = ByteTime.of(gigabyte, BillableTime.ofHours(672));
        assertThat(stored.gigabyteMonths(february)).isEqualByComparingTo("1");
        assertThat(stored.gigabyteMonths(BillingMonth.of(YearMonth.of(2026, 1))))
                .isEqualByComparingTo("0.903225806451612903225806");
        assertThat(stored.gigabyteMonths(BillingMonth.OF_730_HOURS)).isEqualByComparingTo("0.920547945205479452054795");
        assertThat(stored.plus(stored).gigabyteMonths(february)).isEqualByComparingTo("2");
        assertThat(ByteTime.of(BigDecimal.ONE, BillableTime.ofMilliseconds(1))
                        .gigabyteMonths(BillingMonth.OF_730_HOURS)
                        .signum())
                .isPositive();
        assertThatThrownBy(() -> new ByteTime(BigDecimal.ONE.negate())).hasMessageContaining("byte-ms");
    }

    @Test
    void bytesBecomeGigabytesExactly() {
        assertThat(Gigabytes.of(BigDecimal.ONE).multiply(Gigabytes.BYTES)).isEqualByComparingTo("1");
        assertThat(Gigabytes.of(new BigDecimal("1610612736"))).isEqualByComparingTo("1.5");
    }

    @Test
    void aMonthLastsWholeMilliseconds() {
        assertThatThrownBy(() -> new BillingMonth(Duration.ZERO)).hasMessageContaining("not PT0S");
        assertThatThrownBy(() -> new BillingMonth(Duration.ofHours(-1))).hasMessageContaining("not PT-1H");
        assertThatThrownBy(() -> new BillingMonth(Duration.ofNanos(1))).hasMessageContaining("not PT0.000000001S");
    }
}
