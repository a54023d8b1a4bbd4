package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnkiExportTest {
    private static final String DECK = """
        ---
        deck: Mine::Streams
        topic: streams
        title: Streams
        ---

        ## What decides the *shard*? {#my-shard}

        The **hash** of the key, not `a < b`. <!-- no --> See ![the ring](ring.png) and ![gone](gone.png).

        Source: https://example.org/a?b=1&c=2 (primary, 2026-10)
        Tags: #one #two

        ## Braces {#my-braces}

        JSON {{c1::{a: {b: 1}}::an object}} and {{c2::x::y}} and `{{c12::f(x)}}`.

        Source: a book (recalled)

        ## How many bytes? {#my-bytes .typed}

        1,048,576

        Accept: 1 MiB | 2^20
        Source: a book (recalled)
        """;

    @TempDir
    private Path root;

    private final Map<String, byte[]> entries = new HashMap<>();

    private SqliteFile unpack(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        Path collection = root.resolve("unpacked.anki2");
        Files.write(collection, entries.get("collection.anki2"));
        return SqliteFile.read(collection, "unpacked");
    }

    private static List<String> texts(SqliteFile file, String sql) {
        List<String> texts = new ArrayList<>();
        file.each(sql, row -> texts.add(row.text(1)));
        return texts;
    }

    @Test
    void writesWhatTheDeckSaysAndNothingThatRunsOrLoads() throws IOException {
        try (Learner learner = new Learner(root, Instant.parse("2026-11-23T18:00:00Z"))) {
            Files.write(learner.decks.resolve("ring.png"), new byte[] {1, 2, 3});
            learner.write("mine.md", DECK);
            Path file = root.resolve("out.apkg");
            AnkiExport.Exported exported = new AnkiExport(learner.library, learner.study, learner.now)
                    .write(
                            file,
                            learner.library.snapshot().decks().stream()
                                    .filter(deck -> !deck.builtIn())
                                    .toList(),
                            List.of());
            assertThat(exported).isEqualTo(new AnkiExport.Exported(3, 5, 0, 1, 0));
            try (SqliteFile collection = unpack(file)) {
                String fields = texts(collection, "select flds from notes where guid = 'my-shard'")
                        .getFirst();
                assertThat(fields)
                        .startsWith("What decides the <em>shard</em>?\u001f")
                        .contains("The <strong>hash</strong> of the key, not <code>a &lt; b</code>")
                        .contains("<img src=\"ring.png\" alt=\"the ring\"")
                        .contains("and gone.")
                        .contains("<a href=\"https://example.org/a?b=1&amp;c=2\">")
                        .contains("(primary, 2026-10)")
                        .doesNotContain("<!--");
                assertThat(texts(collection, "select flds from notes where guid = 'my-braces'")
                                .getFirst())
                        .as("Anki ends a deletion at the first two braces")
                        .contains("{{c1::{a&#58; {b&#58; 1&#125;&#125;::an object}}")
                        .contains("{{c2::x::y}}")
                        .contains("<code>{{c12::f(x)}}</code>");
                assertThat(texts(collection, "select flds from notes where guid = 'my-bytes'")
                                .getFirst())
                        .contains("\u001f1,048,576\u001f1 MiB | 2^20\u001f");
                assertThat(texts(collection, "select tags from notes order by tags desc"))
                        .containsExactly(" one two ", "", "");
                assertThat(texts(
                                collection,
                                "select ord || ' ' || type || ' ' || queue || ' ' || due from cards order by due"))
                        .containsExactly("0 0 0 1", "0 0 0 2", "1 0 0 3", "11 0 0 4", "0 0 0 5");
                assertThat(texts(collection, "select csum from notes where guid = 'my-shard'"))
                        .as("SHA-1 of \"What decides the shard?\"")
                        .containsExactly(Long.toString(Long.parseLong(
                                java.util.HexFormat.of().formatHex(OutgoingNotes.sha1("What decides the shard?"), 0, 4),
                                16)));
                assertThat(texts(collection, "select decks from col").getFirst())
                        .contains("\"Mine::Streams\"", "\"Mine\"");
            }
            assertThat(new String(entries.get("media"), StandardCharsets.UTF_8)).isEqualTo("{\"0\":\"ring.png\"}");
            assertThat(entries.get("0")).containsExactly(1, 2, 3);
        }
    }

    @Test
    void writesScheduleAndHistoryInAnkisNumbers() throws IOException {
        try (Learner learner = new Learner(root, Instant.parse("2026-09-01T18:00:00Z"))) {
            learner.studies(14, 24, new Seed(3).derive("answers"));
            Path file = root.resolve("out.apkg");
            AnkiExport.Exported exported = learner.export(file);
            assertThat(exported.reviews()).isGreaterThan(200);
            try (SqliteFile collection = unpack(file)) {
                assertThat(texts(collection, "select count(*) from revlog"))
                        .containsExactly(Integer.toString(exported.reviews()));
                assertThat(texts(collection, "select count(distinct type) from cards where queue >= 0"))
                        .as("new, learning, review, relearning")
                        .containsExactly("4");
                assertThat(texts(collection, """
                    select 1 from cards c where type = 2 and (due < 0 or ivl < 1 or reps < 1
                    or data not like '%"s":%"d":%"dr":0.90,"decay":0.154,"lrt":%'
                    or reps <> (select count(*) from revlog r where r.cid = c.id))\
                    """)).isEmpty();
                assertThat(texts(collection, """
                    select 1 from cards where type in (1, 3) and queue = 1 and due < 1700000000\
                    """)).isEmpty();
                assertThat(texts(collection, "select crt from col"))
                        .as("04:00 in Berlin on the first day")
                        .containsExactly(Long.toString(
                                Instant.parse("2026-09-01T02:00:00Z").getEpochSecond()));
            }
        }
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothing() throws IOException {
        try (Learner learner = new Learner(root, Instant.parse("2026-11-23T18:00:00Z"))) {
            Path nowhere = root.resolve("nowhere/out.apkg");
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() -> learner.export(nowhere))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("anki-unwritable"));
            Path folder = root.resolve("full/out.apkg");
            Files.createDirectories(folder.resolve("x"));
            assertThatExceptionOfType(EnvironmentException.class).isThrownBy(() -> learner.export(folder));
            try (var left = Files.list(root.resolve("full"))) {
                assertThat(left.map(path -> path.getFileName().toString())).containsExactly("out.apkg");
            }
        }
    }
}
