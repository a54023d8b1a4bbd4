package dev.rockpool.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The copies of the database in one folder: `rockpool-20261123T101500Z.zip`, each holding the whole file.
final class Backups {
    /// How many copies are kept.
    static final int KEPT = 10;

    private static final String PREFIX = Database.NAME + "-";
    private static final String ENDING = ".zip";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Database database;
    private final Path folder;

    Backups(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    Path take(Instant now) {
        Path copy = folder.resolve(PREFIX + STAMP.format(now) + ENDING);
        Path unfinished = folder.resolve(copy.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(unfinished);
            database.read(handle -> handle.execute("backup to ?", unfinished.toString()));
            Files.move(unfinished, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            for (Path old : newestFirst().stream().skip(KEPT).toList()) {
                Files.deleteIfExists(old);
            }
        } catch (IOException e) {
            throw Failure.unwritable(folder, e);
        }
        return copy;
    }

    private List<Path> newestFirst() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Backups::isBackup)
                    .sorted(Comparator.comparing(
                                    (Path path) -> path.getFileName().toString())
                            .reversed())
                    .toList();
        }
    }

    private static boolean isBackup(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(ENDING);
    }
}
