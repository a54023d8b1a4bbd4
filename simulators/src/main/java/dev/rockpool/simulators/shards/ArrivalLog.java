package dev.rockpool.simulators.shards;

/// How many records a shard had taken by the end of each second, as long as a consumer has not read them.
///
/// A position is a number of records since the shard opened. Seconds that every consumer has read are forgotten.
final class ArrivalLog {
    private static final int FIRST = 16;

    private long[] taken = new long[FIRST];
    private int head;
    private int size;
    private long firstSecond;
    private long before;

    /// @param openedAt the shard's first second
    ArrivalLog(long openedAt) {
        this.firstSecond = openedAt;
    }

    /// The second's end: the shard has taken `total` records by now.
    void add(long total) {
        if (size == taken.length) {
            long[] grown = new long[2 * size];
            for (int at = 0; at < size; at++) {
                grown[at] = taken[(head + at) % size];
            }
            taken = grown;
            head = 0;
        }
        taken[(head + size++) % taken.length] = total;
    }

    /// Forgets seconds that hold nothing from `position` on.
    void forget(long position) {
        while (size > 0 && taken[head] <= position) {
            before = taken[head];
            head = (head + 1) % taken.length;
            firstSecond++;
            size--;
        }
    }

    /// When the record at `position` came, in seconds: evenly spread over its second. It must not be forgotten.
    double arrival(long position) {
        int from = 0;
        int to = size - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (taken[(head + middle) % taken.length] > position) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        long end = taken[(head + from) % taken.length];
        long start = from == 0 ? before : taken[(head + from - 1) % taken.length];
        return firstSecond + from + (double) (position - start) / (end - start);
    }

    /// How many seconds are remembered.
    int size() {
        return size;
    }
}
