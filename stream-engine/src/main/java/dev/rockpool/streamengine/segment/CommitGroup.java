package dev.rockpool.streamengine.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The records that reach the disk with one fsync.
///
/// It is filled under its log's lock until its first member, which leads it, begins to write.
public final class CommitGroup {
    private final StreamLog log;
    private final SlabPool pool;
    private final List<ByteBuffer> slabs = new ArrayList<>();
    private final CompletableFuture<Void> turn = new CompletableFuture<>();
    private final CompletableFuture<Optional<IOException>> settled = new CompletableFuture<>();
    private int[] shards = new int[16];
    private int[] offsets = new int[16];
    private long[] ordinals = new long[16];
    private int count;
    private int bytes;
    private long firstArrivalMillis;
    private long lastArrivalMillis;
    private boolean led;

    CommitGroup(StreamLog log, SlabPool pool) {
        this.log = log;
        this.pool = pool;
    }

    void add(int shard, long ordinal, long arrivalMillis, byte[] key, byte[] data, Optional<RecordSeal> seal) {
        int frame = seal.isPresent()
                ? SegmentFormat.sealedBytes(key.length, data.length)
                : SegmentFormat.recordBytes(key.length, data.length);
        if (slabs.isEmpty()) {
            slabs.add(pool.take(SegmentFormat.MARK_BYTES + frame).position(SegmentFormat.MARK_BYTES));
        } else if (slabs.getLast().remaining() < frame) {
            slabs.add(pool.take(frame));
        }
        if (seal.isPresent()) {
            SegmentFormat.putSealed(slabs.getLast(), shard, ordinal, arrivalMillis, key, data, seal.get());
        } else {
            SegmentFormat.putRecord(slabs.getLast(), shard, ordinal, arrivalMillis, key, data);
        }
        if (count == shards.length) {
            shards = Arrays.copyOf(shards, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
            ordinals = Arrays.copyOf(ordinals, count * 2);
        }
        if (count == 0) {
            firstArrivalMillis = arrivalMillis;
        }
        lastArrivalMillis = arrivalMillis;
        shards[count] = shard;
        offsets[count] = bytes;
        ordinals[count++] = ordinal;
        bytes += frame;
    }

    /// A member's ticket; the first member leads.
    Ticket join() {
        Ticket ticket = new Ticket(this, !led);
        led = true;
        return ticket;
    }

    boolean isLed() {
        return led;
    }

    /// Lets the leader write.
    void begin() {
        turn.complete(null);
    }

    void settle(Optional<IOException> failure) {
        settled.complete(failure);
    }

    int bytes() {
        return bytes;
    }

    long firstOrdinal() {
        return ordinals[0];
    }

    long lastOrdinal() {
        return ordinals[count - 1];
    }

    long firstArrivalMillis() {
        return firstArrivalMillis;
    }

    long lastArrivalMillis() {
        return lastArrivalMillis;
    }

    /// Its bytes, ready to be written behind a mark.
    ///
    /// @param offset where the mark stands
    List<ByteBuffer> marked(long offset) {
        slabs.forEach(ByteBuffer::flip);
        SegmentFormat.putMark(slabs.getFirst().duplicate().clear(), offset);
        return slabs;
    }

    /// Its bytes, ready to be written without a mark.
    List<ByteBuffer> unmarked() {
        slabs.forEach(ByteBuffer::flip);
        slabs.getFirst().position(SegmentFormat.MARK_BYTES);
        return slabs;
    }

    void giveBack() {
        slabs.forEach(pool::give);
        slabs.clear();
    }

    /// Notes where its records stand in a segment that took them at `start`.
    void index(SegmentIndex index, long start) {
        for (int at = 0; at < count; at++) {
            index.add(shards[at], ordinals[at], (int) (start + offsets[at]));
        }
    }

    /// One member's share in a group.
    ///
    /// @param group the group
    /// @param leads whether this member writes it
    public record Ticket(CommitGroup group, boolean leads) {
        /// Waits until all records of the group are durable, without the log's lock; the leader's wait is the write.
        ///
        /// @throws IOException if the disk refused: no record of the group is there
        public void await() throws IOException {
            if (leads) {
                group.turn.join();
                group.log.lead(group);
            }
            Optional<IOException> failure = group.settled.join();
            if (failure.isPresent()) {
                throw new IOException(failure.get().getMessage(), failure.get());
            }
        }
    }
}
