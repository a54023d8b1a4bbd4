package dev.rockpool.identity;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The account of a platform that was given no accounts file: `accounts.json` in the data directory, of the
/// same form, readable by its owner alone (mode 0600 where the file system has modes).
///
/// It is written whole or not at all: to a new file, forced to the disk, then renamed.
final class GeneratedAccount {
    private static final String NAME = "accounts.json";
    private static final String CODE = "accounts-unwritable";

    private GeneratedAccount() {}

    static Accounts open(Path folder, RandomGenerator random, InstantSource wall) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            try {
                Files.createDirectories(folder);
                write(file, text(random));
            } catch (IOException e) {
                throw new EnvironmentException(CODE, file + ": the generated credentials cannot be written.", e);
            }
        }
        return AccountsFile.read(file, random, wall);
    }

    private static String text(RandomGenerator random) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode account = file.putArray("accounts").addObject();
        // not beginning with 0, which spreadsheets and careless scripts take away
        account.put("id", "9" + Randomness.text(random, Randomness.DIGITS, 11));
        account.put("canonicalId", Randomness.text(random, Randomness.HEX, 64));
        account.put("displayName", "rockpool");
        account.put("email", "rockpool@localhost");
        account.putArray("users")
                .addObject()
                .put("name", "rockpool")
                .put("accessKey", "AKIA" + Randomness.text(random, Randomness.UPPER, 16))
                .put("secretKey", Randomness.text(random, Randomness.SECRET, 40))
                .put("root", true);
        return file.toPrettyString() + "\n";
    }

    private static void write(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(NAME + ".new");
        Files.deleteIfExists(fresh);
        FileAttribute<?>[] owner =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(fresh, options, owner)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
