package dev.rockpool.app.tour;

import dev.rockpool.app.shell.AppContext;
import javafx.scene.input.KeyCode;

/// The window that a stop is arranged in.
public interface TourStage {
    /// What the window's screens were built from.
    AppContext context();

    /// Presses a key, without a modifier, where the focus is.
    void press(KeyCode key);

    /// Presses a key with Ctrl (Cmd on macOS).
    void shortcut(KeyCode key);

    /// Types text where the focus is.
    void type(String text);
}
