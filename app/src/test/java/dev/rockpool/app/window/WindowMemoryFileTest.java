package dev.rockpool.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.app.theme.ThemeChoice;
import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryFileTest {
    @TempDir
    Path folder;

    private WindowMemoryFile file() {
        return new WindowMemoryFile(new DataDirectory(folder.resolve("data")));
    }

    @Test
    void remembersEverything() {
        WindowMemory memory = new WindowMemory(
                Optional.of(new WindowMemory.Bounds(-20, 40.5, 1300, 820)), true, "document", 125, ThemeChoice.DARK);
        file().write(memory);
        assertThat(file().read()).isEqualTo(memory);
    }

    @Test
    void isANewUsersWindowWithoutAFile() {
        assertThat(file().read()).isEqualTo(WindowMemory.FIRST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoom=huge\ntheme=PINK\nx=left\nmaximised=perhaps",
                "width=NaN\nheight=1\nx=0\ny=0",
                "broken=\\u12",
                "\u0000\u0001"
            })
    void aFileThatCannotBeReadIsAsGoodAsNone(String content) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("window.properties"), content);
        assertThat(file().read()).isEqualTo(WindowMemory.FIRST);
    }

    @Test
    void keepsZoomWithinItsBounds() throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("window.properties"), "zoom=5000");
        assertThat(file().read().zoom()).isEqualTo(200);
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        Files.writeString(folder.resolve("data"), "a file, not a folder");
        assertThatThrownBy(() -> file().write(WindowMemory.FIRST))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        failure -> assertThat(failure.code()).isEqualTo("app-window-file"));
    }
}
