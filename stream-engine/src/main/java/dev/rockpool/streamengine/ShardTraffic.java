package dev.rockpool.streamengine;

/// How much a shard took in its busiest minute since it was last asked, for [OnDemandScaling].
///
/// Not safe for several threads: in an engine, under its stream's log lock.
public final class ShardTraffic {
    private static final int SECONDS_PER_MINUTE = 60;

    private long minute = Long.MIN_VALUE;
    private long minuteBytes;
    private long minuteRecords;
    private long peakBytes;
    private long peakRecords;
    private long firstSecond;

    /// Counts a record that was taken.
    public void add(long epochSecond, int bytes) {
        add(epochSecond, 1, bytes);
    }

    /// Counts records that were taken in one second.
    ///
    /// @param records how many, 1 or more
    /// @param bytes of them all
    public void add(long epochSecond, int records, long bytes) {
        if (peakRecords == 0) {
            firstSecond = epochSecond;
        }
        long now = Math.floorDiv(epochSecond, SECONDS_PER_MINUTE);
        if (now != minute) {
            minute = now;
            minuteBytes = 0;
            minuteRecords = 0;
        }
        minuteBytes += bytes;
        minuteRecords += records;
        peakBytes = Math.max(peakBytes, minuteBytes);
        peakRecords = Math.max(peakRecords, minuteRecords);
    }

    boolean isIdle() {
        return peakRecords == 0;
    }

    /// The second of its first record since it was last asked; unless it is idle.
    long firstSecond() {
        return firstSecond;
    }

    /// Whether the busiest minute was above so many bytes or records a second.
    boolean exceeded(long bytesPerSecond, long recordsPerSecond) {
        return peakBytes > bytesPerSecond * SECONDS_PER_MINUTE || peakRecords > recordsPerSecond * SECONDS_PER_MINUTE;
    }

    /// Forgets all of it.
    public void reset() {
        peakBytes = 0;
        peakRecords = 0;
        minuteBytes = 0;
        minuteRecords = 0;
    }
}
