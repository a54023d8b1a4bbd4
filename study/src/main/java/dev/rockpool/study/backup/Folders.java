package dev.rockpool.study.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// Deletes folders of ours.
final class Folders {
    /// So deep lie pictures of decks at most.
    static final int DEEPEST = 8;

    private Folders() {}

    /// Deletes a file, or a folder with what is in it; what cannot be deleted stays.
    static void deleteQuietly(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException _) {
            // what is left is in nobody's way
        }
    }
}
