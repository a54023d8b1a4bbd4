package dev.rockpool.costmodel.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BillingCalendarTest {
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    /// A part of a month is billed as a part: 10 of 31 days of 1 GB in Standard.
    @Test
    void theLastMonthMayBeAPart() {
        BillingCalendar calendar = BillingCalendar.until(MARCH, MARCH.plus(Duration.ofDays(10)));
        assertThat(calendar.months()).isEqualTo(1);
        assertThat(calendar.length(0).length()).isEqualTo(Duration.ofDays(31));
        assertThat(calendar.end()).isEqualTo("2026-03-11T00:00:00Z");
        StorageBilling billing = new StorageBilling(PriceBook.shipped(), "us-east-1");
        StorageMeter meter = billing.meter(calendar);
        meter.add(new ObjectLife(1L << 30, List.of(new StorageFact.Stored(MARCH, StorageClass.STANDARD, 0))), 31);
        assertThat(billing.total(billing.bills(meter)).amount()).isEqualByComparingTo("0.23");
    }

    /// What happens at the end itself belongs to the month that begins then.
    @Test
    void theEndIsNotIncluded() {
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        BillingCalendar calendar = BillingCalendar.until(MARCH.plusSeconds(1), april);
        assertThat(calendar.months()).isEqualTo(1);
        assertThat(calendar.monthOf(april.toEpochMilli())).isEqualTo(1);
        assertThat(BillingCalendar.until(MARCH, april.plusMillis(1)).months()).isEqualTo(2);
        assertThatThrownBy(() -> BillingCalendar.until(april, april)).isInstanceOf(IllegalArgumentException.class);
    }

    /// Bills of two months are one: equal lines and equal tiers are added, the total is the sum of the totals.
    @Test
    void billsAddUp() {
        StorageBilling billing = new StorageBilling(PriceBook.shipped(), "us-east-1");
        StorageMeter meter = billing.meter(BillingCalendar.until(MARCH, Instant.parse("2026-05-01T00:00:00Z")));
        // 60,000 GB reach the second tier in each month.
        meter.add(
                new ObjectLife(
                        1L << 30,
                        List.of(
                                new StorageFact.Stored(MARCH, StorageClass.STANDARD, 0),
                                new StorageFact.Transitioned(
                                        Instant.parse("2026-04-16T00:00:00Z"), StorageClass.GLACIER))),
                60_000);
        List<StorageMonth> months = billing.bills(meter);
        Bill together = Bill.together(
                PriceBook.shipped().currency(),
                months.stream().map(StorageMonth::bill).toList());
        assertThat(together.total()).isEqualTo(billing.total(months));
        assertThat(together.lines().getFirst().tiers()).hasSize(2);
        assertThat(together.lines().getFirst().usage().quantity()).isEqualByComparingTo("90000");
        assertThat(together.lines()).doesNotHaveDuplicates();
        assertThat(Bill.together(PriceBook.shipped().currency(), List.of()).lines())
                .isEmpty();
    }
}
