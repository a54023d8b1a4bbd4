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
public final class MvIndex implements OrderedIndex {
    private static final String MAP = "index";
    private static final int CACHE_MEGABYTES = 64;

    private final MVStore store;
    private MVMap<byte[], byte[]> map;

    private MvIndex(MVStore store) {
        this.store = store;
        this.map = open(store);
    }

    private static MVMap<byte[], byte[]> open(MVStore store) {
        return store.openMap(
                MAP,
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

    private static MvIndex openFile(Path file) {
        MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEGABYTES)
                .open();
        try {
            return new MvIndex(store);
        } catch (MVStoreException unreadable) {
            store.closeImmediately();
            throw unreadable;
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
        store.sync();
    }

    @Override
    public void close() {
        store.close();
    }
}
