package dev.rockpool.streamengine;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.streamengine.segment.LogSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The streams of one folder.
///
/// Safe for any number of threads. One engine at a time has a folder. Every operation can throw
/// [StreamRefusal]; its code and sentence are the service's.
///
/// After the disk failed a put ([StreamRefusal.Code#INTERNAL_FAILURE], or `InternalFailure` for a record of
/// a batch), none of its records is there, reading goes on, and the next put tries again; where what was
/// written could not be taken back either, the stream takes no puts until the folder is opened again.
public final class StreamEngine implements AutoCloseable {
    /// The most records of one *PutRecords*.
    public static final int RECORDS_PER_PUT = 500;

    /// The most records of one *GetRecords*.
    public static final int RECORDS_PER_READ = 10_000;

    /// The shortest and the default retention, in hours.
    public static final int LEAST_RETENTION_HOURS = 24;

    /// The longest retention, in hours.
    public static final int MOST_RETENTION_HOURS = 8_760;

    /// The default largest record, and the least that can be set, in KiB.
    public static final int LEAST_MAX_RECORD_KIB = 1_024;

    /// The most that can be set as largest record, in KiB.
    public static final int MOST_MAX_RECORD_KIB = 10_240;

    private static final int KIB = 1 << 10;
    private static final int PUT_BYTES = 5 << 20;
    private static final int LARGE_PUT_BYTES = 10 << 20;
    private static final int SHARDS_PER_PAGE = 10_000;

    private final InstantSource clock;
    private final StreamEngineOptions options;
    private final StreamListener listener;
    private final Refusals refusals;
    private final StreamCatalog catalog;
    private final Settling settling;
    private final Preconditions given;
    private final StreamAdministration streams;
    private final ShardAdministration shards;
    private final ConsumerAdministration consumers;

    private StreamEngine(
            Disk disk, Path folder, InstantSource clock, StreamEngineOptions options, StreamListener listener) {
        this.clock = clock;
        this.options = options;
        this.listener = listener;
        this.refusals = new Refusals(options);
        this.catalog = StreamCatalog.open(disk, folder, clock, options, refusals, listener);
        this.settling = new Settling(clock, refusals, catalog, new Timetable(catalog, options, listener));
        this.given = new Preconditions(options, refusals, catalog);
        this.streams = new StreamAdministration(settling, given, refusals, catalog, options, listener);
        this.shards = new ShardAdministration(settling, given, refusals, catalog);
        this.consumers = new ConsumerAdministration(settling, given, refusals, catalog, options, listener);
    }

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
        return open(Disk.real(), folder, clock, options, listener);
    }

    /// Opens as above, on another disk.
    static StreamEngine open(
            Disk disk, Path folder, InstantSource clock, StreamEngineOptions options, StreamListener listener) {
        return new StreamEngine(disk, folder, clock, options, listener);
    }

    /// Asks for a provisioned stream of `shards` shards with equal ranges.
    public void createStream(StreamName name, int shards) {
        createStream(NewStream.provisioned(name, shards));
    }

    /// Asks for an on-demand stream; it begins with four shards.
    public void createOnDemandStream(StreamName name) {
        createStream(NewStream.onDemand(name));
    }

    /// Asks for a stream.
    public void createStream(NewStream wanted) {
        streams.createStream(wanted);
    }

    /// Removes a stream and all it holds. Its data and its cost end at once, its name is free a moment later.
    ///
    /// @param evenWithConsumers whether registered consumers go with it; otherwise they keep it
    public void deleteStream(StreamName name, boolean evenWithConsumers) {
        streams.deleteStream(name, evenWithConsumers);
    }

    /// All streams, by name.
    public List<StreamDescription> listStreams() {
        settling.settleIfDue();
        return given.states().stream().map(StreamState::describe).toList();
    }

    /// One stream.
    public StreamDescription describeStream(StreamName name) {
        settling.settleIfDue();
        return given.require(name).state().describe();
    }

    /// A stream's shards that pass `filter`, by id.
    ///
    /// @param after the last shard of the page before
    /// @param most how many at most, 1 to 10,000
    public ShardPage listShards(StreamName name, ShardFilter filter, Optional<ShardId> after, int most) {
        if (most < 1 || most > SHARDS_PER_PAGE) {
            throw refusals.invalid("MaxResults " + most + " is not 1 to " + SHARDS_PER_PAGE + ".");
        }
        settling.settleIfDue();
        StreamState state = given.require(name).state();
        if (state.status() == StreamStatus.CREATING) {
            return new ShardPage(List.of(), false);
        }
        Instant now = clock.instant();
        List<Shard> listed = state.shards().stream()
                .filter(shard -> passes(shard, filter, state, now))
                .filter(shard -> after.isEmpty() || shard.id().compareTo(after.get()) > 0)
                .limit(most + 1L)
                .toList();
        boolean more = listed.size() > most;
        return new ShardPage(more ? listed.subList(0, most) : listed, more);
    }

    private static boolean passes(Shard shard, ShardFilter filter, StreamState state, Instant now) {
        Instant horizon = state.horizon(now);
        return switch (filter) {
            case ShardFilter.AfterShardId(ShardId id) -> shard.id().compareTo(id) > 0;
            case ShardFilter.AtTrimHorizon() -> shard.wasOpenAt(later(horizon, state.createdAt()));
            case ShardFilter.FromTrimHorizon() -> true;
            case ShardFilter.AtLatest() -> shard.isOpen();
            case ShardFilter.AtTimestamp(Instant time) ->
                shard.wasOpenAt(later(time, later(horizon, state.createdAt())));
            case ShardFilter.FromTimestamp(Instant time) ->
                shard.closedAt().map(closed -> !closed.isBefore(time)).orElse(true);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /// A stream's open shards, by range.
    public List<Shard> openShards(StreamName name) {
        settling.settleIfDue();
        StreamState state = given.require(name).state();
        return state.status() == StreamStatus.CREATING ? List.of() : state.openShards();
    }

    /// Limits and counts of the account.
    public AccountLimits limits() {
        settling.settleIfDue();
        return new AccountLimits(
                options.shardLimit(),
                given.provisionedShards(),
                options.onDemandStreamLimit(),
                given.onDemandStreams());
    }

    /// Puts one record into a stream without encryption. When this returns it is durable.
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry) {
        return putRecord(name, entry, DataKeys.NONE);
    }

    /// Puts one record. When this returns it is durable.
    ///
    /// @param keys make a data key where the stream is encrypted and has none yet
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry, DataKeys keys) {
        return switch (put(name, List.of(entry), keys).getFirst()) {
            case PutResult.Accepted accepted -> accepted;
            case PutResult.Failed(String code, String message) ->
                throw new StreamRefusal(
                        code.equals(PutResult.Failed.THROTTLED)
                                ? StreamRefusal.Code.PROVISIONED_THROUGHPUT_EXCEEDED
                                : StreamRefusal.Code.INTERNAL_FAILURE,
                        message);
        };
    }

    /// Puts one record with a number above `after`, which an earlier put answered.
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry, SequenceNumber after, DataKeys keys) {
        if (after.timeSeconds() > clock.instant().getEpochSecond()) {
            throw refusals.badOrdering(name, after);
        }
        return putRecord(name, entry, keys);
    }

    /// Puts records into a stream without encryption, as below.
    public List<PutResult> putRecords(StreamName name, List<PutEntry> entries) {
        return putRecords(name, entries, DataKeys.NONE);
    }

    /// Puts 1 to 500 records, of 5 MiB in all (10 MiB where the stream takes large records). Each succeeds
    /// or fails by itself; those that succeed are durable when this returns.
    ///
    /// @param keys make a data key where the stream is encrypted and has none yet
    /// @return one result an entry, in their order
    public List<PutResult> putRecords(StreamName name, List<PutEntry> entries, DataKeys keys) {
        if (entries.isEmpty() || entries.size() > RECORDS_PER_PUT) {
            throw refusals.invalid(entries.size() + " records in one call are not 1 to " + RECORDS_PER_PUT + ".");
        }
        return put(name, entries, keys);
    }

    private List<PutResult> put(StreamName name, List<PutEntry> entries, DataKeys keys) {
        LiveStream stream = usable(name);
        requireFits(stream.state(), entries);
        Optional<List<PutResult>> results = stream.put(entries);
        while (results.isEmpty()) {
            streams.giveDataKey(name, keys);
            results = stream.put(entries);
        }
        return results.get();
    }

    private void requireFits(StreamState state, List<PutEntry> entries) {
        int mostRecord = state.maxRecordKiB() * KIB;
        int mostPut = state.maxRecordKiB() > LEAST_MAX_RECORD_KIB ? LARGE_PUT_BYTES : PUT_BYTES;
        long sum = 0;
        for (PutEntry entry : entries) {
            if (entry.bytes() > mostRecord) {
                throw refusals.invalid("A record of " + entry.bytes()
                        + " bytes of data and partition key is larger than the " + mostRecord + " bytes that stream "
                        + state.name() + " takes.");
            }
            sum += entry.bytes();
        }
        if (entries.size() > 1 && sum > mostPut) {
            throw refusals.invalid("Records of " + sum + " bytes in one call are more than " + mostPut + ".");
        }
    }

    /// A place in a shard.
    public ShardIterator shardIterator(StreamName name, ShardId shard, StartingPosition position) {
        LiveStream stream = usable(name);
        LiveShard live = stream.shard(shard).orElseThrow(() -> refusals.shardDoesNotExist(name, shard));
        Instant now = clock.instant();
        return token(stream, shard, stream.resolve(live, position, now), now);
    }

    private static ShardIterator token(LiveStream stream, ShardId shard, long ordinal, Instant now) {
        StreamState state = stream.state();
        return new IteratorToken(state.name(), state.id(), shard, ordinal, now.toEpochMilli()).encode();
    }

    /// Reads on from a place in a stream without encryption, as below.
    public ReadResult getRecords(ShardIterator iterator, int limit) {
        return getRecords(iterator, limit, DataKeys.NONE);
    }

    /// Reads on from a place.
    ///
    /// @param limit the most records, 1 to 10,000
    /// @param keys open records that are encrypted
    public ReadResult getRecords(ShardIterator iterator, int limit, DataKeys keys) {
        if (limit < 1 || limit > RECORDS_PER_READ) {
            throw refusals.invalid("Limit " + limit + " is not 1 to " + RECORDS_PER_READ + ".");
        }
        settling.settleIfDue();
        IteratorToken token = IteratorToken.decode(iterator).orElseThrow(refusals::badIterator);
        Instant now = clock.instant();
        Instant issued = Instant.ofEpochMilli(token.issuedMillis());
        if (issued.plus(IteratorToken.LIFE).isBefore(now)) {
            throw refusals.expiredIterator(issued, now);
        }
        LiveStream stream = catalog.find(token.streamId())
                .orElseThrow(() -> refusals.shardDoesNotExist(token.stream(), token.shard()));
        stream.requireUsable();
        LiveShard shard = stream.shard(token.shard())
                .orElseThrow(() -> refusals.shardDoesNotExist(token.stream(), token.shard()));
        takeRead(stream, shard, now);
        LogSpan span = stream.read(shard, token.ordinal(), now, limit, ShardReadBudget.BYTES_PER_CALL);
        List<StreamRecord> records = stream.records(shard.shard, span, keys);
        Delivery delivery = Delivery.of(records, now);
        synchronized (shard.read) {
            shard.read.returned(delivery.bytes());
        }
        long behind = stream.millisBehind(span, now);
        boolean atEnd = stream.isAtEnd(shard, span);
        listener.happened(new StreamEvent.RecordsRead(
                now,
                token.stream(),
                shard.id,
                Optional.empty(),
                stream.state().mode(),
                records.size(),
                delivery.bytes(),
                delivery.bytesOlderThanSevenDays(),
                behind));
        return new ReadResult(
                records,
                atEnd ? Optional.empty() : Optional.of(token(stream, shard.id, span.next(), now)),
                behind,
                atEnd ? stream.state().childrenOf(shard.id) : List.of());
    }

    private void takeRead(LiveStream stream, LiveShard shard, Instant now) {
        if (options.limits() == StreamEngineOptions.Limits.OFF) {
            return;
        }
        Admission admission;
        synchronized (shard.read) {
            admission = shard.read.call(now.getEpochSecond());
        }
        if (admission.cause().isPresent()) {
            StreamName name = stream.state().name();
            listener.happened(new StreamEvent.ReadThrottled(
                    now, name, shard.id, admission.cause().get()));
            throw refusals.throttled(name, shard.id);
        }
    }

    /// Cuts an open shard in two, of which the upper begins at `newStart`: more than one above the shard's
    /// start and below its end.
    public void splitShard(StreamName name, ShardId shard, HashKey newStart) {
        shards.splitShard(name, shard, newStart);
    }

    /// Joins two open shards whose ranges touch; `shard` is the lower.
    public void mergeShards(StreamName name, ShardId shard, ShardId adjacent) {
        shards.mergeShards(name, shard, adjacent);
    }

    /// Splits and merges until `target` shards have equal ranges (`UNIFORM_SCALING`): from half of the
    /// present number to double, ten times in 24 hours at most.
    public ShardCountUpdate updateShardCount(StreamName name, int target) {
        return shards.updateShardCount(name, target);
    }

    /// Keeps records longer, up to 8,760 hours. What is gone stays gone.
    public void increaseRetention(StreamName name, int hours) {
        streams.increaseRetention(name, hours);
    }

    /// Keeps records for less time, down to 24 hours; what is older is gone at once.
    public void decreaseRetention(StreamName name, int hours) {
        streams.decreaseRetention(name, hours);
    }

    /// Takes records up to this size, 1,024 to 10,240 KiB.
    public void updateMaxRecordSize(StreamName name, int kibibytes) {
        streams.updateMaxRecordSize(name, kibibytes);
    }

    /// What is set on a stream and its consumers; empty if there is no such stream.
    public Optional<StreamProperties> findProperties(StreamName name) {
        settling.settleIfDue();
        return catalog.find(name).map(stream -> stream.state().properties());
    }

    /// What is set on a stream and its consumers.
    public StreamProperties properties(StreamName name) {
        settling.settleIfDue();
        return given.require(name).state().properties();
    }

    /// Sets on a stream what `change` makes of what is set. A key is switched with [#switchKey], warm
    /// throughput with [#keepWarm].
    public void changeProperties(StreamName name, UnaryOperator<StreamProperties> change) {
        streams.changeProperties(name, change);
    }

    /// Encrypts records from now on with another key, or with none.
    public void switchKey(StreamName name, Optional<StreamKey> key) {
        streams.switchKey(name, key);
    }

    /// Keeps an on-demand stream warm for a throughput: it gets as many shards at once.
    ///
    /// @param mebibytes a second; 0 for none
    public void keepWarm(StreamName name, int mebibytes) {
        streams.keepWarm(name, mebibytes);
    }

    /// What the account has committed itself to.
    public AccountCommitment commitment() {
        return catalog.commitment();
    }

    /// Commits the account to a least throughput billed, or asks for the end of that.
    public AccountCommitment commit(boolean on) {
        return streams.commit(on);
    }

    /// The time that the engine goes by.
    public Instant now() {
        return clock.instant();
    }

    /// The stream that an iterator reads, if this engine can have given it out.
    public Optional<StreamName> streamOf(ShardIterator iterator) {
        return IteratorToken.decode(iterator).map(IteratorToken::stream);
    }

    /// Changes the mode; twice in 24 hours at most. The shards stay.
    public void updateStreamMode(StreamName name, StreamMode mode) {
        updateStreamMode(name, mode, 0);
    }

    /// Changes the mode, and keeps the stream warm for a throughput in MiB a second.
    public void updateStreamMode(StreamName name, StreamMode mode, int warmMiBps) {
        streams.updateStreamMode(name, mode, warmMiBps);
    }

    /// Registers an enhanced fan-out consumer.
    public ConsumerDescription registerConsumer(StreamName name, ConsumerName consumer) {
        return describe(name, consumers.registerConsumer(name, consumer));
    }

    /// Removes an enhanced fan-out consumer and ends its subscriptions.
    public void deregisterConsumer(StreamName name, ConsumerName consumer) {
        consumers.deregisterConsumer(name, consumer);
    }

    /// One consumer.
    public ConsumerDescription describeConsumer(StreamName name, ConsumerName consumer) {
        settling.settleIfDue();
        return describe(name, given.requireConsumer(given.require(name).state(), consumer));
    }

    /// A stream's consumers, by name.
    public List<ConsumerDescription> listConsumers(StreamName name) {
        settling.settleIfDue();
        return given.require(name).state().consumers().stream()
                .map(consumer -> describe(name, consumer))
                .toList();
    }

    private static ConsumerDescription describe(StreamName name, ConsumerState consumer) {
        return new ConsumerDescription(name, consumer.name(), consumer.status(), consumer.createdAt());
    }

    /// Subscribes to a stream without encryption, as below.
    public FanOutSubscription subscribe(
            StreamName name, ConsumerName consumer, ShardId shard, StartingPosition position) {
        return subscribe(name, consumer, shard, position, DataKeys.NONE);
    }

    /// Subscribes an active consumer to a shard, in the place of its former subscription there if that is
    /// at least five seconds old.
    ///
    /// @param keys open records that are encrypted
    public FanOutSubscription subscribe(
            StreamName name, ConsumerName consumer, ShardId shard, StartingPosition position, DataKeys keys) {
        LiveStream stream = usable(name);
        ConsumerState registered = given.requireConsumer(stream.state(), consumer);
        if (registered.status() != ConsumerStatus.ACTIVE) {
            throw refusals.consumerNotActive(name, registered);
        }
        LiveShard live = stream.shard(shard).orElseThrow(() -> refusals.shardDoesNotExist(name, shard));
        Instant now = clock.instant();
        long from = stream.resolve(live, position, now);
        FanOut subscription = new FanOut(stream, live, consumer, from, now, clock, options, listener, keys);
        if (!stream.subscriptions().add(subscription)) {
            throw refusals.subscribed(name, shard, consumer);
        }
        return subscription;
    }

    /// Does everything that is due by now, in the order in which it was due.
    public void settle() {
        settling.settle();
    }

    /// When something falls due next, if nothing else is asked.
    public Optional<Instant> nextDue() {
        return settling.nextDue();
    }

    /// Writes all streams as they are now to `folder`, for a second engine to be opened there: segments by
    /// second names. Puts go on meanwhile; a put waits once while a segment begins.
    ///
    /// @param folder of the second engine, which is empty or not there
    /// @throws IOException if the disk refuses; what is in the folder by then is of no use
    public void snapshot(Path folder) throws IOException {
        settling.snapshot(folder);
    }

    /// Ends all subscriptions, writes what is written but not yet on the disk, and lets go of the folder.
    @Override
    public void close() {
        settling.close();
    }

    private LiveStream usable(StreamName name) {
        settling.settleIfDue();
        LiveStream stream = given.require(name);
        stream.requireUsable();
        return stream;
    }
}
