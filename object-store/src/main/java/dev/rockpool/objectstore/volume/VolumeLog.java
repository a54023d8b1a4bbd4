package dev.rockpool.objectstore.volume;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The volumes of a store: takes commits, many with one fsync, and tells them once they are durable.
///
/// The first of those who wait leads: it writes the group of all that have come, forces, tells, wakes the
/// others and hands the lead to one that came meanwhile. No lock is held while the disk works.
public final class VolumeLog implements Closeable {
    private static final int BUFFER = 1 << 20;
    private static final long LARGEST_GROUP = 8L << 20;
    private static final int MOST_COMMITS = 4_096;
    private static final String SUFFIX = ".volume";

    private final Disk disk;
    private final Path folder;
    private final VolumeSettings settings;
    private final Replay replay;
    private final ConcurrentSkipListMap<Long, Volume> volumes = new ConcurrentSkipListMap<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Commit> pending = new ArrayDeque<>();
    private final Condition idle = lock.newCondition();
    /// Held while volumes are dropped, and while others give them a second name.
    private final ReentrantLock dropping = new ReentrantLock();

    private boolean writing;
    private boolean closed;
    private volatile boolean broken;

    /// Only the leader touches it, and who seals while there is none.
    private Volume active;

    private VolumeLog(
            Disk disk, Path folder, VolumeSettings settings, Replay replay, List<Volume> found, Volume active) {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
        this.replay = replay;
        this.active = active;
        found.forEach(volume -> volumes.put(volume.id(), volume));
    }

    /// Opens the volumes in `folder`, or begins the first one, and tells what they hold from `from` on.
    ///
    /// @param from where the index was checkpointed
    /// @param replay hears the log now, and each group later; its calls never overlap
    /// @throws DamagedException if something acknowledged is broken
    /// @throws NewerFormatException if a later Rockpool wrote a volume
    public static VolumeLog open(Disk disk, Path folder, VolumeSettings settings, LogPosition from, Replay replay)
            throws IOException {
        disk.createFolders(folder);
        List<Volume> found = new ArrayList<>();
        boolean opened = false;
        try {
            for (Path path : disk.list(folder)) {
                if (path.toString().endsWith(SUFFIX)) {
                    openVolume(disk, path).ifPresent(found::add);
                }
            }
            if (found.isEmpty()) {
                found.add(create(disk, folder, 1));
            }
            recover(found, settings, from, replay);
            opened = true;
        } finally {
            if (!opened) {
                for (Volume volume : found) {
                    volume.letGo();
                }
            }
        }
        return new VolumeLog(disk, folder, settings, replay, found, found.getLast());
    }

    private static Optional<Volume> openVolume(Disk disk, Path path) throws IOException {
        String name = Objects.requireNonNull(path.getFileName()).toString();
        long id;
        try {
            id = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()), 16);
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
        DiskFile file = disk.open(path);
        boolean whole = false;
        try {
            ByteBuffer header = ByteBuffer.allocate(VolumeFormat.HEADER_BYTES);
            if (file.read(header, 0) == VolumeFormat.HEADER_BYTES && VolumeFormat.isHeader(header, id)) {
                if (header.getInt(4) != VolumeFormat.VERSION) {
                    throw new NewerFormatException(path, header.getInt(4));
                }
                whole = true;
                return Optional.of(new Volume(id, path, file, file.size()));
            }
            if (file.size() > VolumeFormat.HEADER_BYTES) {
                throw new DamagedException(path, 0, "its header is broken");
            }
            // a crash came before the volume was named for good
            return Optional.empty();
        } finally {
            if (!whole) {
                file.close();
            }
        }
    }

    private static Volume create(Disk disk, Path folder, long id) throws IOException {
        Path path = folder.resolve("%016x".formatted(id) + SUFFIX);
        disk.delete(path);
        DiskFile file = disk.open(path);
        boolean created = false;
        try {
            file.write(VolumeFormat.header(id), 0);
            file.force();
            disk.syncFolder(folder);
            created = true;
            return new Volume(id, path, file, VolumeFormat.HEADER_BYTES);
        } finally {
            if (!created) {
                file.close();
                disk.delete(path);
            }
        }
    }

    // --- opening

    private static void recover(List<Volume> found, VolumeSettings settings, LogPosition from, Replay replay)
            throws IOException {
        boolean usable = found.stream()
                .anyMatch(volume -> volume.id() == from.volume()
                        && from.offset() >= VolumeFormat.HEADER_BYTES
                        && from.offset() <= volume.end());
        if (usable && tell(found, settings, from, replay)) {
            return;
        }
        replay.restart();
        tell(found, settings, LogPosition.START, replay);
    }

    /// Tells the log from `from` on; false if that is of no use because something before it was dropped.
    private static boolean tell(List<Volume> found, VolumeSettings settings, LogPosition from, Replay replay)
            throws IOException {
        for (Volume volume : found) {
            if (volume.id() < from.volume()) {
                continue;
            }
            long begin = volume.id() == from.volume() ? from.offset() : VolumeFormat.HEADER_BYTES;
            VolumeScan scan = new VolumeScan(volume, begin, volume.end());
            while (scan.next()) {
                ByteBuffer body = scan.body();
                byte kind = body.get();
                if (kind == VolumeFormat.CHANGES) {
                    replay.changes(volume.id(), body.slice());
                } else if (kind == VolumeFormat.DROPPED) {
                    body.getLong();
                    LogPosition needed = new LogPosition(body.getLong(), body.getLong());
                    if (!from.equals(LogPosition.START) && from.compareTo(needed) < 0) {
                        return false;
                    }
                }
            }
            if (scan.offset() < volume.end()) {
                cut(volume, scan, volume.equals(found.getLast()), settings);
            }
            replay.reached(new LogPosition(volume.id(), volume.end()));
        }
        return true;
    }

    private static void cut(Volume volume, VolumeScan scan, boolean isActive, VolumeSettings settings)
            throws IOException {
        if (!isActive) {
            throw new DamagedException(volume.path(), scan.offset(), "a frame of a sealed volume is broken");
        }
        if (scan.hasMarkAhead()) {
            throw new DamagedException(volume.path(), scan.offset(), "a frame with later ones behind it is broken");
        }
        volume.file().truncate(scan.offset());
        if (settings.sync()) {
            volume.file().force();
        }
        volume.end(scan.offset());
    }

    // --- committing

    /// Makes `commit` durable and tells it; when this throws, nothing of it is there.
    ///
    /// @throws IOException if the disk refused
    public void commit(Commit commit) throws IOException {
        commit(List.of(commit));
    }

    /// The same of several, each for itself, in order.
    public void commit(List<Commit> commits) throws IOException {
        boolean leads;
        lock.lock();
        try {
            if (closed || broken) {
                throw new IOException("The volumes in " + folder + " are closed for writing"
                        + (broken ? " after a failure, until the store is opened again." : "."));
            }
            pending.addAll(commits);
            leads = !writing;
            writing = true;
        } finally {
            lock.unlock();
        }
        for (Commit commit : commits) {
            if (leads || commit.awaitsLead()) {
                leadGroup();
            }
            leads = false;
        }
        for (Commit commit : commits) {
            commit.check();
        }
    }

    private void leadGroup() {
        List<Commit> group = take();
        Optional<IOException> failure = Optional.of(new IOException("The store failed while it wrote."));
        try {
            failure = write(group);
            if (failure.isEmpty()) {
                for (Commit commit : group) {
                    if (commit.changes().length > 0) {
                        replay.changes(active.id(), ByteBuffer.wrap(commit.changes()));
                    }
                }
                replay.reached(new LogPosition(active.id(), active.end()));
            }
        } finally {
            for (Commit commit : group) {
                commit.done(failure);
            }
            handOver();
        }
    }

    private List<Commit> take() {
        lock.lock();
        try {
            List<Commit> group = new ArrayList<>();
            long bytes = 0;
            while (!pending.isEmpty()
                    && group.size() < MOST_COMMITS
                    && (group.isEmpty() || bytes + pending.getFirst().bytes() <= LARGEST_GROUP)) {
                Commit next = pending.removeFirst();
                bytes += next.bytes();
                group.add(next);
            }
            return group;
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            if (pending.isEmpty()) {
                writing = false;
                idle.signalAll();
            } else {
                pending.getFirst().lead();
            }
        } finally {
            lock.unlock();
        }
    }

    private Optional<IOException> write(List<Commit> group) {
        boolean settled = false;
        try {
            if (broken) {
                settled = true;
                return Optional.of(new IOException("The volumes in " + folder + " failed before."));
            }
            long bytes = group.stream().mapToLong(Commit::bytes).sum();
            if (active.end() > VolumeFormat.HEADER_BYTES && active.end() + bytes > settings.volumeBytes()) {
                roll();
            }
            Optional<IOException> failure = append(group);
            settled = true;
            return failure;
        } catch (IOException refused) {
            // the old volume goes on as it was
            settled = true;
            return Optional.of(refused);
        } finally {
            broken |= !settled;
        }
    }

    private void roll() throws IOException {
        active.file().force();
        Volume next = create(disk, folder, active.id() + 1);
        volumes.put(next.id(), next);
        active = next;
    }

    private Optional<IOException> append(List<Commit> group) throws IOException {
        long start = active.end();
        try {
            Writer writer = new Writer(start);
            if (settings.sync()) {
                writer.put(VolumeFormat.mark(start));
            }
            for (Commit commit : group) {
                writer.put(commit);
            }
            writer.flush();
            if (settings.sync()) {
                active.file().force();
            }
            active.end(writer.position());
            return Optional.empty();
        } catch (IOException refused) {
            undo(start);
            return Optional.of(refused);
        }
    }

    /// Cuts what a failed write left. If that fails too nobody knows what the disk holds.
    private void undo(long start) {
        boolean undone = false;
        try {
            active.file().truncate(start);
            active.file().force();
            undone = true;
        } catch (IOException unsure) {
            undone = false;
        } finally {
            broken |= !undone;
        }
    }

    /// Fills the buffer and writes it whenever it is full.
    private final class Writer {
        private long written;

        Writer(long start) {
            written = start;
            buffer.clear();
        }

        long position() {
            return written + buffer.position();
        }

        void put(Commit commit) throws IOException {
            if (commit.placeAt() == Commit.NOTICE) {
                put(ByteBuffer.wrap(commit.data()));
                return;
            }
            if (commit.placeAt() != Commit.NO_DATA) {
                ByteBuffer head = ByteBuffer.allocate(3 + commit.owner().length);
                head.put(VolumeFormat.DATA).putShort((short) commit.owner().length);
                head.put(commit.owner()).flip();
                frame(head, ByteBuffer.wrap(commit.data()));
                ByteBuffer.wrap(commit.changes())
                        .putLong(commit.placeAt(), active.id())
                        .putLong(commit.placeAt() + Long.BYTES, position() - commit.data().length);
            }
            ByteBuffer kind = ByteBuffer.allocate(1).put(VolumeFormat.CHANGES).flip();
            frame(kind, ByteBuffer.wrap(commit.changes()));
        }

        private void frame(ByteBuffer head, ByteBuffer rest) throws IOException {
            int length = head.remaining() + rest.remaining();
            ByteBuffer frame = ByteBuffer.allocate(VolumeFormat.FRAME_HEAD);
            frame.putInt(length).putInt(VolumeFormat.checksum(length, head.duplicate(), rest.duplicate()));
            put(frame.flip());
            put(head);
            put(rest);
        }

        void put(ByteBuffer bytes) throws IOException {
            while (bytes.hasRemaining()) {
                if (!buffer.hasRemaining()) {
                    flush();
                }
                int count = Math.min(bytes.remaining(), buffer.remaining());
                buffer.put(bytes.slice(bytes.position(), count));
                bytes.position(bytes.position() + count);
            }
        }

        void flush() throws IOException {
            int count = buffer.position();
            active.file().write(buffer.flip(), written);
            written += count;
            buffer.clear();
        }
    }

    /// Makes everything told so far durable, also without sync.
    public void force() throws IOException {
        Volume last = volumes.lastEntry().getValue();
        if (last.hold()) {
            try {
                last.file().force();
            } finally {
                last.letGo();
            }
        }
    }

    // --- reading

    /// Fills `target` from data.
    ///
    /// @param skip bytes of the data
    /// @throws NoSuchFileException if the volume was dropped: what lay there lies elsewhere now
    /// @throws DamagedException if the volume ends before
    public void read(Place place, long skip, ByteBuffer target) throws IOException {
        Volume volume = volumes.get(place.volume());
        if (volume == null || !volume.hold()) {
            throw new NoSuchFileException("volume " + place.volume());
        }
        try {
            int wanted = target.remaining();
            if (volume.read(target, place.offset() + skip) < wanted) {
                throw new DamagedException(volume.path(), place.offset() + skip, "the file ends there");
            }
        } finally {
            volume.letGo();
        }
    }

    /// Shows all frames of a volume.
    ///
    /// @throws DamagedException if one is broken
    public void visit(long id, FrameVisitor visitor) throws IOException {
        Volume volume = volumes.get(id);
        if (volume == null || !volume.hold()) {
            return;
        }
        try {
            VolumeScan scan = new VolumeScan(volume, VolumeFormat.HEADER_BYTES, volume.end());
            while (scan.next()) {
                ByteBuffer body = scan.body();
                byte kind = body.get();
                if (kind == VolumeFormat.DATA) {
                    byte[] owner = new byte[Short.toUnsignedInt(body.getShort())];
                    body.get(owner);
                    visitor.data(owner, new Place(id, scan.bodyAt() + body.position()), body.remaining());
                } else if (kind == VolumeFormat.CHANGES) {
                    visitor.changes(body.slice());
                }
            }
            if (scan.offset() < volume.end()) {
                throw new DamagedException(volume.path(), scan.offset(), "a frame is broken");
            }
        } finally {
            volume.letGo();
        }
    }

    // --- dropping

    /// The ids of all volumes, the oldest first; the last is active.
    public List<Long> volumes() {
        return List.copyOf(volumes.keySet());
    }

    /// How long a volume is; 0 if there is no such.
    public long bytes(long id) {
        Volume volume = volumes.get(id);
        return volume == null ? 0 : volume.end();
    }

    /// Deletes a sealed volume, all of which was written anew before `needed`, where the index is durable.
    public void drop(long id, LogPosition needed) throws IOException {
        Volume volume = volumes.get(id);
        if (volume == null || id == volumes.lastKey()) {
            throw new IllegalArgumentException("Volume " + id + " is not a sealed one");
        }
        dropping.lock();
        try {
            commit(Commit.dropped(id, needed));
            volumes.remove(id);
            volume.letGo();
            disk.delete(volume.path());
        } finally {
            dropping.unlock();
        }
    }

    // --- sharing

    /// The volumes up to one moment, all of them sealed, and not dropped until it is closed; for one thread.
    public final class Shared implements Closeable {
        private final List<Volume> sealed;
        private final long next;

        private Shared() throws IOException {
            next = seal();
            sealed = List.copyOf(volumes.headMap(next).values());
        }

        /// Gives the volumes second names in `other`, and begins a volume of its own there: a log that is
        /// opened there goes on in that one, so that nobody writes to what is shared.
        public void linkTo(Path other) throws IOException {
            disk.createFolders(other);
            for (Volume volume : sealed) {
                disk.link(
                        volume.path(),
                        other.resolve(Objects.requireNonNull(volume.path().getFileName())));
            }
            create(disk, other, next).letGo();
        }

        @Override
        public void close() {
            dropping.unlock();
        }
    }

    /// Seals what was committed so far, to be shared with another log.
    ///
    /// @throws IOException if no new volume can begin; this one goes on then
    public Shared share() throws IOException {
        dropping.lock();
        boolean shared = false;
        try {
            Shared all = new Shared();
            shared = true;
            return all;
        } finally {
            if (!shared) {
                dropping.unlock();
            }
        }
    }

    /// Begins a new volume unless the active one is empty; answers the active one's id.
    private long seal() throws IOException {
        lock.lock();
        try {
            while (writing) {
                idle.awaitUninterruptibly();
            }
            if (closed || broken) {
                throw new IOException("The volumes in " + folder + " are closed for writing.");
            }
            if (active.end() > VolumeFormat.HEADER_BYTES) {
                roll();
            }
            return active.id();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        for (Volume volume : volumes.values()) {
            volume.letGo();
        }
    }
}
