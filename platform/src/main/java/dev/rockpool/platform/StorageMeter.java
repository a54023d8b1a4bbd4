package dev.rockpool.platform;

import dev.rockpool.costmodel.ByteTime;
import dev.rockpool.streamengine.StreamMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/// How long one stream keeps bytes beyond the ages at which keeping them begins to cost.
///
/// Puts of one minute count as put at their mean time, so that a year of retention is half a million
/// numbers and not a number a record; a minute's bytes move by less than a millisecond, except while the
/// minute itself crosses an age. All times are milliseconds of the epoch.
final class StorageMeter {
    private static final long BASE = Duration.ofHours(24).toMillis();
    private static final long LONG_TERM = Duration.ofDays(7).toMillis();
    private static final long BUCKET = Duration.ofMinutes(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Deque<Bucket> buckets = new ArrayDeque<>();
    private StreamMode mode = StreamMode.PROVISIONED;
    private long retention = BASE;
    private long countedTo = Long.MIN_VALUE;
    private BigInteger provisionedLongTerm = BigInteger.ZERO;
    private BigInteger onDemandExtended = BigInteger.ZERO;
    private BigInteger onDemandLongTerm = BigInteger.ZERO;

    /// A meter of the same bytes that counts from `at` on.
    StorageMeter anew(long at) {
        StorageMeter other = new StorageMeter();
        for (Bucket bucket : buckets) {
            Bucket same = new Bucket(bucket.minute);
            same.bytes = bucket.bytes;
            same.moment = bucket.moment;
            other.buckets.addLast(same);
        }
        other.mode = mode;
        other.retention = retention;
        other.countedTo = Math.max(countedTo, at);
        return other;
    }

    /// From `at` on, bytes are kept so long and billed in `mode`. What is older is gone.
    void keep(long at, StreamMode mode, int retentionHours) {
        countTo(at);
        this.mode = mode;
        this.retention = retentionHours * HOUR;
        dropUntil(at);
    }

    /// Nothing is kept from `at` on.
    void stop(long at) {
        countTo(at);
        buckets.clear();
    }

    void add(long at, long bytes) {
        if (bytes == 0) {
            return;
        }
        Bucket newest = buckets.peekLast();
        long minute = Math.floorDiv(at, BUCKET);
        if (newest == null || newest.minute != minute) {
            dropUntil(at);
            newest = new Bucket(minute);
            buckets.addLast(newest);
        }
        newest.add(at - minute * BUCKET, bytes);
    }

    ByteTime provisionedLongTerm(long now) {
        return sum(provisionedLongTerm, mode == StreamMode.PROVISIONED, LONG_TERM, Long.MAX_VALUE, now);
    }

    ByteTime onDemandExtended(long now) {
        return sum(onDemandExtended, mode == StreamMode.ON_DEMAND, BASE, LONG_TERM, now);
    }

    ByteTime onDemandLongTerm(long now) {
        return sum(onDemandLongTerm, mode == StreamMode.ON_DEMAND, LONG_TERM, Long.MAX_VALUE, now);
    }

    private ByteTime sum(BigInteger counted, boolean counting, long youngest, long oldest, long now) {
        BigInteger total = counted;
        if (counting && retention > youngest) {
            for (Bucket bucket : buckets) {
                total = total.add(overlap(bucket, youngest, oldest, now));
            }
        }
        return new ByteTime(new BigDecimal(total));
    }

    private void countTo(long at) {
        for (Bucket bucket : buckets) {
            count(bucket, at);
        }
        countedTo = Math.max(countedTo, at);
    }

    private void count(Bucket bucket, long at) {
        switch (mode) {
            case PROVISIONED ->
                provisionedLongTerm = provisionedLongTerm.add(overlap(bucket, LONG_TERM, Long.MAX_VALUE, at));
            case ON_DEMAND -> {
                onDemandExtended = onDemandExtended.add(overlap(bucket, BASE, LONG_TERM, at));
                onDemandLongTerm = onDemandLongTerm.add(overlap(bucket, LONG_TERM, Long.MAX_VALUE, at));
            }
        }
    }

    private void dropUntil(long at) {
        while (!buckets.isEmpty() && buckets.getFirst().time() + retention <= at) {
            count(buckets.removeFirst(), at);
        }
    }

    /// Byte-milliseconds of `bucket` between two ages, from where the count stands to `now`.
    private BigInteger overlap(Bucket bucket, long youngest, long oldest, long now) {
        long time = bucket.time();
        long start = Math.max(countedTo, time + youngest);
        long end = Math.min(now, time + Math.min(oldest, retention));
        return end <= start
                ? BigInteger.ZERO
                : BigInteger.valueOf(bucket.bytes).multiply(BigInteger.valueOf(end - start));
    }

    /// The bytes of one minute.
    private static final class Bucket {
        private final long minute;
        private long bytes;
        private BigInteger moment = BigInteger.ZERO;

        Bucket(long minute) {
            this.minute = minute;
        }

        void add(long offset, long added) {
            bytes += added;
            moment = moment.add(BigInteger.valueOf(offset).multiply(BigInteger.valueOf(added)));
        }

        long time() {
            return minute * BUCKET + moment.divide(BigInteger.valueOf(bytes)).longValueExact();
        }
    }
}
