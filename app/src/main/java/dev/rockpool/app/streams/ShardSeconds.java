package dev.rockpool.app.streams;

import dev.rockpool.streamengine.ThrottleCause;
import java.util.Arrays;

/// What a shard did in each of the latest seconds of the platform's clock. Not safe for several threads.
final class ShardSeconds {
    /// How many seconds are remembered.
    static final int LENGTH = 300;

    private final long[] second = new long[LENGTH];
    private final int[] records = new int[LENGTH];
    private final long[] bytes = new long[LENGTH];
    private final int[] refusedByCount = new int[LENGTH];
    private final int[] refusedByBytes = new int[LENGTH];
    private final long[] bytesOut = new long[LENGTH];
    private final int[] reads = new int[LENGTH];
    private final int[] readsRefused = new int[LENGTH];
    private long latest = Long.MIN_VALUE;

    ShardSeconds() {
        Arrays.fill(second, Long.MIN_VALUE);
    }

    /// The last second in which anything happened.
    long latest() {
        return latest;
    }

    private int cell(long wanted) {
        int at = Math.floorMod(wanted, LENGTH);
        if (second[at] != wanted) {
            second[at] = wanted;
            records[at] = 0;
            bytes[at] = 0;
            refusedByCount[at] = 0;
            refusedByBytes[at] = 0;
            bytesOut[at] = 0;
            reads[at] = 0;
            readsRefused[at] = 0;
        }
        latest = Math.max(latest, wanted);
        return at;
    }

    void put(long wanted, int count, long sum) {
        int at = cell(wanted);
        records[at] += count;
        bytes[at] += sum;
    }

    void refused(long wanted, ThrottleCause cause, int count) {
        int at = cell(wanted);
        switch (cause) {
            case COUNT -> refusedByCount[at] += count;
            case BYTES -> refusedByBytes[at] += count;
        }
    }

    /// @param counts whether it counts to the limits that *GetRecords* callers share
    void read(long wanted, long sum, boolean counts) {
        int at = cell(wanted);
        bytesOut[at] += sum;
        if (counts) {
            reads[at]++;
        }
    }

    void readRefused(long wanted) {
        readsRefused[cell(wanted)]++;
    }

    /// What happened in a second.
    Rates of(long wanted) {
        int at = Math.floorMod(wanted, LENGTH);
        return second[at] == wanted
                ? new Rates(
                        records[at],
                        bytes[at],
                        refusedByCount[at],
                        refusedByBytes[at],
                        bytesOut[at],
                        reads[at],
                        readsRefused[at])
                : Rates.NONE;
    }
}
