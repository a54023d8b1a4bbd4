package dev.rockpool.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataDirectoryTest {
    @TempDir
    Path home;

    @Test
    void linuxFollowsTheXdgSpecification() {
        assertThat(DataDirectory.standard("Linux", home, Map.of()).root())
                .isEqualTo(home.resolve(".local/share/rockpool"));
        assertThat(DataDirectory.standard(
                                "Linux",
                                home,
                                Map.of("XDG_DATA_HOME", home.resolve("data").toString()))
                        .root())
                .isEqualTo(home.resolve("data/rockpool"));
    }

    @Test
    void aRelativeOrEmptyXdgVariableIsIgnored() {
        Path standard = home.resolve(".local/share/rockpool");
        assertThat(DataDirectory.standard("Linux", home, Map.of("XDG_DATA_HOME", "data"))
                        .root())
                .isEqualTo(standard);
        assertThat(DataDirectory.standard("Linux", home, Map.of("XDG_DATA_HOME", ""))
                        .root())
                .isEqualTo(standard);
    }

    @Test
    void macAndWindowsHaveTheirOwnPlaces() {
        assertThat(DataDirectory.standard("Mac OS X", home, Map.of()).root())
                .isEqualTo(home.resolve("Library/Application Support/Rockpool"));
        assertThat(DataDirectory.standard(
                                "Windows 11",
                                home,
                                Map.of("LOCALAPPDATA", home.resolve("local").toString()))
                        .root())
                .isEqualTo(home.resolve("local/Rockpool"));
        assertThat(DataDirectory.standard("Windows 11", home, Map.of()).root())
                .isEqualTo(home.resolve("AppData/Local/Rockpool"));
    }

    @Test
    void everythingLiesBelowTheRoot() {
        DataDirectory data = new DataDirectory(home.resolve("a/../b"));
        assertThat(data.root()).isEqualTo(home.resolve("b").toAbsolutePath());
        assertThat(data.database()).startsWithRaw(data.root());
        assertThat(data.backups()).startsWithRaw(data.root());
        assertThat(data.decks()).startsWithRaw(data.root());
    }

    @Test
    void whatLiesInADirectoryOfAnotherNameIsToldByThatName() {
        Path root = Path.of("somewhere").toAbsolutePath();
        DataDirectory directory = new DataDirectory(root, Path.of("/home/ria/rockpool"));
        Path elsewhere = root.resolveSibling("elsewhere");
        assertThat(directory.told(directory.decks())).isEqualTo(Path.of("/home/ria/rockpool/decks"));
        assertThat(directory.told(elsewhere)).isEqualTo(elsewhere);
    }
}
