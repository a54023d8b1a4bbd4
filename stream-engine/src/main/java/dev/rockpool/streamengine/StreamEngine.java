package dev.rockpool.streamengine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The streams of one folder.
///
/// Safe for any number of threads. One engine at a time has a folder. Every operation can throw [StreamRefusal]; its
/// code and sentence are the service's.
public final class StreamEngine implements AutoCloseable {
    private StreamEngine() {}

    /// Opens the streams of `folder`, which is created if it is missing.
    ///
    /// @throws dev.rockpool.kernel.EnvironmentException if another process has it (`stream-folder-locked`), it
    ///     holds something else (`stream-folder-foreign`), is of a later Rockpool (`stream-folder-newer`), is
    ///     damaged (`stream-damaged`), or cannot be read or written (`stream-disk`)
    public static StreamEngine open(Path folder, InstantSource clock, Sync sync) {
        return open(folder, clock, StreamEngineOptions.standard().with(sync), StreamListener.NONE);
    }

    /// Opens as above, with options and a listener.
    public static StreamEngine open(
            Path folder, InstantSource clock, StreamEngineOptions options, StreamListener listener) {
        return later();
    }

    /// Asks for a provisioned stream of `shards` shards with equal ranges.
    public void createStream(StreamName name, int shards) {
        later();
    }

    /// Asks for an on-demand stream; it begins with four shards.
    public void createOnDemandStream(StreamName name) {
        later();
    }

    /// Removes a stream and all it holds.
    ///
    /// @param evenWithConsumers whether registered consumers go with it; otherwise they keep it
    public void deleteStream(StreamName name, boolean evenWithConsumers) {
        later();
    }

    /// All streams, by name.
    public List<StreamDescription> listStreams() {
        return later();
    }

    /// One stream.
    public StreamDescription describeStream(StreamName name) {
        return later();
    }

    /// A stream's shards that pass `filter`, by id.
    ///
    /// @param after the last shard of the page before
    /// @param most how many at most, 1 to 10,000
    public ShardPage listShards(StreamName name, ShardFilter filter, Optional<ShardId> after, int most) {
        return later();
    }

    /// A stream's open shards, by range.
    public List<Shard> openShards(StreamName name) {
        return later();
    }

    /// Limits and counts of the account.
    public AccountLimits limits() {
        return later();
    }

    /// Puts one record. When this returns it is durable.
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry) {
        return later();
    }

    /// Puts one record with a number above `after`, which an earlier put answered.
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry, SequenceNumber after) {
        return later();
    }

    /// Puts 1 to 500 records, of 5 MiB in all (10 MiB where the stream takes large records). Each succeeds or fails by
    /// itself; those that succeed are durable when this returns.
    ///
    /// @return one result an entry, in their order
    public List<PutResult> putRecords(StreamName name, List<PutEntry> entries) {
        return later();
    }

    /// A place in a shard.
    public ShardIterator shardIterator(StreamName name, ShardId shard, StartingPosition position) {
        return later();
    }

    /// Reads on from a place.
    ///
    /// @param limit the most records, 1 to 10,000
    public ReadResult getRecords(ShardIterator iterator, int limit) {
        return later();
    }

    /// Cuts an open shard in two, of which the upper begins at `newStart`.
    public void splitShard(StreamName name, ShardId shard, HashKey newStart) {
        later();
    }

    /// Joins two open shards whose ranges touch; `shard` is the lower.
    public void mergeShards(StreamName name, ShardId shard, ShardId adjacent) {
        later();
    }

    /// Splits and merges until `target` shards have equal ranges (`UNIFORM_SCALING`).
    public ShardCountUpdate updateShardCount(StreamName name, int target) {
        return later();
    }

    /// Keeps records longer, up to 8,760 hours.
    public void increaseRetention(StreamName name, int hours) {
        later();
    }

    /// Keeps records for less time, down to 24 hours; what is older is gone at once.
    public void decreaseRetention(StreamName name, int hours) {
        later();
    }

    /// Takes records up to this size, 1,024 to 10,240 KiB.
    public void updateMaxRecordSize(StreamName name, int kibibytes) {
        later();
    }

    /// Changes the mode; twice in 24 hours at most. The shards stay.
    public void updateStreamMode(StreamName name, StreamMode mode) {
        later();
    }

    /// Registers an enhanced fan-out consumer.
    public ConsumerDescription registerConsumer(StreamName name, ConsumerName consumer) {
        return later();
    }

    /// Removes an enhanced fan-out consumer and ends its subscriptions.
    public void deregisterConsumer(StreamName name, ConsumerName consumer) {
        later();
    }

    /// One consumer.
    public ConsumerDescription describeConsumer(StreamName name, ConsumerName consumer) {
        return later();
    }

    /// A stream's consumers, by name.
    public List<ConsumerDescription> listConsumers(StreamName name) {
        return later();
    }

    /// Subscribes a consumer to a shard.
    public FanOutSubscription subscribe(
            StreamName name, ConsumerName consumer, ShardId shard, StartingPosition position) {
        return later();
    }

    /// Does everything that is due by now, in the order in which it was due.
    public void settle() {
        later();
    }

    /// When something falls due next, if nothing else is asked.
    public Optional<Instant> nextDue() {
        return later();
    }

    /// Ends all subscriptions, writes what is written but not yet on the disk, and lets go of the folder.
    @Override
    public void close() {}

    @SuppressWarnings("TypeParameterUnusedInFormals") // gone with the skeleton
    private static <T> T later() {
        throw new UnsupportedOperationException("Lands next");
    }
}
