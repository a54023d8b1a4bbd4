package dev.rockpool.app.lab;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own file dialogs, over the window that the lab is in.
final class WindowDialogs implements FileDialogs {
    private final Supplier<@Nullable Window> owner;

    WindowDialogs(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = titled(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get()));
    }

    @Override
    public Optional<Path> open(String title) {
        return path(titled(title).showOpenDialog(owner.get()));
    }

    private static FileChooser titled(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        return chooser;
    }

    private static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
