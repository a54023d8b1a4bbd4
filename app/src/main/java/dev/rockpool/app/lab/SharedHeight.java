package dev.rockpool.app.lab;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.layout.Region;

/// Two things one under the other. The lower has a share of the height, and where there is too little of it leaves all
/// to the upper. Decided in the layout itself, so that one pass settles it.
final class SharedHeight extends Region {
    private static final double GAP = 12;

    private final Region upper;
    private final Region lower;
    private final double share;
    private final double from;
    private final ReadOnlyBooleanWrapper both = new ReadOnlyBooleanWrapper(true);

    /// @param share of the height that is the lower's, 0 to 1
    /// @param from the least height at which the lower is shown
    SharedHeight(Region upper, Region lower, double share, double from) {
        this.upper = upper;
        this.lower = lower;
        this.share = share;
        this.from = from;
        setMinHeight(0);
        hold();
    }

    /// Takes both back from wherever else they were shown.
    void hold() {
        getChildren().setAll(upper, lower);
    }

    /// Whether the lower has room.
    ReadOnlyBooleanProperty both() {
        return both.getReadOnlyProperty();
    }

    @Override
    protected void layoutChildren() {
        boolean hasBoth = getHeight() >= from;
        both.set(hasBoth);
        lower.setVisible(hasBoth);
        double below = hasBoth ? Math.floor(getHeight() * share) : 0;
        double above = hasBoth ? getHeight() - below - GAP : getHeight();
        upper.resizeRelocate(0, 0, getWidth(), above);
        if (hasBoth) {
            lower.resizeRelocate(0, above + GAP, getWidth(), below);
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(upper.minWidth(-1), lower.minWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(upper.prefWidth(-1), lower.prefWidth(-1));
    }
}
