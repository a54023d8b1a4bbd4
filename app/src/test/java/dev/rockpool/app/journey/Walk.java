package dev.rockpool.app.journey;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.TestWindow;
import dev.rockpool.app.shell.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/// Somebody's way through the app by keys, and what they read on it.
final class Walk {
    private final TestWindow window;
    private final FxRobot robot = new FxRobot();

    Walk(Stage stage, TestDesk desk, Path folder) {
        window = TestWindow.show(stage, desk, folder, Place.of("today"));
    }

    /// With endpoints that answer from `port` on.
    Walk(Stage stage, TestDesk desk, Path folder, int port) {
        window = TestWindow.show(stage, desk, folder, Place.of("today"), port);
    }

    void press(KeyCode... keys) {
        for (KeyCode key : keys) {
            robot.type(key);
        }
    }

    /// A key with others held down.
    void push(KeyCode... keys) {
        robot.push(keys);
    }

    void write(String text) {
        robot.write(text);
    }

    /// Presses the button, row or link with these words.
    void take(String words) {
        Node found = all().stream()
                .filter(labeled -> isInSight(labeled)
                        && Objects.requireNonNullElse(labeled.getText(), "").equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing reads \"" + words + "\", only " + texts()));
        Node focusable = found;
        while (!focusable.isFocusTraversable() && focusable.getParent() != null) {
            focusable = focusable.getParent();
        }
        robot.interact(focusable::requestFocus);
        robot.type(focusable instanceof javafx.scene.control.ButtonBase ? KeyCode.SPACE : KeyCode.ENTER);
    }

    /// Presses the button that a screen reader calls so.
    void takeNamed(String name) {
        Node found = all().stream()
                .filter(labeled -> isInSight(labeled) && name.equals(labeled.getAccessibleText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing is called " + name));
        robot.interact(found::requestFocus);
        robot.type(KeyCode.SPACE);
    }

    /// What was copied.
    String copied() {
        AtomicReference<String> text = new AtomicReference<>("");
        robot.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }

    /// Puts text into the field of that selector, as if pasted.
    void paste(String selector, String text) {
        TextInputControl field = robot.lookup(selector).queryAs(TextInputControl.class);
        robot.interact(() -> field.setText(text));
    }

    /// The words in sight.
    List<String> texts() {
        return all().stream()
                .filter(Walk::isInSight)
                .map(Labeled::getText)
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    boolean sees(String selector) {
        return robot.lookup(selector).queryAll().stream().anyMatch(Walk::isInSight);
    }

    String screen() {
        return window.place().screen();
    }

    Place place() {
        return window.place();
    }

    void open(Place place) {
        robot.interact(() -> window.open(place));
    }

    /// What went wrong on the way.
    List<String> faults() {
        return window.faults().told().stream().map(Object::toString).toList();
    }

    private List<Labeled> all() {
        return List.copyOf(robot.lookup(Labeled.class::isInstance).queryAllAs(Labeled.class));
    }

    private static boolean isInSight(Node node) {
        return node.isVisible() && (node.getParent() == null || isInSight(node.getParent()));
    }
}
