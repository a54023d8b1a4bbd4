package dev.rockpool.keys;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/// The file that all keys are kept in: JSON, readable by its owner only, replaced whole and atomically.
final class KeyFile {
    private final Path file;

    /// @param folder exists or can be made
    KeyFile(Path folder) {
        this.file = folder.resolve("keys.json");
    }

    /// What the file holds; nothing if there is none yet.
    ///
    /// @throws EnvironmentException with code `keys-file` if it cannot be read or understood
    KeyRing read() {
        try {
            return KeyRingJson.read(Files.readAllBytes(file));
        } catch (NoSuchFileException _) {
            return KeyRing.EMPTY;
        } catch (IOException | JacksonException | IllegalArgumentException failure) {
            throw new EnvironmentException(
                    "keys-file", "The keys in " + file + " cannot be read; put back a copy of the file.", failure);
        }
    }

    /// Replaces what the file holds; durable when it returns.
    ///
    /// @throws EnvironmentException with code `keys-write` if the disk refuses: the file is as it was
    void write(KeyRing ring) {
        Path next = file.resolveSibling("keys.json.next");
        try {
            Path folder = Optional.ofNullable(file.getParent()).orElseThrow();
            Files.createDirectories(folder);
            Files.deleteIfExists(next);
            create(next);
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(KeyRingJson.write(ring));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "keys-write", "The keys cannot be written to " + file + "; is the disk full?", failure);
        }
    }

    private static void create(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(path);
        }
    }

    /// Makes the new name durable; a file system that cannot open a folder does so by itself.
    private static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
