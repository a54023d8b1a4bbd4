package dev.rockpool.content;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// What `deck lint` says: the lint of deck files as they lie on the disk, or of the built-in decks.
public final class DeckLint {
    private DeckLint() {}

    /// What is wrong in the decks that come with Rockpool.
    public static List<Finding> builtIn() {
        return new Linter().lint(BuiltIn.decks());
    }

    /// What is wrong in `paths`, files or folders of decks, by themselves and beside the built-in decks.
    ///
    /// A file that bears the name of a built-in deck stands in its place, so that a checkout's own decks are not
    /// compared with themselves.
    ///
    /// @throws InputException if a path does not exist or a folder holds no deck
    public static List<Finding> of(List<Path> paths) {
        List<Finding> findings = new ArrayList<>();
        Set<Path> files = new LinkedHashSet<>();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                List<Path> found = DeckFolder.files(path, findings);
                if (found.isEmpty() && findings.isEmpty()) {
                    throw new InputException(
                            "deck-none", "The folder " + Quote.of(path.toString()) + " holds no Markdown file.");
                }
                files.addAll(found);
            } else if (Files.exists(path)) {
                files.add(path);
            } else {
                throw new InputException(
                        "deck-none", "There is no file " + Quote.of(path.toString()) + "; name a deck or a folder.");
            }
        }
        DeckParser parser = new DeckParser();
        List<ParsedDeck> decks = files.stream().map(parser::read).toList();
        Set<String> names = files.stream().map(DeckLint::name).collect(Collectors.toSet());
        List<ParsedDeck> others = BuiltIn.decks().stream()
                .filter(deck -> !names.contains(name(Path.of(deck.file()))))
                .toList();
        findings.addAll(new Linter().lint(decks, others));
        return List.copyOf(findings);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
