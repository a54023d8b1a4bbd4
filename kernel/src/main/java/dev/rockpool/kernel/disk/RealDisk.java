package dev.rockpool.kernel.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The file system of this machine.
final class RealDisk implements Disk {
    @Override
    public void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    @Override
    public boolean exists(Path path) {
        return Files.exists(path);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        }
    }

    @Override
    public DiskFile open(Path file) throws IOException {
        return new RealFile(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
    }

    @Override
    public DiskFile openToRead(Path file) throws IOException {
        return new RealFile(file, Set.of(StandardOpenOption.READ));
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void link(Path existing, Path second) throws IOException {
        try {
            Files.createLink(second, existing);
        } catch (UnsupportedOperationException | FileSystemException unable) {
            if (!Files.exists(existing)) {
                throw new NoSuchFileException(existing.toString());
            }
            Files.copy(existing, second, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel channel = FileChannel.open(second, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        // where a folder cannot be opened (Windows) its names are durable with the file
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<Closeable> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        boolean locked = false;
        try {
            FileLock lock = channel.tryLock();
            locked = lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return Optional.empty();
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }

    /// A file whose channel is opened again when an interrupted thread has closed it: a putter that is
    /// interrupted must not take the file from the others.
    private static final class RealFile implements DiskFile {
        private final Path path;
        private final Set<OpenOption> reopening;
        private volatile FileChannel channel;
        private boolean closed;

        RealFile(Path path, Set<StandardOpenOption> options) throws IOException {
            this.path = path;
            this.reopening = options.contains(StandardOpenOption.WRITE)
                    ? Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE)
                    : Set.of(StandardOpenOption.READ);
            channel = FileChannel.open(path, options);
        }

        @Override
        public long size() throws IOException {
            return uninterrupted(FileChannel::size);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            int begin = target.position();
            return uninterrupted(open -> {
                target.position(begin);
                while (target.hasRemaining()) {
                    if (open.read(target, position + (target.position() - begin)) < 0) {
                        break;
                    }
                }
                return target.position() - begin;
            });
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            int begin = source.position();
            uninterrupted(open -> {
                source.position(begin);
                while (source.hasRemaining()) {
                    open.write(source, position + (source.position() - begin));
                }
                return 0;
            });
        }

        @Override
        public void force() throws IOException {
            uninterrupted(open -> {
                open.force(false);
                return 0;
            });
        }

        @Override
        public void truncate(long size) throws IOException {
            uninterrupted(open -> open.truncate(size));
        }

        @Override
        public synchronized void close() throws IOException {
            closed = true;
            channel.close();
        }

        private <T> T uninterrupted(Act<T> act) throws IOException {
            boolean interrupted = false;
            try {
                while (true) {
                    FileChannel open = channel;
                    interrupted |= Thread.interrupted();
                    try {
                        return act.on(open);
                    } catch (ClosedChannelException byAnInterrupt) {
                        reopen(open, byAnInterrupt);
                    }
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private synchronized void reopen(FileChannel lost, ClosedChannelException cause) throws IOException {
            if (closed) {
                throw cause;
            }
            if (channel.equals(lost)) {
                boolean interrupted = Thread.interrupted();
                channel = FileChannel.open(path, reopening);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        private interface Act<T> {
            T on(FileChannel channel) throws IOException;
        }
    }
}
