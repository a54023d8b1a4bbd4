package dev.rockpool.app.window;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The right to be the one running app of a data directory.
///
/// Who holds the lock on `instance.lock` has it. A second start finds in `instance` where the first one listens, says
/// the token there, and the first one comes to the front. What a killed process left behind is no obstacle: its lock
/// ended with it.
public final class SingleInstance implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;
    private static final int TIMEOUT_MILLIS = 500;
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_NANOS = 100_000_000;
    private static final String FRONT = "front";

    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final ServerSocket listener;
    private final String token;
    private final Runnable onSecondStart;

    private SingleInstance(
            Path file,
            FileChannel channel,
            FileLock lock,
            ServerSocket listener,
            String token,
            Runnable onSecondStart) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.listener = listener;
        this.token = token;
        this.onSecondStart = onSecondStart;
    }

    /// Takes the right, or, if another process has it, brings that one to the front.
    ///
    /// @param random where the token comes from; in the app a `SecureRandom`
    /// @param onSecondStart called, on a thread of its own, whenever somebody starts the app again
    /// @return the right; empty if another process has it and has been told
    /// @throws EnvironmentException `app-already-running` if another process has it and does not answer,
    ///     `app-data-unwritable` if the directory cannot be written
    public static Optional<SingleInstance> claim(
            DataDirectory directory, RandomGenerator random, Runnable onSecondStart) {
        Path file = directory.root().resolve("instance");
        try {
            Files.createDirectories(directory.root());
            FileChannel channel = FileChannel.open(
                    directory.root().resolve("instance.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                tellFirst(directory, file);
                return Optional.empty();
            }
            ServerSocket listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            byte[] token = new byte[TOKEN_BYTES];
            random.nextBytes(token);
            SingleInstance instance = new SingleInstance(
                    file, channel, lock, listener, HexFormat.of().formatHex(token), onSecondStart);
            instance.announce();
            Thread.ofVirtual().name("second starts").start(instance::listen);
            return Optional.of(instance);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-data-unwritable",
                    "The data directory " + directory.root() + " cannot be written: give yourself the right to write"
                            + " there, or name another with --home.",
                    failure);
        }
    }

    /// Gives the right back.
    @Override
    public void close() {
        try (channel) {
            listener.close();
            Files.deleteIfExists(file);
            lock.release();
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-data-unwritable", "The file " + file + " could not be removed.", failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null; // held within this process
        }
    }

    /// The first one may be between taking the lock and saying where it listens, hence more than one attempt.
    private static void tellFirst(DataDirectory directory, Path file) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (answered(file)) {
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new EnvironmentException(
                "app-already-running",
                "Rockpool is already running over " + directory.root()
                        + " and does not answer: end that process, then start again.");
    }

    private static boolean answered(Path file) {
        try {
            String[] place = Files.readString(file).trim().split(" ", -1);
            if (place.length != 2) {
                return false;
            }
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(place[0])),
                        TIMEOUT_MILLIS);
                socket.setSoTimeout(TIMEOUT_MILLIS);
                say(socket, place[1]);
                return FRONT.equals(hear(socket));
            }
        } catch (IOException | IllegalArgumentException _) {
            return false; // not there yet, or what a killed process left
        }
    }

    private void announce() throws IOException {
        Path unfinished = file.resolveSibling("instance.part");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished, onlyMine());
        Files.writeString(unfinished, listener.getLocalPort() + " " + token + "\n");
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] onlyMine() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                if (isToken(hear(socket))) {
                    say(socket, FRONT);
                    onSecondStart.run();
                }
            } catch (IOException _) {
                // A caller that hung up, or our own close.
            }
        }
    }

    private boolean isToken(@Nullable String said) {
        return said != null
                && MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private static void say(Socket socket, String line) throws IOException {
        Writer writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
        writer.write(line + "\n");
        writer.flush();
    }

    private static @Nullable String hear(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        return reader.readLine();
    }
}
