package dev.rockpool.app.shell;

import dev.rockpool.app.theme.Appearance;
import javafx.event.EventHandler;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// Opens windows beside the main one, on another display if there is one. Foreground only.
public interface Windows {
    /// What stands in a window beside.
    ///
    /// @param title of the window
    /// @param root its content; while the window is open it stands in no other scene
    /// @param appearance theme and scale
    /// @param keys hears every key of the window first
    /// @param closed told when the user closes it
    record Content(String title, Region root, Appearance appearance, EventHandler<KeyEvent> keys, Runnable closed) {}

    /// A window that is open.
    interface Open {
        /// Fills its display, or no longer.
        void toggleFullScreen();

        /// Closes it; the root can be put elsewhere. Nothing is told.
        void close();
    }

    /// Opens a window.
    Open open(Content content);
}
