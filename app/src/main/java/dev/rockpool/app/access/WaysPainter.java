package dev.rockpool.app.access;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.Outcome;
import dev.rockpool.simulators.access.PassageStep.Place;
import dev.rockpool.simulators.access.Route;
import dev.rockpool.simulators.access.WayState;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/// Paints the ways beside one another, each with its door, what comes of the request on it and what it
/// costs. The one that is taken is thick; a way that stops, stops where it does.
final class WaysPainter {
    private static final double PAD = 6;
    private static final double GAP = 10;
    /// Below this width there is no room for lines: a mark stands before each name.
    static final double TIGHT = 380;

    private final AccessWords words;
    private final Ruler ruler;

    WaysPainter(AccessWords words, Ruler ruler) {
        this.words = words;
        this.ruler = ruler;
    }

    double height(Drawing drawing, AccessSnapshot now, double width, double line) {
        return now.ways().size() * line
                + said(drawing, claim(drawing, now, width).size())
                + PAD;
    }

    /// How far apart the lines of one sentence are, which is closer than rows.
    static double close(Drawing drawing) {
        return drawing.textSize() + 4;
    }

    /// The height of a sentence of so many lines, with a gap below.
    static double said(Drawing drawing, int lines) {
        return lines * close(drawing) + 2;
    }

    private List<String> claim(Drawing drawing, AccessSnapshot now, double width) {
        return ruler.lines(drawing.strong(), words.claim(now), width - 2 * PAD);
    }

    /// Answers where it ends.
    double paint(
            Drawing drawing,
            GraphicsContext graphics,
            AccessSnapshot now,
            String lit,
            double width,
            double line,
            List<AccessPicture.Spot> found) {
        boolean isHidden = now.second() == 0;
        graphics.setFont(drawing.strong());
        graphics.setFill(drawing.ink(Ink.TEXT));
        double y = 0;
        for (String said : claim(drawing, now, width)) {
            graphics.fillText(said, PAD, y + close(drawing) / 2);
            y += close(drawing);
        }
        y += 2;
        boolean isTight = width < TIGHT;
        double names = now.ways().stream()
                .mapToDouble(way -> ruler.wide(drawing.strong(), words.way(way.route())))
                .max()
                .orElse(0);
        double prices = now.ways().stream()
                .mapToDouble(way -> ruler.wide(drawing.strong(), words.price(way)))
                .max()
                .orElse(0);
        prices = Math.max(prices, ruler.wide(drawing.font(), words.perMonth()));
        double outcomes = 0;
        for (Outcome outcome : Outcome.values()) {
            outcomes = Math.max(outcomes, ruler.wide(drawing.strong(), words.outcome(outcome)));
        }
        double right = width - PAD - prices;
        graphics.setFont(drawing.font());
        graphics.setFill(drawing.ink(Ink.MUTED));
        if (ruler.wide(drawing.strong(), words.claim(now)) + GAP < right - PAD) {
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(words.perMonth(), width - PAD, close(drawing) / 2);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
        boolean saysOutcome = !isTight;
        double from = PAD + names + GAP;
        double to = right - GAP - (saysOutcome ? outcomes + GAP : 0) - drawing.textSize();
        for (WayState way : now.ways()) {
            boolean isTaken = way.route() == now.scenario().network().route();
            String subject = AccessPicture.WAY + way.route().name();
            found.add(new AccessPicture.Spot(subject, 0, y, width, line));
            if (subject.equals(lit)) {
                graphics.setStroke(drawing.ink(Ink.LIT));
                graphics.setLineWidth(drawing.lineWidth());
                graphics.strokeRect(1, y + 1, width - 2, line - 2);
            }
            Font font = isTaken ? drawing.strong() : drawing.font();
            graphics.setFont(font);
            graphics.setFill(drawing.ink(isTaken ? Ink.TEXT : Ink.MUTED));
            double size = drawing.textSize() * 0.32;
            graphics.fillText(words.way(way.route()), isTight ? PAD + 4 * size : PAD, y + line / 2);
            if (!isTight) {
                line(drawing, graphics, now, way, isTaken, isHidden, from, to, y + line / 2);
            } else if (!isHidden) {
                mark(drawing, graphics, way.outcome(), PAD + size, y + line / 2, size);
            }
            graphics.setFill(drawing.ink(isTaken ? Ink.TEXT : Ink.MUTED));
            if (!isHidden && saysOutcome) {
                graphics.fillText(words.outcome(way.outcome()), to + drawing.textSize() + GAP / 2, y + line / 2);
            }
            if (!isHidden) {
                graphics.setTextAlign(TextAlignment.RIGHT);
                graphics.fillText(words.price(way), width - PAD, y + line / 2);
                graphics.setTextAlign(TextAlignment.LEFT);
            }
            graphics.setFont(drawing.font());
            y += line;
        }
        return y + PAD;
    }

    /// The line of a way with its door; where it stops there is a cross, where it arrives a tick.
    private static void line(
            Drawing drawing,
            GraphicsContext graphics,
            AccessSnapshot now,
            WayState way,
            boolean isTaken,
            boolean isHidden,
            double from,
            double to,
            double y) {
        double size = drawing.textSize() * 0.32;
        double door = from + (to - from) * 0.45;
        boolean stopsAtDoor = !isHidden && way.outcome() == Outcome.UNREACHABLE;
        double end = stopsAtDoor ? door : to;
        boolean isOpen = isHidden || way.outcome() == Outcome.ALLOWED;
        graphics.setStroke(drawing.ink(isTaken ? isOpen ? Ink.WATER : Ink.ALERT : Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth() * (isTaken ? 2.2 : 1));
        graphics.strokeLine(from, y, end, y);
        if (stopsAtDoor) {
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.setLineDashes(3, 4);
            graphics.strokeLine(door + size, y, to, y);
            graphics.setLineDashes();
        }
        door(drawing, graphics, way.route(), isTaken, door, y, size);
        if (!isHidden) {
            mark(drawing, graphics, way.outcome(), stopsAtDoor ? door + 4 * size : to + size, y, size);
        }
        if (isTaken && now.outcome().isEmpty() && !now.walked().isEmpty()) {
            Place place = now.walked().getLast().place();
            double at = place == Place.ASKER ? from : place == Place.DOOR || place == Place.ENDPOINT ? door : to;
            graphics.setFill(drawing.ink(Ink.MARK));
            graphics.fillOval(at - size * 1.3, y - size * 1.3, size * 2.6, size * 2.6);
        }
    }

    /// An endpoint is a diamond, a gateway a square; the internet has none.
    private static void door(
            Drawing drawing, GraphicsContext graphics, Route route, boolean isTaken, double x, double y, double size) {
        if (route == Route.INTERNET) {
            return;
        }
        double half = size * 1.2;
        double[] xs = route.isEndpoint()
                ? new double[] {x - half * 1.3, x, x + half * 1.3, x}
                : new double[] {x - half, x + half, x + half, x - half};
        double[] ys = route.isEndpoint()
                ? new double[] {y, y - half * 1.3, y, y + half * 1.3}
                : new double[] {y - half, y - half, y + half, y + half};
        graphics.setFill(drawing.ink(Ink.HOLLOW));
        graphics.fillPolygon(xs, ys, xs.length);
        graphics.setStroke(drawing.ink(isTaken ? Ink.TEXT : Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokePolygon(xs, ys, xs.length);
    }

    /// A tick for what is allowed, a cross for what is not.
    static void mark(Drawing drawing, GraphicsContext graphics, Outcome outcome, double x, double y, double size) {
        mark(drawing, graphics, outcome, outcome == Outcome.ALLOWED ? Ink.WATER : Ink.ALERT, x, y, size);
    }

    /// The same in an ink that stands out from a filled ground.
    static void mark(
            Drawing drawing, GraphicsContext graphics, Outcome outcome, Ink ink, double x, double y, double size) {
        graphics.setLineWidth(drawing.lineWidth() * 1.4);
        graphics.setStroke(drawing.ink(ink));
        if (outcome == Outcome.ALLOWED) {
            graphics.strokeLine(x - size, y, x - size * 0.2, y + size);
            graphics.strokeLine(x - size * 0.2, y + size, x + size * 1.2, y - size);
        } else {
            graphics.strokeLine(x - size, y - size, x + size, y + size);
            graphics.strokeLine(x - size, y + size, x + size, y - size);
        }
    }
}
