package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// What was predicted (across) against what came (up): dots as large as they are many, with the 95 % interval as a
/// line. Dots on the diagonal are right, above it the prediction was too low, below it too high.
public final class CalibrationPicture implements Drawing.Painter {
    private static final double LEAST_DOT = 4;
    private static final double MOST_DOT = 22;
    private static final double FAINT = 0.55;

    private final List<Point> points;
    private final Words words;
    private final double lowest;

    /// Reviews of about the same prediction; shares from 0 to 1.
    public record Point(double predicted, double actual, double low, double high, long reviews) {}

    /// What stands beside the axes and the diagonal.
    public record Words(String predicted, String actual, String above, String below) {}

    public CalibrationPicture(List<Point> points, Words words) {
        this.points = List.copyOf(points);
        this.words = words;
        double least = points.stream()
                .filter(point -> point.reviews() > 1)
                .mapToDouble(point -> Math.min(point.predicted(), point.actual()))
                .min()
                .orElse(0);
        lowest = Math.clamp(Math.floor(least * 5) / 5, 0, 0.8);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize();
        double left = text * 3.4;
        double top = text * 1.8;
        double base = height - text * 2.8;
        double room = width - left - text;
        graphics.setTextBaseline(VPos.CENTER);
        axes(drawing, graphics, left, room, top, base);
        graphics.setStroke(drawing.ink(Ink.TEXT));
        graphics.setLineWidth(1);
        graphics.setLineDashes(5, 4);
        graphics.strokeLine(left, base, left + room, top);
        graphics.setLineDashes();
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words.above(), left + 8, top + text * 0.9);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(words.below(), left + room - 8, base - text * 0.9);
        long most = points.stream().mapToLong(Point::reviews).max().orElse(1);
        for (Point point : points) {
            double x = left + room * place(point.predicted());
            double size = LEAST_DOT + (MOST_DOT - LEAST_DOT) * Math.sqrt((double) point.reviews() / most);
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeLine(x, y(point.low(), top, base), x, y(point.high(), top, base));
            graphics.setGlobalAlpha(FAINT);
            graphics.setFill(drawing.ink(Ink.WATER));
            double y = y(point.actual(), top, base);
            graphics.fillOval(x - size / 2, y - size / 2, size, size);
            graphics.setGlobalAlpha(1);
            graphics.setStroke(drawing.ink(Ink.WATER));
            graphics.strokeOval(x - size / 2, y - size / 2, size, size);
        }
    }

    private void axes(Drawing drawing, GraphicsContext graphics, double left, double room, double top, double base) {
        double text = drawing.textSize();
        graphics.setLineWidth(1);
        graphics.setFill(drawing.ink(Ink.MUTED));
        for (int tick = 0; tick <= 4; tick++) {
            double share = lowest + (1 - lowest) * tick / 4;
            String label = String.format(Locale.ROOT, "%.0f %%", share * 100);
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.strokeLine(left, y(share, top, base), left + room, y(share, top, base));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(label, left - 6, y(share, top, base));
            graphics.setTextAlign(tick == 4 ? TextAlignment.RIGHT : TextAlignment.CENTER);
            graphics.fillText(label, left + room * place(share) + (tick == 4 ? text : 0), base + text * 0.9);
        }
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(words.predicted(), left + room / 2, base + text * 2.1);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(words.actual(), 0, text * 0.7);
    }

    private double y(double share, double top, double base) {
        return base - (base - top) * place(share);
    }

    private double place(double share) {
        return Math.clamp((share - lowest) / (1 - lowest), 0, 1);
    }
}
