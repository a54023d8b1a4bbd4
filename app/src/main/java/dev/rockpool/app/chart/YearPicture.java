package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/// Days as cells, a column a week, filled the more the more was done; a day with nothing is hollow, so that shade is
/// not the only signal. Narrow pictures leave the oldest weeks out.
public final class YearPicture implements Drawing.Painter {
    private static final int DAYS = 7;
    private static final double LEAST_CELL = 9;
    private static final double MOST_CELL = 18;
    private static final double[] SHADES = {0.3, 0.5, 0.75, 1};

    private final List<Day> days;
    private final Locale locale;
    private final DayOfWeek firstOfWeek;

    /// One day.
    public record Day(LocalDate date, int count) {}

    /// @param days in order, without gaps
    /// @param firstOfWeek the top row
    public YearPicture(List<Day> days, DayOfWeek firstOfWeek, Locale locale) {
        this.days = List.copyOf(days);
        this.firstOfWeek = firstOfWeek;
        this.locale = locale;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (days.isEmpty()) {
            return;
        }
        double text = drawing.textSize();
        double left = text * 2.8;
        double top = text * 1.5;
        LocalDate firstWeek = week(days.getFirst().date());
        int weeks =
                (int) ChronoUnit.WEEKS.between(firstWeek, week(days.getLast().date())) + 1;
        double cell = Math.clamp(Math.min((width - left) / weeks, (height - top) / DAYS), LEAST_CELL, MOST_CELL);
        int shown = (int) Math.min(weeks, Math.floor((width - left) / cell));
        LocalDate from = firstWeek.plusWeeks(weeks - shown);
        int most = days.stream().mapToInt(Day::count).max().orElse(0);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(drawing.ink(Ink.MUTED));
        for (int row = 0; row < DAYS; row += 2) {
            graphics.fillText(
                    firstOfWeek.plus(row).getDisplayName(TextStyle.SHORT, locale), 0, top + cell * (row + 0.5));
        }
        double free = 0;
        for (Day day : days) {
            if (day.date().isBefore(from)) {
                continue;
            }
            double x = left + cell * ChronoUnit.WEEKS.between(from, week(day.date()));
            double y = top + cell * ChronoUnit.DAYS.between(week(day.date()), day.date());
            if (day.date().getDayOfMonth() == 1 && x >= free) {
                String month = day.date().getMonth().getDisplayName(TextStyle.SHORT, locale);
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(month, x, text * 0.6);
                free = x + month.length() * text * 0.8;
            }
            cell(drawing, graphics, x, y, cell - 2, day.count(), most);
        }
    }

    private static void cell(
            Drawing drawing, GraphicsContext graphics, double x, double y, double size, int count, int most) {
        graphics.setLineWidth(1);
        if (count == 0) {
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
            return;
        }
        int shade = Math.clamp((long) Math.ceil((double) count / most * SHADES.length) - 1, 0, SHADES.length - 1);
        Color ground = drawing.ink(Ink.GROUND);
        graphics.setFill(ground.interpolate(drawing.ink(Ink.WATER), SHADES[shade]));
        graphics.fillRect(x, y, size, size);
        graphics.setStroke(drawing.ink(Ink.WATER));
        graphics.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1);
    }

    private LocalDate week(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(firstOfWeek));
    }
}
