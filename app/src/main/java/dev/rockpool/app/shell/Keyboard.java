package dev.rockpool.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;

/// Brings keys to commands.
///
/// Combinations with Ctrl, Alt or Meta, and function keys, come first, before any control. Plain keys come last, when
/// no control took them, and never from a text field.
final class Keyboard {
    private final Supplier<List<Command>> everywhere;
    private final Supplier<List<Command>> here;
    private final Command sheet;
    private final BooleanSupplier covered;

    /// @param everywhere the shell's commands
    /// @param here those of the screen in front
    /// @param sheet also answers to a typed `?`, whatever the keyboard's layout
    /// @param covered whether something lies over the screen, so that its keys rest
    Keyboard(Supplier<List<Command>> everywhere, Supplier<List<Command>> here, Command sheet, BooleanSupplier covered) {
        this.everywhere = everywhere;
        this.here = here;
        this.sheet = sheet;
        this.covered = covered;
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (isModified(event) || event.getCode().isFunctionKey()) {
                start(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!isModified(event) && !isTyping(scene)) {
                start(event);
            }
        });
        scene.addEventHandler(KeyEvent.KEY_TYPED, event -> {
            if ("?".equals(event.getCharacter()) && !isTyping(scene)) {
                sheet.action().run();
                event.consume();
            }
        });
    }

    private void start(KeyEvent event) {
        find(event).ifPresent(command -> {
            event.consume();
            command.action().run();
        });
    }

    private Optional<Command> find(KeyEvent event) {
        Optional<Command> screens = covered.getAsBoolean() ? Optional.empty() : match(here.get(), event);
        return screens.or(() -> match(everywhere.get(), event));
    }

    private static Optional<Command> match(List<Command> commands, KeyEvent event) {
        return commands.stream()
                .filter(command -> command.keys().stream().anyMatch(keys -> keys.match(event)))
                .filter(command -> command.when().getAsBoolean())
                .findFirst();
    }

    private static boolean isModified(KeyEvent event) {
        return event.isControlDown() || event.isMetaDown() || event.isAltDown();
    }

    private static boolean isTyping(Scene scene) {
        Node owner = scene.getFocusOwner();
        return owner instanceof TextInputControl;
    }
}
