package dev.rockpool.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rockpool.kernel.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinterFilesTest {
    private static final String DECK = """
            ---
            deck: Mine
            topic: tides
            title: Tides
            ---

            ## What pulls the tide? {#%s}

            The moon.

            Source: https://example.org/tides (%s)
            """;

    @TempDir
    Path folder;

    @Test
    void theBuiltInDecksAreClean() {
        assertThat(new Linter().lintBuiltIn()).isEmpty();
        assertThat(new Linter().lintFiles(List.of(Path.of("decks")))).isEmpty();
    }

    @Test
    void aFindingNamesFileAndLine() throws IOException {
        Path deck = Files.writeString(folder.resolve("tides.md"), DECK.formatted("tides-pull", "recalled"));
        assertThat(new Linter().lintFiles(List.of(deck))).singleElement().satisfies(finding -> {
            assertThat(finding.file()).isEqualTo(deck.toString());
            assertThat(finding.line()).isEqualTo(11);
        });
    }

    @Test
    void anIdOfABuiltInDeckIsTaken() throws IOException {
        Files.writeString(folder.resolve("tides.md"), DECK.formatted("q12-f1", "primary"));
        assertThat(new Linter().lintFiles(List.of(folder)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("q12-f1"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new Linter().lintFiles(List.of(folder.resolve("none.md"))))
                .withMessageContaining("none.md");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> new Linter().lintFiles(List.of(folder)))
                .withMessageContaining("holds no Markdown file");
    }
}
