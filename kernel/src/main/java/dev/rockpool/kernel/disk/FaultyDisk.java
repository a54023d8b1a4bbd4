package dev.rockpool.kernel.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// A disk in memory that fills up, fails, tears writes and loses power, and remembers what was made durable.
///
/// After a loss of power each write since the last fsync is there whole, torn by sectors, or not at all,
/// whatever came before or after it; changes of names since the last sync of their folder are there up to
/// one of them.
public final class FaultyDisk implements Disk {
    private static final int SECTOR = 512;

    private final Map<Path, Node> names = new TreeMap<>();
    private final Map<Path, Node> durableNames = new TreeMap<>();
    private final List<Rename> pendingNames = new ArrayList<>();
    private final Set<Path> folders = new TreeSet<>();
    private final Set<Path> locks = new HashSet<>();
    private long capacity = Long.MAX_VALUE;
    private int forcesUntilFailure = Integer.MAX_VALUE;
    private boolean cutsFail;
    private int actsUntilPowerLoss = Integer.MAX_VALUE;
    private boolean dead;

    /// The power went; whatever was running is gone.
    public static final class PowerLoss extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private record Rename(Path path, Optional<Node> node) {}

    private static final class Node {
        private byte[] content = new byte[0];
        private byte[] durable = new byte[0];
        private final List<Change> pending = new ArrayList<>();
    }

    private sealed interface Change {
        @SuppressWarnings("ArrayRecordComponent") // never compared
        record Written(long position, byte[] bytes) implements Change {}

        record Cut(long size) implements Change {}
    }

    /// Takes no more than `bytes` in all; a write that does not fit is cut short and fails.
    public synchronized void fillUpAt(long bytes) {
        capacity = bytes;
    }

    /// Gives all space back.
    public synchronized void emptySpace() {
        capacity = Long.MAX_VALUE;
    }

    /// Bytes taken by all files.
    public synchronized long used() {
        return names.values().stream().mapToLong(node -> node.content.length).sum();
    }

    /// Lets the fsync after the next `count` fail, once.
    public synchronized void failForceAfter(int count) {
        forcesUntilFailure = count;
    }

    /// Lets every cut of a file fail.
    public synchronized void failCuts(boolean fail) {
        cutsFail = fail;
    }

    /// Loses power in the middle of the act after the next `count`.
    public synchronized void losePowerAfter(int count) {
        actsUntilPowerLoss = count;
    }

    /// What is found when the power is back.
    public synchronized FaultyDisk afterPowerLoss(RandomGenerator random) {
        FaultyDisk found = new FaultyDisk();
        found.folders.addAll(folders);
        Map<Path, Node> kept = new TreeMap<>(durableNames);
        int renames = random.nextInt(pendingNames.size() + 1);
        for (Rename rename : pendingNames.subList(0, renames)) {
            rename.node().ifPresentOrElse(node -> kept.put(rename.path(), node), () -> kept.remove(rename.path()));
        }
        kept.forEach((path, node) -> {
            Node after = new Node();
            after.content = survivors(node, random);
            after.durable = after.content;
            found.names.put(path, after);
            found.durableNames.put(path, after);
        });
        return found;
    }

    /// What is found when only the process was killed: all that was written.
    public synchronized FaultyDisk afterKill() {
        FaultyDisk found = new FaultyDisk();
        found.folders.addAll(folders);
        names.forEach((path, node) -> {
            Node after = new Node();
            after.content = node.content;
            after.durable = node.content;
            found.names.put(path, after);
            found.durableNames.put(path, after);
        });
        return found;
    }

    /// Flips the bits of one byte of a file, as a failing disk does.
    public synchronized void corrupt(Path path, long at) {
        Node node = Objects.requireNonNull(names.get(path));
        node.content = node.content.clone();
        node.content[(int) at] ^= 0x55;
        node.durable = node.content;
    }

    private static byte[] survivors(Node node, RandomGenerator random) {
        byte[] content = node.durable;
        for (Change change : node.pending) {
            switch (change) {
                case Change.Cut(long size) -> {
                    if (random.nextBoolean()) {
                        content = Arrays.copyOf(content, (int) Math.min(size, content.length));
                    }
                }
                case Change.Written(long position, byte[] bytes) -> {
                    switch (random.nextInt(3)) {
                        case 0 -> content = write(content, position, bytes);
                        case 1 -> {
                            for (int at = 0; at < bytes.length; at += SECTOR) {
                                if (random.nextBoolean()) {
                                    content = write(
                                            content,
                                            position + at,
                                            Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SECTOR)));
                                }
                            }
                        }
                        default -> {}
                    }
                }
            }
        }
        return content;
    }

    private static byte[] write(byte[] content, long position, byte[] bytes) {
        byte[] grown = Arrays.copyOf(content, (int) Math.max(content.length, position + bytes.length));
        System.arraycopy(bytes, 0, grown, (int) position, bytes.length);
        return grown;
    }

    private void act() {
        if (dead) {
            throw new PowerLoss();
        }
        if (actsUntilPowerLoss-- == 0) {
            dead = true;
            throw new PowerLoss();
        }
    }

    private boolean dyingNow() {
        if (dead) {
            throw new PowerLoss();
        }
        if (actsUntilPowerLoss-- == 0) {
            dead = true;
        }
        return dead;
    }

    @Override
    public synchronized void createFolders(Path folder) {
        act();
        for (Path at = folder; at != null; at = at.getParent()) {
            folders.add(at);
        }
    }

    @Override
    public synchronized boolean exists(Path path) {
        return names.containsKey(path) || folders.contains(path);
    }

    @Override
    public synchronized List<Path> list(Path folder) {
        act();
        Set<Path> found = new TreeSet<>();
        for (Path path : names.keySet()) {
            if (folder.equals(path.getParent())) {
                found.add(path);
            }
        }
        for (Path path : folders) {
            if (folder.equals(path.getParent())) {
                found.add(path);
            }
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized DiskFile open(Path file) throws IOException {
        act();
        if (!names.containsKey(file)) {
            if (used() >= capacity) {
                throw full();
            }
            rename(file, Optional.of(new Node()));
        }
        return new OpenFile(Objects.requireNonNull(names.get(file)));
    }

    @Override
    public synchronized DiskFile openToRead(Path file) throws IOException {
        act();
        Node node = names.get(file);
        if (node == null) {
            throw new NoSuchFileException(file.toString());
        }
        return new OpenFile(node);
    }

    @Override
    public synchronized void delete(Path path) {
        act();
        if (names.containsKey(path)) {
            rename(path, Optional.empty());
        }
        folders.remove(path);
    }

    @Override
    public synchronized void replace(Path from, Path to) throws IOException {
        act();
        Node node = names.get(from);
        if (node == null) {
            throw new NoSuchFileException(from.toString());
        }
        rename(to, Optional.of(node));
        rename(from, Optional.empty());
    }

    @Override
    public synchronized void link(Path existing, Path second) throws IOException {
        act();
        Node node = names.get(existing);
        if (node == null) {
            throw new NoSuchFileException(existing.toString());
        }
        rename(second, Optional.of(node));
    }

    private void rename(Path path, Optional<Node> node) {
        node.ifPresentOrElse(there -> names.put(path, there), () -> names.remove(path));
        pendingNames.add(new Rename(path, node));
    }

    @Override
    public synchronized void syncFolder(Path folder) {
        act();
        for (Rename rename : List.copyOf(pendingNames)) {
            if (folder.equals(rename.path().getParent())) {
                rename.node()
                        .ifPresentOrElse(
                                node -> durableNames.put(rename.path(), node),
                                () -> durableNames.remove(rename.path()));
                pendingNames.remove(rename);
            }
        }
    }

    @Override
    public synchronized Optional<Closeable> lock(Path file) {
        act();
        if (!locks.add(file)) {
            return Optional.empty();
        }
        names.computeIfAbsent(file, any -> new Node());
        return Optional.of(() -> locks.remove(file));
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    private final class OpenFile implements DiskFile {
        private final Node node;
        private boolean closed;

        OpenFile(Node node) {
            this.node = node;
        }

        @Override
        public long size() {
            synchronized (FaultyDisk.this) {
                return node.content.length;
            }
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            synchronized (FaultyDisk.this) {
                requireOpen();
                int count = (int) Math.max(0, Math.min(target.remaining(), node.content.length - position));
                target.put(node.content, (int) Math.min(position, node.content.length), count);
                return count;
            }
        }

        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            synchronized (FaultyDisk.this) {
                boolean dying = dyingNow();
                requireOpen();
                byte[] bytes = new byte[source.remaining()];
                source.get(bytes);
                long grows = Math.max(0, position + bytes.length - node.content.length);
                long free = Math.max(0, capacity - used());
                boolean fits = grows <= free;
                if (!fits) {
                    bytes = Arrays.copyOf(bytes, (int) Math.max(0, bytes.length - (grows - free)));
                }
                node.content = FaultyDisk.write(node.content, position, bytes);
                node.pending.add(new Change.Written(position, bytes));
                if (dying) {
                    throw new PowerLoss();
                }
                if (!fits) {
                    throw full();
                }
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultyDisk.this) {
                boolean dying = dyingNow();
                requireOpen();
                if (dying) {
                    throw new PowerLoss();
                }
                if (forcesUntilFailure-- == 0) {
                    forcesUntilFailure = Integer.MAX_VALUE;
                    throw new IOException("Input/output error");
                }
                node.durable = node.content;
                node.pending.clear();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (FaultyDisk.this) {
                act();
                requireOpen();
                if (cutsFail) {
                    throw new IOException("Input/output error");
                }
                node.content = Arrays.copyOf(node.content, (int) Math.min(size, node.content.length));
                node.pending.add(new Change.Cut(size));
            }
        }

        @Override
        public void close() {
            closed = true;
        }

        private void requireOpen() throws IOException {
            if (closed) {
                throw new IOException("The file is closed");
            }
        }
    }
}
