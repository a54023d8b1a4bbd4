package dev.rockpool.streamengine;

import java.time.Instant;
import java.util.Optional;

/// Something an engine did: enough to bill every dimension of the service, and to draw a stream's life.
///
/// Streams are named; of two streams that bear a name one after the other, [StreamDeleted] ends the first.
public sealed interface StreamEvent {
    /// When, on the platform's clock. What was due earlier and is done late carries the time it was due.
    Instant at();

    /// Which stream.
    StreamName stream();

    /// A stream was asked for. Its shards open, and it costs, from here.
    record StreamCreated(Instant at, StreamName stream, StreamMode mode, int retentionHours) implements StreamEvent {}

    /// A stream takes records, or takes them again after a change.
    record StreamActive(Instant at, StreamName stream) implements StreamEvent {}

    /// A stream is gone, with its shards and consumers; it costs no more.
    record StreamDeleted(Instant at, StreamName stream) implements StreamEvent {}

    /// A shard takes records.
    ///
    /// @param openShards how many shards of the stream are open from now on
    record ShardOpened(Instant at, StreamName stream, Shard shard, int openShards) implements StreamEvent {}

    /// A shard was split or merged and takes records no more.
    ///
    /// @param openShards how many shards of the stream are open from now on
    record ShardClosed(Instant at, StreamName stream, Shard shard, int openShards) implements StreamEvent {}

    /// All records of a closed shard are past the retention period: it is gone.
    record ShardExpired(Instant at, StreamName stream, ShardId shard) implements StreamEvent {}

    /// Records are durable.
    ///
    /// @param mode the stream's mode then
    /// @param records how many
    /// @param bytes data and partition keys
    /// @param payloadUnits the PUT payload units of the provisioned mode: each record's bytes in begun 25 KiB
    /// @param onDemandBytes the bytes as the on-demand mode bills them: each record rounded up to whole KiB
    record RecordsPut(
            Instant at,
            StreamName stream,
            ShardId shard,
            StreamMode mode,
            int records,
            long bytes,
            long payloadUnits,
            long onDemandBytes)
            implements StreamEvent {}

    /// Records were refused by a shard's write limits.
    record PutThrottled(Instant at, StreamName stream, ShardId shard, ThrottleCause cause, int records, long bytes)
            implements StreamEvent {}

    /// Records were read.
    ///
    /// @param consumer the enhanced fan-out consumer; empty for *GetRecords*
    /// @param mode the stream's mode then
    /// @param records how many; 0 is a read that found nothing
    /// @param bytes data and partition keys
    /// @param bytesOlderThanSevenDays those of `bytes` that long-term retrieval bills
    /// @param millisBehindLatest the reader's distance from the tip
    record RecordsRead(
            Instant at,
            StreamName stream,
            ShardId shard,
            Optional<ConsumerName> consumer,
            StreamMode mode,
            int records,
            long bytes,
            long bytesOlderThanSevenDays,
            long millisBehindLatest)
            implements StreamEvent {}

    /// A *GetRecords* was refused by a shard's read limits.
    record ReadThrottled(Instant at, StreamName stream, ShardId shard, ThrottleCause cause) implements StreamEvent {}

    /// An enhanced fan-out consumer was registered; it costs by open shard and hour from here.
    ///
    /// @param consumers how many the stream has from now on
    record ConsumerRegistered(Instant at, StreamName stream, ConsumerName consumer, int consumers)
            implements StreamEvent {}

    /// An enhanced fan-out consumer was deregistered.
    ///
    /// @param consumers how many the stream has from now on
    record ConsumerDeregistered(Instant at, StreamName stream, ConsumerName consumer, int consumers)
            implements StreamEvent {}

    /// Records are kept for another time.
    record RetentionChanged(Instant at, StreamName stream, int fromHours, int toHours) implements StreamEvent {}

    /// A stream is counted and billed in another mode.
    record ModeChanged(Instant at, StreamName stream, StreamMode from, StreamMode to) implements StreamEvent {}
}
