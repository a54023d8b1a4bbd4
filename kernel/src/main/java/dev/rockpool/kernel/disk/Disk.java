package dev.rockpool.kernel.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the engine needs of a file system; a test double stands in for it to tear writes, fill the disk,
/// fail an fsync and lose power.
public interface Disk {
    /// The file system of this machine.
    static Disk real() {
        return new RealDisk();
    }

    /// Makes `folder` and what is above it.
    void createFolders(Path folder) throws IOException;

    /// Whether there is such a file or folder.
    boolean exists(Path path);

    /// What lies in `folder`, by name.
    List<Path> list(Path folder) throws IOException;

    /// Opens a file to read and write, which is created if it is missing. That it exists is durable after
    /// [#syncFolder].
    DiskFile open(Path file) throws IOException;

    /// Opens a file that exists, to read.
    DiskFile openToRead(Path file) throws IOException;

    /// Deletes a file or an empty folder, if it is there.
    void delete(Path path) throws IOException;

    /// Gives `from` the name `to`, whose former file is gone: at any moment `to` is one or the other.
    void replace(Path from, Path to) throws IOException;

    /// Gives the file `existing` a second name, by which it is there however the first one fares. Where the
    /// file system has no second names it becomes a durable copy. Nobody may write to a file of two names.
    void link(Path existing, Path second) throws IOException;

    /// Makes the names in `folder` durable.
    void syncFolder(Path folder) throws IOException;

    /// Keeps other processes and engines out, until closed; empty if one of them does so already. The lock of a
    /// killed process is gone with it.
    Optional<Closeable> lock(Path file) throws IOException;
}
