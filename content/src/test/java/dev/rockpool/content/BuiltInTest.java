package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInTest {
    @Test
    void decksAreReadFromAJarAsFromAFolder(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve("a jar.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("dev/decks/"));
            zip.putNextEntry(new ZipEntry("dev/decks/b.md"));
            zip.write((DeckText.FRONT_MATTER + "## B {#b}\n\nB\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("dev/decks/a.md"));
            zip.write((DeckText.FRONT_MATTER + "## A {#a}\n\nA\n").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("dev/decks/a.png"));
        }
        URI uri = URI.create("jar:" + jar.toUri() + "!/dev/decks");
        assertThat(BuiltIn.decks(uri.toURL())).extracting(ParsedDeck::file).containsExactly("decks/a.md", "decks/b.md");
        assertThat(BuiltIn.decks(uri.toURL())).allMatch(ParsedDeck::isUsable);
        assertThat(BuiltIn.decks(null)).isEmpty();
        URI missing = folder.resolve("none").toUri();
        assertThatThrownBy(() -> BuiltIn.decks(missing.toURL())).isInstanceOf(EnvironmentException.class);
    }
}
