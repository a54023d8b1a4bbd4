package dev.rockpool.app.study;

import javafx.scene.layout.Region;

/// The session as a bar: what is done of all that was to be done.
final class SessionBar extends Region {
    private final Region filled = new Region();
    private double fraction;

    SessionBar() {
        getStyleClass().add("rp-session-bar");
        filled.getStyleClass().add("rp-session-bar-filled");
        getChildren().setAll(filled);
    }

    void show(SessionProgress progress, String words) {
        fraction = progress.fraction();
        setAccessibleText(words);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, snapSizeX(getWidth() * fraction), getHeight());
    }
}
