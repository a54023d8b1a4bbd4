package dev.rockpool.objectstore.volume;

import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.kernel.disk.DiskFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;

/// The files of bodies too large for a volume, each written once.
public final class BodyFiles {
    private static final String SUFFIX = ".body";

    private final Disk disk;
    private final Path folder;
    private final boolean sync;
    private final ConcurrentHashMap<Path, Boolean> made = new ConcurrentHashMap<>();
    /// What is deleted when nobody shares any more; guards [#sharers].
    private final List<Long> waiting = new ArrayList<>();

    private int sharers;

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

    /// Deletes a body; those who read it go on. While bodies are shared it waits.
    public void delete(long id) throws IOException {
        synchronized (waiting) {
            if (sharers > 0) {
                waiting.add(id);
                return;
            }
        }
        disk.delete(path(id));
    }

    /// Keeps all bodies, also those that are deleted from now on, until [#endSharing].
    public void beginSharing() {
        synchronized (waiting) {
            sharers++;
        }
    }

    /// Gives bodies a second name each in `other`.
    ///
    /// @param ids of bodies that were finished, and named when sharing began
    public void linkTo(Path other, List<Long> ids) throws IOException {
        Set<Path> parents = new HashSet<>();
        disk.createFolders(other);
        for (long id : ids) {
            Path from = path(id);
            Path parent = other.resolve(folder.relativize(parent(from)));
            if (parents.add(parent)) {
                disk.createFolders(parent);
            }
            disk.link(from, parent.resolve(Objects.requireNonNull(from.getFileName())));
        }
        for (Path parent : parents) {
            disk.syncFolder(parent);
        }
        disk.syncFolder(other);
    }

    /// Deletes what was to be deleted meanwhile, once nobody shares any more.
    public void endSharing() throws IOException {
        List<Long> dead;
        synchronized (waiting) {
            sharers--;
            if (sharers > 0) {
                return;
            }
            dead = List.copyOf(waiting);
            waiting.clear();
        }
        for (long id : dead) {
            disk.delete(path(id));
        }
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
