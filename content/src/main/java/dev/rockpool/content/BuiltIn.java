package dev.rockpool.content;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What came with Rockpool: Markdown among the resources, in a folder of classes or in a jar.
final class BuiltIn {
    private static final String DECKS = "decks";
    private static final String GLOSSARY = "glossary.md";

    private BuiltIn() {}

    /// The built-in decks, by file name.
    static List<ParsedDeck> decks() {
        return Decks.READ;
    }

    /// Read once: they cannot change while Rockpool runs.
    private static final class Decks {
        static final List<ParsedDeck> READ = decks(BuiltIn.class.getResource(DECKS));
    }

    /// The text of the glossary.
    static byte[] glossary() {
        return resource(GLOSSARY).orElseThrow(() -> broken(null));
    }

    /// The bytes of a file below the decks' folder.
    static Optional<byte[]> file(String path) {
        return resource(DECKS + "/" + path);
    }

    private static Optional<byte[]> resource(String name) {
        try (InputStream stream = BuiltIn.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException fault) {
            throw broken(fault);
        }
    }

    /// The decks of a folder of resources.
    ///
    /// @param folder its URL, of a directory or within a jar; without one there are no decks
    static List<ParsedDeck> decks(@Nullable URL folder) {
        if (folder == null) {
            return List.of();
        }
        try {
            if (folder.openConnection() instanceof JarURLConnection jar) {
                try (FileSystem files =
                        FileSystems.newFileSystem(Path.of(jar.getJarFileURL().toURI()), (ClassLoader) null)) {
                    return read(files.getPath(jar.getEntryName()));
                }
            }
            return read(Path.of(folder.toURI()));
        } catch (IOException | URISyntaxException fault) {
            throw broken(fault);
        }
    }

    private static List<ParsedDeck> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        DeckParser parser = new DeckParser();
        List<ParsedDeck> decks = new ArrayList<>();
        for (Path file : files) {
            decks.add(parser.parse(DECKS + "/" + file.getFileName(), Files.readAllBytes(file), true));
        }
        return List.copyOf(decks);
    }

    private static EnvironmentException broken(@Nullable Throwable cause) {
        return new EnvironmentException(
                "content-built-in", "The decks that came with Rockpool cannot be read; install it again.", cause);
    }
}
