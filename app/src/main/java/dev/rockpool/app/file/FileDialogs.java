package dev.rockpool.app.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Asks the user for a file.
public interface FileDialogs {
    /// Where to write; empty if the user thinks better of it.
    ///
    /// @param title what for
    /// @param name suggested
    Optional<Path> save(String title, String name);

    /// What to read; empty if the user thinks better of it.
    ///
    /// @param title what for
    Optional<Path> open(String title);

    /// Files to read; none if the user thinks better of it.
    ///
    /// @param title what for
    List<Path> openSeveral(String title);

    /// A folder to read; empty if the user thinks better of it.
    ///
    /// @param title what for
    Optional<Path> folder(String title);
}
