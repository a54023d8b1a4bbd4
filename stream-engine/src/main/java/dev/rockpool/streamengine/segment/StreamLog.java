package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The records of one stream, all shards together, in files that only grow: the package's description says
/// how and why.
///
/// Appending takes three steps. Under [#lock], [#append] gives each record its ordinal and encodes it;
/// then, still under it, [#commit] answers a ticket; without it, [CommitGroup.Ticket#await] waits until the
/// group of all records that came in meanwhile is on the disk. The first to join a group writes it, as soon
/// as the group before it is done, so that whoever comes while the disk is busy shares the next fsync.
///
/// When a group's write or fsync fails, all of its tickets fail, and the file is cut back to the last group
/// that is durable. If the cut itself is durable the next group tries again (space may have returned); if
/// not, nobody knows what the disk holds, and the log refuses appends until it is opened again. Reading
/// goes on in either case.
public final class StreamLog implements Closeable {
    /// The first ordinal of a log; a shard's own beginning is numbered 0.
    public static final long FIRST_ORDINAL = 1;

    /// How many segments one read goes through that are not in memory.
    private static final int MOST_COLD_SEGMENTS = 4;

    private final SegmentFolder files;
    private final LogSettings settings;
    private final LogResources resources;
    private final SegmentReader reader;
    private final ConcurrentSkipListMap<Long, Segment> segments = new ConcurrentSkipListMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();

    // under the lock
    private CommitGroup pending;
    private boolean writing;
    private Optional<Sealing> sealing = Optional.empty();
    private long nextOrdinal;
    private long lastArrivalMillis;

    // of the one thread that writes a group
    private long activeEnd;

    private volatile Segment active;
    private volatile long settled;
    private volatile Optional<String> readOnly = Optional.empty();

    private StreamLog(SegmentFolder files, LogSettings settings, LogResources resources, Segment active) {
        this.files = files;
        this.settings = settings;
        this.resources = resources;
        this.reader = new SegmentReader();
        this.active = active;
        this.pending = new CommitGroup(this, resources.slabs);
    }

    /// Begins the log of a new stream in `folder`, which is made.
    public static StreamLog create(
            Disk disk, Path folder, long streamId, long nowMillis, LogSettings settings, LogResources resources)
            throws IOException {
        disk.createFolders(folder);
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            disk.syncFolder(parent);
        }
        SegmentFolder files = new SegmentFolder(disk, folder, streamId, resources.segments);
        Segment first = files.begin(FIRST_ORDINAL, nowMillis);
        StreamLog log = new StreamLog(files, settings, resources, first);
        log.segments.put(first.baseOrdinal, first);
        log.activeEnd = SegmentFormat.HEADER_BYTES;
        log.nextOrdinal = FIRST_ORDINAL;
        log.settled = FIRST_ORDINAL;
        log.lastArrivalMillis = nowMillis;
        return log;
    }

    /// Opens the log in `folder`. What a crash left of a group that was never acknowledged is cut from the last
    /// segment, and nothing before it.
    ///
    /// @throws DamagedException if anything else is not as it was written
    /// @throws NewerFormatException if a later Rockpool wrote it
    public static StreamLog open(Disk disk, Path folder, long streamId, LogSettings settings, LogResources resources)
            throws IOException {
        SegmentFolder files = new SegmentFolder(disk, folder, streamId, resources.segments);
        return recover(files, settings, resources);
    }

    private static StreamLog recover(SegmentFolder files, LogSettings settings, LogResources resources)
            throws IOException {
        List<Segment> found = files.find();
        Segment last = found.getLast();
        SegmentScan.Found held = files.recover(last);
        StreamLog log = new StreamLog(files, settings, resources, last);
        for (Segment segment : found) {
            log.segments.put(segment.baseOrdinal, segment);
        }
        log.activeEnd = held.end();
        log.nextOrdinal = held.lastOrdinal() + 1;
        log.settled = log.nextOrdinal;
        log.lastArrivalMillis = held.lastArrivalMillis();
        return log;
    }

    /// Held while appending, and while the shards that records are routed to change.
    public ReentrantLock lock() {
        return lock;
    }

    /// Waits while too much waits for the disk; under [#lock], before the first record of a batch. Others
    /// may have the lock meanwhile.
    public void awaitRoom() {
        while (writing && pending.bytes() >= settings.pendingBytes()) {
            room.awaitUninterruptibly();
        }
    }

    /// Gives a record its ordinal and encodes it; under [#lock].
    ///
    /// @param arrivalMillis when it arrived, raised to the arrival of the record before it
    /// @param seal what it is sealed with, if it is; one that sealed in no other opening of the log
    /// @return its ordinal
    /// @throws IOException if the log is read-only
    public long append(int shard, long arrivalMillis, byte[] key, byte[] data, Optional<RecordSeal> seal)
            throws IOException {
        if (readOnly.isPresent()) {
            throw new IOException(readOnly.get());
        }
        lastArrivalMillis = Math.max(lastArrivalMillis, arrivalMillis);
        long ordinal = nextOrdinal++;
        pending.add(shard, ordinal, lastArrivalMillis, key, data, seal);
        return ordinal;
    }

    /// When the last appended record arrived; under [#lock].
    public long lastArrivalMillis() {
        return lastArrivalMillis;
    }

    /// The ordinal that the next record will get; under [#lock].
    public long nextOrdinal() {
        return nextOrdinal;
    }

    /// A ticket for all that was appended so far; under [#lock].
    public CommitGroup.Ticket commit() {
        CommitGroup.Ticket ticket = pending.join();
        if (!writing && ticket.leads()) {
            writing = true;
            pending.begin();
        }
        return ticket;
    }

    /// All records below this ordinal are durable or have failed.
    public long settled() {
        return settled;
    }

    /// Why appends are refused until the log is opened again; empty while they are not.
    public Optional<String> readOnly() {
        return readOnly;
    }

    /// Writes `group`, called by its first member when the group before it is done.
    void lead(CommitGroup group) {
        lock.lock();
        try {
            pending = new CommitGroup(this, resources.slabs);
            room.signalAll();
        } finally {
            lock.unlock();
        }
        Optional<IOException> failure = Optional.of(new IOException("The write was cut short."));
        try {
            failure = write(group);
        } finally {
            lock.lock();
            try {
                settled = group.lastOrdinal() + 1;
                sealing.ifPresent(this::seal);
                if (pending.isLed()) {
                    pending.begin();
                } else {
                    writing = false;
                    room.signalAll();
                }
            } finally {
                lock.unlock();
            }
            group.settle(failure);
        }
    }

    private Optional<IOException> write(CommitGroup group) {
        try {
            if (activeIsFull(group)) {
                roll(group.firstOrdinal(), group.firstArrivalMillis());
            }
        } catch (IOException noNewSegment) {
            group.giveBack();
            return Optional.of(noNewSegment);
        }
        Segment segment = active;
        try {
            SegmentCache.Entry entry = resources.segments.pinned(segment.path);
            long end = activeEnd;
            try {
                boolean marks = settings.sync();
                long start = marks ? end + SegmentFormat.MARK_BYTES : end;
                for (ByteBuffer slab : marks ? group.marked(end) : group.unmarked()) {
                    int bytes = slab.remaining();
                    entry.file.write(slab, end);
                    end += bytes;
                }
                if (settings.sync()) {
                    entry.file.force();
                }
                synchronized (entry.index) {
                    group.index(entry.index, start);
                }
                activeEnd = end;
                segment.lastArrivalMillis = group.lastArrivalMillis();
                segment.empty = false;
                return Optional.empty();
            } catch (IOException refused) {
                cutBack(entry.file, refused);
                return Optional.of(refused);
            }
        } finally {
            group.giveBack();
        }
    }

    private boolean activeIsFull(CommitGroup group) {
        Segment segment = active;
        return !segment.empty
                && (activeEnd + group.bytes() > settings.segmentBytes()
                        || group.firstArrivalMillis() - segment.firstArrivalMillis >= settings.segmentMillis());
    }

    private void cutBack(DiskFile file, IOException refused) {
        try {
            file.truncate(activeEnd);
            file.force();
        } catch (IOException unknown) {
            refused.addSuppressed(unknown);
            refuseAppends(refused);
        }
    }

    /// Ends the active segment and begins the next.
    private void roll(long baseOrdinal, long nowMillis) throws IOException {
        Segment ended = active;
        if (!settings.sync()) {
            resources.segments.pinned(ended.path).file.force();
        }
        Segment next = beginOrUndo(baseOrdinal, nowMillis);
        segments.put(baseOrdinal, next);
        active = next;
        activeEnd = SegmentFormat.HEADER_BYTES;
        resources.segments.unpin(ended.path);
    }

    private Segment beginOrUndo(long baseOrdinal, long nowMillis) throws IOException {
        try {
            return files.begin(baseOrdinal, nowMillis);
        } catch (IOException refused) {
            try {
                files.delete(baseOrdinal);
            } catch (IOException unknown) {
                refused.addSuppressed(unknown);
                refuseAppends(refused);
            }
            throw refused;
        }
    }

    private void refuseAppends(IOException cause) {
        readOnly = Optional.of(
                "The disk failed (" + cause.getMessage() + "); the stream is read-only until it is opened again.");
    }

    /// Reads records of `shard`.
    ///
    /// @param from the first ordinal to look at
    /// @param notBeforeMillis records that arrived earlier are passed over
    /// @param mostRecords how many at most
    /// @param mostBytes how many bytes of keys and data at most, except that one record always fits
    /// @throws DamagedException if a record is not as it was written
    public LogSpan read(int shard, long from, long notBeforeMillis, int mostRecords, long mostBytes)
            throws IOException {
        Harvest harvest = new Harvest(mostRecords, mostBytes);
        long end = settled;
        long next = Math.max(from, FIRST_ORDINAL);
        int cold = 0;
        while (next < end) {
            Segment segment = segmentOf(next);
            Map.Entry<Long, Segment> after = segments.higherEntry(segment.baseOrdinal);
            long segmentEnd = after == null ? end : after.getKey();
            if (lastArrivalBound(segment, after) < notBeforeMillis) {
                if (after == null) {
                    return harvest.span(end, false);
                }
                next = Math.max(next, segmentEnd);
                continue;
            }
            if (!resources.segments.holds(segment.path) && ++cold > MOST_COLD_SEGMENTS) {
                return harvest.span(next, true);
            }
            Optional<SegmentCache.Entry> entry = use(segment);
            if (entry.isEmpty()) {
                continue; // trimmed meanwhile
            }
            try {
                long notBefore = segment.firstArrivalMillis >= notBeforeMillis ? Long.MIN_VALUE : notBeforeMillis;
                long stopped = reader.read(entry.get(), segment.path, shard, next, notBefore, harvest);
                if (stopped != SegmentReader.EXHAUSTED) {
                    return harvest.span(stopped, true);
                }
            } finally {
                resources.segments.release(entry.get());
            }
            next = Math.max(next, segmentEnd);
        }
        return harvest.span(next, false);
    }

    /// The first ordinal from which on every record of `shard` arrived at `millis` or later.
    public long firstOrdinalAt(int shard, long millis) throws IOException {
        long end = settled;
        Segment segment = segments.firstEntry().getValue();
        for (Segment later : segments.values()) {
            if (later.firstArrivalMillis >= millis) {
                break;
            }
            segment = later;
        }
        Optional<SegmentCache.Entry> entry = use(segment);
        if (entry.isEmpty()) {
            return FIRST_ORDINAL; // trimmed meanwhile: every record left is later
        }
        try {
            long found = reader.firstAt(entry.get(), segment.path, shard, millis);
            if (found != SegmentReader.EXHAUSTED) {
                return found;
            }
        } finally {
            resources.segments.release(entry.get());
        }
        Long after = segments.higherKey(segment.baseOrdinal);
        return after == null ? end : after;
    }

    /// A time at which, or before which, the records before `ordinal` arrived that stand in earlier segments.
    public long arrivalBefore(long ordinal) {
        return segmentOf(ordinal).firstArrivalMillis;
    }

    /// Writes the log as it is now to `other`: the active segment ends, and those that ended get second
    /// names there. Nothing is trimmed meanwhile; for one thread at a time.
    ///
    /// @param other where a log is opened later, which begins with a segment of its own
    /// @throws IOException if the disk refuses
    public void shareTo(Path other) throws IOException {
        Sealing wanted = new Sealing();
        lock.lock();
        try {
            if (writing) {
                sealing = Optional.of(wanted);
                while (!wanted.done) {
                    room.awaitUninterruptibly();
                }
            } else {
                seal(wanted);
            }
        } finally {
            lock.unlock();
        }
        if (wanted.failure.isPresent()) {
            throw new IOException(wanted.failure.get());
        }
        files.shareTo(other, wanted.ended, wanted.next, wanted.arrivalMillis);
    }

    /// A wish to end the active segment between two groups, and what came of it.
    private static final class Sealing {
        private boolean done;
        private Optional<IOException> failure = Optional.empty();
        private List<Segment> ended = List.of();
        private long next;
        private long arrivalMillis;
    }

    /// Under [#lock], while no group is being written.
    private void seal(Sealing wanted) {
        try {
            if (readOnly.isPresent()) {
                throw new IOException(readOnly.get());
            }
            Segment last = active;
            wanted.next = settled;
            wanted.arrivalMillis = last.empty ? last.firstArrivalMillis : last.lastArrivalMillis;
            if (!last.empty) {
                roll(wanted.next, wanted.arrivalMillis);
            }
            wanted.ended = segments.values().stream()
                    .filter(segment -> segment.baseOrdinal < active.baseOrdinal)
                    .toList();
        } catch (IOException refused) {
            wanted.failure = Optional.of(refused);
        } finally {
            wanted.done = true;
            sealing = Optional.empty();
            room.signalAll();
        }
    }

    /// Deletes every segment all of whose records arrived before `horizonMillis`.
    ///
    /// @param nowMillis when; the next segment begins then where the active one is deleted
    public void trim(long horizonMillis, long nowMillis) throws IOException {
        // first what gives space back, then what takes a little
        deleteBefore(horizonMillis);
        lock.lock();
        try {
            if (!writing && readOnly.isEmpty() && !active.empty && active.lastArrivalMillis < horizonMillis) {
                roll(nextOrdinal, Math.max(nowMillis, lastArrivalMillis));
            }
        } finally {
            lock.unlock();
        }
        deleteBefore(horizonMillis);
    }

    private void deleteBefore(long horizonMillis) throws IOException {
        for (Map.Entry<Long, Segment> oldest = segments.firstEntry();
                oldest.getValue() != active;
                oldest = segments.firstEntry()) {
            Map.Entry<Long, Segment> after = segments.higherEntry(oldest.getKey());
            if (lastArrivalBound(oldest.getValue(), after) >= horizonMillis) {
                return;
            }
            segments.remove(oldest.getKey());
            resources.segments.forget(oldest.getValue().path);
            files.delete(oldest.getKey());
        }
    }

    /// From when on [#trim] has something to delete, as an arrival time that the horizon must pass; empty
    /// when there is nothing to delete.
    public Optional<Long> oldestArrivalBound() {
        Map.Entry<Long, Segment> oldest = segments.firstEntry();
        Segment segment = oldest.getValue();
        if (segment == active && segment.empty) {
            return Optional.empty();
        }
        return Optional.of(lastArrivalBound(segment, segments.higherEntry(oldest.getKey())));
    }

    /// How many bytes its files take.
    public long bytes() throws IOException {
        return files.bytes(segments.values());
    }

    /// Waits until what was appended is settled, refuses more, and lets go of the files.
    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            while (writing) {
                room.awaitUninterruptibly();
            }
            if (readOnly.isEmpty()) {
                readOnly = Optional.of("The stream is closed.");
                if (!settings.sync()) {
                    resources.segments.pinned(active.path).file.force();
                }
            }
        } finally {
            lock.unlock();
        }
        for (Segment segment : segments.values()) {
            resources.segments.forget(segment.path);
        }
    }

    private Segment segmentOf(long ordinal) {
        Map.Entry<Long, Segment> entry = segments.floorEntry(ordinal);
        return entry == null ? segments.firstEntry().getValue() : entry.getValue();
    }

    /// No record of `segment` arrived later than this.
    private long lastArrivalBound(Segment segment, Map.@Nullable Entry<Long, Segment> after) {
        if (segment.lastArrivalMillis != Segment.UNKNOWN) {
            return segment.lastArrivalMillis;
        }
        return after == null ? Long.MAX_VALUE : after.getValue().firstArrivalMillis;
    }

    private Optional<SegmentCache.Entry> use(Segment segment) throws IOException {
        try {
            return Optional.of(resources.segments.use(segment.path, () -> files.load(segment)));
        } catch (NoSuchFileException gone) {
            if (segments.containsKey(segment.baseOrdinal)) {
                throw gone;
            }
            return Optional.empty();
        }
    }
}
