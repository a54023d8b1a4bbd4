package dev.rockpool.app.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCombination;

/// An act with a name: in the palette, on the shortcuts sheet, and on its keys.
///
/// A key without Ctrl, Alt or Meta reaches the command only if no control took it and no text field has the focus.
///
/// @param id stable, such as `study.undo`
/// @param textKey the key of its name in the bundles
/// @param keys the key combinations that start it, the one to show first; may be empty
/// @param when whether it can be done now; a command that cannot is not in the palette, and its keys pass through
/// @param action what it does, on the foreground
public record Command(String id, String textKey, List<KeyCombination> keys, BooleanSupplier when, Runnable action) {
    public Command {
        keys = List.copyOf(keys);
    }

    /// A command that can always be done.
    ///
    /// @param keys as [KeyCombination#valueOf] reads them: `Shortcut+K`, `Space`, `1`
    public static Command of(String id, String textKey, Runnable action, String... keys) {
        return new Command(id, textKey, keysOf(keys), () -> true, action);
    }

    /// This command, only to be done while `condition` holds.
    public Command when(BooleanSupplier condition) {
        return new Command(id, textKey, keys, condition, action);
    }

    private static List<KeyCombination> keysOf(String... keys) {
        return List.of(keys).stream().map(KeyCombination::valueOf).toList();
    }
}
