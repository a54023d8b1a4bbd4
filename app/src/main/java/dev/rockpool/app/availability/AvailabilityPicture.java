package dev.rockpool.app.availability;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.availability.AvailabilitySnapshot;
import dev.rockpool.simulators.availability.Component;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints the block diagram, from left to right what a request passes, and below it the days of the
/// year, a bar a day on which the system was down.
final class AvailabilityPicture implements StagePicture<AvailabilitySnapshot> {
    private static final double MARGIN = 8;
    private static final double GAP = 14;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.58;
    private static final double WIDEST = 200;
    private static final double HIGHEST = 84;
    /// Below this height, in lines, the days leave the room to the diagram.
    private static final double DAYS_FROM = 11;

    private static final double DAYS_LINES = 5;

    private final AvailabilityWords words;
    private @Nullable AvailabilitySnapshot snapshot;
    private String lit = "";
    private List<Box> boxes = List.of();
    private final List<Way> ways = new ArrayList<>();

    /// A part where it was painted.
    private record Box(int part, double x, double y, double width, double height) {}

    /// How many of some ways are needed, told at a place: on the line that joins them, or behind it.
    private record Way(String words, double x, double y, boolean isBehind) {}

    /// How many boxes a block is wide and high.
    private record Extent(double wide, double high) {}

    AvailabilityPicture(AvailabilityWords words) {
        this.words = words;
    }

    @Override
    public void show(AvailabilitySnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String subject) {
        lit = subject;
    }

    @Override
    public String at(double x, double y) {
        return boxes.stream()
                .filter(box ->
                        x >= box.x() && x <= box.x() + box.width() && y >= box.y() && y <= box.y() + box.height())
                .map(box -> Integer.toString(box.part()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        AvailabilitySnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        boolean isNarrow = words.claim(now).length() * text * LETTER > width - 2 * MARGIN;
        double head = (isNarrow ? 2 * text + 4 : text) + MARGIN;
        double days = height >= text * DAYS_FROM ? text * DAYS_LINES : 0;
        graphics.setFill(drawing.ink(now.isUp() ? Ink.GROUND : Ink.ALERT_SOFT));
        graphics.fillRect(0, 0, width, height - days);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        if (isNarrow) {
            graphics.fillText(words.claimUp(now), MARGIN, MARGIN + text / 2, width - 2 * MARGIN);
            graphics.fillText(words.claimDown(now), MARGIN, MARGIN + text * 1.5 + 4, width - 2 * MARGIN);
        } else {
            graphics.fillText(words.claim(now), MARGIN, head / 2 + 2, width - 2 * MARGIN);
        }
        graphics.setFont(drawing.font());
        diagram(drawing, graphics, now, head, width, height - days - head);
        if (days > 0) {
            days(drawing, graphics, now, height - days, width, days);
        }
    }

    // --- diagram

    private void diagram(
            Drawing drawing,
            GraphicsContext graphics,
            AvailabilitySnapshot now,
            double top,
            double width,
            double height) {
        Component system = now.scenario().system();
        Extent extent = extent(system);
        double behind = system instanceof Component.KOfN some
                ? label(drawing, words.some(some.k(), some.of().size()))
                : 0;
        double wide = Math.min(WIDEST, (width - 2 * MARGIN - 2 * GAP - behind) / extent.wide());
        double high = Math.min(HIGHEST, (height - MARGIN) / extent.high());
        double left = (width - behind - wide * extent.wide()) / 2;
        double middle = top + height / 2;
        List<Box> painted = new ArrayList<>();
        line(drawing, graphics, MARGIN, middle, left, middle);
        line(drawing, graphics, left + wide * extent.wide(), middle, width - MARGIN, middle);
        ways.clear();
        block(drawing, graphics, now, system, 0, left, middle, wide, high, painted);
        ways.forEach(way -> way(drawing, graphics, way, width));
        boxes = List.copyOf(painted);
    }

    private static Extent extent(Component component) {
        return switch (component) {
            case Component.Part _ -> new Extent(1, 1);
            case Component.Series series ->
                new Extent(
                        series.of().stream()
                                .mapToDouble(each -> extent(each).wide())
                                .sum(),
                        series.of().stream()
                                .mapToDouble(each -> extent(each).high())
                                .max()
                                .orElse(1));
            case Component.Parallel parallel -> stacked(parallel.of());
            case Component.KOfN some -> stacked(some.of());
        };
    }

    private static Extent stacked(List<Component> of) {
        return new Extent(
                of.stream().mapToDouble(each -> extent(each).wide()).max().orElse(1),
                of.stream().mapToDouble(each -> extent(each).high()).sum());
    }

    /// @param first the place of its first part among all
    /// @param left where it begins
    /// @param middle the height of its line
    private void block(
            Drawing drawing,
            GraphicsContext graphics,
            AvailabilitySnapshot now,
            Component component,
            int first,
            double left,
            double middle,
            double wide,
            double high,
            List<Box> painted) {
        switch (component) {
            case Component.Part part -> {
                double gap = Math.min(GAP, wide / 6);
                double low = Math.min(GAP / 2, high / 8);
                line(drawing, graphics, left, middle, left + wide, middle);
                Box box = new Box(
                        first, left + gap, middle - high / 2 + low, wide - 2 * gap, Math.max(2, high - 2 * low));
                painted.add(box);
                box(drawing, graphics, now, part, box);
            }
            case Component.Series series -> {
                double x = left;
                int part = first;
                for (Component each : series.of()) {
                    block(drawing, graphics, now, each, part, x, middle, wide, high, painted);
                    x += wide * extent(each).wide();
                    part += each.parts().size();
                }
            }
            case Component.Parallel parallel ->
                stack(drawing, graphics, now, parallel.of(), first, left, middle, wide, high, painted);
            case Component.KOfN some -> {
                stack(drawing, graphics, now, some.of(), first, left, middle, wide, high, painted);
                Extent extent = stacked(some.of());
                boolean isBehind = some.equals(now.scenario().system());
                ways.add(new Way(
                        words.some(some.k(), some.of().size()),
                        left + wide * extent.wide(),
                        isBehind
                                ? middle
                                : middle
                                        - high * extent.high() / 2
                                        + high * extent(some.of().getFirst()).high(),
                        isBehind));
            }
        }
    }

    /// How wide the words about some ways are, with their frame.
    private static double label(Drawing drawing, String words) {
        return words.length() * drawing.textSize() * LETTER + 2 * MARGIN;
    }

    /// How many of the ways are needed: behind the line that joins them, or on it between the first two.
    private static void way(Drawing drawing, GraphicsContext graphics, Way way, double width) {
        double text = drawing.textSize();
        double wide = label(drawing, way.words()) - MARGIN;
        double x = Math.min(way.isBehind() ? way.x() + MARGIN / 2 : way.x() - wide / 2, width - wide - 1);
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(x, way.y() - text * 0.7, wide, text * 1.4);
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeRect(x, way.y() - text * 0.7, wide, text * 1.4);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(way.words(), x + wide / 2, way.y());
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private void stack(
            Drawing drawing,
            GraphicsContext graphics,
            AvailabilitySnapshot now,
            List<Component> of,
            int first,
            double left,
            double middle,
            double wide,
            double high,
            List<Box> painted) {
        Extent all = stacked(of);
        double y = middle - high * all.high() / 2;
        int part = first;
        double top = Double.NaN;
        double bottom = middle;
        double right = left + wide * all.wide();
        for (Component each : of) {
            Extent extent = extent(each);
            double line = y + high * extent.high() / 2;
            double start = left + wide * (all.wide() - extent.wide()) / 2;
            line(drawing, graphics, left, line, start, line);
            line(drawing, graphics, start + wide * extent.wide(), line, right, line);
            block(drawing, graphics, now, each, part, start, line, wide, high, painted);
            top = Double.isNaN(top) ? line : top;
            bottom = line;
            y += high * extent.high();
            part += each.parts().size();
        }
        line(drawing, graphics, left, top, left, bottom);
        line(drawing, graphics, right, top, right, bottom);
    }

    private static void line(Drawing drawing, GraphicsContext graphics, double x, double y, double toX, double toY) {
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(x, y, toX, toY);
    }

    private void box(
            Drawing drawing, GraphicsContext graphics, AvailabilitySnapshot now, Component.Part part, Box box) {
        boolean isUp = now.partsUp().get(box.part());
        boolean isLit = lit.equals(Integer.toString(box.part()));
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setFill(drawing.ink(isUp ? Ink.WATER_SOFT : Ink.ALERT_SOFT));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        if (!isUp) {
            graphics.setStroke(drawing.ink(Ink.ALERT));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeLine(box.x(), box.y(), box.x() + box.width(), box.y() + box.height());
            graphics.strokeLine(box.x(), box.y() + box.height(), box.x() + box.width(), box.y());
        }
        graphics.setStroke(drawing.ink(isLit ? Ink.LIT : isUp ? Ink.WATER : Ink.ALERT));
        graphics.setLineWidth(drawing.lineWidth() * (isLit ? 2 : 1));
        graphics.strokeRect(box.x(), box.y(), box.width(), box.height());
        double text = drawing.textSize();
        String name = words.name(part, box.part());
        String share = words.share(part.unavailability());
        boolean fitsName = name.length() * text * LETTER <= box.width() - 4;
        boolean fitsShare = share.length() * text * LETTER <= box.width() - 4;
        boolean two = box.height() >= 2 * text + 8 && fitsShare;
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(drawing.ink(Ink.TEXT));
        double middle = box.y() + box.height() / 2;
        double centre = box.x() + box.width() / 2;
        if (box.height() >= text + 2) {
            graphics.fillText(
                    fitsName ? name : words.brief(box.part()),
                    centre,
                    two ? middle - text * 0.65 : middle,
                    box.width());
        }
        if (two) {
            graphics.fillText(share, centre, middle + text * 0.65);
        }
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    // --- days

    private void days(
            Drawing drawing,
            GraphicsContext graphics,
            AvailabilitySnapshot now,
            double from,
            double width,
            double height) {
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.TEXT));
        String told = words.days(now);
        graphics.fillText(
                told.length() * text * LETTER <= width - 2 * MARGIN ? told : words.daysBriefly(now),
                MARGIN,
                from + text,
                width - 2 * MARGIN);
        double top = from + 2 * text;
        double high = height - 2 * text - 4;
        double room = width - 2 * MARGIN;
        graphics.setFill(drawing.ink(Ink.HOLLOW));
        graphics.fillRect(MARGIN, top, room, high);
        double day = room / Math.max(1, now.seconds());
        double most = Math.max(
                1,
                now.dayDowns().stream().mapToDouble(Double::doubleValue).max().orElse(1));
        graphics.setFill(drawing.ink(Ink.ALERT));
        for (int at = 0; at < now.dayDowns().size() && at < now.seconds(); at++) {
            double down = now.dayDowns().get(at);
            if (down > 0) {
                double bar = Math.max(3, high * down / most);
                graphics.fillRect(MARGIN + at * day, top + high - bar, Math.max(2, day), bar);
            }
        }
        graphics.setFill(drawing.ink(Ink.LINE));
        graphics.fillRect(MARGIN, top + high, room, 1);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillRect(MARGIN + Math.min(now.second(), now.seconds()) * day - 1, top - 2, 2, high + 4);
    }
}
