package dev.rockpool.streamengine;

/// What a shard still takes in the present second; the one place that knows a shard's write limits.
///
/// Per whole second of the clock: [#BYTES_PER_SECOND] bytes and [#RECORDS_PER_SECOND] records (data and partition key
/// count). What a second leaves is lost. A record above one second's bytes is taken while its second has any room left,
/// and borrows the rest from the next seconds; until those are paid back nothing is taken. A clock that stands, or
/// steps back, stays in its second.
///
/// Source: *PutRecord* and *PutRecords* in the service model 2013-12-02 (1 MB and 1,000 records a second and shard);
/// the developer guide's *large records* page (bursts to 10 MiB while averaging 1 MiB/s). The megabyte is read as 2²⁰
/// bytes.
///
/// Not safe for several threads. An admission costs nanoseconds and allocates nothing.
public final class ShardWriteBudget {
    /// Bytes a second.
    public static final int BYTES_PER_SECOND = 1 << 20;

    /// Records a second.
    public static final int RECORDS_PER_SECOND = 1_000;

    private long second = Long.MIN_VALUE;
    private long bytesTaken;
    private int recordsTaken;

    /// Takes a record of `bytes` in the second `epochSecond`, or says which limit it breaks. When it breaks both, the
    /// count is named.
    public Admission take(long epochSecond, int bytes) {
        enter(epochSecond);
        if (recordsTaken >= RECORDS_PER_SECOND) {
            return Admission.THROTTLED_BY_COUNT;
        }
        boolean fits =
                bytes <= BYTES_PER_SECOND ? bytesTaken + bytes <= BYTES_PER_SECOND : bytesTaken < BYTES_PER_SECOND;
        if (!fits) {
            return Admission.THROTTLED_BY_BYTES;
        }
        recordsTaken++;
        bytesTaken += bytes;
        return Admission.ADMITTED;
    }

    /// Takes as many of `offered` equal records as fit, and answers how many: the same as so many calls of [#take].
    public int takeMany(long epochSecond, int bytes, int offered) {
        if (offered <= 0) {
            return 0;
        }
        if (bytes > BYTES_PER_SECOND) {
            int taken = 0;
            while (taken < offered && take(epochSecond, bytes) == Admission.ADMITTED) {
                taken++;
            }
            return taken;
        }
        enter(epochSecond);
        long room = Math.max(0, BYTES_PER_SECOND - bytesTaken);
        int byBytes = bytes == 0 ? offered : (int) Math.min(offered, room / bytes);
        int taken = Math.min(byBytes, RECORDS_PER_SECOND - recordsTaken);
        recordsTaken += taken;
        bytesTaken += (long) taken * bytes;
        return taken;
    }

    /// Bytes taken from the second last seen, with what earlier seconds still owe.
    public long bytesTaken() {
        return bytesTaken;
    }

    /// Records taken in the second last seen.
    public int recordsTaken() {
        return recordsTaken;
    }

    private void enter(long epochSecond) {
        if (epochSecond > second) {
            bytesTaken = repaid(bytesTaken, BYTES_PER_SECOND, second, epochSecond);
            recordsTaken = 0;
            second = epochSecond;
        }
    }

    /// What is still owed after the seconds from `since` to `now`, when each pays back `perSecond`.
    static long repaid(long taken, long perSecond, long since, long now) {
        if (taken <= perSecond) {
            return 0;
        }
        long seconds = Math.min(now - since, taken / perSecond + 1);
        return Math.max(0, taken - seconds * perSecond);
    }
}
