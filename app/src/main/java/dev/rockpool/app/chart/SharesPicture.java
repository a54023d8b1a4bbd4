package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Shares as dots on a scale of per cent, each with its 95 % interval as a line, its name at the left and its number
/// at the right; a target is marked across.
public final class SharesPicture implements Drawing.Painter {
    private static final double TICK = 0.1;

    private final List<Row> rows;
    private final Optional<Target> target;
    private final double lowest;

    /// One share.
    ///
    /// @param share empty where there is none yet
    /// @param label its number, in words
    public record Row(String name, Optional<Share> share, String label, boolean strong) {}

    /// A share and its interval, 0 to 1.
    public record Share(double value, double low, double high) {}

    /// What is wished for, 0 to 1.
    public record Target(double value, String name) {}

    public SharesPicture(List<Row> rows, Optional<Target> target) {
        this.rows = List.copyOf(rows);
        this.target = target;
        double least = Math.min(
                target.map(Target::value).orElse(1.0),
                rows.stream()
                        .flatMap(row -> row.share().stream())
                        .mapToDouble(Share::low)
                        .min()
                        .orElse(0.5));
        lowest = Math.max(0, Math.floor(least / TICK - 0.5) * TICK);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize();
        double left = longest(rows.stream().map(Row::name).toList()) * text * 0.58 + 12;
        double right = longest(rows.stream().map(Row::label).toList()) * text * 0.58 + 12;
        double room = Math.max(40, width - left - right);
        double top = text * 1.8;
        double base = height - text * 1.6;
        double step = (base - top) / rows.size();
        graphics.setTextBaseline(VPos.CENTER);
        axis(drawing, graphics, left, room, top, base);
        target.ifPresent(wished -> {
            double x = left + room * place(wished.value());
            graphics.setStroke(drawing.ink(Ink.MARK));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.setLineDashes(5, 4);
            graphics.strokeLine(x, top, x, base);
            graphics.setLineDashes();
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.fillText(wished.name(), x, text * 0.7);
        });
        for (int at = 0; at < rows.size(); at++) {
            row(drawing, graphics, rows.get(at), left, room, top + step * (at + 0.5));
        }
    }

    private void axis(Drawing drawing, GraphicsContext graphics, double left, double room, double top, double base) {
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setLineWidth(1);
        int every = lowest < 0.5 ? 2 : 1;
        for (int tenth = (int) Math.round(lowest / TICK); tenth <= 10; tenth += every) {
            double x = left + room * place(tenth * TICK);
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.strokeLine(x, top, x, base);
            graphics.setFill(drawing.ink(Ink.MUTED));
            graphics.fillText(String.format(Locale.ROOT, "%d %%", tenth * 10), x, base + drawing.textSize());
        }
    }

    private void row(Drawing drawing, GraphicsContext graphics, Row row, double left, double room, double y) {
        graphics.setFont(row.strong() ? drawing.strong() : drawing.font());
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.fillText(row.name(), 0, y);
        graphics.fillText(row.label(), left + room + 12, y);
        graphics.setFont(drawing.font());
        row.share().ifPresent(share -> {
            Ink ink = row.strong() ? Ink.WATER : Ink.LINE;
            graphics.setStroke(drawing.ink(ink));
            graphics.setLineWidth(drawing.lineWidth() * 2);
            graphics.strokeLine(left + room * place(share.low()), y, left + room * place(share.high()), y);
            graphics.setFill(drawing.ink(ink));
            double size = drawing.textSize() * (row.strong() ? 0.9 : 0.7);
            graphics.fillOval(left + room * place(share.value()) - size / 2, y - size / 2, size, size);
        });
    }

    private double place(double share) {
        return Math.clamp((share - lowest) / (1 - lowest), 0, 1);
    }

    private static int longest(List<String> words) {
        return words.stream().mapToInt(String::length).max().orElse(0);
    }
}
