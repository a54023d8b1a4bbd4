package dev.rockpool.app.storageclasses;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// The map, what is said of it, and the table: under each other, or where only the width has room for the table beside
/// each other. Decided in the layout itself, so that one pass settles it.
final class ClassPanes extends Region {
    /// The map keeps this much; the table leaves before it, then the sentence.
    private static final double LEAST_HIGH = 118;

    private static final double LEAST_WIDE = 260;
    private static final double GAP = 8;
    private static final double COLUMN_GAP = 16;

    private final Region map;
    private final Label told;
    private final ClassTable table;

    ClassPanes(Region map, Label told, ClassTable table) {
        this.map = map;
        this.told = told;
        this.table = table;
        setMinHeight(0);
        getChildren().setAll(map, told, table.root());
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        Region grid = table.root();
        boolean isUnder = table.fit(width) && height - grid.prefHeight(-1) - GAP >= LEAST_HIGH;
        boolean isBeside = !isUnder && table.fit(width - LEAST_WIDE - COLUMN_GAP) && height >= grid.prefHeight(-1);
        grid.setVisible(isUnder || isBeside);
        double tableWide = isBeside ? Math.ceil(grid.prefWidth(-1)) : width;
        double tableHigh = Math.ceil(grid.prefHeight(-1));
        double mapWide = isBeside ? width - tableWide - COLUMN_GAP : width;
        double above = isUnder ? height - tableHigh - GAP : height;
        double toldHigh = Math.ceil(told.prefHeight(mapWide));
        boolean isTold = above - toldHigh - GAP >= LEAST_HIGH;
        told.setVisible(isTold);
        double mapHigh = isTold ? above - toldHigh - GAP : above;
        map.resizeRelocate(0, 0, mapWide, mapHigh);
        told.resizeRelocate(0, mapHigh + GAP, mapWide, toldHigh);
        if (isBeside) {
            grid.resizeRelocate(mapWide + COLUMN_GAP, 0, tableWide, tableHigh);
        } else {
            grid.resizeRelocate(0, height - tableHigh, tableWide, tableHigh);
        }
    }
}
