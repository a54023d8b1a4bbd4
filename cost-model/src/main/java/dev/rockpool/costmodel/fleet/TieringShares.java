package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.lifecycle.IntelligentTiering;
import java.time.Duration;
import java.util.Arrays;

/// Which share of objects lies in which automatic tier of Intelligent-Tiering, when each is read by chance.
///
/// An object lies in the frequent tier if it was read within 30 days, in the infrequent one if within 90, else in the
/// archive instant tier; entering counts as a read. With reads that come by themselves (Poisson), the share that was
/// not read between two moments is exp(-expected reads between them). Shares stay for half a day each.
final class TieringShares {
    private static final long HALF_DAY = Duration.ofHours(12).toMillis();

    private final ReadPattern reads;
    private final long ageAtEntry;
    private final long lastRead;

    /// Of each half day, and summed up before it, in millionths.
    private long[] frequent = new long[64];

    private long[] infrequent = new long[64];
    private long[] frequentBefore = new long[64];
    private long[] infrequentBefore = new long[64];
    private int known;

    /// @param ageAtEntry of the objects, milliseconds
    /// @param lastRead the age from which on nobody reads them
    TieringShares(ReadPattern reads, long ageAtEntry, long lastRead) {
        this.reads = reads;
        this.ageAtEntry = ageAtEntry;
        this.lastRead = lastRead;
    }

    /// Tells `meter` of monitored `batch`, in the class since `entry`, between `from` and `until`.
    void keep(StorageMeter meter, ObjectBatch batch, long entry, long from, long until) {
        long whole = until - from;
        long inFrequent = (sum(until - entry, true) - sum(from - entry, true));
        long inInfrequent = (sum(until - entry, false) - sum(from - entry, false));
        meter.keepFor(StoragePlace.FREQUENT_TIER, batch, from, inFrequent);
        meter.keepFor(StoragePlace.INFREQUENT_TIER, batch, from, inInfrequent);
        meter.keepFor(
                StoragePlace.ARCHIVE_INSTANT_TIER, batch, from, whole * StorageMeter.WHOLE - inFrequent - inInfrequent);
    }

    /// Milliseconds in the frequent (or infrequent) tier in the first `since` milliseconds, in millionths.
    private long sum(long since, boolean isFrequent) {
        int half = Math.toIntExact(since / HALF_DAY);
        grow(half + 1);
        long rest = since % HALF_DAY;
        return isFrequent
                ? frequentBefore[half] * HALF_DAY + frequent[half] * rest
                : infrequentBefore[half] * HALF_DAY + infrequent[half] * rest;
    }

    private void grow(int needed) {
        if (needed > frequent.length) {
            int length = Math.max(needed, 2 * frequent.length);
            frequent = Arrays.copyOf(frequent, length);
            infrequent = Arrays.copyOf(infrequent, length);
            frequentBefore = Arrays.copyOf(frequentBefore, length);
            infrequentBefore = Arrays.copyOf(infrequentBefore, length);
        }
        for (; known < needed; known++) {
            long middle = known * HALF_DAY + HALF_DAY / 2;
            double untouched30 = untouched(middle, IntelligentTiering.INFREQUENT_AFTER_DAYS);
            double untouched90 = untouched(middle, IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS);
            frequent[known] = Math.round((1 - untouched30) * StorageMeter.WHOLE);
            infrequent[known] = Math.round((1 - untouched90) * StorageMeter.WHOLE) - frequent[known];
            if (known > 0) {
                frequentBefore[known] = frequentBefore[known - 1] + frequent[known - 1];
                infrequentBefore[known] = infrequentBefore[known - 1] + infrequent[known - 1];
            }
        }
    }

    /// The share that was not accessed for `days` when it is `since` milliseconds in the class.
    private double untouched(long since, int days) {
        long window = Duration.ofDays(days).toMillis();
        if (since < window) {
            return 0;
        }
        return Math.exp(read(ageAtEntry + since - window) - read(ageAtEntry + since));
    }

    private double read(long age) {
        return reads.reads(Math.min(age, lastRead));
    }
}
