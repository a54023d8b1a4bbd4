package dev.rockpool.simulators.shards;

import java.util.List;

/// What figures and bills of a run are computed from; immutable.
///
/// @param scenario what runs
/// @param second seconds done
/// @param totals of all shards
/// @param expected records accepted so far, in closed form, summed over the seconds
/// @param variance of that sum
/// @param fluid records accepted so far if every second were like the mean
/// @param now foresight for the shards that are open
/// @param openShards how many are open
/// @param everOpened how many there ever were
/// @param idleShards open shards without a key
/// @param refusingShards open shards that refused more than one record in a hundred
/// @param spread standard deviation of the open shards' loads, in parts of their mean
/// @param busiest records a second that the busiest open shard accepts, in closed form
/// @param hottestKeyShare the greatest share of a key
/// @param endless the accepted share if every key had a shard of its own
/// @param consumers as they stand
/// @param ageGrowth seconds that the worst iterator age grows a second, over the last minute
/// @param shardSeconds sum of open shards over seconds
/// @param consumerShardSeconds sum of open shards × fan-out consumers over seconds
/// @param sharedBytes read by shared consumers
/// @param fanOutBytes pushed to fan-out consumers
record Standing(
        ShardsScenario scenario,
        long second,
        ShardsSnapshot.Totals totals,
        double expected,
        double variance,
        double fluid,
        Foresight now,
        int openShards,
        int everOpened,
        int idleShards,
        int refusingShards,
        double spread,
        double busiest,
        double hottestKeyShare,
        double endless,
        List<ShardsSnapshot.ConsumerState> consumers,
        double ageGrowth,
        long shardSeconds,
        long consumerShardSeconds,
        long sharedBytes,
        long fanOutBytes) {
    Standing {
        consumers = List.copyOf(consumers);
    }

    double expectedFraction() {
        return totals.offered() == 0 ? 1 : expected / totals.offered();
    }

    double standardError() {
        return totals.offered() == 0 ? 0 : Math.sqrt(variance) / totals.offered();
    }

    int sharedConsumers() {
        return count(StreamConsumer.Kind.SHARED);
    }

    int fanOutConsumers() {
        return count(StreamConsumer.Kind.FAN_OUT);
    }

    private int count(StreamConsumer.Kind kind) {
        return (int) scenario.consumers().stream()
                .filter(consumer -> consumer.kind() == kind)
                .count();
    }
}
