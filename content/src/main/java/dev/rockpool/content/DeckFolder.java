package dev.rockpool.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A folder of the user's decks: its Markdown files and those one level below.
final class DeckFolder {
    /// The most files that are read of one folder.
    static final int MOST_FILES = 5_000;

    private DeckFolder() {}

    /// Its deck files by path; none if the folder is absent.
    static List<Path> files(Path folder, List<Finding> findings) {
        List<Path> files = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        for (Path entry : entries(folder, findings)) {
            if (isDeckFile(entry)) {
                files.add(entry);
            } else if (isSubfolder(entry)) {
                entries(entry, findings).stream().filter(DeckFolder::isDeckFile).forEach(files::add);
            }
        }
        if (files.size() > MOST_FILES) {
            findings.add(Rule.TOO_LARGE.at(
                    folder.toString(),
                    1,
                    "The folder holds " + files.size() + " Markdown files, of which the first " + MOST_FILES
                            + " are read; name a smaller folder."));
            return List.copyOf(files.subList(0, MOST_FILES));
        }
        return files;
    }

    static boolean isSubfolder(Path entry) {
        return !isHidden(entry) && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isDeckFile(Path entry) {
        return !isHidden(entry) && entry.toString().endsWith(".md") && Files.isRegularFile(entry);
    }

    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }

    private static List<Path> entries(Path folder, List<Finding> findings) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException | java.io.UncheckedIOException _) {
            findings.add(Rule.UNREADABLE.at(
                    folder.toString(), 1, "The folder cannot be read; check its permissions and the disk."));
            return List.of();
        }
    }
}
