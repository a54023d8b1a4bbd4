package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The closed segments that were read last, each with its file open and its index at hand; the longest unread goes
/// first.
///
/// A segment in use is kept until its reader is done with it.
final class SegmentCache {
    private final long mostBytes;
    private final int mostFiles;
    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    SegmentCache(long mostBytes, int mostFiles) {
        this.mostBytes = mostBytes;
        this.mostFiles = mostFiles;
    }

    /// Opens a segment that is not cached.
    interface Opener {
        Entry open() throws IOException;
    }

    /// The segment `path`, for the caller to give back with [#release].
    Entry use(Path path, Opener opener) throws IOException {
        synchronized (this) {
            Entry cached = entries.get(path);
            if (cached != null) {
                cached.users++;
                return cached;
            }
        }
        // two readers may open the same segment at once; the second's copy serves it alone and is then dropped
        Entry opened = opener.open();
        synchronized (this) {
            opened.users++;
            if (entries.putIfAbsent(path, opened) == null) {
                opened.cached = true;
                bytes += opened.index.bytes();
                evict();
            }
        }
        return opened;
    }

    /// Keeps the segment `path` whatever is read, until [#unpin].
    synchronized void pin(Path path, Entry entry) {
        entry.cached = true;
        entry.pinned = true;
        entries.put(path, entry);
    }

    /// The segment `path`, which is pinned.
    synchronized Entry pinned(Path path) {
        Entry entry = entries.get(path);
        if (entry == null) {
            throw new IllegalStateException("Segment " + path + " is not pinned");
        }
        return entry;
    }

    /// Lets a pinned segment go when others are read.
    synchronized void unpin(Path path) throws IOException {
        Entry entry = pinned(path);
        entry.pinned = false;
        bytes += entry.index.bytes();
        evict();
    }

    /// Whether `path` can be used without reading it through.
    synchronized boolean holds(Path path) {
        return entries.containsKey(path);
    }

    /// Ends a use.
    void release(Entry entry) throws IOException {
        boolean close;
        synchronized (this) {
            entry.users--;
            close = entry.users == 0 && !entry.cached;
        }
        if (close) {
            entry.file.close();
        }
    }

    /// Forgets a segment that is about to be deleted.
    void forget(Path path) throws IOException {
        @Nullable Entry close = null;
        synchronized (this) {
            Entry entry = entries.remove(path);
            if (entry != null) {
                close = drop(entry);
            }
        }
        if (close != null) {
            close.file.close();
        }
    }

    private void evict() throws IOException {
        List<Entry> unpinned =
                entries.values().stream().filter(entry -> !entry.pinned).toList();
        int surplus = unpinned.size() - mostFiles;
        for (Entry entry : unpinned.subList(0, Math.max(0, unpinned.size() - 1))) {
            if (bytes <= mostBytes && surplus <= 0) {
                return;
            }
            entries.values().remove(entry);
            surplus--;
            Entry close = drop(entry);
            if (close != null) {
                close.file.close();
            }
        }
    }

    private @Nullable Entry drop(Entry entry) {
        entry.cached = false;
        if (!entry.pinned) {
            bytes -= entry.index.bytes();
        }
        entry.pinned = false;
        return entry.users == 0 ? entry : null;
    }

    /// An open segment.
    static final class Entry {
        final DiskFile file;
        final SegmentIndex index;
        private int users;
        private boolean cached;
        private boolean pinned;

        Entry(DiskFile file, SegmentIndex index) {
            this.file = file;
            this.index = index;
        }
    }
}
