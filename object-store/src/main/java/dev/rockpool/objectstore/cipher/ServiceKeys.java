package dev.rockpool.objectstore.cipher;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/// The store's own keys, on which everything of SSE-S3 hangs. They lie beside the data: they keep bytes
/// from whoever gets a disk without this file, and show what an envelope is.
public final class ServiceKeys {
    private static final int MAGIC = 0x5250534b; // RPSK
    private static final int VERSION = 2;
    private static final int WITHOUT_DATES = 1;

    /// After so long a key new objects hang on another one. The service rotates "regularly" and says no more (S3 user
    /// guide, *Using server-side encryption with Amazon S3 managed keys*); its key service takes a year.
    static final Duration AGE = Duration.ofDays(365);

    private static final int KEY_BYTES = 32;
    private static final int HEAD_BYTES = 12;
    private static final int ENTRY_BYTES = 4 + 8 + KEY_BYTES;

    private final Disk disk;
    private final Path path;
    private final TreeMap<Integer, Key> keys = new TreeMap<>();

    /// A key and since when it is there.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Key(Instant since, byte[] bytes) {}

    private ServiceKeys(Disk disk, Path path) {
        this.disk = disk;
        this.path = path;
    }

    /// The keys in `path`, or a first one.
    ///
    /// @throws IOException if the disk refuses, or the file is broken
    public static ServiceKeys open(Disk disk, Path path, RandomGenerator random, Instant now) throws IOException {
        ServiceKeys keys = new ServiceKeys(disk, path);
        if (disk.exists(path)) {
            keys.read(now);
        }
        keys.rotateIfOld(random, now);
        return keys;
    }

    /// @param now of keys that were written without a date
    private void read(Instant now) throws IOException {
        try (DiskFile file = disk.openToRead(path)) {
            ByteBuffer all = ByteBuffer.allocate((int) file.size());
            file.read(all, 0);
            all.flip();
            boolean isDated = all.remaining() > HEAD_BYTES && all.getInt(4) == VERSION;
            int entryBytes = isDated ? ENTRY_BYTES : ENTRY_BYTES - Long.BYTES;
            if (all.remaining() < HEAD_BYTES + entryBytes + 4
                    || all.getInt(0) != MAGIC
                    || (!isDated && all.getInt(4) != WITHOUT_DATES)
                    || all.remaining() != HEAD_BYTES + all.getInt(8) * entryBytes + 4
                    || all.getInt(all.limit() - 4) != checksum(all.slice(0, all.limit() - 4))) {
                throw new IOException("The keys of the store in " + path + " are broken");
            }
            all.position(HEAD_BYTES);
            while (all.remaining() > 4) {
                int id = all.getInt();
                Instant since = isDated ? Instant.ofEpochMilli(all.getLong()) : now;
                byte[] key = new byte[KEY_BYTES];
                all.get(key);
                keys.put(id, new Key(since, key));
            }
        }
    }

    /// Writes the keys to another place.
    public synchronized void copyTo(Disk disk, Path other) throws IOException {
        write(disk, other, keys);
    }

    /// Adds a key, on which new objects hang from now on, if there is none or the newest is old.
    public synchronized void rotateIfOld(RandomGenerator random, Instant now) throws IOException {
        if (!keys.isEmpty() && now.isBefore(keys.lastEntry().getValue().since().plus(AGE))) {
            return;
        }
        TreeMap<Integer, Key> more = new TreeMap<>(keys);
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        more.put(keys.isEmpty() ? 1 : keys.lastKey() + 1, new Key(now, key));
        write(disk, path, more);
        keys.putAll(more);
    }

    private static void write(Disk disk, Path path, SortedMap<Integer, Key> more) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(HEAD_BYTES + more.size() * ENTRY_BYTES + 4);
        all.putInt(MAGIC).putInt(VERSION).putInt(more.size());
        more.forEach(
                (id, key) -> all.putInt(id).putLong(key.since().toEpochMilli()).put(key.bytes()));
        all.putInt(checksum(all.slice(0, all.position())));
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        disk.delete(fresh);
        try (DiskFile file = disk.open(fresh)) {
            file.write(all.flip(), 0);
            file.force();
        }
        disk.replace(fresh, path);
        Path folder = path.getParent();
        if (folder != null) {
            disk.syncFolder(folder);
        }
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return (int) checksum.getValue();
    }

    /// The id of the key that new objects hang on.
    public synchronized int newest() {
        return keys.lastKey();
    }

    /// The key of an id.
    ///
    /// @throws TamperedException if there is none
    public synchronized byte[] key(int id) throws TamperedException {
        Key key = keys.get(id);
        if (key == null) {
            throw new TamperedException("The store has no key " + id + ".");
        }
        return key.bytes();
    }
}
