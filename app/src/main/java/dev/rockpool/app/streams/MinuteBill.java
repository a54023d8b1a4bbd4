package dev.rockpool.app.streams;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.kernel.Money;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamMode;
import java.math.BigDecimal;

/// What a stream costs in a minute like the last one: its shards, or itself, for a minute, and what was put and read in
/// the last sixty seconds. Records kept beyond the free time are not in it: the meter counts them.
///
/// @param minute the bill
record MinuteBill(Bill minute) {
    private static final long MILLIS = 60_000;
    private static final BigDecimal MINUTES_PER_MONTH = BigDecimal.valueOf(730L * 60);

    static MinuteBill of(StreamPicture picture, PriceBook book) {
        return of(picture, picture.stream().mode(), book);
    }

    /// The same in a mode that the stream may not be in.
    static MinuteBill of(StreamPicture picture, StreamMode mode, PriceBook book) {
        StreamBilling billing = new StreamBilling(book, StreamDesk.REGION, BillingMonth.OF_730_HOURS);
        MinuteUse.Sum use = picture.minute();
        long shards = picture.open().size();
        boolean extended = picture.stream().retentionHours() > StreamEngine.LEAST_RETENTION_HOURS;
        return new MinuteBill(billing.bill(
                switch (mode) {
                    case PROVISIONED ->
                        new StreamUsage.Provisioned(
                                minutes(shards),
                                BigDecimal.valueOf(use.payloadUnits()),
                                minutes(extended ? shards : 0),
                                ByteTime.NONE,
                                BigDecimal.valueOf(use.longTermBytes()),
                                minutes(shards * picture.stream().consumers()),
                                BigDecimal.valueOf(use.fanOutBytes()));
                    case ON_DEMAND ->
                        new StreamUsage.OnDemand(
                                minutes(1),
                                BigDecimal.valueOf(use.onDemandBytes()),
                                BigDecimal.valueOf(use.sharedBytes()),
                                BigDecimal.valueOf(use.fanOutBytes()),
                                ByteTime.NONE,
                                ByteTime.NONE);
                }));
    }

    private static BillableTime minutes(long count) {
        return BillableTime.ofMilliseconds(count * MILLIS);
    }

    /// A month of such minutes, without the tiers that a month's sum reaches.
    Money month() {
        return minute.total().times(MINUTES_PER_MONTH);
    }
}
