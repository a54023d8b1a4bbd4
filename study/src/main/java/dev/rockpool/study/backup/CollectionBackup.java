package dev.rockpool.study.backup;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the whole collection into one file.
public final class CollectionBackup {
    /// The ending of such a file, without the dot.
    public static final String ENDING = "rockpool";

    static final String MANIFEST = "rockpool.json";
    static final String DATABASE = "rockpool.mv.db";
    static final String DECKS = "decks/";
    static final int FORMAT = 1;

    private final Database database;
    private final Path decks;
    private final List<Path> added;

    /// @param decks the user's folder of decks
    /// @param added the folders that were added in the settings
    public CollectionBackup(Database database, Path decks, List<Path> added) {
        this.database = database;
        this.decks = decks;
        this.added = List.copyOf(added);
    }

    /// Writes the file; one of that name is replaced when the new one is complete.
    ///
    /// @throws EnvironmentException when it cannot be written (`backup-unwritable`)
    public void write(Path file, Instant now) {
        Path target = file.toAbsolutePath();
        Path unfinished = target.resolveSibling(target.getFileName() + ".part");
        Path copies = target.resolveSibling(target.getFileName() + ".copy");
        try {
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
                put(zip, MANIFEST, "{\"format\": " + FORMAT + ", \"made\": \"" + now + "\"}\n");
                putDatabase(zip, database.backUp(copies, now));
                Set<String> taken = new HashSet<>();
                putFolder(zip, decks, DECKS, taken);
                for (Path folder : added) {
                    putFolder(zip, folder, DECKS + free(folder, taken), taken);
                }
            }
            Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "backup-unwritable",
                    "The file " + Quote.of(file.toString())
                            + " cannot be written: check the folder's rights and the disk.",
                    e);
        } finally {
            Folders.deleteQuietly(unfinished);
            Folders.deleteQuietly(copies);
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /// H2 writes a zip file of its own, with the database as its only entry.
    private static void putDatabase(ZipOutputStream zip, Path copy) throws IOException {
        try (ZipFile copied = new ZipFile(copy.toFile())) {
            ZipEntry entry = copied.getEntry(DATABASE);
            if (entry == null) {
                throw new IOException("the copy holds no " + DATABASE);
            }
            zip.putNextEntry(new ZipEntry(DATABASE));
            try (InputStream stream = copied.getInputStream(entry)) {
                stream.transferTo(zip);
            }
            zip.closeEntry();
        }
    }

    /// Files that are not hidden and no links, as deep as decks and their pictures lie.
    private static void putFolder(ZipOutputStream zip, Path folder, String place, Set<String> taken)
            throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.walkFileTree(folder, Set.of(), Folders.DEEPEST, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                return !directory.equals(folder) && isHidden(directory)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && !isHidden(file)) {
                    String name = place + folder.relativize(file).toString().replace('\\', '/');
                    taken.add(name);
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                    zip.closeEntry();
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    throw failure;
                }
                return FileVisitResult.CONTINUE; // gone meanwhile
            }
        });
    }

    private static boolean isHidden(Path path) {
        return path.getFileName().toString().startsWith(".");
    }

    /// A folder name that no file written so far lies below.
    private static String free(Path folder, Set<String> taken) {
        String name = Optional.ofNullable(folder.getFileName())
                .map(Path::toString)
                .filter(last -> !last.startsWith("."))
                .orElse("folder");
        String place = name + "/";
        for (int i = 2; isTaken(place, taken); i++) {
            place = name + "-" + i + "/";
        }
        return place;
    }

    private static boolean isTaken(String place, Set<String> taken) {
        return taken.stream().anyMatch(name -> name.startsWith(DECKS + place));
    }
}
