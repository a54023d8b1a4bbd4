package dev.rockpool.streamengine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of the engine's journal, as bytes (big-endian; text as two bytes of length and modified UTF-8).
///
/// ```
/// entry    = 1 state | 2 id:8 | 3 nextId:8            a stream as it is now; a stream is gone; the next stream's id
///          | 4 state properties                       a stream as it is now, with what is set on it
///          | 6 state properties dataKeys              the same, with the data keys that seal its records
///          | 5 count:4 instant* count:4 instant*      the account's commitment: began, end asked for (0 or 1 each)
/// state    = id:8 name status mode hours:4 keptFrom maxRecordKiB:4 createdAt nextShard:4
///            count:4 shard* count:4 consumer* change count:4 instant* count:4 instant* onDemandSince
/// shard    = index:4 parent:4 adjacentParent:4 start:16 end:16 createdSeconds:8 openedAt
///            (0:1 | 1:1 endSeconds:8 closedAt)        a missing parent is -1
/// consumer = name status createdAt (0:1 | 1:1 due)
/// change   = 0:1 | 1:1 due | 2:1 due | 3:1 due shard:4 place:16 | 4:1 due shard:4 adjacent:4 | 5:1 due target:4
///            | 6:1 due mode | 7:1 due (0:1 | 1:1 key)  none, activate, delete, split, merge, rescale, switch mode,
///                                                     switch key
/// properties, dataKeys, key                           see [PropertiesCodec]
/// status, mode = the constant's name, as text
/// instant  = seconds:8 nanos:4                        so are keptFrom, createdAt, openedAt, closedAt, due
/// ```
final class StateCodec {
    private static final int STREAM = 1;
    private static final int GONE = 2;
    private static final int NEXT_ID = 3;
    private static final int STREAM_WITH_PROPERTIES = 4;
    private static final int ACCOUNT = 5;
    private static final int STREAM_WITH_DATA_KEYS = 6;
    private static final int NO_PARENT = -1;
    private static final int MOST = 1 << 20;

    private StateCodec() {}

    /// What an entry says.
    sealed interface Entry {
        record StreamIs(StreamState state) implements Entry {}

        record StreamGone(long id) implements Entry {}

        record NextId(long id) implements Entry {}

        record AccountIs(AccountCommitment commitment) implements Entry {}
    }

    static byte[] encode(Entry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            switch (entry) {
                case Entry.StreamIs(StreamState state) -> {
                    boolean isSealed = !state.properties().dataKeys().isEmpty();
                    out.writeByte(isSealed ? STREAM_WITH_DATA_KEYS : STREAM_WITH_PROPERTIES);
                    write(out, state);
                    PropertiesCodec.write(out, state.properties());
                    if (isSealed) {
                        PropertiesCodec.write(out, state.properties().dataKeys());
                    }
                }
                case Entry.StreamGone(long id) -> {
                    out.writeByte(GONE);
                    out.writeLong(id);
                }
                case Entry.NextId(long id) -> {
                    out.writeByte(NEXT_ID);
                    out.writeLong(id);
                }
                case Entry.AccountIs(AccountCommitment commitment) -> {
                    out.writeByte(ACCOUNT);
                    write(out, commitment.startedAt().stream().toList());
                    write(out, commitment.endAskedAt().stream().toList());
                }
            }
        } catch (IOException impossible) {
            throw new IllegalStateException("Memory takes bytes", impossible);
        }
        return bytes.toByteArray();
    }

    /// Reads an entry.
    ///
    /// @throws IOException if it is none
    static Entry decode(byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int kind = in.readUnsignedByte();
        try {
            Entry entry = switch (kind) {
                case STREAM -> new Entry.StreamIs(readState(in));
                case STREAM_WITH_PROPERTIES, STREAM_WITH_DATA_KEYS -> {
                    StreamState plain = readState(in);
                    StreamProperties before = PropertiesCodec.read(in);
                    StreamProperties properties = kind == STREAM_WITH_DATA_KEYS
                            ? before.withDataKeys(PropertiesCodec.readDataKeys(in))
                            : before;
                    yield new Entry.StreamIs(plain.with(draft -> draft.properties = properties));
                }
                case ACCOUNT ->
                    new Entry.AccountIs(new AccountCommitment(
                            readInstants(in).stream().findFirst(),
                            readInstants(in).stream().findFirst()));
                case GONE -> new Entry.StreamGone(in.readLong());
                case NEXT_ID -> new Entry.NextId(in.readLong());
                default -> throw new IOException("A journal entry is of the unknown kind " + kind);
            };
            if (in.available() > 0) {
                throw new IOException("A journal entry has " + in.available() + " bytes too many");
            }
            return entry;
        } catch (IllegalArgumentException invalid) {
            throw new IOException("A journal entry makes no sense: " + invalid.getMessage(), invalid);
        }
    }

    private static void write(DataOutput out, StreamState state) throws IOException {
        out.writeLong(state.id());
        out.writeUTF(state.name().value());
        out.writeUTF(state.status().name());
        out.writeUTF(state.mode().name());
        out.writeInt(state.retentionHours());
        write(out, state.keptFrom());
        out.writeInt(state.maxRecordKiB());
        write(out, state.createdAt());
        out.writeInt(state.nextShardIndex());
        out.writeInt(state.shards().size());
        for (Shard shard : state.shards()) {
            write(out, shard);
        }
        out.writeInt(state.consumers().size());
        for (ConsumerState consumer : state.consumers()) {
            out.writeUTF(consumer.name().value());
            out.writeUTF(consumer.status().name());
            write(out, consumer.createdAt());
            out.writeBoolean(consumer.due().isPresent());
            if (consumer.due().isPresent()) {
                write(out, consumer.due().get());
            }
        }
        write(out, state.change());
        write(out, state.shardCountUpdates());
        write(out, state.modeSwitches());
        write(out, state.onDemandSince());
    }

    private static StreamState readState(DataInput in) throws IOException {
        long id = in.readLong();
        StreamName name = new StreamName(in.readUTF());
        StreamStatus status = constant(StreamStatus.class, in);
        StreamMode mode = constant(StreamMode.class, in);
        int hours = in.readInt();
        Instant keptFrom = readInstant(in);
        int maxRecordKiB = in.readInt();
        Instant createdAt = readInstant(in);
        int nextShardIndex = in.readInt();
        int shardCount = readCount(in);
        List<Shard> shards = new ArrayList<>();
        for (int at = 0; at < shardCount; at++) {
            shards.add(readShard(in));
        }
        int consumerCount = readCount(in);
        List<ConsumerState> consumers = new ArrayList<>();
        for (int at = 0; at < consumerCount; at++) {
            consumers.add(new ConsumerState(
                    new ConsumerName(in.readUTF()),
                    constant(ConsumerStatus.class, in),
                    readInstant(in),
                    in.readBoolean() ? Optional.of(readInstant(in)) : Optional.empty()));
        }
        return new StreamState(
                id,
                name,
                status,
                mode,
                hours,
                keptFrom,
                maxRecordKiB,
                createdAt,
                nextShardIndex,
                shards,
                consumers,
                readChange(in),
                readInstants(in),
                readInstants(in),
                readInstant(in),
                StreamProperties.NONE);
    }

    private static void write(DataOutput out, Shard shard) throws IOException {
        out.writeInt(shard.id().index());
        out.writeInt(shard.parent().map(ShardId::index).orElse(NO_PARENT));
        out.writeInt(shard.adjacentParent().map(ShardId::index).orElse(NO_PARENT));
        write(out, shard.range().start());
        write(out, shard.range().end());
        out.writeLong(shard.start().shardCreatedSeconds());
        write(out, shard.openedAt());
        out.writeBoolean(shard.end().isPresent());
        if (shard.end().isPresent()) {
            out.writeLong(shard.end().get().timeSeconds());
            write(out, shard.closedAt().orElseThrow());
        }
    }

    private static Shard readShard(DataInput in) throws IOException {
        ShardId id = new ShardId(in.readInt());
        Optional<ShardId> parent = readParent(in);
        Optional<ShardId> adjacentParent = readParent(in);
        HashKeyRange range = new HashKeyRange(readHashKey(in), readHashKey(in));
        SequenceNumber start = SequenceNumber.first(in.readLong(), id.index());
        Instant openedAt = readInstant(in);
        Optional<SequenceNumber> end = Optional.empty();
        Optional<Instant> closedAt = Optional.empty();
        if (in.readBoolean()) {
            end = Optional.of(start.last(in.readLong()));
            closedAt = Optional.of(readInstant(in));
        }
        return new Shard(id, parent, adjacentParent, range, start, end, openedAt, closedAt);
    }

    private static Optional<ShardId> readParent(DataInput in) throws IOException {
        int index = in.readInt();
        return index == NO_PARENT ? Optional.empty() : Optional.of(new ShardId(index));
    }

    private static void write(DataOutput out, Optional<PendingChange> change) throws IOException {
        if (change.isEmpty()) {
            out.writeByte(0);
            return;
        }
        switch (change.get()) {
            case PendingChange.Activate(Instant due) -> {
                out.writeByte(1);
                write(out, due);
            }
            case PendingChange.Delete(Instant due) -> {
                out.writeByte(2);
                write(out, due);
            }
            case PendingChange.Split(Instant due, ShardId shard, HashKey newStart) -> {
                out.writeByte(3);
                write(out, due);
                out.writeInt(shard.index());
                write(out, newStart);
            }
            case PendingChange.Merge(Instant due, ShardId shard, ShardId adjacent) -> {
                out.writeByte(4);
                write(out, due);
                out.writeInt(shard.index());
                out.writeInt(adjacent.index());
            }
            case PendingChange.Rescale(Instant due, int target) -> {
                out.writeByte(5);
                write(out, due);
                out.writeInt(target);
            }
            case PendingChange.SwitchMode(Instant due, StreamMode to) -> {
                out.writeByte(6);
                write(out, due);
                out.writeUTF(to.name());
            }
            case PendingChange.SwitchKey(Instant due, Optional<StreamKey> key) -> {
                out.writeByte(7);
                write(out, due);
                PropertiesCodec.write(out, key);
            }
        }
    }

    private static Optional<PendingChange> readChange(DataInput in) throws IOException {
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(new PendingChange.Activate(readInstant(in)));
            case 2 -> Optional.of(new PendingChange.Delete(readInstant(in)));
            case 3 -> Optional.of(new PendingChange.Split(readInstant(in), new ShardId(in.readInt()), readHashKey(in)));
            case 4 ->
                Optional.of(
                        new PendingChange.Merge(readInstant(in), new ShardId(in.readInt()), new ShardId(in.readInt())));
            case 5 -> Optional.of(new PendingChange.Rescale(readInstant(in), in.readInt()));
            case 6 -> Optional.of(new PendingChange.SwitchMode(readInstant(in), constant(StreamMode.class, in)));
            case 7 -> Optional.of(new PendingChange.SwitchKey(readInstant(in), PropertiesCodec.readKey(in)));
            default -> throw new IOException("A journal entry holds the unknown change " + kind);
        };
    }

    private static void write(DataOutput out, HashKey key) throws IOException {
        out.writeLong(key.high());
        out.writeLong(key.low());
    }

    private static HashKey readHashKey(DataInput in) throws IOException {
        return new HashKey(in.readLong(), in.readLong());
    }

    private static void write(DataOutput out, List<Instant> instants) throws IOException {
        out.writeInt(instants.size());
        for (Instant instant : instants) {
            write(out, instant);
        }
    }

    private static List<Instant> readInstants(DataInput in) throws IOException {
        int count = readCount(in);
        List<Instant> instants = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            instants.add(readInstant(in));
        }
        return instants;
    }

    private static void write(DataOutput out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant readInstant(DataInput in) throws IOException {
        long seconds = in.readLong();
        int nanos = in.readInt();
        if (seconds < Instant.MIN.getEpochSecond() || seconds > Instant.MAX.getEpochSecond()) {
            throw new IOException("A journal entry holds the impossible second " + seconds);
        }
        return Instant.ofEpochSecond(seconds, nanos);
    }

    private static int readCount(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > MOST) {
            throw new IOException("A journal entry counts " + count + " parts");
        }
        return count;
    }

    private static <E extends Enum<E>> E constant(Class<E> type, DataInput in) throws IOException {
        return Enum.valueOf(type, in.readUTF());
    }
}
