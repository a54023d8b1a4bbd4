package dev.rockpool.study.anki;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Other people's programs read our package. Runs in the campaign (`mvn -Pcampaign verify`) and says in one sentence
/// what is not installed; CONTRIBUTING.md describes it.
class ForeignReadersCampaign {
    private static final Path SCRIPTS = Path.of("src/campaign").toAbsolutePath();
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final Path root;
    private final Path file;
    private final Learner learner;

    ForeignReadersCampaign(@TempDir Path root) {
        this.root = root;
        this.file = root.resolve("out.apkg");
        this.learner = new Learner(root.resolve("home"), Instant.parse("2026-11-01T18:00:00Z"));
    }

    @BeforeEach
    void export() throws IOException {
        Files.write(learner.decks.resolve("dot.png"), Base64.getDecoder().decode(DOT));
        learner.write("mine.md", """
            ---
            deck: Mine::Pictures
            topic: pictures
            title: Pictures
            ---

            ## What is this? {#my-picture}

            A dot: ![dot](dot.png)

            Source: a book (recalled)
            """);
        learner.studies(8, 20, new Seed(2).derive("answers"));
        learner.export(file);
    }

    @AfterEach
    void close() {
        learner.close();
    }

    private int cards() {
        return learner.cardIds().size();
    }

    private long notes() {
        return learner.library.snapshot().cards().stream()
                .map(card -> card.noteId())
                .distinct()
                .count();
    }

    @Test
    void mnemosyneImportsIt() throws IOException, InterruptedException {
        String python = List.of("python3", "/usr/bin/python3").stream()
                .filter(candidate -> runs(candidate, "-c", "import mnemosyne.script"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Mnemosyne is not installed for python3: on Debian,"
                        + " apt-get install --no-install-recommends mnemosyne."));
        JsonNode read = answer(
                root,
                python,
                SCRIPTS.resolve("mnemosyne_import.py").toString(),
                file.toString(),
                root.resolve("mnemosyne").toString());
        assertThat(read.get("facts").asLong()).isEqualTo(notes());
        assertThat(read.get("cards").asInt()).isEqualTo(cards());
        assertThat(read.get("empty").asInt()).isZero();
        assertThat(read.get("clozes").asInt()).isPositive();
        assertThat(read.get("pictures").asInt()).isEqualTo(1);
        assertThat(read.get("tags").toString()).contains("Mine::Pictures");
    }

    @Test
    void ankiReaderReadsIt() throws IOException, InterruptedException {
        if (!runs("npm", "--version")) {
            throw new AssertionError("npm is not installed: install Node.js.");
        }
        Path folder = Files.createDirectories(root.resolve("node"));
        Files.writeString(folder.resolve("package.json"), "{\"private\": true}");
        output(folder, "npm", "install", "--no-audit", "--no-fund", "anki-reader@0.3.0");
        JsonNode read =
                answer(folder, "node", SCRIPTS.resolve("anki_reader.mjs").toString(), file.toString());
        assertThat(read.get("cards").asInt()).isEqualTo(cards());
        assertThat(read.get("empty").asInt()).isZero();
        assertThat(read.get("decks").toString()).contains("Mine::Pictures", "Data engineering::Storage");
        assertThat(read.get("pictures").toString()).isEqualTo("[\"dot.png\"]");
    }

    private boolean runs(String... command) {
        try {
            return start(root, command).waitFor() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Process start(Path folder, String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    private static String output(Path folder, String... command) throws IOException, InterruptedException {
        int exit = start(folder, command).waitFor();
        String output = Files.readString(folder.resolve("output.txt"), StandardCharsets.UTF_8);
        assertThat(exit).as(Arrays.toString(command) + "\n" + output).isZero();
        return output;
    }

    /// The script's last line.
    private static JsonNode answer(Path folder, String... command) throws IOException, InterruptedException {
        return new JsonMapper()
                .readTree(output(folder, command).strip().lines().toList().getLast());
    }
}
