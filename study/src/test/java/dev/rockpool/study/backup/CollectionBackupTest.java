package dev.rockpool.study.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rockpool.content.Card;
import dev.rockpool.content.Library;
import dev.rockpool.database.Database;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyCard;
import dev.rockpool.study.StudyOptions;
import dev.rockpool.study.memory.Rating;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionBackupTest {
    private static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");

    @TempDir
    private Path root;

    /// A data directory, open.
    private static final class Home implements AutoCloseable {
        final Path decks;
        final Path folder;
        final Database database;
        final Library library;
        final Study study;
        Instant now = NOW;

        Home(Path folder) {
            this.folder = folder;
            this.decks = folder.resolve("decks");
            this.database = Database.open(folder.resolve("study"));
            this.library = new Library(List.of());
            this.study = new Study(database, () -> now, ZoneId.of("UTC"), StudyOptions.STANDARD, new Seed(3));
            learn(List.of());
        }

        void write(String file, String text) {
            try {
                Path path = decks.resolve(file);
                Files.createDirectories(path.resolveSibling("."));
                Files.writeString(path, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void learn(List<Path> added) {
            List<Path> folders = new ArrayList<>(List.of(decks));
            folders.addAll(added);
            library.use(folders);
            study.learnAbout(StudyCard.of(library.snapshot()));
        }

        void studies(int answers) {
            for (int i = 0; i < answers; i++) {
                study.grade(study.next().orElseThrow(), Rating.of(1 + i % 4), Duration.ofSeconds(3));
                now = now.plusSeconds(100);
            }
        }

        List<String> queue() {
            List<String> queue = new ArrayList<>();
            study.standings(library.snapshot().cards().stream().map(Card::id).toList())
                    .forEach(standing -> queue.add(standing.toString()));
            queue.add(study.counts().toString());
            study.next().ifPresent(turn -> queue.add(turn.toString()));
            return queue;
        }

        @Override
        public void close() {
            library.close();
            database.close();
        }
    }

    private static String card(String id) {
        return "---\ndeck: x\ntopic: x\ntitle: x\n---\n\n## Front " + id + " {#" + id
                + "}\n\nBack\n\nSource: a (primary)\n";
    }

    @Test
    void elsewhereItIsTheSameDaysQueueAndItCanBeUndone() throws IOException {
        Path file = root.resolve("all.rockpool");
        Path outside = Files.createDirectories(root.resolve("outside"));
        Files.writeString(outside.resolve("more.md"), card("more"));
        Files.createDirectories(outside.resolve("pictures"));
        Files.write(outside.resolve("pictures/a.png"), new byte[] {1, 2, 3});
        try (Home here = new Home(root.resolve("here"));
                Home there = new Home(root.resolve("there"))) {
            here.write("mine.md", card("mine"));
            here.write("anki/sub.md", card("sub"));
            here.learn(List.of(outside));
            here.studies(20);
            here.study.suspend("mine");
            there.write("old.md", card("old"));
            there.learn(List.of());
            there.studies(3);
            List<String> before = there.queue();
            new CollectionBackup(here.database, here.decks, List.of(outside)).write(file, here.now);
            assertThat(files(root.resolve("here"))).noneMatch(name -> name.contains(".part"));

            there.now = here.now;
            Path kept;
            try (CollectionRestore restore = CollectionRestore.prepare(file, there.folder)) {
                assertThat(restore.made()).isEqualTo(here.now);
                kept = restore.commit(
                        there.database, there.decks, List.of(), there.folder.resolve("backups"), there.now);
            }
            there.learn(List.of());
            assertThat(there.queue()).isEqualTo(here.queue());
            assertThat(files(there.decks))
                    .containsExactlyInAnyOrder("mine.md", "anki/sub.md", "outside/more.md", "outside/pictures/a.png");
            there.studies(2);
            there.study.rebuild();
            assertThat(there.study.counts().doneToday())
                    .isEqualTo(here.study.counts().doneToday() + 2);

            there.now = NOW.plusSeconds(300);
            try (CollectionRestore back = CollectionRestore.prepare(kept, there.folder)) {
                back.commit(there.database, there.decks, List.of(), there.folder.resolve("backups"), there.now);
            }
            there.learn(List.of());
            assertThat(there.queue()).isEqualTo(before);
            assertThat(files(there.decks)).containsExactly("old.md");
            try (Stream<Path> left = Files.list(there.folder)) {
                assertThat(left.map(path -> path.getFileName().toString()))
                        .containsExactlyInAnyOrder("study", "decks", "backups");
            }
        }
    }

    @Test
    void whatIsNoBackupIsRefusedAndChangesNothing() throws IOException {
        Path file = root.resolve("all.rockpool");
        try (Home here = new Home(root.resolve("here"))) {
            here.write("mine.md", card("mine"));
            here.learn(List.of());
            here.studies(3);
            new CollectionBackup(here.database, here.decks, List.of()).write(file, NOW);
            List<String> before = here.queue();
            byte[] whole = Files.readAllBytes(file);
            Map<String, byte[]> good = entries(file);
            List<Path> bad = new ArrayList<>();
            bad.add(root.resolve("absent.rockpool"));
            bad.add(Files.writeString(root.resolve("text.rockpool"), "hello"));
            bad.add(Files.write(root.resolve("cut.rockpool"), Arrays.copyOf(whole, whole.length / 2)));
            bad.add(zip(good, "decks/../../../escaped.md", "x"));
            bad.add(zip(good, "/etc/escaped.md", "x"));
            bad.add(zip(good, "decks/..\\escaped.md", "x"));
            bad.add(zip(good, "decks/.hidden/a.md", "x"));
            bad.add(zip(good, CollectionBackup.MANIFEST, "{\"format\": 2, \"made\": \"2026-01-01T00:00:00Z\"}"));
            bad.add(zip(good, CollectionBackup.MANIFEST, "{"));
            bad.add(zip(good, CollectionBackup.DATABASE, "no database"));
            Map<String, byte[]> without = new LinkedHashMap<>(good);
            without.remove(CollectionBackup.DATABASE);
            bad.add(zip(without, "decks/a.md", "x"));
            Map<String, byte[]> bomb = new LinkedHashMap<>(good);
            bomb.put("decks/bomb.md", new byte[80 << 20]);
            bad.add(zip(bomb, "decks/a.md", "x"));
            for (Path each : bad) {
                InputException failure = catchThrowableOfType(
                        InputException.class,
                        () -> CollectionRestore.prepare(each, here.folder).close());
                assertThat(failure).as(each.toString()).isNotNull();
                assertThat(failure.code()).isIn("backup-file", "backup-newer");
                assertThat(failure.sentence()).endsWith(".").doesNotContain("\n", "Exception");
            }
            assertThat(here.queue()).isEqualTo(before);
            try (Stream<Path> left = Files.list(here.folder)) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("study", "decks");
            }
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private Path zip(Map<String, byte[]> good, String name, String text) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>(good);
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        Path file = Files.createTempFile(root, "bad", ".rockpool");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
