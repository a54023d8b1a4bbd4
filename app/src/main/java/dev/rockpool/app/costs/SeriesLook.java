package dev.rockpool.app.costs;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import javafx.scene.canvas.GraphicsContext;

/// How lines of a bill look in the picture and beside their names: by fill and by pattern, so that nobody needs to tell
/// colours apart.
final class SeriesLook {
    /// Everything that has no look of its own.
    static final int OTHERS = -1;

    private static final double HATCH = 6;

    private SeriesLook() {}

    /// Fills a rectangle with the look of a rank.
    static void paint(
            Drawing drawing, GraphicsContext graphics, int rank, double x, double y, double width, double height) {
        graphics.setLineWidth(1);
        switch (rank) {
            case 0 -> fill(drawing, graphics, Ink.WATER, x, y, width, height);
            case 1 -> {
                fill(drawing, graphics, Ink.WATER_SOFT, x, y, width, height);
                frame(drawing, graphics, Ink.WATER, x, y, width, height);
            }
            case 2 -> fill(drawing, graphics, Ink.MARK, x, y, width, height);
            case 3 -> {
                fill(drawing, graphics, Ink.GROUND, x, y, width, height);
                hatch(drawing, graphics, x, y, width, height);
                frame(drawing, graphics, Ink.LINE, x, y, width, height);
            }
            default -> {
                fill(drawing, graphics, Ink.HOLLOW, x, y, width, height);
                frame(drawing, graphics, Ink.LINE, x, y, width, height);
            }
        }
    }

    /// The look alone, to stand beside a name.
    static Drawing swatch(int rank) {
        Drawing swatch =
                new Drawing((drawing, graphics, width, height) -> paint(drawing, graphics, rank, 0, 0, width, height));
        swatch.getStyleClass().add("rp-swatch");
        return swatch;
    }

    private static void fill(
            Drawing drawing, GraphicsContext graphics, Ink ink, double x, double y, double width, double height) {
        graphics.setFill(drawing.ink(ink));
        graphics.fillRect(x, y, width, height);
    }

    private static void frame(
            Drawing drawing, GraphicsContext graphics, Ink ink, double x, double y, double width, double height) {
        if (height >= 2) {
            graphics.setStroke(drawing.ink(ink));
            graphics.strokeRect(x + 0.5, y + 0.5, Math.max(0, width - 1), height - 1);
        }
    }

    private static void hatch(
            Drawing drawing, GraphicsContext graphics, double x, double y, double width, double height) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(x, y, width, height);
        graphics.clip();
        graphics.setStroke(drawing.ink(Ink.LINE));
        for (double from = x - height; from < x + width; from += HATCH) {
            graphics.strokeLine(from, y + height, from + height, y);
        }
        graphics.restore();
    }
}
