package dev.rockpool.study.backup;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A file of a whole collection, unpacked and checked, ready to take the place of the present one.
///
/// The decks that lay in folders of their own come into the folder of decks; whoever restores takes those folders
/// out of the settings and reads settings, decks and schedule again.
public final class CollectionRestore implements AutoCloseable {
    private static final int MOST_ENTRIES = 100_000;
    private static final long LARGEST = 8L << 30;
    private static final long FREE_BYTES = 64L << 20;
    private static final int RATIO = 200;
    private static final int CHUNK = 64 * 1024;
    private static final int LARGEST_MANIFEST = 10_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path waiting;
    private final Database restored;
    private final Instant made;

    private CollectionRestore(Path waiting, Database restored, Instant made) {
        this.waiting = waiting;
        this.restored = restored;
        this.made = made;
    }

    /// Unpacks and checks a file. To be closed.
    ///
    /// @param root the data directory, on whose disk there must be room
    /// @throws InputException if the file is none, damaged or too large
    /// @throws EnvironmentException if the machine refuses, or a newer Rockpool wrote the database
    public static CollectionRestore prepare(Path file, Path root) {
        String name = Optional.ofNullable(file.getFileName()).orElse(file).toString();
        Path waiting;
        try {
            Files.createDirectories(root);
            waiting = Files.createTempDirectory(root, ".restore-");
        } catch (IOException e) {
            throw unwritable(root, e);
        }
        try (ZipFile zip = open(file, name)) {
            Instant made = manifest(zip, name);
            unpack(zip, name, waiting);
            return new CollectionRestore(waiting, database(waiting, name), made);
        } catch (IOException e) {
            Folders.deleteQuietly(waiting);
            throw none(name, e);
        } catch (RuntimeException e) {
            Folders.deleteQuietly(waiting);
            throw e;
        }
    }

    /// When the file was made.
    public Instant made() {
        return made;
    }

    /// Puts the restored collection in the place of the present one, which is written to a file first.
    ///
    /// @param folder where that file goes, such as the data directory's backups
    /// @return the file of what was replaced: restoring it takes this back
    public Path commit(Database present, Path decks, List<Path> added, Path folder, Instant now) {
        Path kept = kept(folder, now);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
        new CollectionBackup(present, decks, added).write(kept, now);
        Path old = waiting.resolve("old-decks");
        try {
            Path fresh = Files.createDirectories(waiting.resolve(CollectionBackup.DECKS));
            if (Files.exists(decks)) {
                Files.move(decks, old, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(fresh, decks, StandardCopyOption.ATOMIC_MOVE);
            present.replaceBy(restored);
            return kept;
        } catch (IOException e) {
            putBack(old, decks);
            throw unwritable(decks, e);
        } catch (RuntimeException e) {
            putBack(old, decks);
            throw e;
        }
    }

    @Override
    public void close() {
        restored.close();
        Folders.deleteQuietly(waiting);
    }

    /// Of two restores within a second the second has a number.
    private static Path kept(Path folder, Instant now) {
        String stem = "before-restore-" + STAMP.format(now);
        Path kept = folder.resolve(stem + "." + CollectionBackup.ENDING);
        for (int i = 2; Files.exists(kept); i++) {
            kept = folder.resolve(stem + "-" + i + "." + CollectionBackup.ENDING);
        }
        return kept;
    }

    private void putBack(Path old, Path decks) {
        try {
            if (Files.exists(old)) {
                if (Files.exists(decks)) {
                    Files.move(decks, waiting.resolve(CollectionBackup.DECKS), StandardCopyOption.ATOMIC_MOVE);
                }
                Files.move(old, decks, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw unwritable(decks, e);
        }
    }

    private static ZipFile open(Path file, String name) {
        try {
            return new ZipFile(file.toFile());
        } catch (IOException | IllegalArgumentException e) {
            throw none(name, e);
        }
    }

    private static Instant manifest(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(CollectionBackup.MANIFEST);
        if (entry == null) {
            throw none(name, null);
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            JsonNode manifest = JSON.readTree(stream.readNBytes(LARGEST_MANIFEST));
            if (manifest.path("format").asInt(0) > CollectionBackup.FORMAT) {
                throw new InputException(
                        "backup-newer",
                        "The file " + Quote.of(name) + " was written by a newer Rockpool: restore it with that.");
            }
            return Instant.parse(manifest.path("made").asString(""));
        } catch (JacksonException | java.time.DateTimeException e) {
            throw none(name, e);
        }
    }

    private static void unpack(ZipFile zip, String name, Path waiting) throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw large(name);
        }
        long[] unpacked = {0, 0};
        boolean database = false;
        for (ZipEntry entry : zip.stream().toList()) {
            Optional<Path> target = target(entry, waiting);
            if (entry.isDirectory() || entry.getName().equals(CollectionBackup.MANIFEST)) {
                continue;
            }
            if (target.isEmpty()) {
                throw none(name, null);
            }
            database |= entry.getName().equals(CollectionBackup.DATABASE);
            try (InputStream from = zip.getInputStream(entry)) {
                copy(from, target.get(), entry, unpacked, name);
            }
        }
        if (!database) {
            throw none(name, null);
        }
    }

    /// Where an entry goes: the database, or a file below the decks whose names are ordinary.
    private static Optional<Path> target(ZipEntry entry, Path waiting) {
        String entryName = entry.getName();
        if (entryName.equals(CollectionBackup.DATABASE)) {
            return Optional.of(waiting.resolve("study").resolve(entryName));
        }
        if (!entryName.startsWith(CollectionBackup.DECKS) || entryName.indexOf('\\') >= 0) {
            return Optional.empty();
        }
        Path decks = waiting.resolve(CollectionBackup.DECKS);
        try {
            Path target = decks;
            String[] names =
                    entryName.substring(CollectionBackup.DECKS.length()).split("/", -1);
            for (String part : names) {
                if (part.isBlank() || part.startsWith(".") || part.indexOf(':') >= 0 || part.indexOf('\0') >= 0) {
                    return Optional.empty();
                }
                target = target.resolve(part);
            }
            return names.length <= Folders.DEEPEST + 1 && target.normalize().startsWith(decks)
                    ? Optional.of(target)
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }

    /// @param unpacked bytes unpacked so far, and packed
    private static void copy(InputStream from, Path target, ZipEntry entry, long[] unpacked, String name)
            throws IOException {
        OutputStream out;
        try {
            Files.createDirectories(target.getParent() == null ? target : target.getParent());
            out = Files.newOutputStream(target);
        } catch (IOException e) {
            throw unwritable(target, e);
        }
        unpacked[1] += Math.max(0, entry.getCompressedSize());
        byte[] chunk = new byte[CHUNK];
        try (out) {
            for (int read = from.read(chunk); read >= 0; read = from.read(chunk)) {
                unpacked[0] += read;
                if (unpacked[0] > LARGEST
                        || (unpacked[0] > FREE_BYTES && unpacked[0] / RATIO > Math.max(1, unpacked[1]))) {
                    throw large(name);
                }
                try {
                    out.write(chunk, 0, read);
                } catch (IOException e) {
                    throw unwritable(target, e);
                }
            }
        } catch (ZipException e) {
            throw none(name, e);
        }
    }

    /// Opens what was unpacked, which migrates it to the present tables.
    private static Database database(Path waiting, String name) {
        try {
            return Database.open(waiting.resolve("study"));
        } catch (EnvironmentException e) {
            if (e.code().equals("database-newer") || e.code().equals("database-disk-full")) {
                throw e;
            }
            throw none(name, e);
        }
    }

    private static InputException none(String name, @Nullable Throwable cause) {
        return new InputException(
                "backup-file",
                "The file " + Quote.of(name)
                        + " is no whole collection of Rockpool, or is damaged: choose another; nothing was changed.",
                cause);
    }

    private static InputException large(String name) {
        return new InputException(
                "backup-file",
                "The file " + Quote.of(name) + " unpacks to more than any collection has; nothing was changed.");
    }

    private static EnvironmentException unwritable(Path path, IOException cause) {
        return new EnvironmentException(
                "backup-unwritable",
                "The collection cannot be restored to " + Quote.of(path.toString())
                        + ": check the folder's rights and the disk; nothing was changed.",
                cause);
    }
}
