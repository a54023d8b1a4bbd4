package dev.rockpool.app.window;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/// The file `window.properties` of a data directory.
public final class WindowMemoryFile {
    private final Path file;

    public WindowMemoryFile(DataDirectory directory) {
        this.file = directory.root().resolve("window.properties");
    }

    /// What the window was like; a new user's window if there is no file, or none that can be read: a window at its
    /// default place is no reason to stop.
    public WindowMemory read() {
        Properties saved = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            saved.load(reader);
            return WindowMemory.of(saved);
        } catch (IOException | IllegalArgumentException _) {
            return WindowMemory.FIRST;
        }
    }

    /// Keeps it; a reader sees the old file or the new one, never a part.
    ///
    /// @throws EnvironmentException `app-window-file` if the directory cannot be written
    public void write(WindowMemory memory) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (BufferedWriter writer = Files.newBufferedWriter(unfinished)) {
                memory.properties().store(writer, null);
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new EnvironmentException(
                    "app-window-file", "The window's size and place could not be written to " + file + ".", failure);
        }
    }
}
