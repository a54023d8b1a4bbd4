package dev.rockpool.content;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
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
    private static final String LESSONS = "lessons";
    private static final String ACTIVITIES = "activities";
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

    /// The built-in lessons, by file name.
    static List<ParsedLesson> lessons() {
        return LessonFiles.READ;
    }

    /// The text of a built-in lesson.
    static String lessonText(String name) {
        return new String(resource(LESSONS + "/" + name).orElseThrow(() -> broken(null)), StandardCharsets.UTF_8);
    }

    /// Read once: they cannot change while Rockpool runs.
    private static final class LessonFiles {
        static final List<ParsedLesson> READ = read();

        private static List<ParsedLesson> read() {
            LessonParser parser = new LessonParser();
            return markdown(BuiltIn.class.getResource(LESSONS)).stream()
                    .map(file -> parser.parse(LESSONS + "/" + file.name(), file.content(), true))
                    .toList();
        }
    }

    /// The built-in activities, by file name.
    static List<ParsedActivity> activities(ActivityParser parser) {
        return markdown(BuiltIn.class.getResource(ACTIVITIES)).stream()
                .map(file -> parser.parse(ACTIVITIES + "/" + file.name(), file.content(), true))
                .toList();
    }

    /// The text of a built-in activity.
    static String activityText(String name) {
        return new String(resource(ACTIVITIES + "/" + name).orElseThrow(() -> broken(null)), StandardCharsets.UTF_8);
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
        DeckParser parser = new DeckParser();
        return markdown(folder).stream()
                .map(file -> parser.parse(DECKS + "/" + file.name(), file.content(), true))
                .toList();
    }

    /// A file among the resources.
    @SuppressWarnings("ArrayRecordComponent") // read once and handed to a parser
    private record Resource(String name, byte[] content) {}

    /// The Markdown files of a folder of resources, by name.
    ///
    /// @param folder its URL, of a directory or within a jar; without one there are none
    private static List<Resource> markdown(@Nullable URL folder) {
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

    private static List<Resource> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
        List<Resource> read = new ArrayList<>();
        for (Path file : files) {
            read.add(new Resource(String.valueOf(file.getFileName()), Files.readAllBytes(file)));
        }
        return List.copyOf(read);
    }

    private static EnvironmentException broken(@Nullable Throwable cause) {
        return new EnvironmentException(
                "content-built-in", "The decks that came with Rockpool cannot be read; install it again.", cause);
    }
}
