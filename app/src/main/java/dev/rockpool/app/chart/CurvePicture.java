package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// A quantity over another, from zero up, with points marked on it.
public final class CurvePicture implements Drawing.Painter {
    private final List<Point> points;
    private final List<Mark> marks;
    private final List<String> names;
    private final String unit;

    /// One point of the curve.
    public record Point(double x, double y) {}

    /// A point that is named.
    ///
    /// @param strong whether it stands out
    public record Mark(Point at, String name, boolean strong) {}

    /// @param points in order of x, at least two
    /// @param names below the first and the last point
    /// @param unit what is drawn upwards
    public CurvePicture(List<Point> points, List<Mark> marks, List<String> names, String unit) {
        this.points = List.copyOf(points);
        this.marks = List.copyOf(marks);
        this.names = List.copyOf(names);
        this.unit = unit;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (points.size() < 2) {
            return;
        }
        double text = drawing.textSize();
        double left = text * 3;
        double right = text;
        double top = text * 2;
        double base = height - text * 1.6;
        double most = Math.max(1, points.stream().mapToDouble(Point::y).max().orElse(1));
        double from = points.getFirst().x();
        double scaleX = (width - left - right) / (points.getLast().x() - from);
        double scaleY = (base - top) / most;
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        graphics.setStroke(drawing.ink(Ink.GRID));
        graphics.strokeLine(left, top, width - right, top);
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.strokeLine(left, base, width - right, base);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(String.valueOf(Math.round(most)), left - 6, top);
        graphics.fillText("0", left - 6, base);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(unit, left, text * 0.7);
        graphics.fillText(names.getFirst(), left, base + text * 0.9);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(names.getLast(), width - right, base + text * 0.9);
        graphics.setStroke(drawing.ink(Ink.WATER));
        graphics.setLineWidth(drawing.lineWidth() * 1.5);
        graphics.beginPath();
        for (int at = 0; at < points.size(); at++) {
            double x = left + (points.get(at).x() - from) * scaleX;
            double y = base - points.get(at).y() * scaleY;
            if (at == 0) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
        }
        graphics.stroke();
        for (Mark mark : marks) {
            double x = left + (mark.at().x() - from) * scaleX;
            double y = base - mark.at().y() * scaleY;
            double size = text * (mark.strong() ? 0.9 : 0.7);
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(1);
            graphics.setLineDashes(3, 3);
            graphics.strokeLine(x, y, x, base);
            graphics.setLineDashes();
            graphics.setFill(drawing.ink(mark.strong() ? Ink.WATER : Ink.LINE));
            graphics.fillOval(x - size / 2, y - size / 2, size, size);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(mark.strong() ? drawing.strong() : drawing.font());
            boolean before = x > width / 2;
            graphics.setTextAlign(before ? TextAlignment.RIGHT : TextAlignment.LEFT);
            graphics.fillText(mark.name(), x + (before ? -8 : 8), Math.max(text * 2, y - (mark.strong() ? 12 : -12)));
            graphics.setFont(drawing.font());
        }
    }
}
