package dev.rockpool.objectstore.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/// An index in a file of H2's MVStore, a log-structured tree whose readers see one state throughout.
///
/// After a process was killed MVStore goes back to a chunk that it can read, whose pages may have been
/// written over (decision 0005), and its notion of free space may be wrong. So a file that was not closed
/// is copied entry by entry into a new one, and given up if that fails: the volumes know everything. A
/// short one is always copied.
public final class MvIndex implements OrderedIndex {
    private static final String MAP = "index";
    private static final String STATE = "state";
    private static final byte[] CLEAN = {0};
    /// In the state of a file that holds only what differs from an index elsewhere.
    private static final byte[] DIFFERENCE = {1};

    private static final int CACHE_MEGABYTES = 64;
    /// Chunks of the file that are filled less than so are written anew at a checkpoint, up to so many bytes.
    private static final int LEAST_FILL_PERCENT = 50;

    private static final int COMPACTED_BYTES = 16 << 20;
    /// A file of fewer bytes is copied at each opening.
    private static final long COPIED_ALWAYS_BYTES = 32 << 20;

    private static final int COPIED_AT_ONCE = 50_000;

    private final MVStore store;
    private final MVMap<byte[], byte[]> map;

    private MvIndex(MVStore store) {
        this.store = store;
        this.map = open(store, MAP);
    }

    private static MVMap<byte[], byte[]> open(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<byte[], byte[]>()
                        .keyType(ByteArrayDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    /// An index in memory, for tests and for disks that are none.
    public static MvIndex inMemory() {
        return new MvIndex(new MVStore.Builder().autoCommitDisabled().open());
    }

    /// The index in `file`; an empty one if there is none, or one that cannot be read.
    ///
    /// @throws IOException if the file cannot be replaced
    public static MvIndex inFile(Path file) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try {
            return openFile(file, fresh);
        } catch (MVStoreException unreadable) {
            Files.deleteIfExists(fresh);
            Files.deleteIfExists(file);
            return openFile(file, fresh);
        }
    }

    /// An index in `file` for what differs from an index that stands elsewhere, which nobody remembers once
    /// this one is closed: [#inFile] begins anew then.
    ///
    /// @throws IOException if there is a file that cannot be replaced
    static MvIndex ofDifferences(Path file) throws IOException {
        Files.deleteIfExists(file);
        MvIndex index = new MvIndex(store(file));
        open(index.store, STATE).put(DIFFERENCE, DIFFERENCE);
        index.store.commit();
        return index;
    }

    private static MvIndex openFile(Path file, Path fresh) throws IOException {
        boolean begun = Files.exists(file);
        MvIndex index = new MvIndex(store(file));
        boolean kept = false;
        try {
            if (open(index.store, STATE).containsKey(DIFFERENCE)) {
                throw new MVStoreException(0, "It holds only differences.");
            }
            boolean wasClosed = open(index.store, STATE).remove(CLEAN) != null;
            if (!begun || (wasClosed && Files.size(file) >= COPIED_ALWAYS_BYTES)) {
                index.store.commit();
                kept = true;
                return index;
            }
            index.copyTo(fresh);
        } finally {
            if (!kept) {
                index.store.closeImmediately();
            }
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        return new MvIndex(store(file));
    }

    private static MVStore store(Path file) {
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
    }

    /// Writes all entries to a file that nothing happened to yet.
    private void copyTo(Path fresh) {
        MVStore target = store(fresh);
        boolean copied = false;
        try {
            MVMap<byte[], byte[]> to = open(target, MAP);
            Cursor<byte[], byte[]> cursor = map.cursor(null);
            for (long count = 1; cursor.hasNext(); count++) {
                byte[] key = cursor.next();
                to.append(key, cursor.getValue());
                if (count % COPIED_AT_ONCE == 0) {
                    target.commit();
                }
            }
            target.commit();
            target.close(0);
            copied = true;
        } finally {
            if (!copied) {
                target.closeImmediately();
            }
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    @Override
    public byte @Nullable [] put(byte[] key, byte[] value) {
        return map.put(key, value);
    }

    @Override
    public byte @Nullable [] remove(byte[] key) {
        return map.remove(key);
    }

    @Override
    public IndexCursor from(byte[] from) {
        return cursor(map.cursor(from));
    }

    private static IndexCursor cursor(Cursor<byte[], byte[]> cursor) {
        return new IndexCursor() {
            @Override
            public boolean next() {
                if (!cursor.hasNext()) {
                    return false;
                }
                cursor.next();
                return true;
            }

            @Override
            public byte[] key() {
                return cursor.getKey();
            }

            @Override
            public byte[] value() {
                return cursor.getValue();
            }
        };
    }

    @Override
    public StandingIndex stand() {
        MVStore.TxCounter usage = store.registerVersionUsage();
        RootReference<byte[], byte[]> root = map.flushAndGetRoot();
        AtomicBoolean open = new AtomicBoolean(true);
        return new StandingIndex() {
            @Override
            public byte @Nullable [] get(byte[] key) {
                return map.get(root.root, key);
            }

            @Override
            public IndexCursor from(byte[] from) {
                return cursor(map.cursor(root, from, null, false));
            }

            @Override
            public void close() {
                if (open.getAndSet(false) && !store.isClosed()) {
                    store.deregisterVersionUsage(usage);
                }
            }
        };
    }

    @Override
    public void clear() {
        map.clear();
    }

    @Override
    public void checkpoint() {
        store.commit();
        store.compact(LEAST_FILL_PERCENT, COMPACTED_BYTES);
        store.sync();
    }

    @Override
    public void close() {
        open(store, STATE).put(CLEAN, CLEAN);
        store.commit();
        // without H2's compaction, which moves chunks about: the next opening copies what is sparse
        store.close(0);
    }
}
