package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rockpool.kernel.InputException;
import dev.rockpool.trials.Trials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One sentence, nothing changed, nothing left behind.
class HostilePackageTest {
    private static final PackageLimits SMALL = new PackageLimits(50, 1 << 20, 100_000, 40, 50_000, 1_000);

    @TempDir
    private Path root;

    private Learner learner;
    private List<String> filesBefore = List.of();

    HostilePackageTest(@TempDir Path home) {
        learner = new Learner(home, Instant.parse("2026-11-23T18:00:00Z"));
    }

    @BeforeEach
    void remember() throws IOException {
        filesBefore = everything();
    }

    @AfterEach
    void close() {
        learner.close();
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(learner.decks.resolve(".."));
                Stream<Path> waiting = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return Stream.concat(
                            files.filter(Files::isRegularFile),
                            waiting.filter(path -> path.getFileName().toString().startsWith("rockpool-import-")))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private void refused(Path file, String code) throws IOException {
        refused(file, code, PackageLimits.STANDARD);
    }

    private void refused(Path file, String code, PackageLimits limits) throws IOException {
        InputException failure = catchThrowableOfType(
                InputException.class,
                () -> new AnkiImport(learner.library, learner.study, learner.decks, learner.now, limits)
                        .prepare(file, AnkiImport.Wanted.ALL)
                        .close());
        assertThat(failure).as(file.toString()).isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.sentence()).endsWith(".").doesNotContain("\n", "Exception", "sqlite");
        assertThat(everything()).isEqualTo(filesBefore);
        assertThat(learner.study.everAnswered()).isFalse();
    }

    private Path zip(Map<String, byte[]> entries) throws IOException {
        return ForeignPackage.zip(Files.createTempFile(root, "hostile", ".apkg"), entries);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ForeignPackage small() {
        return new ForeignPackage()
                .note(1_600_000_000_000L, "guid!", ForeignPackage.BASIC, "", List.of("front", "back"), 0);
    }

    private static Map<String, byte[]> entries(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private byte[] collection(ForeignPackage source) throws IOException {
        return entries(source.write(root.resolve("good.apkg"), AnkiPackage.Version.LEGACY_1))
                .getOrDefault("collection.anki2", new byte[0]);
    }

    @Test
    void noPackageAtAll() throws IOException {
        refused(root.resolve("absent.apkg"), "anki-unreadable");
        refused(Files.createDirectory(root.resolve("folder.apkg")), "anki-unreadable");
        refused(Files.writeString(root.resolve("text.apkg"), "hello"), "anki-package");
        refused(Files.createFile(root.resolve("empty.apkg")), "anki-package");
        refused(zip(Map.of("other", bytes("x"))), "anki-package");
    }

    @Test
    void cutOffAnywhere() throws IOException {
        byte[] whole = Files.readAllBytes(small().write(root.resolve("good.apkg"), AnkiPackage.Version.LEGACY_1));
        for (int length : List.of(10, whole.length / 2, whole.length - 30, whole.length - 1)) {
            refused(Files.write(root.resolve("cut.apkg"), Arrays.copyOf(whole, length)), "anki-package");
        }
    }

    @Test
    void bombs() throws IOException {
        byte[] zeros = new byte[24 << 20];
        refused(zip(Map.of("collection.anki2", zeros)), "anki-package-large", SMALL);
        refused(zip(Map.of("collection.anki2", zeros)), "anki-package-large");
        byte[] packed = ForeignPackage.compressed(zeros);
        refused(zip(Map.of("meta", new byte[] {8, 3}, "collection.anki21b", packed)), "anki-package-large");
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            many.put("e" + i, new byte[0]);
        }
        many.put("collection.anki2", bytes("x"));
        refused(zip(many), "anki-package-large", SMALL);
    }

    @Test
    void picturesBeyondTheBound() throws IOException {
        byte[] large = Arrays.copyOf(ForeignPackage.PNG, 120_000);
        refused(
                small().note(1_600_000_001_000L, "other!", ForeignPackage.BASIC, "", List.of("<img src=a.png>", "b"), 0)
                        .medium("a.png", large)
                        .write(root.resolve("large.apkg"), AnkiPackage.Version.LEGACY_1),
                "anki-package-large",
                SMALL);
    }

    @Test
    void collectionsThatAreNone() throws IOException {
        refused(zip(Map.of("collection.anki2", bytes("no database"))), "anki-package-damaged");
        refused(zip(Map.of("collection.anki2", new byte[0])), "anki-package-schema");
        refused(zip(Map.of("meta", new byte[] {8, 3}, "collection.anki21b", bytes("no zstd"))), "anki-package-damaged");
        refused(zip(Map.of("meta", new byte[] {8}, "collection.anki2", bytes("x"))), "anki-package-damaged");
        refused(zip(Map.of("meta", new byte[] {8, 9}, "collection.anki21b", bytes("x"))), "anki-package-version");
        byte[] good = collection(small());
        byte[] half = Arrays.copyOf(good, good.length / 2);
        refused(zip(Map.of("collection.anki2", half)), "anki-package-damaged");
        byte[] holed = good.clone();
        Arrays.fill(holed, 4096, holed.length, (byte) 0x5a);
        refused(zip(Map.of("collection.anki2", holed)), "anki-package-damaged");
        refused(zip(Map.of("collection.anki2", good, "media", bytes("[1]"))), "anki-package-damaged");
        refused(zip(Map.of("collection.anki2", good, "media", bytes("{"))), "anki-package-damaged");
        refused(
                zip(Map.of(
                        "meta", new byte[] {8, 3},
                        "collection.anki21b", ForeignPackage.compressed(good),
                        "media", ForeignPackage.compressed(bytes("\u000f\u00ff garbage")))),
                "anki-package-damaged");
    }

    @Test
    void schemasThatComputeOrAreWrong() throws IOException {
        refused(write(small().with("update col set ver = 12")), "anki-package-schema");
        refused(write(small().with("update col set ver = 99")), "anki-package-schema");
        refused(write(small().with("drop table revlog")), "anki-package-schema");
        refused(
                write(small().with(
                                "drop table notes",
                                "create view notes as with recursive n(i) as (select 1 union all select i + 1 from n)"
                                        + " select i as id, i as guid, 1 as mid, '' as flds, '' as tags from n")),
                "anki-package-schema");
        refused(
                write(small().with(
                                "drop table revlog",
                                "create table revlog (id, cid, ease, ivl, factor, time,"
                                        + " type generated always as (zeroblob(2000000000)))")),
                "anki-package-schema");
        refused(write(small().with("update col set models = '{'")), "anki-package-damaged");
    }

    private Path write(ForeignPackage source) {
        return source.write(root.resolve("wrong.apkg"), AnkiPackage.Version.LEGACY_1);
    }

    @Test
    void aFieldOfMoreThanTheBound() throws IOException {
        Path file = write(small().with("update notes set flds = cast(zeroblob(70000000) as text)"));
        refused(
                file,
                "anki-package-large",
                new PackageLimits(50, 1L << 30, 100_000, Integer.MAX_VALUE, 1L << 40, 1_000));
        refused(write(small().with("update notes set flds = hex(zeroblob(40000))")), "anki-package-large", SMALL);
    }

    @Test
    void namesThatWouldLeaveTheFolder() throws IOException {
        String escape = "../../../escaped.png";
        Path file = small().note(
                        1_600_000_001_000L,
                        "../../../../guid",
                        ForeignPackage.BASIC,
                        "../../tag",
                        List.of("<img src='" + escape + "'>", "back {#x} `{{c1::a}}` {{c1::a}}"),
                        0)
                .medium(escape, ForeignPackage.PNG)
                .write(root.resolve("names.apkg"), AnkiPackage.Version.LATEST);
        try (Arrival arrival = new AnkiImport(learner.library, learner.study, learner.decks, learner.now)
                .prepare(file, new AnkiImport.Wanted(java.util.Optional.of("../../../deck"), true))) {
            assertThat(arrival.commit().summary().added()).isEqualTo(2);
        }
        try (Stream<Path> written = Files.walk(learner.decks)) {
            assertThat(written.filter(Files::isRegularFile)
                            .map(path -> learner.decks.relativize(path).toString()))
                    .allMatch(path -> path.matches("anki/deck\\.md|anki/media/escaped-[0-9a-f]{8}\\.png"))
                    .hasSize(2);
        }
    }

    @Test
    void textThatGrowsOrNestsWithoutEndIsLeftOut() throws IOException {
        String nested = "<table><tr><td>".repeat(8_000) + "x";
        Path file = small().note(1_600_000_001_000L, "nested!", ForeignPackage.BASIC, "", List.of("front", nested), 0)
                .note(
                        1_600_000_002_000L,
                        "grown!",
                        ForeignPackage.CLOZE,
                        "",
                        List.of("y".repeat(60_000) + "{{c1::gap}}", "x"),
                        0)
                .with("update col set models = replace(models, '{{cloze:Text}}<br>', '" + "{{cloze:Text}}".repeat(5_000)
                        + "')")
                .write(root.resolve("grown.apkg"), AnkiPackage.Version.LEGACY_1);
        try (Arrival arrival = new AnkiImport(learner.library, learner.study, learner.decks, learner.now)
                .prepare(file, AnkiImport.Wanted.ALL)) {
            assertThat(arrival.summary().added()).isEqualTo(2);
            assertThat(arrival.summary().losses()).isEqualTo(Map.of(Loss.NOT_A_SECTION, 1));
        }
    }

    @Test
    void flippedBytesAreRefusedOrHarmless() throws IOException {
        byte[] good = collection(small().medium("a.png", ForeignPackage.PNG));
        Trials.run(25, random -> {
            byte[] flipped = good.clone();
            for (int i = 0; i < 40; i++) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
            }
            try {
                Path file = zip(Map.of("collection.anki2", flipped));
                new AnkiImport(learner.library, learner.study, learner.decks, learner.now)
                        .prepare(file, AnkiImport.Wanted.ALL)
                        .close();
            } catch (InputException refused) {
                assertThat(refused.code()).startsWith("anki-");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        assertThat(everything()).isEqualTo(filesBefore);
    }
}
