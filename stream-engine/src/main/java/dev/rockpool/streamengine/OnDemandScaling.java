package dev.rockpool.streamengine;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// When an on-demand stream splits which shards.
///
/// The service says: a new stream takes 4 MB/s; a stream accommodates twice its peak; growth beyond that within 15
/// minutes is throttled; a shard above 500 KB/s is split, evenly, within 15 minutes; a hot key is not set apart
/// (developer guide, *Choose the data stream capacity mode*). Here: every 15 minutes since the stream became
/// on-demand, each shard whose busiest minute was above half of either write limit is cut at its midpoint, once.
/// Counting records like bytes is Rockpool's reading, as is that shards are not merged again while traffic falls.
public final class OnDemandScaling {
    /// The shards of a new on-demand stream.
    public static final int FIRST_SHARDS = 4;

    /// How often shards are weighed.
    public static final Duration PERIOD = Duration.ofMinutes(15);

    private static final long BYTES_PER_SECOND = 500 << 10;
    private static final long RECORDS_PER_SECOND = ShardWriteBudget.RECORDS_PER_SECOND / 2;
    private static final Set<String> LARGE_REGIONS = Set.of("us-east-1", "us-west-2", "eu-west-1");
    private static final int SHARDS_IN_LARGE_REGIONS = 10_000;
    private static final int SHARDS = 200;

    private OnDemandScaling() {}

    /// How many shards an on-demand stream grows to: 10 GB/s in the three largest regions, 200 MB/s elsewhere.
    public static int mostShards(String region) {
        return LARGE_REGIONS.contains(region) ? SHARDS_IN_LARGE_REGIONS : SHARDS;
    }

    /// Whether a shard with this traffic is to be split.
    public static boolean isHot(ShardTraffic traffic) {
        return traffic.exceeded(BYTES_PER_SECOND, RECORDS_PER_SECOND);
    }

    /// The first moment of scaling after `instant`.
    public static Instant next(Instant since, Instant instant) {
        if (instant.isBefore(since)) {
            return since.plus(PERIOD);
        }
        long periods = Duration.between(since, instant).dividedBy(PERIOD);
        return since.plus(PERIOD.multipliedBy(periods + 1));
    }
}
