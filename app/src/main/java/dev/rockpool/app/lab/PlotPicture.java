package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints measures of one unit over time, from zero, with their names at their ends, thresholds dashed, and a line at
/// the second that is shown.
final class PlotPicture implements Drawing.Painter {
    private static final Ink[] INKS = {Ink.LINE, Ink.WATER, Ink.ALERT, Ink.MARK};
    private static final double[][] DASHES = {{7, 3}, {}, {2, 3}, {9, 3, 2, 3}};
    private static final double[] THRESHOLD = {5, 4};
    private static final double[] BESIDE = {3, 3};

    private final Texts texts;
    private final String timeKey;
    private List<Series.Line> lines = List.of();
    private List<Series.Line> beside = List.of();
    private List<Threshold> thresholds = List.of();
    private int secondsPerPoint = 1;
    private int besideSecondsPerPoint = 1;
    private long second;
    private long seconds = 1;
    private double left;
    private double room = 1;

    /// A value to be marked across the plot.
    record Threshold(String name, double value, Ink ink) {}

    /// @param timeKey of the message that names a step
    PlotPicture(Texts texts, String timeKey) {
        this.texts = texts;
        this.timeKey = timeKey;
    }

    void show(List<Series.Line> shown, int perPoint, long now, long length, List<Threshold> marked) {
        lines = shown;
        secondsPerPoint = perPoint;
        second = now;
        seconds = Math.max(1, length);
        thresholds = marked;
    }

    /// The same measures of the run on the left, drawn thin.
    void showBeside(List<Series.Line> shown, int perPoint) {
        beside = shown;
        besideSecondsPerPoint = perPoint;
    }

    /// The second at a place of the last picture.
    long secondAt(double x) {
        return Math.round(Math.clamp((x - left) / room, 0, 1) * seconds);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (lines.isEmpty()) {
            return;
        }
        Unit unit = lines.getFirst().unit();
        double text = drawing.textSize();
        double most = most();
        String highest = whole(unit.number(most));
        left = Math.max(text * 3, highest.length() * text * 0.62 + 8);
        double right = names(drawing);
        room = Math.max(1, width - left - right);
        double top = text * 0.7;
        double base = height - text - 6;
        if (base - top < text) {
            return;
        }
        graphics.setLineWidth(1);
        graphics.setStroke(drawing.ink(Ink.GRID));
        graphics.strokeLine(left, top, left + room, top);
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.strokeLine(left, base, left + room, base);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(highest, left - 6, top);
        graphics.fillText("0", left - 6, base - text / 3);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(texts.get(timeKey, 0), left, base + 4 + text / 2);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(texts.get(timeKey, seconds), left + room, base + 4 + text / 2);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (Threshold threshold : thresholds) {
            threshold(drawing, graphics, threshold, most, top, base);
        }
        for (int at = 0; at < beside.size(); at++) {
            line(drawing, graphics, beside.get(at), at, besideSecondsPerPoint, most, top, base, true);
        }
        List<End> ends = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            double end = line(drawing, graphics, lines.get(at), at, secondsPerPoint, most, top, base, false);
            if (lines.get(at).size() > 0) {
                ends.add(new End(lines.get(at).label(), end));
            }
        }
        names(drawing, graphics, ends, top, base);
        double x = left + room * Math.min(1, (double) second / seconds);
        graphics.setLineWidth(1);
        graphics.setStroke(drawing.ink(Ink.TEXT));
        graphics.strokeLine(x, top, x, base);
    }

    /// One line alone is drawn as the main thing.
    private int first() {
        return lines.size() == 1 ? 1 : 0;
    }

    private Ink ink(int rank) {
        return INKS[(rank + first()) % INKS.length];
    }

    /// A round number needs no zeros behind its point.
    private static String whole(String number) {
        return number.replaceFirst("\\.0+$", "");
    }

    private double most() {
        double most = 0;
        for (Series.Line line : lines) {
            for (int at = 0; at < line.size(); at++) {
                most = Math.max(most, line.value(at));
            }
        }
        for (Series.Line line : beside) {
            for (int at = 0; at < line.size(); at++) {
                most = Math.max(most, line.value(at));
            }
        }
        for (Threshold threshold : thresholds) {
            most = Math.max(most, threshold.value());
        }
        return Ticks.above(most, lines.getFirst().unit());
    }

    private double names(Drawing drawing) {
        int longest =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        return Math.min(longest, 22) * drawing.textSize() * 0.56 + 12;
    }

    private double line(
            Drawing drawing,
            GraphicsContext graphics,
            Series.Line line,
            int rank,
            int perPoint,
            double most,
            double top,
            double base,
            boolean thin) {
        graphics.setStroke(drawing.ink(ink(rank)));
        graphics.setLineWidth(thin ? 1 : drawing.lineWidth() * 1.3);
        graphics.setLineDashes(thin ? BESIDE : DASHES[(rank + first()) % DASHES.length]);
        graphics.beginPath();
        double y = base;
        for (int at = 0; at < line.size(); at++) {
            double x = left + room * Math.min(1, (at + 1.0) * perPoint / seconds);
            y = base - (base - top) * Math.clamp(line.value(at) / most, 0, 1);
            if (at == 0) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        }
        graphics.stroke();
        graphics.setLineDashes();
        return y;
    }

    /// Names at the ends of their lines, pushed apart; those for which there is no room are left out.
    private void names(Drawing drawing, GraphicsContext graphics, List<End> ends, double top, double base) {
        double high = drawing.textSize() + 2;
        List<End> sorted = new ArrayList<>(ends);
        sorted.sort(Comparator.comparingDouble(End::y).reversed());
        double lowest = base + high;
        for (End end : sorted) {
            double y = Math.min(end.y(), lowest - high);
            if (y < top) {
                return;
            }
            lowest = y;
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(end.name(), left + room + 8, y);
        }
    }

    private record End(String name, double y) {}

    private void threshold(
            Drawing drawing, GraphicsContext graphics, Threshold threshold, double most, double top, double base) {
        double y = base - (base - top) * Math.clamp(threshold.value() / most, 0, 1);
        graphics.setStroke(drawing.ink(threshold.ink()));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.setLineDashes(THRESHOLD);
        graphics.strokeLine(left, y, left + room, y);
        graphics.setLineDashes();
        graphics.setFill(drawing.ink(Ink.TEXT));
        boolean above = y - drawing.textSize() > top;
        graphics.fillText(
                threshold.name(), left + 6, above ? y - drawing.textSize() * 0.7 : y + drawing.textSize() * 0.7);
    }
}
