package dev.rockpool.costmodel.storage;

import dev.rockpool.costmodel.storage.StorageMeasure.Charge;
import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.math.BigInteger;
import java.time.Duration;

/// Counts what objects use, month by month.
///
/// [#add] takes whole lives. The other methods count one thing of many objects at once; times are milliseconds since
/// 1970 (UTC), and what lies outside the calendar counts nothing. Counts are 128 bits wide, in millionths, so that no
/// sum of a real fleet rounds or overflows.
///
/// Not safe for several threads; two meters of one calendar add up with [#plus].
public final class StorageMeter {
    /// One whole: counts are in millionths.
    public static final long WHOLE = 1_000_000;

    static final long MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final BillingCalendar calendar;
    private final IntelligentTiering tiering;
    private final int months;
    private final long[] low;
    private final long[] high;

    /// @param calendar the months
    /// @param tiering the archive tiers of Intelligent-Tiering that the bucket opts into
    public StorageMeter(BillingCalendar calendar, IntelligentTiering tiering) {
        this.calendar = calendar;
        this.tiering = tiering;
        months = calendar.months();
        low = new long[StorageMeasure.ALL.size() * months];
        high = new long[low.length];
    }

    public BillingCalendar calendar() {
        return calendar;
    }

    public IntelligentTiering tiering() {
        return tiering;
    }

    /// Counts `life` `objects` times, until the calendar ends.
    ///
    /// @param objects that live this life, 0 or more
    public void add(ObjectLife life, long objects) {
        new LifeWalk(this, life, objects).walk();
    }

    /// `batch` uploaded into `storageClass` by `requestsEach` requests for each object.
    public void put(StorageClass storageClass, ObjectBatch batch, long requestsEach, long at) {
        count(
                StorageMeasure.index(Charge.PUT, StoragePlace.entering(storageClass)),
                at,
                batch.objects(),
                Math.multiplyExact(requestsEach, WHOLE));
    }

    /// `requests` LIST requests.
    public void list(long requests, long at) {
        count(StorageMeasure.index(Charge.LIST, StoragePlace.STANDARD), at, requests, WHOLE);
    }

    /// `batch` moved into `to` by a lifecycle rule.
    public void transition(StorageClass to, ObjectBatch batch, long at) {
        count(StorageMeasure.index(Charge.TRANSITION, StoragePlace.entering(to)), at, batch.objects(), WHOLE);
    }

    /// `batch` kept in `place` from `from` to `until`, `share` of it (in millionths; [#WHOLE] for all), with floor and
    /// overheads, without monitoring.
    public void keep(StoragePlace place, ObjectBatch batch, long from, long until, long share) {
        time(StorageMeasure.index(Charge.STORAGE, place), batch.bytes(), from, until, share);
        if (place.floored()) {
            time(StorageMeasure.index(Charge.FLOOR, place), batch.shortfall(), from, until, share);
        }
        if (place.archive()) {
            time(StorageMeasure.index(Charge.OVERHEAD, place), overhead(batch), from, until, share);
            time(StorageMeasure.index(Charge.INDEX, place), index(batch), from, until, share);
        }
    }

    /// `batch` kept in a place without floor and overheads, within the month of `at`, for `millis` milliseconds (in
    /// millionths) an object on average.
    public void keepFor(StoragePlace place, ObjectBatch batch, long at, long millis) {
        if (place.floored() || place.archive()) {
            throw new IllegalArgumentException("What " + place + " adds to a byte is not told by an average.");
        }
        count(StorageMeasure.index(Charge.STORAGE, place), at, batch.bytes(), millis);
    }

    /// Those of `batch` that Intelligent-Tiering monitors, in it from `from` to `until`.
    public void monitor(ObjectBatch batch, long from, long until) {
        time(
                StorageMeasure.index(Charge.MONITORING, StoragePlace.FREQUENT_TIER),
                batch.monitoredObjects(),
                from,
                until,
                WHOLE);
    }

    /// `batch` in Intelligent-Tiering from `from` to `until`, last accessed at `accessed`, all of it monitored or not
    /// as it is: the small ones stay in the frequent tier, the others sink.
    ///
    /// @param accessed not after `from`
    public void keepTiered(ObjectBatch batch, long accessed, long from, long until) {
        monitor(batch, from, until);
        keep(StoragePlace.FREQUENT_TIER, batch.unmonitored(), from, until, WHOLE);
        ObjectBatch sinking = batch.monitored();
        if (sinking.objects() == 0) {
            return;
        }
        IntelligentTiering.Move here = new IntelligentTiering.Move(0, AccessTier.FREQUENT);
        for (IntelligentTiering.Move next : tiering.moves(StorageClass.SMALL_BYTES)) {
            long change = accessed + next.afterDays() * MILLIS_A_DAY;
            keep(
                    StoragePlace.of(here.tier()),
                    sinking,
                    Math.max(from, accessed + here.afterDays() * MILLIS_A_DAY),
                    Math.min(until, change),
                    WHOLE);
            here = next;
        }
        keep(
                StoragePlace.of(here.tier()),
                sinking,
                Math.max(from, accessed + here.afterDays() * MILLIS_A_DAY),
                until,
                WHOLE);
    }

    /// `batch` left `storageClass`, in which it was since `since`: what is left of the minimum duration is charged.
    public void leave(StorageClass storageClass, ObjectBatch batch, long since, long at) {
        long left = since + storageClass.minimumDays() * MILLIS_A_DAY - at;
        if (left <= 0) {
            return;
        }
        StoragePlace place = StoragePlace.entering(storageClass);
        long billed = batch.bytes();
        if (place.floored()) {
            billed = Math.addExact(billed, batch.shortfall());
        }
        if (place.archive()) {
            billed = Math.addExact(billed, overhead(batch));
        }
        count(StorageMeasure.index(Charge.EARLY_DELETE, place), at, billed, Math.multiplyExact(left, WHOLE));
    }

    /// Each object of `batch` read `reads` times (in millionths), whole, from `place`: requests, and bytes where the
    /// class charges them.
    public void read(StoragePlace place, ObjectBatch batch, long at, long reads) {
        readRequests(place, batch.objects(), at, reads);
        retrieve(place, batch.bytes(), at, reads);
    }

    /// `objects` GET requests, each `reads` times (in millionths).
    public void readRequests(StoragePlace place, long objects, long at, long reads) {
        count(StorageMeasure.index(Charge.GET, StoragePlace.entering(place.storageClass())), at, objects, reads);
    }

    /// `bytes` read from `place` `reads` times (in millionths), which the infrequent access classes charge.
    public void retrieve(StoragePlace place, long bytes, long at, long reads) {
        if (place.floored()) {
            count(StorageMeasure.index(Charge.RETRIEVAL, place), at, bytes, reads);
        }
    }

    /// Each object of `batch` retrieved from the archive `place` `times` times (in millionths).
    public void restore(StoragePlace place, RestoreTier tier, ObjectBatch batch, long at, long times) {
        restoreRequests(place, tier, batch.objects(), at, times);
        if (isCharged(place, tier)) {
            count(StorageMeasure.index(Charge.RETRIEVAL, place, tier), at, batch.bytes(), times);
        }
    }

    public void restoreRequests(StoragePlace place, RestoreTier tier, long objects, long at, long times) {
        if (isCharged(place, tier)) {
            count(StorageMeasure.index(Charge.RETRIEVAL_REQUEST, place, tier), at, objects, times);
        }
    }

    /// Copies of `batch`, restored from the archive `place`, there from `from` to `until`, `share` times (in
    /// millionths).
    public void keepCopy(StoragePlace place, ObjectBatch batch, long from, long until, long share) {
        time(StorageMeasure.index(Charge.RESTORED_COPY, place), batch.bytes(), from, until, share);
    }

    /// Adds what `other` counted.
    ///
    /// @throws IllegalArgumentException if it is of another calendar
    public void plus(StorageMeter other) {
        if (other.calendar != calendar) {
            throw new IllegalArgumentException("Meters of two calendars do not add up.");
        }
        for (int cell = 0; cell < low.length; cell++) {
            add(cell, other.high[cell], other.low[cell]);
        }
    }

    /// What `measure` counted in `month`, in millionths.
    BigInteger counted(int measure, int month) {
        int cell = measure * months + month;
        if (low[cell] == 0 && high[cell] == 0) {
            return BigInteger.ZERO;
        }
        BigInteger unsignedLow =
                BigInteger.valueOf(low[cell] >>> 1).shiftLeft(1).or(BigInteger.valueOf(low[cell] & 1));
        return BigInteger.valueOf(high[cell]).shiftLeft(Long.SIZE).add(unsignedLow);
    }

    /// Only the expedited tier of the archive access tier costs anything in Intelligent-Tiering.
    private static boolean isCharged(StoragePlace place, RestoreTier tier) {
        return place.storageClass() != StorageClass.INTELLIGENT_TIERING
                || (place == StoragePlace.ARCHIVE_TIER && tier == RestoreTier.EXPEDITED);
    }

    private static long overhead(ObjectBatch batch) {
        return Math.multiplyExact(batch.objects(), StorageClass.ARCHIVE_OVERHEAD_BYTES);
    }

    private static long index(ObjectBatch batch) {
        return Math.multiplyExact(batch.objects(), StorageClass.STANDARD_OVERHEAD_BYTES);
    }

    /// Counts `quantity` for the time from `from` to `until`, `share` of it.
    private void time(int measure, long quantity, long from, long until, long share) {
        long start = Math.max(from, calendar.startMillis(0));
        long end = Math.min(until, calendar.endMillis());
        if (start >= end || quantity == 0 || share == 0) {
            return;
        }
        int month = calendar.monthOf(start);
        while (start < end) {
            long stop = Math.min(end, calendar.startMillis(month + 1));
            multiplyAdd(measure * months + month, quantity, (stop - start) * share);
            start = stop;
            month++;
        }
    }

    /// Counts `quantity` times `factor` at `at`.
    private void count(int measure, long at, long quantity, long factor) {
        int month = calendar.monthOf(at);
        if (month >= 0 && month < months) {
            multiplyAdd(measure * months + month, quantity, factor);
        }
    }

    private void multiplyAdd(int cell, long quantity, long factor) {
        add(cell, Math.multiplyHigh(quantity, factor), quantity * factor);
    }

    private void add(int cell, long addedHigh, long addedLow) {
        low[cell] += addedLow;
        high[cell] += addedHigh + (Long.compareUnsigned(low[cell], addedLow) < 0 ? 1 : 0);
    }
}
