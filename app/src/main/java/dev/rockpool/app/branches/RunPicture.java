package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints how both sides went, as two lines over one axis of time that begins at nothing, each with its name and last
/// value at its end.
final class RunPicture implements Drawing.Painter {
    private static final double LETTER = 0.58;
    private static final double DASH = 6;

    private final Function<Instant, String> days;
    private Line left = Line.NONE;
    private Line right = Line.NONE;
    private DoubleFunction<String> amounts = String::valueOf;

    /// One side.
    ///
    /// @param values by time
    record Line(String name, NavigableMap<Instant, Double> values) {
        static final Line NONE = new Line("", new TreeMap<>());

        double last() {
            return values.isEmpty() ? 0 : values.lastEntry().getValue();
        }
    }

    /// @param days how the axis says a time
    RunPicture(Function<Instant, String> days) {
        this.days = days;
    }

    /// Shows other lines from now on.
    ///
    /// @param words how a value is said
    void show(Line one, Line other, DoubleFunction<String> words) {
        left = one;
        right = other;
        amounts = words;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (left.values().isEmpty() || right.values().isEmpty()) {
            return;
        }
        double text = drawing.textSize();
        Instant first = earlier(left.values().firstKey(), right.values().firstKey());
        Instant last = later(left.values().lastKey(), right.values().lastKey());
        double most = Math.max(highest(left), highest(right));
        double base = height - text * 1.6;
        double top = text * 0.9;
        String leftEnd = left.name() + "  " + amounts.apply(left.last());
        String rightEnd = right.name() + "  " + amounts.apply(right.last());
        double end = width - Math.max(leftEnd.length(), rightEnd.length()) * text * LETTER - 12;
        if (base - top < text || end < 40) {
            return;
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(0, base, end, base);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.fillText(days.apply(first), 0, base + text);
        graphics.setTextAlign(TextAlignment.RIGHT);
        if (!days.apply(last).equals(days.apply(first))) {
            graphics.fillText(days.apply(last), end, base + text);
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        Scale scale = new Scale(first, Math.max(1, Duration.between(first, last).toMillis()), end, base, top, most);
        graphics.setStroke(drawing.ink(Ink.TEXT));
        graphics.setLineDashes(DASH, DASH);
        line(graphics, left, scale);
        graphics.setLineDashes();
        graphics.setStroke(drawing.ink(Ink.WATER));
        graphics.setLineWidth(drawing.lineWidth() * 1.6);
        line(graphics, right, scale);
        double leftY = scale.y(left.last());
        double rightY = scale.y(right.last());
        double apart = text * 1.3;
        if (Math.abs(leftY - rightY) < apart) {
            boolean leftAbove = leftY < rightY;
            double middle =
                    Math.clamp((leftY + rightY) / 2, top + apart / 2, Math.max(top + apart / 2, base - apart / 2));
            leftY = middle + (leftAbove ? -apart / 2 : apart / 2);
            rightY = middle + (leftAbove ? apart / 2 : -apart / 2);
        }
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(leftEnd, end + 8, leftY);
        graphics.setFont(drawing.strong());
        graphics.fillText(rightEnd, end + 8, rightY);
        graphics.setFont(drawing.font());
    }

    private record Scale(Instant first, double span, double end, double base, double top, double most) {
        double x(Instant at) {
            return end * Duration.between(first, at).toMillis() / span;
        }

        double y(double value) {
            return most <= 0 ? base : base - (base - top) * value / most;
        }
    }

    private static void line(GraphicsContext graphics, Line line, Scale scale) {
        List<Instant> times = List.copyOf(line.values().keySet());
        graphics.beginPath();
        for (int at = 0; at < times.size(); at++) {
            double x = scale.x(times.get(at));
            double y = scale.y(line.values().getOrDefault(times.get(at), 0.0));
            if (at == 0) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        }
        graphics.stroke();
    }

    private static double highest(Line line) {
        return line.values().values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
