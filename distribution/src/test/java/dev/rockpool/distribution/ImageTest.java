package dev.rockpool.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs the image that was built as people run it: each in a process of its own, with the image's Java and no other.
/// The cache must fit, or the process does not start (`AOTMode=on`).
class ImageTest {
    private static final PackageKind KIND = PackageKind.here();
    private static final Path IMAGE = KIND.image(Path.of(System.getProperty("rockpool.image")));

    @TempDir
    private @Nullable Path folder;

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(IMAGE.resolve(KIND.starter()).toString());
        command.addAll(List.of("--home", folder().resolve("home").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder().resolve("errors").toFile());
        builder.environment().put("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on");
        builder.environment().remove("JAVA_HOME");
        return builder.start();
    }

    /// What a command prints; it must end well.
    private String run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", arguments) + ": " + errors())
                .isZero();
        return out;
    }

    private String errors() {
        try {
            return Files.readString(folder().resolve("errors"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void tellsItsVersion() throws Exception {
        assertThat(run("--version")).startsWith("Rockpool ");
    }

    @Test
    void drawsItsFirstScreen() throws Exception {
        run("tour", "--out", folder().resolve("shots").toString(), "--only", "today-typical-light-1280x800");
        try (Stream<Path> shots = Files.walk(folder().resolve("shots"))) {
            Path shot = shots.filter(file -> file.toString().endsWith(".png"))
                    .findFirst()
                    .orElseThrow();
            BufferedImage picture = ImageIO.read(shot.toFile());
            assertThat(picture.getWidth()).isEqualTo(1280);
            long colours = IntStream.range(0, picture.getWidth() * picture.getHeight())
                    .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                    .distinct()
                    .count();
            assertThat(colours).isGreaterThan(100);
        }
    }

    @Test
    void servesAndAnswers() throws Exception {
        Process process = start("serve", "--s3-port", "0", "--kinesis-port", "0", "--kms-port", "0");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).as(this::errors).startsWith("ready s3 http://127.0.0.1:");
            assertThat(lines.readLine()).as(this::errors).startsWith("ready kinesis http://127.0.0.1:");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void reachesEveryLibraryWithNativeCode() throws Exception {
        run("deck", "export", folder().resolve("deck.apkg").toString()); // SQLite, Zstandard
        Path inventory = folder().resolve("inventory.csv");
        Files.writeString(inventory, "\"b\",\"k\",\"1000000\",\"2026-01-02T03:04:05.000Z\",\"STANDARD\"\n");
        Path rules = folder().resolve("rules.json");
        Files.writeString(rules, """
            {"Rules": [{"ID": "a", "Status": "Enabled", "Filter": {}, "Expiration": {"Days": 90}}]}
            """);
        assertThat(run("whatif", inventory.toString(), rules.toString(), "--months", "2", "--json")) // DuckDB
                .contains("\"objects\":1");
        run(
                "quiz",
                "print",
                "--count",
                "3",
                "--seed",
                "1",
                "--out",
                folder().resolve("quiz.pdf").toString()); // AWT
        assertThat(folder().resolve("deck.apkg")).isNotEmptyFile();
        assertThat(folder().resolve("quiz.pdf")).isNotEmptyFile();
    }

    @Test
    void asksItsOwnDatabase() throws Exception {
        assertThat(run("sql", "--json", "SELECT 1 AS one")).contains("1");
    }

    @Test
    void carriesItsNotices() throws Exception {
        Path app = IMAGE.resolve(KIND.appFolder());
        assertThat(app.resolve("LICENSE")).content().contains("Apache License");
        assertThat(app.resolve("THIRD-PARTY.txt"))
                .content()
                .contains("h2database")
                .doesNotContain("junit");
        assertThat(app.resolve("rockpool.cdx.json")).content().contains("CycloneDX");
    }
}
