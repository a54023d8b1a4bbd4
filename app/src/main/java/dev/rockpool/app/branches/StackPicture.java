package dev.rockpool.app.branches;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.platform.Comparison;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints what each class held over time as layers, each side under its own tank, on one scale and one axis of time.
/// A layer is named at its end where it is high enough.
final class StackPicture implements Drawing.Painter {
    private static final double LETTER = 0.58;
    private static final double SEPARATOR = 1.5;

    private final Function<Instant, String> days;
    private final Function<StorageClass, String> names;
    private List<StorageClass> classes = List.of();
    private List<Comparison.Side> sides = List.of();
    private Blocks blocks = Blocks.BYTES;

    /// @param days how the axis says a time
    /// @param names of the classes, in short
    StackPicture(Function<Instant, String> days, Function<StorageClass, String> names) {
        this.days = days;
        this.names = names;
    }

    /// Shows other sides from now on.
    ///
    /// @param shown the classes, the one on top first
    void show(List<StorageClass> shown, Blocks what, Comparison comparison) {
        classes = List.copyOf(shown);
        blocks = what;
        sides = List.of(comparison.left(), comparison.right());
    }

    private record Scale(Instant first, double span, double width, double base, double top, long most) {
        double x(Instant at) {
            return width * Duration.between(first, at).toMillis() / span;
        }

        double y(long value) {
            return base - (base - top) * value / most;
        }
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize();
        double base = height - text * 1.6;
        if (sides.stream().anyMatch(side -> side.points().isEmpty()) || base < 2 * text) {
            return;
        }
        Instant first = sides.stream()
                .map(side -> side.points().getFirst().at())
                .min(Instant::compareTo)
                .orElseThrow();
        Instant last = sides.stream()
                .map(side -> side.points().getLast().at())
                .max(Instant::compareTo)
                .orElseThrow();
        long most = sides.stream()
                .flatMap(side -> side.points().stream())
                .mapToLong(blocks::all)
                .max()
                .orElse(0);
        double half = (width - SedimentPicture.BETWEEN) / 2;
        Scale scale = new Scale(
                first, Math.max(1, Duration.between(first, last).toMillis()), half, base, 2, Math.max(1, most));
        side(drawing, graphics, sides.getFirst(), scale, last);
        graphics.save();
        graphics.translate(half + SedimentPicture.BETWEEN, 0);
        side(drawing, graphics, sides.getLast(), scale, last);
        graphics.restore();
    }

    private void side(Drawing drawing, GraphicsContext graphics, Comparison.Side side, Scale scale, Instant last) {
        double text = drawing.textSize();
        long[] below = new long[side.points().size()];
        graphics.setTextAlign(TextAlignment.RIGHT);
        List<StorageClass> held = classes.reversed().stream()
                .filter(each -> side.points().stream()
                        .anyMatch(point -> blocks.of(point).containsKey(each)))
                .toList();
        held.forEach(each -> layer(drawing, graphics, side, each, scale, below));
        Comparison.Point end = side.points().getLast();
        long under = 0;
        for (StorageClass each : held) {
            name(drawing, graphics, end, each, scale, under);
            under += blocks.of(end).getOrDefault(each, 0L);
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(0, scale.base(), scale.width(), scale.base());
        graphics.setFill(drawing.ink(Ink.MUTED));
        if (!days.apply(last).equals(days.apply(scale.first()))) {
            graphics.fillText(days.apply(last), scale.width(), scale.base() + text);
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(days.apply(scale.first()), 0, scale.base() + text);
    }

    /// Paints one layer upon what lies below, and adds it to that.
    private void layer(
            Drawing drawing,
            GraphicsContext graphics,
            Comparison.Side side,
            StorageClass storageClass,
            Scale scale,
            long[] below) {
        List<Comparison.Point> points = side.points();
        double[] x = new double[2 * points.size()];
        double[] y = new double[2 * points.size()];
        for (int at = 0; at < points.size(); at++) {
            Comparison.Point point = points.get(at);
            x[at] = scale.x(point.at());
            x[x.length - 1 - at] = x[at];
            y[x.length - 1 - at] = scale.y(below[at]);
            below[at] += blocks.of(point).getOrDefault(storageClass, 0L);
            y[at] = scale.y(below[at]);
        }
        boolean isArchive = storageClass == StorageClass.GLACIER || storageClass == StorageClass.DEEP_ARCHIVE;
        graphics.setFill(drawing.ink(isArchive ? Ink.WATER_SOFT : Ink.WATER));
        graphics.fillPolygon(x, y, x.length);
        graphics.setStroke(drawing.ink(Ink.GROUND));
        graphics.setLineWidth(SEPARATOR);
        graphics.strokePolyline(x, y, points.size());
    }

    /// Names the layer whose upper side is `below`.
    private void name(
            Drawing drawing,
            GraphicsContext graphics,
            Comparison.Point last,
            StorageClass storageClass,
            Scale scale,
            long below) {
        double text = drawing.textSize();
        double bottom = scale.y(below);
        double top = scale.y(below + blocks.of(last).getOrDefault(storageClass, 0L));
        double end = scale.x(last.at());
        String name = names.apply(storageClass);
        double wide = name.length() * text * LETTER + 8;
        if (bottom - top >= text * 1.4 && wide < end) {
            double middle = (top + bottom) / 2;
            graphics.setFill(drawing.ink(Ink.GROUND));
            graphics.fillRect(end - wide - 4, middle - text * 0.65, wide, text * 1.3);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(name, end - 8, middle);
        }
    }
}
