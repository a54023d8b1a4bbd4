package dev.rockpool.app.streams;

import dev.rockpool.streamengine.StreamEvent;
import java.util.Arrays;

/// What a stream used in each of the last sixty seconds, as bills count it. Not safe for several threads.
final class MinuteUse {
    private static final int SECONDS = 60;

    private final long[] second = new long[SECONDS];
    private final Sum[] sums = new Sum[SECONDS];

    /// Quantities that are billed.
    ///
    /// @param payloadUnits of the provisioned mode
    /// @param onDemandBytes in, as the on-demand mode counts them
    /// @param sharedBytes out
    /// @param fanOutBytes out
    /// @param longTermBytes out, of records older than seven days
    record Sum(long payloadUnits, long onDemandBytes, long sharedBytes, long fanOutBytes, long longTermBytes) {
        static final Sum NONE = new Sum(0, 0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(
                    payloadUnits + other.payloadUnits,
                    onDemandBytes + other.onDemandBytes,
                    sharedBytes + other.sharedBytes,
                    fanOutBytes + other.fanOutBytes,
                    longTermBytes + other.longTermBytes);
        }
    }

    MinuteUse() {
        Arrays.fill(second, Long.MIN_VALUE);
        Arrays.fill(sums, Sum.NONE);
    }

    void put(long at, StreamEvent.RecordsPut put) {
        add(at, new Sum(put.payloadUnits(), put.onDemandBytes(), 0, 0, 0));
    }

    void read(long at, StreamEvent.RecordsRead read) {
        boolean fanOut = read.consumer().isPresent();
        add(
                at,
                new Sum(
                        0,
                        0,
                        fanOut ? 0 : read.bytes(),
                        fanOut ? read.bytes() : 0,
                        fanOut ? 0 : read.bytesOlderThanSevenDays()));
    }

    private void add(long at, Sum more) {
        int cell = Math.floorMod(at, SECONDS);
        sums[cell] = second[cell] == at ? sums[cell].plus(more) : more;
        second[cell] = at;
    }

    /// The sum of the sixty seconds before `now`, the one that runs included.
    Sum upTo(long now) {
        Sum sum = Sum.NONE;
        for (int cell = 0; cell < SECONDS; cell++) {
            if (second[cell] > now - SECONDS && second[cell] <= now) {
                sum = sum.plus(sums[cell]);
            }
        }
        return sum;
    }
}
