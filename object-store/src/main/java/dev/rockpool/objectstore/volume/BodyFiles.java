package dev.rockpool.objectstore.volume;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/// The files of bodies too large for a volume, each written once.
public final class BodyFiles {
    private static final String SUFFIX = ".body";

    private final Disk disk;
    private final Path folder;
    private final boolean sync;
    private final ConcurrentHashMap<Path, Boolean> made = new ConcurrentHashMap<>();

    /// @param sync whether a body is durable once it is finished
    public BodyFiles(Disk disk, Path folder, boolean sync) throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.sync = sync;
        disk.createFolders(folder);
    }

    private Path path(long id) {
        String name = "%016x".formatted(id);
        return folder.resolve(name.substring(name.length() - 2)).resolve(name + SUFFIX);
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /// Begins the body of `id`.
    public DiskFile create(long id) throws IOException {
        Path path = path(id);
        if (made.putIfAbsent(parent(path), true) == null) {
            disk.createFolders(parent(path));
            if (sync) {
                disk.syncFolder(folder);
            }
        }
        return disk.open(path);
    }

    /// Makes a body durable, with its name.
    public void finish(long id, DiskFile file) throws IOException {
        if (sync) {
            file.force();
            disk.syncFolder(parent(path(id)));
        }
    }

    /// Opens a body to read.
    public DiskFile open(long id) throws IOException {
        return disk.openToRead(path(id));
    }

    /// Deletes a body; those who read it go on.
    public void delete(long id) throws IOException {
        disk.delete(path(id));
    }

    /// Deletes all bodies that nothing names: what a crash left.
    ///
    /// @param isNamed whether a body counts
    /// @return the highest id found, 0 without any
    public long sweep(LongPredicate isNamed) throws IOException {
        long highest = 0;
        for (Path sub : disk.list(folder)) {
            for (Path file : new ArrayList<>(disk.list(sub))) {
                String name = Objects.requireNonNull(file.getFileName()).toString();
                if (name.length() == 16 + SUFFIX.length() && name.endsWith(SUFFIX)) {
                    long id = Long.parseUnsignedLong(name, 0, 16, 16);
                    highest = Math.max(highest, id);
                    if (!isNamed.test(id)) {
                        disk.delete(file);
                    }
                }
            }
        }
        return highest;
    }

    /// The ids of all bodies.
    public List<Long> ids() throws IOException {
        List<Long> ids = new ArrayList<>();
        sweep(id -> ids.add(id));
        return ids;
    }
}
