package dev.rockpool.app.command;

import dev.rockpool.kernel.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// The part of Rockpool that needs JavaFX, as the command line sees it.
public interface Desktop {
    /// Opens the app and returns when its window is closed, or at once when a first instance was brought to the front.
    ///
    /// @throws dev.rockpool.kernel.EnvironmentException where no window can be opened
    void open(DataDirectory home);

    /// Opens the app where nobody sees it, goes through what everybody sees first, and closes it.
    void rehearse(DataDirectory home);

    /// Renders every screen to PNG files below `folder`, without a display.
    ///
    /// @param only what a picture's name must contain; empty for all
    /// @param progress is told each picture's path as it is written
    /// @return faults found while rendering: clipped text, style sheet warnings; empty where all is well
    List<String> tour(Path folder, String only, Consumer<Path> progress);
}
