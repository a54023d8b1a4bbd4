package dev.rockpool.app.presenter;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Gains of classes as dots, one after the other, between the lines of what is medium and high; the one that is given
/// now stands last, with its number.
final class GainsPicture implements Drawing.Painter {
    private static final double ALL = 1;
    private static final double DOT = 0.4;
    private static final double STRONG_DOT = 0.6;

    private final List<Double> earlier;
    private final OptionalDouble now;
    private final Words words;

    /// What stands in the picture.
    ///
    /// @param axis what is drawn upwards
    /// @param first below the earliest class
    /// @param last below the latest
    /// @param high at the line from which a gain is high
    /// @param medium at the line from which it is medium
    /// @param now at the class that is there now
    record Words(String axis, String first, String last, String high, String medium, String now) {}

    /// @param earlier the earliest first
    /// @param now the gain of the class that is there; empty if none is
    GainsPicture(List<Double> earlier, OptionalDouble now, Words words) {
        this.earlier = List.copyOf(earlier);
        this.now = now;
        this.words = words;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize();
        double left = text * 3;
        double right = width - text * 9;
        double top = text * 2;
        double base = height - text * 2;
        double least = Math.min(
                0,
                Math.min(
                        now.orElse(0),
                        earlier.stream().mapToDouble(Double::doubleValue).min().orElse(0)));
        double scale = (base - top) / (ALL - least);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.fillText(words.axis(), 0, text * 0.7);
        line(drawing, graphics, base - (0 - least) * scale, left, right, "0", "", Ink.LINE);
        line(drawing, graphics, base - (ALL - least) * scale, left, right, "1", "", Ink.GRID);
        line(drawing, graphics, base - (Gain.HIGH - least) * scale, left, right, "0.7", words.high(), Ink.MARK);
        line(drawing, graphics, base - (Gain.MEDIUM - least) * scale, left, right, "0.3", words.medium(), Ink.MARK);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words.first(), left, height - text * 0.8);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(words.last(), right, height - text * 0.8);
        int dots = earlier.size() + (now.isPresent() ? 1 : 0);
        double step = (right - left) / dots;
        for (int at = 0; at < earlier.size(); at++) {
            double x = left + step * (at + 0.5);
            double y = base - (earlier.get(at) - least) * scale;
            double size = Math.min(text * DOT, step / 2);
            graphics.setFill(drawing.ink(Ink.WATER));
            graphics.fillOval(x - size, y - size, size * 2, size * 2);
        }
        if (now.isPresent()) {
            double x = left + step * (dots - 0.5);
            double y = base - (now.getAsDouble() - least) * scale;
            double size = text * STRONG_DOT;
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillRect(x - size, y - size, size * 2, size * 2);
            graphics.setFont(drawing.strong());
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(words.now() + " " + GainWords.number(now.getAsDouble()), x - size * 1.5, y);
        }
    }

    private static void line(
            Drawing drawing,
            GraphicsContext graphics,
            double y,
            double left,
            double right,
            String number,
            String name,
            Ink ink) {
        graphics.setStroke(drawing.ink(ink));
        graphics.setLineWidth(name.isEmpty() ? 1 : drawing.lineWidth());
        if (!name.isEmpty()) {
            graphics.setLineDashes(6, 4);
        }
        graphics.strokeLine(left, y, right, y);
        graphics.setLineDashes();
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(number, left - 6, y);
        graphics.setTextAlign(TextAlignment.LEFT);
        if (!name.isEmpty()) {
            graphics.fillText(name, right + 6, y);
        }
    }
}
