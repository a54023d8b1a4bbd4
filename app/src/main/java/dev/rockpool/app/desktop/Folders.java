package dev.rockpool.app.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Copies and deletes folders with all that is in them.
final class Folders {
    private Folders() {}

    /// Copies what is in `from` into `to`, which exists.
    static void copy(Path from, Path to) throws IOException {
        for (Path each : inside(from)) {
            Path copy = to.resolve(from.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(each, copy);
            }
        }
    }

    /// Deletes the folder; what is gone already is no fault.
    static void delete(Path folder) {
        try {
            for (Path each : inside(folder).reversed()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
