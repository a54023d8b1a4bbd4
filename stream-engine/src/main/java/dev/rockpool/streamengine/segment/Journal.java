package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// An append-only file of small entries, each durable before the next is written: what the engine knows besides
/// records.
///
/// The format is in the package's description. For one thread at a time.
public final class Journal implements Closeable {
    /// The longest entry.
    public static final int LONGEST = 64 << 20;

    private static final int MAGIC = 0x52505341; // RPSA
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 20;
    private static final int FIRST_ORDINAL_AT = 8;
    private static final int CHECKSUM_AT = 16;
    private static final int ORDINAL_BYTES = 8;

    private final Disk disk;
    private final Path path;
    private final boolean sync;
    private DiskFile file;
    private long end;
    private long nextOrdinal;
    private boolean broken;

    private Journal(Disk disk, Path path, boolean sync, DiskFile file, long end, long nextOrdinal) {
        this.disk = disk;
        this.path = path;
        this.sync = sync;
        this.file = file;
        this.end = end;
        this.nextOrdinal = nextOrdinal;
    }

    /// A journal and what it held when it was opened.
    ///
    /// @param journal ready for more
    /// @param entries in the order they were written
    public record Opened(Journal journal, List<byte[]> entries) {}

    /// Opens `path`, or begins it. What a crash left of an entry that was never acknowledged is cut.
    ///
    /// @throws DamagedException if an entry with later ones behind it is damaged
    /// @throws NewerFormatException if a later Rockpool wrote it
    /// @throws ForeignFileException if it is something else
    public static Opened open(Disk disk, Path path, boolean sync) throws IOException {
        disk.delete(beside(path));
        if (!disk.exists(path)) {
            Fresh fresh = prepare(disk, path, List.of(), 0);
            swap(disk, path);
            return new Opened(new Journal(disk, path, sync, fresh.file, fresh.end, 0), List.of());
        }
        DiskFile file = disk.open(path);
        boolean opened = false;
        try {
            List<byte[]> entries = new ArrayList<>();
            ByteBuffer all = readAll(file);
            if (all.capacity() < HEADER_BYTES || all.getInt(0) != MAGIC) {
                throw new ForeignFileException(path);
            }
            if (all.getInt(4) != VERSION) {
                throw new NewerFormatException(path, all.getInt(4));
            }
            if (all.getInt(CHECKSUM_AT) != headerChecksum(all)) {
                throw new DamagedException(path, 0, "its header is broken");
            }
            int at = HEADER_BYTES;
            long ordinal = all.getLong(FIRST_ORDINAL_AT);
            while (isEntry(all, at, ordinal, ordinal)) {
                int length = all.getInt(at);
                byte[] entry = new byte[length - ORDINAL_BYTES];
                all.get(at + Frames.HEAD + ORDINAL_BYTES, entry);
                entries.add(entry);
                ordinal++;
                at += Frames.HEAD + length;
            }
            if (at < all.capacity()) {
                for (int later = at + 1; later < all.capacity(); later++) {
                    if (isEntry(all, later, ordinal + 1, ordinal + all.capacity())) {
                        throw new DamagedException(path, at, "an entry before the one at byte " + later + " is broken");
                    }
                }
                file.truncate(at);
                file.force();
            }
            opened = true;
            return new Opened(new Journal(disk, path, sync, file, at, ordinal), entries);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    /// Adds an entry; when this returns it is durable, when it throws it is not there.
    public void append(byte[] entry) throws IOException {
        if (broken) {
            throw new IOException("The journal " + path + " failed before; it is read-only until it is opened again.");
        }
        ByteBuffer frame = frame(entry, nextOrdinal);
        int length = frame.remaining();
        boolean written = false;
        try {
            file.write(frame, end);
            if (sync) {
                file.force();
            }
            written = true;
        } finally {
            if (!written) {
                undo();
            }
        }
        end += length;
        nextOrdinal++;
    }

    /// Puts `entries` in the place of all that was written before. When this throws, the journal either goes on as it
    /// was or refuses until it is opened again; its entries are durable as they were, or replaced.
    public void rewrite(List<byte[]> entries) throws IOException {
        Fresh fresh = prepare(disk, path, entries, nextOrdinal);
        boolean swapped = false;
        broken = true;
        try {
            swap(disk, path);
            swapped = true;
        } finally {
            if (!swapped) {
                fresh.file.close();
            }
        }
        DiskFile former = file;
        file = fresh.file;
        end = fresh.end;
        nextOrdinal = fresh.nextOrdinal;
        broken = false;
        former.close();
    }

    /// How long the file is.
    public long bytes() {
        return end;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /// Cuts what a failed write left. If that fails too, or an fsync failed, nobody knows what the disk holds.
    private void undo() throws IOException {
        broken = true;
        file.truncate(end);
        file.force();
        broken = false;
    }

    /// A whole journal under the name beside, not yet in its place.
    private record Fresh(DiskFile file, long end, long nextOrdinal) {}

    private static Fresh prepare(Disk disk, Path path, List<byte[]> entries, long firstOrdinal) throws IOException {
        Path fresh = beside(path);
        disk.delete(fresh);
        DiskFile file = disk.open(fresh);
        boolean prepared = false;
        try {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            header.putInt(MAGIC).putInt(VERSION).putLong(firstOrdinal);
            header.putInt(headerChecksum(header));
            file.write(header.flip(), 0);
            long end = HEADER_BYTES;
            long ordinal = firstOrdinal;
            for (byte[] entry : entries) {
                ByteBuffer frame = frame(entry, ordinal++);
                int length = frame.remaining();
                file.write(frame, end);
                end += length;
            }
            file.force();
            prepared = true;
            return new Fresh(file, end, ordinal);
        } finally {
            if (!prepared) {
                file.close();
                disk.delete(fresh);
            }
        }
    }

    private static void swap(Disk disk, Path path) throws IOException {
        disk.replace(beside(path), path);
        disk.syncFolder(parent(path));
    }

    private static Path beside(Path path) {
        return path.resolveSibling(path.getFileName() + ".new");
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Journal " + path + " is in no folder");
        }
        return parent;
    }

    private static ByteBuffer frame(byte[] entry, long ordinal) {
        if (entry.length > LONGEST) {
            throw new IllegalArgumentException("Journal entry of " + entry.length + " bytes exceeds " + LONGEST);
        }
        ByteBuffer frame = ByteBuffer.allocate(Frames.HEAD + ORDINAL_BYTES + entry.length);
        frame.position(Frames.HEAD);
        frame.putLong(ordinal).put(entry);
        Frames.seal(frame, 0);
        return frame.flip();
    }

    private static int headerChecksum(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.slice(0, CHECKSUM_AT));
        return (int) checksum.getValue();
    }

    private static boolean isEntry(ByteBuffer all, int at, long leastOrdinal, long mostOrdinal) {
        if (all.capacity() - at < Frames.HEAD + ORDINAL_BYTES) {
            return false;
        }
        int length = all.getInt(at);
        return length >= ORDINAL_BYTES
                && length <= LONGEST + ORDINAL_BYTES
                && length <= all.capacity() - at - Frames.HEAD
                && all.getLong(at + Frames.HEAD) >= leastOrdinal
                && all.getLong(at + Frames.HEAD) <= mostOrdinal
                && Frames.holds(all, at);
    }

    private static ByteBuffer readAll(DiskFile file) throws IOException {
        long size = file.size();
        if (size > Integer.MAX_VALUE - 16) {
            throw new IOException("The journal of " + size + " bytes is too long to read");
        }
        ByteBuffer all = ByteBuffer.allocate((int) size);
        file.read(all, 0);
        return all;
    }
}
