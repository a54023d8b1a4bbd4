package dev.rockpool.streamengine;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.streamengine.segment.LogSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
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
    private static final int MOST_UPDATED_SHARDS = 10_000;
    private static final int STREAMS_IN_CREATION = 5;
    private static final int CONSUMERS_IN_CREATION = 5;
    private static final int COMMITTED_CONSUMERS = 50;
    private static final int SHARD_COUNT_UPDATES_A_DAY = 10;
    private static final int MODE_SWITCHES_A_DAY = 2;
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final InstantSource clock;
    private final StreamEngineOptions options;
    private final StreamListener listener;
    private final Refusals refusals;
    private final StreamCatalog catalog;
    private final Timetable timetable;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Instant nextCheck = Instant.MIN;
    private volatile boolean closed;

    private StreamEngine(
            Disk disk, Path folder, InstantSource clock, StreamEngineOptions options, StreamListener listener) {
        this.clock = clock;
        this.options = options;
        this.listener = listener;
        this.refusals = new Refusals(options);
        this.catalog = StreamCatalog.open(disk, folder, clock, options, refusals, listener);
        this.timetable = new Timetable(catalog, options, listener);
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
        if (wanted.shards() < 1) {
            throw refusals.invalid("ShardCount " + wanted.shards() + " is less than 1.");
        }
        requireRecordSize(wanted.maxRecordKiB());
        change(now -> {
            requireNew(wanted.name());
            switch (wanted.mode()) {
                case PROVISIONED -> requireShards(wanted.shards());
                case ON_DEMAND -> requireOnDemandStream();
            }
            create(wanted, now);
        });
    }

    private void requireNew(StreamName name) {
        if (catalog.find(name).isPresent()) {
            throw refusals.streamExists(name);
        }
        long creating = states().stream()
                .filter(state -> state.status() == StreamStatus.CREATING)
                .count();
        if (creating >= STREAMS_IN_CREATION) {
            throw refusals.limit("Only " + STREAMS_IN_CREATION + " streams can be in the CREATING state at a time.");
        }
    }

    private void create(NewStream wanted, Instant now) throws IOException {
        StreamState empty = new StreamState(
                catalog.nextId(),
                wanted.name(),
                StreamStatus.CREATING,
                wanted.mode(),
                LEAST_RETENTION_HOURS,
                now,
                wanted.maxRecordKiB(),
                now,
                0,
                List.of(),
                List.of(),
                Optional.of(new PendingChange.Activate(now.plus(options.changeTakes()))),
                List.of(),
                List.of(),
                now,
                wanted.properties());
        Reshaping first = new Reshaping(empty, now);
        first.openFirst(Math.max(wanted.shards(), wanted.properties().warmMiBps()));
        catalog.add(first.applyTo(empty));
        listener.happened(new StreamEvent.StreamCreated(now, wanted.name(), wanted.mode(), LEAST_RETENTION_HOURS));
        first.events().forEach(listener::happened);
    }

    /// Removes a stream and all it holds. Its data and its cost end at once, its name is free a moment later.
    ///
    /// @param evenWithConsumers whether registered consumers go with it; otherwise they keep it
    public void deleteStream(StreamName name, boolean evenWithConsumers) {
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            if (state.status() == StreamStatus.DELETING) {
                return;
            }
            if (!evenWithConsumers && !state.consumers().isEmpty()) {
                throw refusals.hasConsumers(name, state.consumers().size());
            }
            catalog.change(
                    stream,
                    state.with(draft -> draft.become(StreamStatus.DELETING, due(now, PendingChange.Delete::new))));
            stream.subscriptions().endAll();
            listener.happened(new StreamEvent.StreamDeleted(now, name));
        });
    }

    /// All streams, by name.
    public List<StreamDescription> listStreams() {
        settleIfDue();
        return states().stream().map(StreamState::describe).toList();
    }

    /// One stream.
    public StreamDescription describeStream(StreamName name) {
        settleIfDue();
        return require(name).state().describe();
    }

    /// A stream's shards that pass `filter`, by id.
    ///
    /// @param after the last shard of the page before
    /// @param most how many at most, 1 to 10,000
    public ShardPage listShards(StreamName name, ShardFilter filter, Optional<ShardId> after, int most) {
        if (most < 1 || most > SHARDS_PER_PAGE) {
            throw refusals.invalid("MaxResults " + most + " is not 1 to " + SHARDS_PER_PAGE + ".");
        }
        settleIfDue();
        StreamState state = require(name).state();
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
        settleIfDue();
        StreamState state = require(name).state();
        return state.status() == StreamStatus.CREATING ? List.of() : state.openShards();
    }

    /// Limits and counts of the account.
    public AccountLimits limits() {
        settleIfDue();
        return new AccountLimits(
                options.shardLimit(), provisionedShards(), options.onDemandStreamLimit(), onDemandStreams());
    }

    /// Puts one record. When this returns it is durable.
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry) {
        LiveStream stream = usable(name);
        requireFits(stream.state(), List.of(entry));
        return switch (stream.put(List.of(entry)).getFirst()) {
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
    public PutResult.Accepted putRecord(StreamName name, PutEntry entry, SequenceNumber after) {
        if (after.timeSeconds() > clock.instant().getEpochSecond()) {
            throw refusals.badOrdering(name, after);
        }
        return putRecord(name, entry);
    }

    /// Puts 1 to 500 records, of 5 MiB in all (10 MiB where the stream takes large records). Each succeeds
    /// or fails by itself; those that succeed are durable when this returns.
    ///
    /// @return one result an entry, in their order
    public List<PutResult> putRecords(StreamName name, List<PutEntry> entries) {
        if (entries.isEmpty() || entries.size() > RECORDS_PER_PUT) {
            throw refusals.invalid(entries.size() + " records in one call are not 1 to " + RECORDS_PER_PUT + ".");
        }
        LiveStream stream = usable(name);
        requireFits(stream.state(), entries);
        return stream.put(entries);
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

    /// Reads on from a place.
    ///
    /// @param limit the most records, 1 to 10,000
    public ReadResult getRecords(ShardIterator iterator, int limit) {
        if (limit < 1 || limit > RECORDS_PER_READ) {
            throw refusals.invalid("Limit " + limit + " is not 1 to " + RECORDS_PER_READ + ".");
        }
        settleIfDue();
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
        List<StreamRecord> records = LiveStream.records(shard.shard, span);
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
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            Shard split = requireShard(state, shard);
            requireProvisioned(state, "SplitShard");
            requireShards(1);
            HashKeyRange range = split.range();
            boolean inside = newStart.compareTo(range.end()) < 0
                    && newStart.compareTo(range.start()) > 0
                    && newStart.previous().compareTo(range.start()) > 0;
            if (!inside) {
                throw refusals.badSplit(name, split, newStart);
            }
            requireActive(state);
            requireOpen(state, split);
            update(stream, now, due -> new PendingChange.Split(due, shard, newStart));
        });
    }

    /// Joins two open shards whose ranges touch; `shard` is the lower.
    public void mergeShards(StreamName name, ShardId shard, ShardId adjacent) {
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            Shard lower = requireShard(state, shard);
            Shard upper = requireShard(state, adjacent);
            requireProvisioned(state, "MergeShards");
            if (!lower.range().touches(upper.range())) {
                throw refusals.notAdjacent(name, shard, adjacent);
            }
            requireActive(state);
            requireOpen(state, lower);
            requireOpen(state, upper);
            update(stream, now, due -> new PendingChange.Merge(due, shard, adjacent));
        });
    }

    /// Splits and merges until `target` shards have equal ranges (`UNIFORM_SCALING`): from half of the
    /// present number to double, ten times in 24 hours at most.
    public ShardCountUpdate updateShardCount(StreamName name, int target) {
        if (target < 1) {
            throw refusals.invalid("TargetShardCount " + target + " is less than 1.");
        }
        return changed(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            requireProvisioned(state, "UpdateShardCount");
            requireActive(state);
            int current = state.openShardCount();
            if (target > current * 2) {
                throw refusals.limit("UpdateShardCount cannot scale up over double your current open shard count. "
                        + "Current open shard count: " + current + " Target shard count: " + target);
            }
            if (target < Math.ceilDiv(current, 2)) {
                throw refusals.limit("UpdateShardCount cannot scale down below half your current open shard count. "
                        + "Current open shard count: " + current + " Target shard count: " + target);
            }
            if (target > MOST_UPDATED_SHARDS) {
                throw refusals.limit("UpdateShardCount cannot scale a stream up to more than " + MOST_UPDATED_SHARDS
                        + " shards. Target shard count: " + target);
            }
            if (target > current) {
                requireShards(target - current);
            }
            List<Instant> updates = ofLastDay(state.shardCountUpdates(), now);
            if (updates.size() >= SHARD_COUNT_UPDATES_A_DAY) {
                throw refusals.limit("UpdateShardCount can be called " + SHARD_COUNT_UPDATES_A_DAY
                        + " times in 24 hours on stream " + name + ".");
            }
            updates.add(now);
            catalog.change(stream, state.with(draft -> {
                draft.shardCountUpdates = updates;
                draft.become(StreamStatus.UPDATING, due(now, due -> new PendingChange.Rescale(due, target)));
            }));
            return new ShardCountUpdate(current, target);
        });
    }

    /// Keeps records longer, up to 8,760 hours. What is gone stays gone.
    public void increaseRetention(StreamName name, int hours) {
        change(now -> {
            StreamState state = requireRetention(name, hours);
            if (hours < state.retentionHours()) {
                throw refusals.invalid("Requested retention period (" + hours + " hours) for stream " + name
                        + " can not be shorter than existing retention period (" + state.retentionHours()
                        + " hours). Use DecreaseRetentionPeriod API.");
            }
            setRetention(name, state, hours, now);
        });
    }

    /// Keeps records for less time, down to 24 hours; what is older is gone at once.
    public void decreaseRetention(StreamName name, int hours) {
        change(now -> {
            StreamState state = requireRetention(name, hours);
            if (hours > state.retentionHours()) {
                throw refusals.invalid("Requested retention period (" + hours + " hours) for stream " + name
                        + " can not be longer than existing retention period (" + state.retentionHours()
                        + " hours). Use IncreaseRetentionPeriod API.");
            }
            setRetention(name, state, hours, now);
        });
    }

    private StreamState requireRetention(StreamName name, int hours) {
        StreamState state = require(name).state();
        if (hours < LEAST_RETENTION_HOURS) {
            throw refusals.invalid("Minimum allowed retention period is " + LEAST_RETENTION_HOURS
                    + " hours. Requested retention period (" + hours + " hours) is too short.");
        }
        if (hours > MOST_RETENTION_HOURS) {
            throw refusals.invalid("Maximum allowed retention period is " + MOST_RETENTION_HOURS
                    + " hours. Requested retention period (" + hours + " hours) is too long.");
        }
        requireActive(state);
        return state;
    }

    private void setRetention(StreamName name, StreamState state, int hours, Instant now) throws IOException {
        if (hours == state.retentionHours()) {
            return;
        }
        Instant kept = now.minus(Duration.ofHours(Math.min(hours, state.retentionHours())));
        catalog.change(require(name), state.with(draft -> {
            draft.retentionHours = hours;
            draft.keptFrom = later(kept, state.keptFrom());
        }));
        listener.happened(new StreamEvent.RetentionChanged(now, name, state.retentionHours(), hours));
    }

    /// Takes records up to this size, 1,024 to 10,240 KiB.
    public void updateMaxRecordSize(StreamName name, int kibibytes) {
        requireRecordSize(kibibytes);
        change(now -> {
            LiveStream stream = require(name);
            requireActive(stream.state());
            catalog.change(stream, stream.state().with(draft -> draft.maxRecordKiB = kibibytes));
        });
    }

    private void requireRecordSize(int kibibytes) {
        if (kibibytes < LEAST_MAX_RECORD_KIB || kibibytes > MOST_MAX_RECORD_KIB) {
            throw refusals.invalid("MaxRecordSizeInKiB " + kibibytes + " is not " + LEAST_MAX_RECORD_KIB + " to "
                    + MOST_MAX_RECORD_KIB + ".");
        }
    }

    /// What is set on a stream and its consumers; empty if there is no such stream.
    public Optional<StreamProperties> findProperties(StreamName name) {
        settleIfDue();
        return catalog.find(name).map(stream -> stream.state().properties());
    }

    /// What is set on a stream and its consumers.
    public StreamProperties properties(StreamName name) {
        settleIfDue();
        return require(name).state().properties();
    }

    /// Sets on a stream what `change` makes of what is set. A key is switched with [#switchKey], warm
    /// throughput with [#keepWarm].
    public void changeProperties(StreamName name, UnaryOperator<StreamProperties> change) {
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            StreamProperties next = change.apply(state.properties());
            if (!next.equals(state.properties())) {
                catalog.change(stream, state.with(draft -> draft.properties = next));
            }
        });
    }

    /// Encrypts records from now on with another key, or with none.
    public void switchKey(StreamName name, Optional<StreamKey> key) {
        change(now -> {
            LiveStream stream = require(name);
            requireActive(stream.state());
            update(stream, now, due -> new PendingChange.SwitchKey(due, key));
        });
    }

    /// Keeps an on-demand stream warm for a throughput: it gets as many shards at once.
    ///
    /// @param mebibytes a second; 0 for none
    public void keepWarm(StreamName name, int mebibytes) {
        if (mebibytes > OnDemandScaling.mostShards(options.region())) {
            throw refusals.limit("Warm throughput of " + mebibytes + " MiB/s is more than "
                    + OnDemandScaling.mostShards(options.region()) + " MiB/s.");
        }
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            requireActive(state);
            StreamState kept =
                    state.with(draft -> draft.properties = state.properties().withWarmMiBps(mebibytes));
            boolean grows = state.mode() == StreamMode.ON_DEMAND && mebibytes > state.openShardCount();
            catalog.change(
                    stream,
                    grows
                            ? kept.with(draft -> draft.become(
                                    StreamStatus.UPDATING, due(now, due -> new PendingChange.Rescale(due, mebibytes))))
                            : kept);
        });
    }

    /// What the account has committed itself to.
    public AccountCommitment commitment() {
        return catalog.commitment();
    }

    /// Commits the account to a least throughput billed, or asks for the end of that.
    public AccountCommitment commit(boolean on) {
        return changed(now -> {
            AccountCommitment before = catalog.commitment();
            catalog.commit(before.switched(on, now));
            AccountCommitment after = catalog.commitment();
            if (!after.equals(before)) {
                listener.committed(now, after);
            }
            return after;
        });
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
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            requireActive(state);
            if (state.mode() == mode) {
                return;
            }
            switch (mode) {
                case ON_DEMAND -> requireOnDemandStream();
                case PROVISIONED -> requireShards(state.openShardCount());
            }
            List<Instant> switches = ofLastDay(state.modeSwitches(), now);
            if (switches.size() >= MODE_SWITCHES_A_DAY) {
                throw refusals.limit("The mode of stream " + name + " can be changed " + MODE_SWITCHES_A_DAY
                        + " times in 24 hours.");
            }
            switches.add(now);
            catalog.change(stream, state.with(draft -> {
                draft.modeSwitches = switches;
                draft.properties = state.properties().withWarmMiBps(warmMiBps);
                draft.become(StreamStatus.UPDATING, due(now, due -> new PendingChange.SwitchMode(due, mode)));
            }));
        });
    }

    /// Registers an enhanced fan-out consumer.
    public ConsumerDescription registerConsumer(StreamName name, ConsumerName consumer) {
        return changed(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            requireActive(state);
            if (state.consumer(consumer).isPresent()) {
                throw refusals.consumerExists(name, consumer);
            }
            int most = catalog.commitment().holds(now) ? COMMITTED_CONSUMERS : options.consumerLimit();
            if (state.consumers().size() >= most) {
                throw refusals.limit("Stream " + name + " has the most consumers it can have, " + most + ".");
            }
            long creating = state.consumers().stream()
                    .filter(one -> one.status() == ConsumerStatus.CREATING)
                    .count();
            if (creating >= CONSUMERS_IN_CREATION) {
                throw refusals.limit("Only " + CONSUMERS_IN_CREATION + " consumers of stream " + name
                        + " can be in the CREATING state at a time.");
            }
            ConsumerState registered = new ConsumerState(
                    consumer,
                    ConsumerStatus.CREATING,
                    Instant.ofEpochSecond(now.getEpochSecond()),
                    Optional.of(now.plus(options.changeTakes())));
            List<ConsumerState> consumers = new ArrayList<>(state.consumers());
            consumers.add(registered);
            consumers.sort(Comparator.comparing(ConsumerState::name));
            catalog.change(stream, state.with(draft -> draft.consumers = consumers));
            listener.happened(new StreamEvent.ConsumerRegistered(now, name, consumer, consumers.size()));
            return describe(name, registered);
        });
    }

    /// Removes an enhanced fan-out consumer and ends its subscriptions.
    public void deregisterConsumer(StreamName name, ConsumerName consumer) {
        change(now -> {
            LiveStream stream = require(name);
            StreamState state = stream.state();
            ConsumerState former = requireConsumer(state, consumer);
            if (former.status() == ConsumerStatus.DELETING) {
                return;
            }
            List<ConsumerState> consumers = new ArrayList<>(state.consumers());
            consumers.set(
                    consumers.indexOf(former),
                    new ConsumerState(
                            consumer,
                            ConsumerStatus.DELETING,
                            former.createdAt(),
                            Optional.of(now.plus(options.changeTakes()))));
            catalog.change(stream, state.with(draft -> {
                draft.consumers = consumers;
                draft.properties = state.properties().with(consumer, ResourceProperties.NONE);
            }));
            stream.subscriptions().endConsumer(consumer);
            long left = consumers.stream()
                    .filter(one -> one.status() != ConsumerStatus.DELETING)
                    .count();
            listener.happened(new StreamEvent.ConsumerDeregistered(now, name, consumer, (int) left));
        });
    }

    /// One consumer.
    public ConsumerDescription describeConsumer(StreamName name, ConsumerName consumer) {
        settleIfDue();
        return describe(name, requireConsumer(require(name).state(), consumer));
    }

    /// A stream's consumers, by name.
    public List<ConsumerDescription> listConsumers(StreamName name) {
        settleIfDue();
        return require(name).state().consumers().stream()
                .map(consumer -> describe(name, consumer))
                .toList();
    }

    private static ConsumerDescription describe(StreamName name, ConsumerState consumer) {
        return new ConsumerDescription(name, consumer.name(), consumer.status(), consumer.createdAt());
    }

    /// Subscribes an active consumer to a shard, in the place of its former subscription there if that is
    /// at least five seconds old.
    public FanOutSubscription subscribe(
            StreamName name, ConsumerName consumer, ShardId shard, StartingPosition position) {
        LiveStream stream = usable(name);
        ConsumerState registered = requireConsumer(stream.state(), consumer);
        if (registered.status() != ConsumerStatus.ACTIVE) {
            throw refusals.consumerNotActive(name, registered);
        }
        LiveShard live = stream.shard(shard).orElseThrow(() -> refusals.shardDoesNotExist(name, shard));
        Instant now = clock.instant();
        long from = stream.resolve(live, position, now);
        FanOut subscription = new FanOut(stream, live, consumer, from, now, clock, options, listener);
        if (!stream.subscriptions().add(subscription)) {
            throw refusals.subscribed(name, shard, consumer);
        }
        return subscription;
    }

    /// Does everything that is due by now, in the order in which it was due.
    public void settle() {
        lock.lock();
        try {
            requireNotClosed();
            timetable.settle(clock.instant());
            nextCheck = Instant.MIN;
        } catch (IOException refused) {
            throw refusals.internal(LiveStream.sentence(refused));
        } finally {
            lock.unlock();
        }
    }

    /// When something falls due next, if nothing else is asked.
    public Optional<Instant> nextDue() {
        lock.lock();
        try {
            requireNotClosed();
            return timetable.next();
        } finally {
            lock.unlock();
        }
    }

    /// Writes all streams as they are now to `folder`, for a second engine to be opened there: segments by
    /// second names. Puts go on meanwhile; a put waits once while a segment begins.
    ///
    /// @param folder of the second engine, which is empty or not there
    /// @throws IOException if the disk refuses; what is in the folder by then is of no use
    public void snapshot(Path folder) throws IOException {
        lock.lock();
        try {
            requireNotClosed();
            timetable.settle(clock.instant());
            catalog.shareTo(folder);
        } finally {
            lock.unlock();
        }
    }

    /// Ends all subscriptions, writes what is written but not yet on the disk, and lets go of the folder.
    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                catalog.close();
            }
        } catch (IOException refused) {
            throw new EnvironmentException(
                    "stream-disk", "The streams could not be closed: " + refused.getMessage(), refused);
        } finally {
            lock.unlock();
        }
    }

    /// A change of streams.
    private interface Change<T> {
        T happen(Instant now) throws IOException;
    }

    private interface PlainChange {
        void happen(Instant now) throws IOException;
    }

    private void change(PlainChange change) {
        changed(now -> {
            change.happen(now);
            return now;
        });
    }

    private <T> T changed(Change<T> change) {
        lock.lock();
        try {
            requireNotClosed();
            Instant now = clock.instant();
            timetable.settle(now);
            T result = change.happen(now);
            nextCheck = Instant.MIN;
            return result;
        } catch (IOException refused) {
            throw refusals.internal(LiveStream.sentence(refused));
        } finally {
            lock.unlock();
        }
    }

    /// Does what is due, unless the disk refuses: then it is tried again a second later, and what was asked
    /// goes on with the state as it is.
    private void settleIfDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextCheck)) {
            lock.lock();
            try {
                requireNotClosed();
                timetable.settle(now);
                nextCheck = timetable.checkAgain(now);
            } catch (IOException refused) {
                nextCheck = now.plus(RETRY);
            } finally {
                lock.unlock();
            }
        }
        requireNotClosed();
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("The stream engine is closed");
        }
    }

    private void update(LiveStream stream, Instant now, Function<Instant, PendingChange> change) throws IOException {
        catalog.change(stream, stream.state().with(draft -> draft.become(StreamStatus.UPDATING, due(now, change))));
    }

    private Optional<PendingChange> due(Instant now, Function<Instant, PendingChange> change) {
        return Optional.of(change.apply(now.plus(options.changeTakes())));
    }

    private List<StreamState> states() {
        return catalog.all().stream().map(LiveStream::state).toList();
    }

    private int provisionedShards() {
        return states().stream()
                .filter(state -> state.mode() == StreamMode.PROVISIONED)
                .filter(state -> state.status() != StreamStatus.DELETING)
                .mapToInt(StreamState::openShardCount)
                .sum();
    }

    private int onDemandStreams() {
        return (int) states().stream()
                .filter(state -> state.mode() == StreamMode.ON_DEMAND)
                .filter(state -> state.status() != StreamStatus.DELETING)
                .count();
    }

    private void requireShards(int additional) {
        int current = provisionedShards();
        if ((long) current + additional > options.shardLimit()) {
            throw refusals.shardLimit(current, options.shardLimit(), additional);
        }
    }

    private void requireOnDemandStream() {
        if (onDemandStreams() >= options.onDemandStreamLimit()) {
            throw refusals.limit(
                    "The account has the most on-demand streams it can have, " + options.onDemandStreamLimit() + ".");
        }
    }

    private LiveStream usable(StreamName name) {
        settleIfDue();
        LiveStream stream = require(name);
        stream.requireUsable();
        return stream;
    }

    private LiveStream require(StreamName name) {
        return catalog.find(name).orElseThrow(() -> refusals.noStream(name));
    }

    private void requireActive(StreamState state) {
        if (state.status() != StreamStatus.ACTIVE) {
            throw refusals.notActive(state.name(), state.status());
        }
    }

    private void requireProvisioned(StreamState state, String operation) {
        if (state.mode() != StreamMode.PROVISIONED) {
            throw refusals.onlyProvisioned(state.name(), operation);
        }
    }

    private Shard requireShard(StreamState state, ShardId shard) {
        return state.shard(shard).orElseThrow(() -> refusals.noShard(state.name(), shard));
    }

    private void requireOpen(StreamState state, Shard shard) {
        if (!shard.isOpen()) {
            throw refusals.shardClosed(state.name(), shard.id());
        }
    }

    private ConsumerState requireConsumer(StreamState state, ConsumerName consumer) {
        return state.consumer(consumer).orElseThrow(() -> refusals.noConsumer(state.name(), consumer));
    }

    private static List<Instant> ofLastDay(List<Instant> instants, Instant now) {
        return new ArrayList<>(instants.stream()
                .filter(instant -> instant.plus(DAY).isAfter(now))
                .toList());
    }
}
