package dev.rockpool.streamengine;

import dev.rockpool.streamengine.segment.CommitGroup;
import dev.rockpool.streamengine.segment.LogRecord;
import dev.rockpool.streamengine.segment.LogSpan;
import dev.rockpool.streamengine.segment.RecordSeal;
import dev.rockpool.streamengine.segment.StreamLog;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A stream at work: routes records to shards, throttles, appends, and reads.
///
/// Its state changes only through [#become], under the log's lock, so that no record is routed by half a change.
final class LiveStream {
    private static final int MILLIS_PER_SECOND = 1_000;

    private final InstantSource clock;
    private final StreamEngineOptions options;
    private final Refusals refusals;
    private final StreamListener listener;
    private final StreamLog log;
    private final Subscriptions subscriptions = new Subscriptions();

    private volatile StreamState state;
    private volatile HashRing ring;
    private volatile Map<ShardId, LiveShard> shards = Map.of();
    private volatile Optional<Sealing> sealing = Optional.empty();

    /// What seals the records put now, and the key of the stream that its data key is under.
    private record Sealing(StreamKey under, RecordSeal seal) {}

    LiveStream(
            StreamState state,
            StreamLog log,
            InstantSource clock,
            StreamEngineOptions options,
            Refusals refusals,
            StreamListener listener) {
        this.clock = clock;
        this.options = options;
        this.refusals = refusals;
        this.listener = listener;
        this.log = log;
        this.state = state;
        this.ring = arrange(state, log.nextOrdinal());
    }

    StreamState state() {
        return state;
    }

    StreamLog log() {
        return log;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /// What makes a change durable.
    interface Journaling {
        void write() throws IOException;
    }

    /// Takes on `next` once `journaling` is done; no put is under way meanwhile.
    void become(StreamState next, Journaling journaling) throws IOException {
        log.lock().lock();
        try {
            journaling.write();
            ring = arrange(next, log.nextOrdinal());
            state = next;
        } finally {
            log.lock().unlock();
        }
        subscriptions.signal();
    }

    /// Whether records cannot be put before a data key was made for them: where the stream is encrypted, with a key
    /// that none was made under since the stream was opened.
    boolean wantsDataKey() {
        Optional<StreamKey> key = state.properties().key();
        return key.isPresent()
                && sealing.map(Sealing::under).filter(key.get()::equals).isEmpty();
    }

    /// Seals what is put from now on. The data key is durable among the stream's properties.
    void sealWith(StreamKey under, RecordSeal seal) {
        sealing = Optional.of(new Sealing(under, seal));
    }

    private HashRing arrange(StreamState next, long nextOrdinal) {
        Map<ShardId, LiveShard> arranged = new TreeMap<>();
        for (Shard shard : next.shards()) {
            LiveShard live = shards.get(shard.id());
            if (live == null) {
                live = new LiveShard(shard);
            }
            if (!shard.isOpen() && live.endOrdinal == Long.MAX_VALUE) {
                live.endOrdinal = nextOrdinal;
            }
            live.shard = shard;
            arranged.put(shard.id(), live);
        }
        shards = arranged;
        return new HashRing(next.openShards().stream()
                .map(shard -> arranged.get(shard.id()))
                .toList());
    }

    /// The shard `id`, open or closed.
    Optional<LiveShard> shard(ShardId id) {
        return Optional.ofNullable(shards.get(id));
    }

    /// When an on-demand stream's shards are next weighed; empty while there is nothing to weigh.
    Optional<Instant> nextScaling() {
        StreamState now = state;
        if (now.mode() != StreamMode.ON_DEMAND || now.status() != StreamStatus.ACTIVE) {
            return Optional.empty();
        }
        log.lock().lock();
        try {
            return shards.values().stream()
                    .filter(shard -> !shard.traffic.isIdle())
                    .map(shard -> Instant.ofEpochSecond(shard.traffic.firstSecond()))
                    .min(Instant::compareTo)
                    .map(first -> OnDemandScaling.next(now.onDemandSince(), first));
        } finally {
            log.lock().unlock();
        }
    }

    /// Weighs the shards and forgets their traffic; answers those that are to be split.
    List<Shard> weigh() {
        log.lock().lock();
        try {
            List<Shard> hot = new ArrayList<>();
            for (LiveShard shard : shards.values()) {
                if (shard.shard.isOpen() && OnDemandScaling.isHot(shard.traffic)) {
                    hot.add(shard.shard);
                }
                shard.traffic.reset();
            }
            return hot;
        } finally {
            log.lock().unlock();
        }
    }

    /// Puts `entries`; those that succeed are durable when this returns. Empty, with nothing done, where a data key is
    /// wanted first.
    Optional<List<PutResult>> put(List<PutEntry> entries) {
        HashKey[] places = places(entries);
        Batch batch = new Batch(entries, places);
        Optional<CommitGroup.Ticket> ticket;
        log.lock().lock();
        try {
            log.awaitRoom();
            requireUsable();
            if (wantsDataKey()) {
                return Optional.empty();
            }
            batch.append();
            ticket = batch.appended == 0 ? Optional.empty() : Optional.of(log.commit());
        } finally {
            log.lock().unlock();
        }
        if (ticket.isPresent()) {
            try {
                ticket.get().await();
                subscriptions.signal();
            } catch (IOException refused) {
                batch.refuseAppended(refused);
            }
        }
        batch.tell();
        return Optional.of(batch.results());
    }

    /// Refuses where the stream takes and gives no records.
    void requireUsable() {
        StreamState now = state;
        switch (now.status()) {
            case ACTIVE, UPDATING -> {}
            case CREATING, DELETING -> throw refusals.noStream(now.name());
        }
    }

    private static HashKey[] places(List<PutEntry> entries) {
        KeyHasher hasher = new KeyHasher();
        HashKey[] places = new HashKey[entries.size()];
        for (int at = 0; at < places.length; at++) {
            PutEntry entry = entries.get(at);
            places[at] = entry.explicitHashKey().orElseGet(() -> hasher.hash(entry.partitionKey()));
        }
        return places;
    }

    /// Reads records of a shard, without asking for its budget.
    LogSpan read(LiveShard shard, long from, Instant now, int mostRecords, long mostBytes) {
        try {
            return log.read(shard.id.index(), from, state.horizon(now).toEpochMilli(), mostRecords, mostBytes);
        } catch (IOException refused) {
            throw refusals.internal(sentence(refused));
        }
    }

    /// The ordinal at which reading from `position` begins.
    long resolve(LiveShard live, StartingPosition position, Instant now) {
        Shard shard = live.shard;
        return switch (position) {
            case StartingPosition.TrimHorizon() -> StreamLog.FIRST_ORDINAL;
            case StartingPosition.Latest() -> log.settled();
            case StartingPosition.AtSequenceNumber(SequenceNumber number) ->
                requireOwn(shard, number).index();
            case StartingPosition.AfterSequenceNumber(SequenceNumber number) -> {
                long index = requireOwn(shard, number).index();
                yield index == SequenceNumber.LAST_INDEX ? index : index + 1;
            }
            case StartingPosition.AtTimestamp(Instant time) -> {
                if (time.toEpochMilli() > now.toEpochMilli()) {
                    throw refusals.timeInFuture(time, now);
                }
                try {
                    yield log.firstOrdinalAt(shard.id().index(), time.toEpochMilli());
                } catch (IOException refused) {
                    throw refusals.internal(sentence(refused));
                }
            }
        };
    }

    private SequenceNumber requireOwn(Shard shard, SequenceNumber number) {
        if (number.shardIndex() != shard.id().index()) {
            throw refusals.numberOfOtherShard(shard.id(), number);
        }
        if (number.shardCreatedSeconds() != shard.start().shardCreatedSeconds()) {
            throw refusals.numberOfOtherStream(state.name(), shard.id(), number);
        }
        return number;
    }

    /// Whether a closed shard has no record from `ordinal` on, nor will have.
    boolean isAtEnd(LiveShard shard, LogSpan span) {
        return !shard.shard.isOpen() && !span.more() && span.next() >= shard.endOrdinal;
    }

    /// How far behind the tip a reader is after `span`.
    long millisBehind(LogSpan span, Instant now) {
        if (!span.more()) {
            return 0;
        }
        long reached = span.records().isEmpty()
                ? log.arrivalBefore(span.next())
                : span.records().getLast().arrivalMillis();
        return Math.max(0, now.toEpochMilli() - reached);
    }

    /// The records of a span in clear.
    ///
    /// @param keys open those that are sealed
    List<StreamRecord> records(Shard shard, LogSpan span, DataKeys keys) {
        List<StreamRecord> records = new ArrayList<>(span.records().size());
        Map<Integer, RecordSeal> seals = new HashMap<>();
        for (LogRecord stored : span.records()) {
            LogRecord record = stored.isSealed() ? open(shard, stored, keys, seals) : stored;
            records.add(new StreamRecord(
                    number(shard, record.ordinal(), record.arrivalMillis()),
                    Instant.ofEpochMilli(record.arrivalMillis()),
                    PartitionKey.stored(record.key()),
                    record.data(),
                    stored.isSealed()));
        }
        return records;
    }

    private LogRecord open(Shard shard, LogRecord record, DataKeys keys, Map<Integer, RecordSeal> seals) {
        RecordSeal seal = seals.computeIfAbsent(record.keyNumber(), number -> {
            DataKeys.WrappedKey key = state.properties()
                    .dataKey(number)
                    .orElseThrow(() -> refusals.internal("Data key " + number + " of the stream is lost."));
            return new RecordSeal(number, keys.unwrap(state.name(), key));
        });
        try {
            return seal.open(shard.id().index(), record);
        } catch (IOException refused) {
            throw refusals.internal(sentence(refused));
        }
    }

    static SequenceNumber number(Shard shard, long ordinal, long arrivalMillis) {
        return new SequenceNumber(
                shard.start().shardCreatedSeconds(),
                ordinal,
                0,
                Math.floorDiv(arrivalMillis, MILLIS_PER_SECOND),
                shard.id().index());
    }

    static String sentence(IOException refused) {
        return "The disk refused: " + refused.getMessage();
    }

    /// One call's records on their way.
    private final class Batch {
        private final List<PutEntry> entries;
        private final HashKey[] places;
        private final PutResult[] results;
        private final Map<LiveShard, Tally> tallies = new LinkedHashMap<>();
        private Instant at = Instant.EPOCH;
        private StreamMode mode = StreamMode.PROVISIONED;
        private Optional<RecordSeal> seal = Optional.empty();
        private int appended;
        private boolean durable = true;

        Batch(List<PutEntry> entries, HashKey[] places) {
            this.entries = entries;
            this.places = places;
            this.results = new PutResult[places.length];
        }

        void append() {
            at = clock.instant();
            mode = state.mode();
            seal = state.properties().key().isPresent() ? sealing.map(Sealing::seal) : Optional.empty();
            HashRing routes = ring;
            long second = at.getEpochSecond();
            long millis = at.toEpochMilli();
            boolean limited = options.limits() == StreamEngineOptions.Limits.ENFORCED;
            for (int index = 0; index < places.length; index++) {
                PutEntry entry = entries.get(index);
                LiveShard shard = routes.owner(places[index]);
                int bytes = entry.bytes();
                Tally tally = tallies.computeIfAbsent(shard, any -> new Tally());
                Admission admission = limited ? shard.write.take(second, bytes) : Admission.ADMITTED;
                switch (admission) {
                    case ADMITTED -> results[index] = append(shard, entry, millis, tally);
                    case THROTTLED_BY_COUNT -> {
                        results[index] = throttled(shard.id);
                        tally.throttledByCount.add(bytes);
                    }
                    case THROTTLED_BY_BYTES -> {
                        results[index] = throttled(shard.id);
                        tally.throttledByBytes.add(bytes);
                    }
                }
            }
        }

        private PutResult append(LiveShard shard, PutEntry entry, long millis, Tally tally) {
            try {
                long ordinal = log.append(
                        shard.id.index(), millis, entry.partitionKey().utf8(), entry.data(), seal);
                appended++;
                shard.traffic.add(Math.floorDiv(millis, MILLIS_PER_SECOND), entry.bytes());
                tally.put.add(entry.bytes());
                return new PutResult.Accepted(shard.id, number(shard.shard, ordinal, log.lastArrivalMillis()));
            } catch (IOException refused) {
                return new PutResult.Failed(PutResult.Failed.INTERNAL_FAILURE, sentence(refused));
            }
        }

        private PutResult throttled(ShardId shard) {
            return new PutResult.Failed(PutResult.Failed.THROTTLED, refusals.rateExceeded(state.name(), shard));
        }

        void refuseAppended(IOException refused) {
            durable = false;
            for (int index = 0; index < results.length; index++) {
                if (results[index] instanceof PutResult.Accepted) {
                    results[index] = new PutResult.Failed(PutResult.Failed.INTERNAL_FAILURE, sentence(refused));
                }
            }
        }

        void tell() {
            tallies.forEach((shard, tally) -> {
                if (durable && tally.put.records > 0) {
                    listener.happened(new StreamEvent.RecordsPut(
                            at,
                            state.name(),
                            shard.id,
                            mode,
                            tally.put.records,
                            tally.put.bytes,
                            tally.put.payloadUnits,
                            tally.put.onDemandBytes));
                }
                tell(shard, ThrottleCause.COUNT, tally.throttledByCount);
                tell(shard, ThrottleCause.BYTES, tally.throttledByBytes);
            });
        }

        private void tell(LiveShard shard, ThrottleCause cause, Sum throttled) {
            if (throttled.records > 0) {
                listener.happened(new StreamEvent.PutThrottled(
                        at, state.name(), shard.id, cause, throttled.records, throttled.bytes));
            }
        }

        List<PutResult> results() {
            return List.of(results);
        }
    }

    /// What became of one shard's share of a call.
    private static final class Tally {
        final Sum put = new Sum();
        final Sum throttledByCount = new Sum();
        final Sum throttledByBytes = new Sum();
    }

    /// Records added up as bills count them.
    private static final class Sum {
        private static final int PAYLOAD_UNIT = 25 << 10;
        private static final int KIB = 1 << 10;

        int records;
        long bytes;
        long payloadUnits;
        long onDemandBytes;

        void add(int recordBytes) {
            records++;
            bytes += recordBytes;
            payloadUnits += Math.ceilDiv(recordBytes, PAYLOAD_UNIT);
            onDemandBytes += (long) Math.ceilDiv(recordBytes, KIB) * KIB;
        }
    }
}
