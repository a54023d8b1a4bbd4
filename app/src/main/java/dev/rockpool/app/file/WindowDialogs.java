package dev.rockpool.app.file;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own file dialogs, over the window that a screen is in.
public final class WindowDialogs implements FileDialogs {
    private final Node screen;

    /// @param screen any node of the window that the dialogs belong to
    public WindowDialogs(Node screen) {
        this.screen = screen;
    }

    @Override
    public Optional<Path> save(String title, String name) {
        FileChooser chooser = titled(title);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner()));
    }

    @Override
    public Optional<Path> open(String title) {
        return path(titled(title).showOpenDialog(owner()));
    }

    @Override
    public List<Path> openSeveral(String title) {
        @Nullable List<File> files = titled(title).showOpenMultipleDialog(owner());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return path(chooser.showDialog(owner()));
    }

    private @Nullable Window owner() {
        return screen.getScene() == null ? null : screen.getScene().getWindow();
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
