package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.ShardReadBudget;
import java.util.List;

/// A consumer at work.
///
/// A shared consumer polls each shard once a second, as the client library does by default; a fan-out consumer
/// is pushed what its budget has room for. Either may end a second owing bytes to the next ones, as [ShardReadBudget]
/// has it.
final class RunConsumer {
    /// The most records that one *GetRecords* returns.
    static final int RECORDS_PER_CALL = 10_000;

    private static final double MILLIS = 1_000;

    final int index;
    StreamConsumer plan;
    long recordsRead;
    long recordsLastSecond;
    long refusedByCount;
    long refusedByBytes;
    long ageMillis;
    long peakAgeMillis;
    long unread;
    private boolean behind;

    RunConsumer(int index, StreamConsumer plan) {
        this.index = index;
        this.plan = plan;
    }

    boolean stands(long second) {
        return plan.outages().stream().anyMatch(outage -> outage.covers(second));
    }

    /// Reads what it may of `shard` in `second`, and answers whether that was anything.
    boolean read(RunShard shard, long second, int recordBytes) {
        if (!shard.isReadableBy(index) || (!shard.isOpen() && shard.unread(index) == 0)) {
            return false;
        }
        boolean fanOut = plan.kind() == StreamConsumer.Kind.FAN_OUT;
        ShardReadBudget budget = fanOut ? shard.fanOutReads.get(index) : shard.sharedRead;
        return switch (budget.call(second)) {
            case THROTTLED_BY_COUNT -> {
                refusedByCount++;
                yield false;
            }
            case THROTTLED_BY_BYTES -> {
                refusedByBytes++;
                yield false;
            }
            case ADMITTED -> {
                long most = fanOut
                        ? Math.ceilDiv(budget.room(second), recordBytes)
                        : Math.min(RECORDS_PER_CALL, Math.max(1, ShardReadBudget.BYTES_PER_CALL / recordBytes));
                long records = Math.min(shard.unread(index), most);
                budget.returned(records * recordBytes);
                shard.read[index] += records;
                recordsRead += records;
                recordsLastSecond += records;
                yield records > 0;
            }
        };
    }

    /// Measures how far it is behind at the end of `second`.
    void measure(List<RunShard> shards, long second) {
        unread = 0;
        double oldest = second + 1;
        for (RunShard shard : shards) {
            long left = shard.unread(index);
            if (left > 0) {
                unread += left;
                oldest = Math.min(oldest, shard.arrivals.arrival(shard.read[index]));
            }
        }
        ageMillis = Math.round((second + 1 - oldest) * MILLIS);
        peakAgeMillis = Math.max(peakAgeMillis, ageMillis);
    }

    /// Whether it falls behind (1), has caught up (−1), or neither (0).
    int lagChange() {
        if (!behind && ageMillis >= 10 * MILLIS) {
            behind = true;
            return 1;
        }
        if (behind && ageMillis <= MILLIS) {
            behind = false;
            return -1;
        }
        return 0;
    }

    ShardsSnapshot.ConsumerState shown(long second, int recordBytes) {
        return new ShardsSnapshot.ConsumerState(
                plan.name(),
                plan.kind(),
                stands(second),
                ageMillis,
                peakAgeMillis,
                unread,
                recordsLastSecond * recordBytes,
                recordsRead,
                refusedByCount,
                refusedByBytes);
    }
}
