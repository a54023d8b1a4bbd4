package dev.rockpool.app.presenter;

import dev.rockpool.app.shell.Windows;
import dev.rockpool.app.theme.Appearance;
import dev.rockpool.app.theme.ScaledPane;
import dev.rockpool.app.theme.Stylesheets;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.event.EventHandler;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The window that the class looks at, in large type; open or not. While it is closed its page is laid out all the
/// same, for the small picture of it that the presenter sees.
final class ClassWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final int LAYOUT_PASSES = 2;

    private final Windows windows;
    private final Appearance appearance;
    private final StackPane root = new StackPane();
    private final ImageView still = new ImageView();
    private final Scene hidden;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private Optional<Windows.Open> window = Optional.empty();

    /// @param view what the class sees
    /// @param outer how the presenter's window looks; the theme is the same
    /// @param frozen whether the class goes on seeing the picture of the moment it was set
    ClassWindow(Region view, Sketch sketch, Windows windows, Appearance outer, BooleanProperty frozen) {
        this.windows = windows;
        appearance = new Appearance(outer.theme());
        appearance.projector().set(true);
        still.getStyleClass().add("rp-class-still");
        still.setManaged(false);
        still.setVisible(false);
        root.getChildren().setAll(new ScaledPane(view, appearance.scale()), new SketchPane(sketch).root(), still);
        root.getStyleClass().add("rp-class-window");
        hidden = new Scene(root, WIDTH, HEIGHT);
        Stylesheets.bind(hidden, appearance);
        still.fitWidthProperty().bind(root.widthProperty());
        still.fitHeightProperty().bind(root.heightProperty());
        frozen.subscribe(this::freeze);
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /// Opens the window, or closes it.
    void toggle(String title, EventHandler<KeyEvent> keys) {
        if (window.isPresent()) {
            close();
            return;
        }
        hidden.setRoot(new Group());
        window = Optional.of(windows.open(new Windows.Content(title, root, appearance, keys, this::close)));
        open.set(true);
    }

    /// Fills its display, or no longer.
    void toggleFullScreen() {
        window.ifPresent(Windows.Open::toggleFullScreen);
    }

    void close() {
        window.ifPresent(Windows.Open::close);
        if (window.isPresent()) {
            window = Optional.empty();
            hidden.setRoot(root);
            open.set(false);
        }
    }

    /// What the class sees now, as a picture.
    Image picture() {
        Scene scene = root.getScene();
        if (scene.equals(hidden)) {
            root.resize(WIDTH, HEIGHT);
            for (int pass = 0; pass < LAYOUT_PASSES; pass++) {
                root.applyCss();
                root.layout();
            }
        }
        return scene.snapshot(null);
    }

    private void freeze(boolean now) {
        still.setVisible(false);
        if (now) {
            still.setImage(picture());
        }
        still.setVisible(now);
    }
}
