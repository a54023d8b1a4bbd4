package dev.rockpool.app.kit;

import javafx.scene.layout.Region;

/// A share as a bar, from nothing at the left to all at the right.
public final class ShareBar extends Region {
    private final Region filled = new Region();
    private final double share;

    /// @param share 0 to 1
    /// @param accessibleText what the bar says, in words
    public ShareBar(double share, String accessibleText) {
        this.share = Math.clamp(share, 0, 1);
        filled.getStyleClass().add("rp-share-filled");
        getStyleClass().add("rp-share");
        getChildren().setAll(filled);
        setAccessibleText(accessibleText);
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, snapSizeX(getWidth() * share), getHeight());
    }
}
