package dev.rockpool.streamengine;

/// What can still be read from a shard in the present second; the one place that knows a shard's read limits.
///
/// A shard serves 2 MiB a second: shared by all *GetRecords* callers, who also have five calls a second between them,
/// or for one enhanced fan-out consumer alone. A call is admitted while the second has any room left, may return up to
/// 10 MiB, and borrows what is above the second's share: after 10 MiB the shard refuses for five seconds. A clock that
/// stands, or steps back, stays in its second.
///
/// Source: *GetRecords* in the service model 2013-12-02.
///
/// Not safe for several threads.
public final class ShardReadBudget {
    /// Bytes a second.
    public static final int BYTES_PER_SECOND = 2 << 20;

    /// *GetRecords* calls a second.
    public static final int CALLS_PER_SECOND = 5;

    /// The most bytes that one *GetRecords* returns.
    public static final int BYTES_PER_CALL = 10 << 20;

    private final int callsPerSecond;
    private long second = Long.MIN_VALUE;
    private long bytesTaken;
    private int callsTaken;

    private ShardReadBudget(int callsPerSecond) {
        this.callsPerSecond = callsPerSecond;
    }

    /// What all *GetRecords* callers of a shard share.
    public static ShardReadBudget shared() {
        return new ShardReadBudget(CALLS_PER_SECOND);
    }

    /// What one enhanced fan-out consumer has of a shard.
    public static ShardReadBudget fanOut() {
        return new ShardReadBudget(Integer.MAX_VALUE);
    }

    /// Begins a read in the second `epochSecond`, or says which limit it breaks.
    public Admission call(long epochSecond) {
        enter(epochSecond);
        if (callsTaken >= callsPerSecond) {
            return Admission.THROTTLED_BY_COUNT;
        }
        if (bytesTaken >= BYTES_PER_SECOND) {
            return Admission.THROTTLED_BY_BYTES;
        }
        callsTaken++;
        return Admission.ADMITTED;
    }

    /// Counts what an admitted read returned.
    public void returned(long bytes) {
        bytesTaken += bytes;
    }

    /// How many bytes the second `epochSecond` still has.
    public long room(long epochSecond) {
        enter(epochSecond);
        return Math.max(0, BYTES_PER_SECOND - bytesTaken);
    }

    private void enter(long epochSecond) {
        if (epochSecond > second) {
            bytesTaken = ShardWriteBudget.repaid(bytesTaken, BYTES_PER_SECOND, second, epochSecond);
            callsTaken = 0;
            second = epochSecond;
        }
    }
}
