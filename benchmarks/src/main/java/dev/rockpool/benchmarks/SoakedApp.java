package dev.rockpool.benchmarks;

import dev.rockpool.app.Main;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/// The app itself, with its window on JavaFX's headless platform, and somebody who goes from screen to screen without a
/// rest: shows cards and grades them, plays the lab, opens the store and the streams. Ends when it is killed.
final class SoakedApp {
    private static final long BETWEEN_MILLIS = 700;
    private static final List<KeyCode> SCREENS_BY_CONTROL = List.of(
            KeyCode.DIGIT1,
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT8,
            KeyCode.DIGIT9);
    private static final List<KeyCode> SCREENS_BY_ALT =
            List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5);

    private SoakedApp() {}

    /// Opens the app and begins to walk.
    ///
    /// @param arguments as the command line's
    public static void main(String[] arguments) throws InterruptedException {
        Thread.ofPlatform().daemon().start(SoakedApp::walk);
        Main.main(arguments);
    }

    private static void walk() {
        try {
            while (!isOpen()) {
                Thread.sleep(BETWEEN_MILLIS);
            }
            while (true) {
                for (KeyCode screen : SCREENS_BY_CONTROL) {
                    press(screen, true, false);
                    press(KeyCode.SPACE, false, false); // shows a card, plays a lab
                    press(KeyCode.DIGIT3, false, false); // grades the card
                }
                for (KeyCode screen : SCREENS_BY_ALT) {
                    press(screen, false, true);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOpen() throws InterruptedException {
        try {
            CompletableFuture<Boolean> open = new CompletableFuture<>();
            Platform.runLater(() -> open.complete(!Window.getWindows().isEmpty()));
            return open.get();
        } catch (IllegalStateException notStarted) {
            return false;
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void press(KeyCode code, boolean control, boolean alt) throws InterruptedException {
        Platform.runLater(() -> {
            for (Window window : Window.getWindows()) {
                Scene scene = window.getScene();
                Node focused = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
                for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                    Event.fireEvent(focused, new KeyEvent(type, "", "", code, false, control, alt, false));
                }
                return;
            }
        });
        Thread.sleep(BETWEEN_MILLIS);
    }
}
