package dev.rockpool.app.theme;

import javafx.scene.Scene;

/// The stylesheets of what is printed: the light theme, whatever the window wears.
public final class PaperStyles {
    private PaperStyles() {}

    /// Puts them on a scene that is never shown.
    public static void put(Scene scene) {
        scene.setUserAgentStylesheet(Theme.LIGHT.controls());
        scene.getStylesheets()
                .setAll(
                        Theme.LIGHT.tokens(),
                        Assets.style("bridge.css"),
                        Assets.style("rockpool.css"),
                        Assets.style("screens.css"));
    }
}
