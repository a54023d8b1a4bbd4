package dev.rockpool.app.lifecycle;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot;
import dev.rockpool.simulators.lifecycle.LifecycleSnapshot.Dot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Paints a bucket: a calendar of the run, in which moves rise from the ground and ends hang from the top; under it a
/// band for each class, the warmest on top, with a dot an object; at the bottom what has gone.
final class LifecyclePicture implements StagePicture<LifecycleSnapshot> {
    private static final double MARGIN = 6;
    private static final double GAP = 3;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.56;
    /// A calendar takes this many lines of text.
    private static final double CALENDAR = 3.2;

    /// Below this the calendar leaves the room to the field.
    private static final double CALENDAR_FROM = 150;

    private final LifecycleWords words;
    private @Nullable LifecycleSnapshot snapshot;
    private String lit = "";
    private List<Placed> placed = List.of();
    private double calendarEnds;
    private double calendarFrom;
    private double calendarRoom = 1;

    /// A dot where it was painted.
    private record Placed(Dot dot, double x, double y, double reach) {}

    LifecyclePicture(LifecycleWords words) {
        this.words = words;
    }

    @Override
    public void show(LifecycleSnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String id) {
        lit = id;
    }

    @Override
    public String at(double x, double y) {
        return placed.stream()
                .filter(each -> Math.abs(each.x() - x) <= each.reach() && Math.abs(each.y() - y) <= each.reach())
                .map(each -> each.dot().id())
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        LifecycleSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        calendarEnds = height < CALENDAR_FROM ? 0 : text * CALENDAR;
        if (calendarEnds > 0) {
            calendar(drawing, graphics, now, width);
        }
        bands(drawing, graphics, now, calendarEnds + GAP, width, height);
    }

    // --- calendar

    private void calendar(Drawing drawing, GraphicsContext graphics, LifecycleSnapshot now, double width) {
        double text = drawing.textSize();
        calendarFrom = MARGIN;
        calendarRoom = Math.max(1, width - 2 * MARGIN);
        double base = calendarEnds - text - 4;
        double high = base - 4;
        graphics.setFill(drawing.ink(Ink.HOLLOW));
        graphics.fillRect(calendarFrom, 4, calendarRoom, high);
        months(drawing, graphics, now, base);
        long most = now.plan().stream()
                .mapToLong(midnight -> midnight.transitions() + midnight.ends())
                .max()
                .orElse(1);
        double wide = Math.max(2, calendarRoom / Math.max(1, now.seconds()));
        for (LifecycleSnapshot.Midnight midnight : now.plan()) {
            double x = calendarFrom + calendarRoom * midnight.second() / Math.max(1, now.seconds()) - wide / 2;
            double moves = bar(midnight.transitions(), most, high / 2);
            double ends = bar(midnight.ends(), most, high / 2);
            graphics.setFill(drawing.ink(Ink.WATER));
            graphics.fillRect(x, base - moves, wide, moves);
            graphics.setFill(drawing.ink(Ink.ALERT));
            graphics.fillRect(x, 4, wide, ends);
        }
        graphics.setFill(drawing.ink(Ink.LINE));
        graphics.fillRect(calendarFrom, base, calendarRoom, 1);
        double today = calendarFrom + calendarRoom * Math.min(1, (double) now.second() / Math.max(1, now.seconds()));
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillRect(today - 1, 0, 2, base + 4);
    }

    private static double bar(long count, long most, double high) {
        return count == 0 ? 0 : Math.max(3, (high - 2) * Math.sqrt((double) count / most));
    }

    private void months(Drawing drawing, GraphicsContext graphics, LifecycleSnapshot now, double base) {
        double text = drawing.textSize();
        LocalDate first = now.date().minusDays(now.second());
        LocalDate month =
                first.getDayOfMonth() == 1 ? first : first.withDayOfMonth(1).plusMonths(1);
        double free = 0;
        while (!month.isAfter(first.plusDays(now.seconds()))) {
            long day = first.until(month, java.time.temporal.ChronoUnit.DAYS);
            double x = calendarFrom + calendarRoom * day / Math.max(1, now.seconds());
            graphics.setFill(drawing.ink(Ink.GRID));
            graphics.fillRect(x, 4, 1, base - 4);
            String name = words.month(month);
            double wide = name.length() * text * 0.6;
            if (x >= free && x + wide <= calendarFrom + calendarRoom + MARGIN) {
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(name, x, base + text / 2 + 4);
                free = x + wide + text * 0.6;
            }
            month = month.plusMonths(1);
        }
    }

    // --- field

    private void bands(
            Drawing drawing,
            GraphicsContext graphics,
            LifecycleSnapshot now,
            double from,
            double width,
            double height) {
        boolean hasEnds = now.plan().stream().anyMatch(midnight -> midnight.ends() > 0)
                || now.dots().stream().anyMatch(Dot::isGone);
        int bands = now.layers().size() + (hasEnds ? 1 : 0);
        double text = drawing.textSize();
        double high = (height - from - GAP * (bands - 1)) / bands;
        double head = text + 6;
        double room = Math.max(4, high - head - 4);
        Field field = Field.of(now.dots().size(), width - 2 * MARGIN, room);
        List<Placed> painted = new ArrayList<>();
        for (int band = 0; band < bands; band++) {
            double top = from + band * (high + GAP);
            boolean isGone = band == now.layers().size();
            graphics.setFill(drawing.ink(isGone ? Ink.GROUND : Ink.HOLLOW));
            graphics.fillRect(0, top, width, high);
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.setLineWidth(1);
            graphics.strokeRect(0.5, top + 0.5, width - 1, high - 1);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setFont(drawing.strong());
            graphics.fillText(
                    isGone ? words.gone(now) : heading(now.layers().get(band), text, width),
                    MARGIN,
                    top + head / 2 + 1,
                    width - 2 * MARGIN);
            graphics.setFont(drawing.font());
            for (int at = 0; at < now.dots().size(); at++) {
                Dot dot = now.dots().get(at);
                boolean isHere = isGone
                        ? dot.isGone()
                        : !dot.isGone()
                                && dot.storageClass() == now.layers().get(band).storageClass();
                if (isHere) {
                    Placed place = new Placed(
                            dot, MARGIN + field.x(at), top + head + field.y(at), Math.max(4, field.pitch() / 2));
                    painted.add(place);
                    dot(drawing, graphics, place, field.radius());
                }
            }
        }
        placed = List.copyOf(painted);
    }

    private String heading(LifecycleSnapshot.Layer layer, double text, double width) {
        String whole = words.layer(layer);
        return whole.length() * text * LETTER > width - 2 * MARGIN ? words.brief(layer) : whole;
    }

    private void dot(Drawing drawing, GraphicsContext graphics, Placed place, double radius) {
        Dot dot = place.dot();
        double x = place.x();
        double y = place.y();
        if (dot.isGone()) {
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(1);
            graphics.strokeOval(x - radius * 0.5, y - radius * 0.5, radius, radius);
        } else {
            switch (dot.kind()) {
                case CURRENT -> {
                    graphics.setFill(drawing.ink(Ink.WATER));
                    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
                }
                case NONCURRENT -> {
                    graphics.setFill(drawing.ink(Ink.WATER_SOFT));
                    graphics.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
                    graphics.setStroke(drawing.ink(Ink.LINE));
                    graphics.setLineWidth(drawing.lineWidth());
                    graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
                }
                case MARKER -> {
                    graphics.setStroke(drawing.ink(Ink.MARK));
                    graphics.setLineWidth(drawing.lineWidth() * 1.4);
                    graphics.strokeLine(x - radius, y - radius, x + radius, y + radius);
                    graphics.strokeLine(x - radius, y + radius, x + radius, y - radius);
                }
                case UPLOAD -> {
                    graphics.setFill(drawing.ink(Ink.WATER));
                    graphics.fillPolygon(
                            new double[] {x - radius, x + radius, x},
                            new double[] {y + radius, y + radius, y - radius},
                            3);
                }
            }
        }
        if (dot.hasMoved()) {
            ring(graphics, drawing, Ink.MARK, x, y, radius + 1.5);
        }
        if (dot.id().equals(lit)) {
            ring(graphics, drawing, Ink.LIT, x, y, radius + 2.5);
        }
    }

    private static void ring(GraphicsContext graphics, Drawing drawing, Ink ink, double x, double y, double radius) {
        graphics.setStroke(drawing.ink(ink));
        graphics.setLineWidth(drawing.lineWidth() * 1.4);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
