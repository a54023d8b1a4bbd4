package dev.rockpool.app.rowscolumns;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.rowscolumns.Operation;
import dev.rockpool.simulators.rowscolumns.RowsColumnsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the table twice, by rows on pages and by columns in chunks, and below both the measured times.
///
/// A cell that is asked for is dark, one that has to be read along pale.
final class RowsColumnsPicture implements StagePicture<RowsColumnsSnapshot> {
    private static final double MARGIN = 8;
    private static final double GAP = 3;
    /// Below this width the times leave.
    private static final double TIMES_FROM = 300;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.58;

    private static final double LEAST_CELL = 5;

    private final RowsColumnsWords words;
    private @Nullable RowsColumnsSnapshot snapshot;
    private Optional<Side> lit = Optional.empty();
    private List<Area> areas = List.of();

    /// A side where it was painted.
    private record Area(Side side, double x, double y, double width, double height) {}

    RowsColumnsPicture(RowsColumnsWords words) {
        this.words = words;
    }

    @Override
    public void show(RowsColumnsSnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String subject) {
        lit = Side.of(subject);
    }

    @Override
    public String at(double x, double y) {
        return areas.stream()
                .filter(area ->
                        x >= area.x() && x <= area.x() + area.width() && y >= area.y() && y <= area.y() + area.height())
                .map(area -> area.side().subject())
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        RowsColumnsSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(0, 0, width, height);
        double line = text + 5;
        double times = line * (Operation.values().length + 1) + MARGIN;
        double least = text + 2 * MARGIN + Cells.ROWS * LEAST_CELL;
        boolean hasTimes = width >= TIMES_FROM && height - times >= least;
        double room = height - (hasTimes ? times : 0);
        double half = (width - 3 * MARGIN) / 2;
        List<Area> painted = new ArrayList<>();
        painted.add(new Area(Side.ROWS, MARGIN, 0, half, room));
        painted.add(new Area(Side.COLUMNS, 2 * MARGIN + half, 0, half, room));
        title(drawing, graphics, words.rows(now), painted.get(0));
        title(drawing, graphics, words.columns(now), painted.get(1));
        rows(drawing, graphics, now, painted.get(0));
        columns(drawing, graphics, now, painted.get(1));
        if (hasTimes) {
            Area below = new Area(Side.MEASURED, MARGIN, room, width - 2 * MARGIN, times);
            painted.add(below);
            times(drawing, graphics, now, below, line);
        }
        areas = List.copyOf(painted);
        for (Area area : painted) {
            if (lit.filter(area.side()::equals).isPresent()) {
                graphics.setStroke(drawing.ink(Ink.LIT));
                graphics.setLineWidth(drawing.lineWidth() * 2);
                graphics.strokeRect(area.x() - 4, area.y() + 2, area.width() + 8, area.height() - 4);
            }
        }
    }

    private static void title(Drawing drawing, GraphicsContext graphics, String title, Area area) {
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(title, area.x(), MARGIN + drawing.textSize() / 2, area.width());
        graphics.setFont(drawing.font());
    }

    // --- tables

    /// Cells touch within a page; pages stand apart.
    private static void rows(Drawing drawing, GraphicsContext graphics, RowsColumnsSnapshot now, Area area) {
        Cells cells = Cells.of(now.scenario());
        double top = drawing.textSize() + 2 * MARGIN;
        int pages = Cells.ROWS / Cells.PAGE;
        double high = (area.height() - top - MARGIN - GAP * (pages - 1)) / Cells.ROWS;
        double wide = area.width() / cells.columns();
        for (int page = 0; page < pages; page++) {
            double y = top + page * (Cells.PAGE * high + GAP);
            for (int row = 0; row < Cells.PAGE; row++) {
                int at = page * Cells.PAGE + row;
                for (int column = 0; column < cells.columns(); column++) {
                    boolean isTouched = now.hasRows() && cells.onPage(at);
                    cell(
                            drawing,
                            graphics,
                            isTouched,
                            isTouched && cells.asked(at, column),
                            area.x() + column * wide,
                            y + row * high,
                            wide,
                            high);
                }
            }
            frame(drawing, graphics, area.x(), y, area.width(), Cells.PAGE * high);
        }
    }

    /// Cells touch within a chunk; chunks stand apart.
    private static void columns(Drawing drawing, GraphicsContext graphics, RowsColumnsSnapshot now, Area area) {
        Cells cells = Cells.of(now.scenario());
        double top = drawing.textSize() + 2 * MARGIN;
        int groups = Cells.ROWS / Cells.GROUP;
        double high = (area.height() - top - MARGIN - GAP * (groups - 1)) / Cells.ROWS;
        double wide = (area.width() - GAP * (cells.columns() - 1)) / cells.columns();
        for (int column = 0; column < cells.columns(); column++) {
            double x = area.x() + column * (wide + GAP);
            for (int group = 0; group < groups; group++) {
                double y = top + group * (Cells.GROUP * high + GAP);
                for (int row = 0; row < Cells.GROUP; row++) {
                    int at = group * Cells.GROUP + row;
                    boolean isTouched = now.hasColumns() && cells.inChunk(at, column);
                    cell(
                            drawing,
                            graphics,
                            isTouched,
                            isTouched && cells.asked(at, column),
                            x,
                            y + row * high,
                            wide,
                            high);
                }
                frame(drawing, graphics, x, y, wide, Cells.GROUP * high);
            }
        }
    }

    private static void cell(
            Drawing drawing,
            GraphicsContext graphics,
            boolean isTouched,
            boolean isAsked,
            double x,
            double y,
            double width,
            double height) {
        graphics.setFill(drawing.ink(isAsked ? Ink.WATER : isTouched ? Ink.WATER_SOFT : Ink.HOLLOW));
        graphics.fillRect(x, y, width, height);
        graphics.setStroke(drawing.ink(Ink.GROUND));
        graphics.setLineWidth(0.5);
        graphics.strokeRect(x, y, width, height);
    }

    private static void frame(
            Drawing drawing, GraphicsContext graphics, double x, double y, double width, double height) {
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeRect(x, y, width, height);
    }

    // --- times

    private void times(Drawing drawing, GraphicsContext graphics, RowsColumnsSnapshot now, Area area, double line) {
        double letter = drawing.textSize() * LETTER;
        List<List<String>> rows = words.times(now, true);
        if (letters(rows, 0, 1) * letter + 2 * (letters(rows, 1, 3) * letter + 2 * MARGIN) > area.width()) {
            rows = words.times(now, false);
        }
        double number = letters(rows, 1, 3) * letter + 2 * MARGIN;
        graphics.setFill(drawing.ink(Ink.GRID));
        graphics.fillRect(area.x(), area.y() + line, area.width(), 1);
        for (int at = 0; at < rows.size(); at++) {
            double y = area.y() + line * at;
            boolean isDone = at > 0
                    && List.of(Operation.values()).get(at - 1) == now.scenario().operation();
            if (isDone) {
                graphics.setFill(drawing.ink(Ink.WATER_SOFT));
                graphics.fillRect(area.x() - 2, y + 1, area.width() + 4, line - 1);
            }
            graphics.setFont(isDone ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(at == 0 ? Ink.MUTED : Ink.TEXT));
            graphics.fillText(rows.get(at).getFirst(), area.x(), y + line / 2, area.width() - 2 * number);
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(rows.get(at).get(1), area.x() + area.width() - number, y + line / 2, number);
            graphics.fillText(rows.get(at).get(2), area.x() + area.width(), y + line / 2, number);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
        graphics.setFont(drawing.font());
    }

    /// The most letters in these columns.
    private static int letters(List<List<String>> rows, int from, int to) {
        return rows.stream()
                .flatMap(row -> row.subList(from, to).stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
