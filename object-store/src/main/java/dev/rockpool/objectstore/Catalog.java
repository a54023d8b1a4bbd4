package dev.rockpool.objectstore;

import dev.rockpool.objectstore.index.IndexCursor;
import dev.rockpool.objectstore.index.OrderedIndex;
import dev.rockpool.objectstore.index.StandingIndex;
import dev.rockpool.objectstore.volume.BodyFiles;
import dev.rockpool.objectstore.volume.Changes;
import dev.rockpool.objectstore.volume.LogPosition;
import dev.rockpool.objectstore.volume.Replay;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The index with what is derived from the log besides: where it stands, numbers, what is due next, and how
/// much of each volume is live.
///
/// Each value carries behind it, in four bytes, the volume that its newest put lies in.
final class Catalog implements Replay {
    static final int SUFFIX = Integer.BYTES;
    static final long NEVER = Long.MAX_VALUE;
    /// What a change costs in a volume besides key and value.
    private static final int CHANGE_BYTES = 9;

    private final OrderedIndex index;
    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLong nextDue = new AtomicLong(NEVER);
    private final Map<Long, Long> live = new ConcurrentHashMap<>();
    private volatile LogPosition standing = LogPosition.START;

    Catalog(OrderedIndex index) {
        this.index = index;
        byte[] noted = index.get(KeySpace.STANDING);
        if (noted != null && noted.length == 3 * Long.BYTES) {
            ByteBuffer in = ByteBuffer.wrap(noted);
            standing = new LogPosition(in.getLong(), in.getLong());
            sequence.set(in.getLong());
        }
        byte[] lives = index.get(KeySpace.LIVE);
        if (lives != null) {
            ByteBuffer in = ByteBuffer.wrap(lives);
            while (in.remaining() >= 2 * Long.BYTES) {
                live.put(in.getLong(), in.getLong());
            }
        }
    }

    OrderedIndex index() {
        return index;
    }

    Draft draft() {
        return new Draft(index);
    }

    /// Where the index stands in the log.
    LogPosition standing() {
        return standing;
    }

    /// A number that none before had.
    long nextNumber() {
        return sequence.incrementAndGet();
    }

    void notBelow(long number) {
        sequence.accumulateAndGet(number, Math::max);
    }

    /// When something is due next, in milliseconds of the epoch; [#NEVER] if nothing is.
    long nextDue() {
        return nextDue.get();
    }

    /// Looks up what is due next.
    void findNextDue() {
        IndexCursor cursor = index.from(new byte[] {KeySpace.DUE});
        nextDue.set(cursor.next() && cursor.key()[0] == KeySpace.DUE ? KeySpace.dueMillis(cursor.key()) : NEVER);
    }

    // --- what the log tells

    @Override
    public void restart() {
        index.clear();
        live.clear();
        sequence.set(0);
    }

    @Override
    public void changes(long volume, ByteBuffer changes) {
        Changes.read(changes, SUFFIX, new Changes.Reader() {
            @Override
            public void put(byte[] key, byte[] value) {
                ByteBuffer.wrap(value).putInt(value.length - SUFFIX, (int) volume);
                account(key, index.put(key, value), -1);
                account(key, value, 1);
                note(key, value);
            }

            @Override
            public void removed(byte[] key) {
                account(key, index.remove(key), -1);
            }
        });
    }

    private void note(byte[] key, byte[] value) {
        switch (key[0]) {
            case KeySpace.OBJECT, KeySpace.MARKER, KeySpace.VERSION -> notBelow(VersionRecord.seqOf(value));
            case KeySpace.UPLOAD, KeySpace.BODY, KeySpace.PARTS -> notBelow(KeySpace.lastNumber(key));
            case KeySpace.BUCKET -> notBelow(BucketRecord.numberOf(value));
            case KeySpace.DUE -> nextDue.accumulateAndGet(KeySpace.dueMillis(key), Math::min);
            default -> {
                // has no number
            }
        }
    }

    private void account(byte[] key, byte @Nullable [] value, int sign) {
        if (value == null) {
            return;
        }
        long volume = volumeOf(value);
        live.merge(volume, sign * (long) (key.length + value.length + CHANGE_BYTES - SUFFIX), Long::sum);
        if (key[0] == KeySpace.OBJECT || key[0] == KeySpace.VERSION) {
            long data = VersionRecord.volumeOf(value);
            if (data >= 0) {
                live.merge(data, sign * VersionRecord.dataBytesOf(value), Long::sum);
            }
        }
    }

    /// The volume that a value's newest put lies in.
    static long volumeOf(byte[] value) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(value).getInt(value.length - SUFFIX));
    }

    /// Whether a value of the index is `value`.
    static boolean holds(byte @Nullable [] stored, byte[] value) {
        return stored != null && Arrays.equals(stored, 0, stored.length - SUFFIX, value, 0, value.length);
    }

    @Override
    public void reached(LogPosition position) {
        standing = position;
        index.put(
                KeySpace.STANDING,
                ByteBuffer.allocate(3 * Long.BYTES)
                        .putLong(position.volume())
                        .putLong(position.offset())
                        .putLong(sequence.get())
                        .array());
    }

    // --- volumes and bodies

    /// About how many bytes of a volume still count.
    long live(long volume) {
        return Math.max(0, live.getOrDefault(volume, 0L));
    }

    void forget(long volume) {
        live.remove(volume);
    }

    /// Makes the index durable; the log must be, up to where it stands.
    void checkpoint() {
        noteLive();
        index.checkpoint();
    }

    /// The index as it is now, with all that is derived from the log besides; while nobody changes anything.
    StandingIndex stand() {
        noteLive();
        return index.stand();
    }

    private void noteLive() {
        ByteBuffer lives = ByteBuffer.allocate(live.size() * 2 * Long.BYTES + 16 * 2 * Long.BYTES);
        live.forEach((volume, bytes) -> {
            if (lives.remaining() >= 2 * Long.BYTES) {
                lives.putLong(volume).putLong(bytes);
            }
        });
        index.put(KeySpace.LIVE, Arrays.copyOf(lives.array(), lives.position()));
    }

    /// Deletes body files that nothing names.
    void sweep(BodyFiles bodies) throws IOException {
        notBelow(bodies.sweep(id -> index.get(KeySpace.number(KeySpace.BODY, id)) != null));
    }

    /// The body files that counted in an index.
    static List<Long> bodies(StandingIndex standing) {
        List<Long> ids = new ArrayList<>();
        IndexCursor cursor = standing.from(new byte[] {KeySpace.BODY});
        while (cursor.next() && cursor.key()[0] == KeySpace.BODY) {
            ids.add(KeySpace.lastNumber(cursor.key()));
        }
        return ids;
    }
}
