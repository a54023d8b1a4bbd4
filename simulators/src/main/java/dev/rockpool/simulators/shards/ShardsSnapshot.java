package dev.rockpool.simulators.shards;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Snapshot;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.ShardId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// How a stream stands after a second.
///
/// @param second virtual seconds since the beginning
/// @param seconds virtual seconds of the scenario
/// @param recordBytes of every record
/// @param shards the open shards, in the order of the ring
/// @param lineage every shard there ever was, by id
/// @param consumers as the scenario has them
/// @param events of the last second
/// @param measures of the last second
/// @param totals of the run so far
/// @param numbers computes figures
/// @param cost computes the bill
public record ShardsSnapshot(
        long second,
        long seconds,
        int recordBytes,
        List<OpenShard> shards,
        List<ShardLife> lineage,
        List<ConsumerState> consumers,
        List<LabEvent> events,
        List<Measure> measures,
        Totals totals,
        Supplier<List<Figure>> numbers,
        Supplier<Bill> cost)
        implements Snapshot {
    /// Records so far.
    ///
    /// @param offered all that producers sent
    /// @param accepted those that were taken
    /// @param throttledByCount those refused by the limit of 1,000 records a second
    /// @param throttledByBytes those refused by the limit of 1 MiB a second
    public record Totals(long offered, long accepted, long throttledByCount, long throttledByBytes) {
        /// The share of what was offered that was accepted; 1 when nothing was offered.
        public double acceptedFraction() {
            return offered == 0 ? 1 : (double) accepted / offered;
        }
    }

    /// An open shard and its last second.
    ///
    /// @param range the part of the ring it owns
    /// @param expectedShare the share of all records that its keys have
    /// @param keys how many keys it owns
    /// @param hottestKey the key with the most weight that it owns
    /// @param hottestShare that key's share of all records
    /// @param last records of the last second
    /// @param total records since it opened
    /// @param byteFill the share of its bytes a second that was used; above 1 while it owes
    /// @param countFill the share of its records a second that was used
    public record OpenShard(
            ShardId id,
            HashKeyRange range,
            double expectedShare,
            int keys,
            Optional<String> hottestKey,
            double hottestShare,
            Totals last,
            Totals total,
            double byteFill,
            double countFill) {
        /// Whether it refused records in the last second.
        public boolean throttles() {
            return last.accepted() < last.offered();
        }
    }

    /// When a shard was open and where it came from.
    ///
    /// @param openedAt the second it opened
    /// @param closedAt the second it was split or merged; empty while it is open
    public record ShardLife(
            ShardId id,
            HashKeyRange range,
            Optional<ShardId> parent,
            Optional<ShardId> adjacentParent,
            long openedAt,
            OptionalLong closedAt,
            Totals total) {}

    /// A consumer and its last second.
    ///
    /// @param standing whether it stands still
    /// @param iteratorAgeMillis the age of the oldest record it has not read
    /// @param peakIteratorAgeMillis the greatest so far
    /// @param unreadRecords of all shards
    /// @param bytesLastSecond that it read in the last second
    /// @param recordsRead so far
    /// @param callsRefusedByCount of its reads so far, by five calls a second
    /// @param callsRefusedByBytes of its reads so far, by 2 MiB a second
    public record ConsumerState(
            String name,
            StreamConsumer.Kind kind,
            boolean standing,
            long iteratorAgeMillis,
            long peakIteratorAgeMillis,
            long unreadRecords,
            long bytesLastSecond,
            long recordsRead,
            long callsRefusedByCount,
            long callsRefusedByBytes) {}

    public ShardsSnapshot {
        shards = List.copyOf(shards);
        lineage = List.copyOf(lineage);
        consumers = List.copyOf(consumers);
        events = List.copyOf(events);
        measures = List.copyOf(measures);
    }

    @Override
    public List<Figure> figures() {
        return numbers.get();
    }

    @Override
    public Bill monthlyBill() {
        return cost.get();
    }
}
