package dev.rockpool.kernel;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where all of a user's data lives.
///
/// Unless `--home` names it: `$XDG_DATA_HOME/rockpool` or `~/.local/share/rockpool` (XDG Base Directory
/// Specification 0.8), on macOS `~/Library/Application Support/Rockpool`, on Windows `%LOCALAPPDATA%\Rockpool`.
///
/// @param root the directory, absolute; it need not exist yet
/// @param told what people are told that it is called
public record DataDirectory(Path root, Path told) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /// A directory that people are told the name of.
    public DataDirectory(Path root) {
        this(root, root.toAbsolutePath().normalize());
    }

    /// What people are told that a folder or file is called; what lies elsewhere goes by its own name.
    public Path told(Path path) {
        return path.startsWith(root) ? told.resolve(root.relativize(path)) : path;
    }

    /// The directory for a user of this machine.
    ///
    /// @param operatingSystem the value of the system property `os.name`
    /// @param userHome the user's home directory
    /// @param environment the process's environment variables
    public static DataDirectory standard(String operatingSystem, Path userHome, Map<String, String> environment) {
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            Path local = absolute(environment.get("LOCALAPPDATA"))
                    .orElseGet(() -> userHome.resolve("AppData").resolve("Local"));
            return new DataDirectory(local.resolve("Rockpool"));
        }
        if (system.startsWith("mac")) {
            return new DataDirectory(
                    userHome.resolve("Library").resolve("Application Support").resolve("Rockpool"));
        }
        Path data = absolute(environment.get("XDG_DATA_HOME"))
                .orElseGet(() -> userHome.resolve(".local").resolve("share"));
        return new DataDirectory(data.resolve("rockpool"));
    }

    /// The folder of the study database.
    public Path database() {
        return root.resolve("study");
    }

    /// The folder that backups go to.
    public Path backups() {
        return root.resolve("backups");
    }

    /// The folder of the user's own decks that is watched without being added in the settings.
    public Path decks() {
        return root.resolve("decks");
    }

    /// The folder of the user's own lessons.
    public Path lessons() {
        return root.resolve("lessons");
    }

    /// The folder of the user's own activities, and of the work that is not handed in yet.
    public Path activities() {
        return root.resolve("activities");
    }

    /// The folder of the platform: its objects, streams, keys and accounts.
    public Path platform() {
        return root.resolve("platform");
    }

    /// The folder of the prices that the user brought.
    public Path prices() {
        return root.resolve("prices");
    }

    /// A relative path in the variable is ignored, as the XDG specification demands.
    /// Copies of objects that were dragged out of the window; of no use once they were dropped.
    public Path dragged() {
        return root.resolve("dragged");
    }

    private static Optional<Path> absolute(@Nullable String value) {
        return Optional.ofNullable(value)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
