package dev.rockpool.objectstore.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.jspecify.annotations.Nullable;

/// An index in a file of H2's MVStore, a log-structured tree whose readers see one state throughout.
///
/// After a process was killed MVStore goes back to a chunk that it can read, whose pages may have been written over
/// (decision 0005). So a file that was not closed is read through once, and given up if that fails: the volumes know
/// everything. A short one is always read through, which costs nothing.
public final class MvIndex implements OrderedIndex {
    private static final String MAP = "index";
    private static final String STATE = "state";
    private static final byte[] CLEAN = {0};
    private static final int CACHE_MEGABYTES = 64;
    /// Chunks of the file that are filled less than so are written anew at a checkpoint, up to so many bytes.
    private static final int LEAST_FILL_PERCENT = 50;

    private static final int COMPACTED_BYTES = 16 << 20;
    private static final int CLOSING_MILLIS = 500;
    /// A file of fewer bytes is read through at each opening.
    private static final long READ_ALWAYS_BYTES = 32 << 20;

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
        try {
            return openFile(file);
        } catch (MVStoreException unreadable) {
            Files.deleteIfExists(file);
            return openFile(file);
        }
    }

    private static MvIndex openFile(Path file) throws IOException {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
        try {
            MVMap<byte[], byte[]> state = open(store, STATE);
            MvIndex index = new MvIndex(store);
            if (state.remove(CLEAN) == null || Files.size(file) < READ_ALWAYS_BYTES) {
                index.readThrough();
            }
            store.commit();
            return index;
        } catch (MVStoreException unreadable) {
            store.closeImmediately();
            throw unreadable;
        }
    }

    private void readThrough() {
        Cursor<byte[], byte[]> cursor = map.cursor(CLEAN);
        while (cursor.hasNext()) {
            cursor.next();
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
        Cursor<byte[], byte[]> cursor = map.cursor(from);
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
        store.close(CLOSING_MILLIS);
    }
}
