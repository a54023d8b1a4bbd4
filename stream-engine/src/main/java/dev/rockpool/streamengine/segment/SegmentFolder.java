package dev.rockpool.streamengine.segment;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The files of one log: which of a folder's are segments of it, how one begins, what a crash left of the last, and
/// how another log shares them.
final class SegmentFolder {
    private final Disk disk;
    private final Path folder;
    private final long streamId;
    private final SegmentCache cache;

    SegmentFolder(Disk disk, Path folder, long streamId, SegmentCache cache) {
        this.disk = disk;
        this.folder = folder;
        this.streamId = streamId;
        this.cache = cache;
    }

    /// The segments that are there, by their base ordinals; the last is the one that goes on. What a crash left of
    /// segments that never began is deleted.
    ///
    /// @throws DamagedException if one is not as it was written, or none is left
    List<Segment> find() throws IOException {
        List<Segment> found = new ArrayList<>();
        List<Segment> empty = new ArrayList<>();
        for (Path file : disk.list(folder)) {
            if (SegmentFormat.baseOrdinal(name(file)).isPresent()) {
                Optional<Segment> segment = describe(file);
                if (segment.isEmpty()) {
                    disk.delete(file);
                } else {
                    (segment.get().empty ? empty : found).add(segment.get());
                }
            }
        }
        // A crash while a segment began leaves one without records, and maybe earlier ones that go on after it. One is
        // kept where it is all there is: it knows the next ordinal.
        // So does the one in which a branch goes on: what came before it is shared, and not to be written to.
        long shared = sharedBefore();
        boolean hasOwn = found.stream().anyMatch(segment -> segment.baseOrdinal >= shared);
        if (!hasOwn && !empty.isEmpty()) {
            found.add(empty.removeLast());
        }
        for (Segment segment : empty) {
            disk.delete(segment.path);
        }
        if (found.isEmpty() || found.getLast().baseOrdinal < shared) {
            throw new DamagedException(folder, 0, "no segment is left");
        }
        return found;
    }

    /// The base ordinal before which all segments of a branch's log are shared; 0 where none is.
    private long sharedBefore() throws IOException {
        long before = 0;
        for (Path file : disk.list(folder)) {
            before = Math.max(before, SegmentFormat.sharedBefore(name(file)).orElse(0L));
        }
        return before;
    }

    /// Reads what `file` says of itself; empty where a crash came before its header was whole.
    private Optional<Segment> describe(Path file) throws IOException {
        try (DiskFile opened = disk.openToRead(file)) {
            Optional<SegmentFormat.Header> header = SegmentFormat.readHeader(opened, file);
            boolean holdsRecords = opened.size() > SegmentFormat.HEADER_BYTES;
            if (header.isEmpty()) {
                if (holdsRecords) {
                    throw new DamagedException(file, 0, "its header is broken");
                }
                return Optional.empty();
            }
            if (header.get().streamId() != streamId
                    || header.get().baseOrdinal()
                            != SegmentFormat.baseOrdinal(name(file)).orElseThrow()) {
                throw new DamagedException(file, 0, "it is a segment of another stream or place");
            }
            Segment segment =
                    new Segment(file, header.get().baseOrdinal(), header.get().firstArrivalMillis());
            segment.empty = !holdsRecords;
            return Optional.of(segment);
        }
    }

    /// Cuts what a crash left of a group that was never acknowledged from `last`, keeps it open in the cache, and
    /// answers what it holds.
    ///
    /// @throws DamagedException if a record is broken that was acknowledged
    SegmentScan.Found recover(Segment last) throws IOException {
        DiskFile file = disk.open(last.path);
        boolean recovered = false;
        try {
            SegmentScan.Found held = SegmentScan.scan(file, last.header(streamId));
            if (held.end() < file.size()) {
                if (SegmentScan.marksAfter(file, held.end())) {
                    throw new DamagedException(
                            last.path, held.end(), "a record with acknowledged ones behind it is broken");
                }
                file.truncate(held.end());
                file.force();
            }
            cache.pin(last.path, new SegmentCache.Entry(file, held.index()));
            last.lastArrivalMillis = held.lastArrivalMillis();
            last.empty = held.records() == 0;
            recovered = true;
            return held;
        } finally {
            if (!recovered) {
                file.close();
            }
        }
    }

    /// Begins a segment, which is durable and open in the cache when this returns.
    Segment begin(long baseOrdinal, long nowMillis) throws IOException {
        SegmentFormat.Header header = new SegmentFormat.Header(streamId, baseOrdinal, nowMillis);
        Path path = folder.resolve(SegmentFormat.fileName(header.baseOrdinal()));
        DiskFile file = disk.open(path);
        boolean begun = false;
        try {
            file.truncate(0);
            file.write(SegmentFormat.header(header), 0);
            file.force();
            disk.syncFolder(folder);
            cache.pin(path, new SegmentCache.Entry(file, new SegmentIndex(header.baseOrdinal())));
            begun = true;
            return new Segment(path, header.baseOrdinal(), header.firstArrivalMillis());
        } finally {
            if (!begun) {
                file.close();
            }
        }
    }

    /// Opens an ended segment and reads where its records stand.
    ///
    /// @throws DamagedException if a record is not as it was written
    SegmentCache.Entry load(Segment segment) throws IOException {
        DiskFile file = disk.openToRead(segment.path);
        boolean loaded = false;
        try {
            SegmentScan.Found held = SegmentScan.scan(file, segment.header(streamId));
            if (held.end() < file.size()) {
                throw new DamagedException(segment.path, held.end(), "an acknowledged record is broken");
            }
            loaded = true;
            return new SegmentCache.Entry(file, held.index());
        } finally {
            if (!loaded) {
                file.close();
            }
        }
    }

    /// Makes `other` a log that has `ended` and goes on from `next` in a segment of its own.
    void shareTo(Path other, List<Segment> ended, long next, long arrivalMillis) throws IOException {
        disk.createFolders(other);
        for (Segment segment : ended) {
            disk.link(segment.path, other.resolve(name(segment.path)));
        }
        try (DiskFile mark = disk.open(other.resolve(SegmentFormat.sharedName(next)))) {
            mark.force();
        }
        try (DiskFile own = disk.open(other.resolve(SegmentFormat.fileName(next)))) {
            own.write(SegmentFormat.header(new SegmentFormat.Header(streamId, next, arrivalMillis)), 0);
            own.force();
        }
        disk.syncFolder(other);
    }

    /// Deletes the file of a segment, if it is there.
    void delete(long baseOrdinal) throws IOException {
        disk.delete(folder.resolve(SegmentFormat.fileName(baseOrdinal)));
    }

    /// How many bytes the files of `segments` take.
    long bytes(Collection<Segment> segments) throws IOException {
        long sum = 0;
        for (Segment segment : segments) {
            try (DiskFile file = disk.openToRead(segment.path)) {
                sum += file.size();
            }
        }
        return sum;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
