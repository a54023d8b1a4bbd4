package dev.rockpool.app.desktop;

import dev.rockpool.app.shell.Windows;
import dev.rockpool.app.theme.Assets;
import dev.rockpool.app.theme.Stylesheets;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Windows beside the main one: on another display, which they fill, or on the same one in a window that can be moved.
public final class BesideWindows implements Windows {
    private static final double WIDTH = 960;
    private static final double HEIGHT = 600;

    private final Stage main;

    /// @param main the window that the user works in
    public BesideWindows(Stage main) {
        this.main = main;
    }

    @Override
    public Open open(Content content) {
        Scene scene = new Scene(content.root(), WIDTH, HEIGHT);
        Stylesheets.bind(scene, content.appearance());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, content.keys());
        Stage stage = new Stage();
        stage.setTitle(content.title());
        Assets.icons().forEach(stage.getIcons()::add);
        stage.setScene(scene);
        stage.setFullScreenExitHint("");
        stage.setOnCloseRequest(_ -> content.closed().run());
        Optional<Screen> other = other();
        other.ifPresent(screen -> {
            Rectangle2D place = screen.getVisualBounds();
            stage.setX(place.getMinX());
            stage.setY(place.getMinY());
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
        });
        stage.show();
        stage.setFullScreen(other.isPresent());
        if (other.isPresent()) {
            main.requestFocus();
        }
        return new Opened(stage);
    }

    /// A display that the main window is not on.
    private Optional<Screen> other() {
        var used = Screen.getScreensForRectangle(main.getX(), main.getY(), main.getWidth(), main.getHeight());
        return Screen.getScreens().stream()
                .filter(screen -> !used.contains(screen))
                .findFirst();
    }

    private record Opened(Stage stage) implements Open {
        @Override
        public void toggleFullScreen() {
            stage.setFullScreen(!stage.isFullScreen());
        }

        @Override
        public void close() {
            stage.getScene().setRoot(new Group());
            stage.close();
        }
    }
}
