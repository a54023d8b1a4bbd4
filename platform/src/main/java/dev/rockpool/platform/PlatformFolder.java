package dev.rockpool.platform;

import dev.rockpool.kernel.EnvironmentException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a platform keeps all that is its own: `objects/`, `streams/`, `keys/`, its accounts, its clock,
/// the token of its control routes; and a lock, so that one process has it at a time. A lock that a killed
/// process left is gone with it.
public final class PlatformFolder implements Closeable {
    private static final int TOKEN_BYTES = 24;

    private final Path root;
    private final FileChannel lock;

    private PlatformFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Takes the folder, and makes it where it is missing.
    ///
    /// @throws EnvironmentException `platform-held` if another process has it, `platform-folder` if the disk
    ///     refuses
    public static PlatformFolder take(Path root) {
        Path folder = root.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!isLocked(lock)) {
                lock.close();
                throw new EnvironmentException(
                        "platform-held",
                        "Another Rockpool uses the platform in " + folder
                                + "; stop it, or name another folder with --data.");
            }
            KeptBranch.finish(folder);
            return new PlatformFolder(folder, lock);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "platform-folder",
                    "The platform cannot be kept in " + folder + ": " + failure.getMessage(),
                    failure);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException _) {
            return false; // this very process has it
        }
    }

    Path root() {
        return root;
    }

    Path objects() {
        return objects(root);
    }

    Path keys() {
        return keys(root);
    }

    Path clock() {
        return clock(root);
    }

    static Path objects(Path root) {
        return root.resolve("objects");
    }

    static Path keys(Path root) {
        return root.resolve("keys");
    }

    static Path clock(Path root) {
        return root.resolve("clock.json");
    }

    /// Copies to the folder of a branch what is small and its own: the accounts, the token.
    void copySmallTo(Path branch) throws IOException {
        for (String name : List.of("accounts.json", "admin-token")) {
            if (Files.exists(root.resolve(name))) {
                Files.copy(root.resolve(name), branch.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// The token that the control routes ask for, made at the first call and readable by its owner only.
    String token(SecureRandom random) {
        Path file = root.resolve("admin-token");
        try {
            byte[] bytes = new byte[TOKEN_BYTES];
            random.nextBytes(bytes);
            writeNew(file, HexFormat.of().formatHex(bytes) + "\n");
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "platform-folder", "The token in " + file + " cannot be read or written.", failure);
        }
    }

    private static void writeNew(Path file, String text) throws IOException {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, owner)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
        } catch (FileAlreadyExistsException _) {
            // made before; it is read then
        }
    }

    /// Gives the folder back.
    @Override
    public void close() throws IOException {
        lock.close();
    }
}
