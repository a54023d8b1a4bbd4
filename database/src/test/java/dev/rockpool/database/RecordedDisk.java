package dev.rockpool.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk that H2 writes to under `jdbc:h2:recorded:…` and that remembers each change of a file in order, so that every
/// state that a dying process could leave behind can be made again.
public final class RecordedDisk extends FilePathWrapper {
    private static final List<Change> CHANGES = new ArrayList<>();
    private static final AtomicInteger ACKNOWLEDGED = new AtomicInteger();

    /// One change of the file.
    sealed interface Change {
        /// How many transactions had been acknowledged before it began.
        int acknowledged();

        /// What the file holds once the first `length` bytes of this change are on disk.
        byte[] apply(byte[] file, int length);

        /// How many bytes it writes.
        int length();
    }

    record Write(int acknowledged, int position, ByteBuffer bytes) implements Change {
        @Override
        public byte[] apply(byte[] file, int length) {
            byte[] after = Arrays.copyOf(file, Math.max(file.length, position + length));
            bytes.get(0, after, position, length);
            return after;
        }

        @Override
        public int length() {
            return bytes.limit();
        }
    }

    record Truncation(int acknowledged, int size) implements Change {
        @Override
        public byte[] apply(byte[] file, int length) {
            return Arrays.copyOf(file, Math.min(file.length, size));
        }

        @Override
        public int length() {
            return 0;
        }
    }

    /// Makes the disk known to H2.
    static void register() {
        FilePath.register(new RecordedDisk());
    }

    /// Counts a transaction whose end was reported.
    static void acknowledge() {
        ACKNOWLEDGED.incrementAndGet();
    }

    static int acknowledged() {
        return ACKNOWLEDGED.get();
    }

    /// Starts over, with nothing acknowledged.
    static void clear() {
        takeChanges();
        ACKNOWLEDGED.set(0);
    }

    /// The changes since the last call.
    static List<Change> takeChanges() {
        synchronized (CHANGES) {
            List<Change> taken = List.copyOf(CHANGES);
            CHANGES.clear();
            return taken;
        }
    }

    private static void add(Change change) {
        synchronized (CHANGES) {
            CHANGES.add(change);
        }
    }

    @Override
    public String getScheme() {
        return "recorded";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Recorded(getBase().open(mode));
    }

    private static final class Recorded extends FileBase {
        private final FileChannel file;

        Recorded(FileChannel file) {
            this.file = file;
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(source.remaining())
                    .put(source.duplicate())
                    .flip();
            add(new Write(acknowledged(), Math.toIntExact(position), bytes));
            return file.write(source, position);
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            int written = write(source, position());
            position(position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            add(new Truncation(acknowledged(), Math.toIntExact(size)));
            file.truncate(size);
            return this;
        }

        @Override
        public long position() throws IOException {
            return file.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            file.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return file.read(target);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public void force(boolean metadata) throws IOException {
            file.force(metadata);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return file.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            file.close();
        }
    }
}
