package dev.rockpool.objectstore;

import dev.rockpool.objectstore.cipher.ServiceKeys;
import dev.rockpool.objectstore.volume.BodyFiles;
import dev.rockpool.objectstore.volume.VolumeLog;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.random.RandomGenerator;

/// What all operations of a store share: the log and the index, the clock, locks, randomness.
///
/// **Locks, in the order in which they are taken.** The *gate*: whoever changes something passes it shared, and keeps
/// it until the change is durable; what is due, compaction, and the deletion of a bucket have it alone. Then the
/// key's *lock* (or the lock of buckets): between looking at a key and the durable change of it nobody else changes
/// it. Bodies are read and encrypted before, without any lock.
final class Core {
    private static final int LOCKS = 2_048;

    private final Catalog catalog;
    private final VolumeLog log;
    private final BodyFiles bodies;
    private final ServiceKeys serviceKeys;
    private final InstantSource clock;
    private final ObjectStoreOptions options;
    private final StoreListener listener;
    private final RandomGenerator random;
    private final SecureRandom secrets = new SecureRandom();
    private final ChunkPool chunks;
    private final Reserve reserve;
    private final AtomicLong unswept = new AtomicLong();
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
    private final ReentrantLock[] locks = new ReentrantLock[LOCKS];
    private final ReentrantLock randomLock = new ReentrantLock();
    private final ConcurrentHashMap<Long, Hold> holds = new ConcurrentHashMap<>();

    /// Readers of a version, and the files that go when the last has gone.
    private record Hold(int readers, List<Long> dead) {}

    Core(
            Catalog catalog,
            VolumeLog log,
            BodyFiles bodies,
            ServiceKeys serviceKeys,
            InstantSource clock,
            ObjectStoreOptions options,
            StoreListener listener,
            RandomGenerator random,
            Reserve reserve) {
        this.catalog = catalog;
        this.log = log;
        this.bodies = bodies;
        this.serviceKeys = serviceKeys;
        this.clock = clock;
        this.options = options;
        this.listener = listener;
        this.random = random;
        this.reserve = reserve;
        reserve.take();
        this.chunks = new ChunkPool(options.inlineBytes());
        for (int at = 0; at < LOCKS; at++) {
            locks[at] = new ReentrantLock();
        }
    }

    Catalog catalog() {
        return catalog;
    }

    VolumeLog log() {
        return log;
    }

    BodyFiles bodies() {
        return bodies;
    }

    ServiceKeys serviceKeys() {
        return serviceKeys;
    }

    ObjectStoreOptions options() {
        return options;
    }

    ChunkPool chunks() {
        return chunks;
    }

    ReentrantReadWriteLock gate() {
        return gate;
    }

    /// Now, in whole milliseconds; never before what was answered before.
    Instant now() {
        return Instant.ofEpochMilli(latest.accumulateAndGet(clock.instant().toEpochMilli(), Math::max));
    }

    byte[] random(int count) {
        byte[] bytes = new byte[count];
        randomLock.lock();
        try {
            random.nextBytes(bytes);
        } finally {
            randomLock.unlock();
        }
        return bytes;
    }

    /// Keys and nonces: never drawn from a seed.
    byte[] secret(int count) {
        byte[] bytes = new byte[count];
        secrets.nextBytes(bytes);
        return bytes;
    }

    /// Where something between looking and durable change is done.
    interface Act<T> {
        T act();
    }

    /// Does `act` with the key to itself.
    <T> T alone(long bucket, byte[] name, Act<T> act) {
        int hash = Arrays.hashCode(name) * 31 + Long.hashCode(bucket);
        ReentrantLock lock = locks[(hash ^ (hash >>> 16)) & (LOCKS - 1)];
        gate.readLock().lock();
        try {
            lock.lock();
            try {
                return act.act();
            } finally {
                lock.unlock();
            }
        } finally {
            gate.readLock().unlock();
        }
    }

    /// Does `act` while nobody changes anything.
    <T> T exclusively(Act<T> act) {
        gate.writeLock().lock();
        try {
            return act.act();
        } finally {
            gate.writeLock().unlock();
        }
    }

    /// Makes a draft durable, then tells of it.
    ///
    /// @throws StoreRefusal if the disk refuses; nothing is changed then
    void commit(Draft draft) {
        if (!draft.isEmpty()) {
            write(draft);
        }
        for (Draft.DeadBodies dead : draft.dead()) {
            bury(dead);
        }
        draft.events().forEach(listener::happened);
    }

    private void write(Draft draft) {
        try {
            log.commit(draft.commit());
        } catch (IOException refused) {
            StoreRefusal refusal = refusal(refused);
            boolean again =
                    refusal.code() == StoreRefusal.Code.InsufficientStorage && draft.takesAway() && reserve.release();
            if (!again) {
                throw refusal;
            }
            try {
                log.commit(draft.commit());
            } catch (IOException stillFull) {
                throw refusal(stillFull);
            }
        }
    }

    Reserve reserve() {
        return reserve;
    }

    void tell(StoreEvent event) {
        listener.happened(event);
    }

    /// The service's words for a disk that refuses.
    static StoreRefusal refusal(IOException refused) {
        String why = String.valueOf(refused.getMessage());
        String lower = why.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space") || lower.contains("not enough space") || lower.contains("quota");
        return full
                ? new StoreRefusal(
                        StoreRefusal.Code.InsufficientStorage, "The disk of this store is full: nothing was written.")
                : new StoreRefusal(StoreRefusal.Code.InternalError, "The disk refused: " + why);
    }

    // --- bodies that are being read

    /// Keeps the files of a version for a reader.
    void hold(long seq) {
        holds.compute(
                seq, (any, hold) -> hold == null ? new Hold(1, List.of()) : new Hold(hold.readers + 1, hold.dead));
    }

    void letGo(long seq) {
        holds.computeIfPresent(seq, (any, hold) -> {
            if (hold.readers > 1) {
                return new Hold(hold.readers - 1, hold.dead);
            }
            hold.dead.forEach(this::delete);
            return null;
        });
    }

    private void bury(Draft.DeadBodies dead) {
        holds.compute(dead.seq(), (any, hold) -> {
            if (hold == null) {
                dead.ids().forEach(this::delete);
                return null;
            }
            return new Hold(hold.readers, dead.ids());
        });
    }

    /// Deletes a body that nothing names. A file that cannot be deleted is swept when the store is opened again.
    void delete(long body) {
        try {
            bodies.delete(body);
        } catch (IOException ignoredUntilSwept) {
            unswept.incrementAndGet();
        }
    }
}
