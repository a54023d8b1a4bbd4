package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardReadBudget;
import dev.rockpool.streamengine.ShardTraffic;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A shard at work: its budgets, its counts, and how far each consumer has read it.
final class RunShard {
    static final long OPEN = -1;

    /// Seconds without a refusal after which a shard counts as calm.
    private static final int CALM_SECONDS = 5;

    final ShardLineage.Entry entry;
    final long openedAt;
    final ShardWriteBudget write = new ShardWriteBudget();
    final ShardReadBudget sharedRead = ShardReadBudget.shared();
    final List<ShardReadBudget> fanOutReads = new ArrayList<>();
    final ShardTraffic traffic = new ShardTraffic();
    final ArrivalLog arrivals;

    /// Records that each consumer has read.
    final long[] read;

    /// The consumers in the order in which they come next.
    final List<RunConsumer> queue;

    /// Parents that a consumer may not have finished; those that all have finished are gone.
    final List<RunShard> parents = new ArrayList<>();

    long closedAt = OPEN;
    ShardsSnapshot.Totals total = NOTHING;
    ShardsSnapshot.Totals last = NOTHING;

    /// What the keys of the range send, set whenever shards change.
    double share;

    int keys;
    int hottestKey = -1;
    double hottestShare;

    private boolean throttling;
    private int calm;

    private static final ShardsSnapshot.Totals NOTHING = new ShardsSnapshot.Totals(0, 0, 0, 0);

    RunShard(ShardLineage.Entry entry, long openedAt, List<RunConsumer> consumers) {
        this.entry = entry;
        this.openedAt = openedAt;
        this.arrivals = new ArrivalLog(openedAt);
        this.read = new long[consumers.size()];
        this.queue = new ArrayList<>(consumers);
        consumers.forEach(_ -> fanOutReads.add(ShardReadBudget.fanOut()));
    }

    ShardId id() {
        return entry.id();
    }

    HashKeyRange range() {
        return entry.range();
    }

    boolean isOpen() {
        return closedAt == OPEN;
    }

    long unread(int consumer) {
        return total.accepted() - read[consumer];
    }

    /// Whether the consumer has read it, and all that came before it, to the end.
    boolean isFinishedBy(int consumer) {
        return !isOpen() && unread(consumer) == 0 && isReadableBy(consumer);
    }

    boolean isFinishedByAll() {
        for (int consumer = 0; consumer < read.length; consumer++) {
            if (!isFinishedBy(consumer)) {
                return false;
            }
        }
        return !isOpen();
    }

    /// Whether the consumer may read it: parents come before children.
    boolean isReadableBy(int consumer) {
        return parents.stream().allMatch(parent -> parent.isFinishedBy(consumer));
    }

    /// Takes what fits of `offered` equal records.
    ///
    /// Refusing leaves a budget as it is, so that one more record tells why all the rest are refused.
    void offer(long second, int recordBytes, int offered) {
        int accepted = write.takeMany(second, recordBytes, offered);
        long byCount = 0;
        long byBytes = 0;
        if (accepted < offered) {
            switch (write.take(second, recordBytes)) {
                case THROTTLED_BY_COUNT -> byCount = (long) offered - accepted;
                case THROTTLED_BY_BYTES -> byBytes = (long) offered - accepted;
                case ADMITTED -> throw new IllegalStateException("A refused record was taken");
            }
        }
        last = new ShardsSnapshot.Totals(offered, accepted, byCount, byBytes);
        total = new ShardsSnapshot.Totals(
                total.offered() + offered,
                total.accepted() + accepted,
                total.throttledByCount() + byCount,
                total.throttledByBytes() + byBytes);
        if (accepted > 0) {
            traffic.add(second, accepted, (long) accepted * recordBytes);
        }
    }

    /// Whether refusals begin (1), end (−1), or neither (0).
    int throttlingChange() {
        if (last.accepted() < last.offered()) {
            calm = 0;
            if (!throttling) {
                throttling = true;
                return 1;
            }
        } else if (throttling && ++calm >= CALM_SECONDS) {
            throttling = false;
            return -1;
        }
        return 0;
    }

    /// Remembers the second's arrivals and forgets those that all have read.
    void remember() {
        if (read.length == 0) {
            return;
        }
        if (isOpen()) {
            arrivals.add(total.accepted());
        }
    }

    void forget() {
        if (read.length == 0) {
            return;
        }
        long least = Long.MAX_VALUE;
        for (long position : read) {
            least = Math.min(least, position);
        }
        arrivals.forget(least);
    }

    ShardsSnapshot.ShardLife life() {
        return new ShardsSnapshot.ShardLife(
                id(),
                range(),
                entry.parent(),
                entry.adjacentParent(),
                openedAt,
                isOpen() ? OptionalLong.empty() : OptionalLong.of(closedAt),
                total);
    }

    ShardsSnapshot.OpenShard shown(KeySpace names) {
        return new ShardsSnapshot.OpenShard(
                id(),
                range(),
                share,
                keys,
                hottestKey < 0 ? Optional.empty() : Optional.of(names.name(hottestKey)),
                hottestShare,
                last,
                total,
                (double) write.bytesTaken() / ShardWriteBudget.BYTES_PER_SECOND,
                (double) write.recordsTaken() / ShardWriteBudget.RECORDS_PER_SECOND);
    }
}
