package dev.rockpool.app.access;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.Outcome;
import dev.rockpool.simulators.access.PolicyPanel;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// Paints the ways, the policies on the one that is taken, what comes of the request, and the month below.
final class AccessPicture implements Drawing.Painter {
    /// How the subject of a way begins; its route follows.
    static final String WAY = "way/";

    private static final double PAD = 6;
    /// Rows stand so much further apart where there is room, and share that room by so many.
    private static final double MOST_LOOSE = 14;
    private static final double ROWS = 16;
    /// The month is no higher than this, in heights of text.
    private static final double HIGHEST = 18;

    private final AccessWords words;
    private final Ruler ruler = new Ruler();
    private final WaysPainter ways;
    private final PolicyPainter policies;
    private final MonthPainter month;
    private @Nullable AccessSnapshot snapshot;
    private String lit = "";
    private List<Spot> spots = List.of();

    /// Something that can be pointed at.
    record Spot(String subject, double x, double y, double width, double height) {
        boolean holds(double atX, double atY) {
            return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
        }
    }

    AccessPicture(AccessWords words) {
        this.words = words;
        ways = new WaysPainter(words, ruler);
        policies = new PolicyPainter(words, ruler);
        month = new MonthPainter(words, ruler);
    }

    void show(AccessSnapshot now) {
        snapshot = now;
    }

    void light(String subject) {
        lit = subject;
    }

    /// The subject at a place of the last picture, empty for none.
    String at(double x, double y) {
        return spots.stream()
                .filter(spot -> spot.holds(x, y))
                .map(Spot::subject)
                .findFirst()
                .orElse("");
    }

    /// The height at which everything stands, close together.
    double wanted(Drawing drawing, double width) {
        AccessSnapshot now = snapshot;
        if (now == null) {
            return 0;
        }
        return all(drawing, now, width, line(drawing, true));
    }

    private double all(Drawing drawing, AccessSnapshot now, double width, double line) {
        return least(drawing, now, width, line) + month.least(drawing, now, width, line);
    }

    private double least(Drawing drawing, AccessSnapshot now, double width, double line) {
        return ways.height(drawing, now, width, line)
                + policies.height(drawing, now, now.panels(), width, line)
                + line
                + PAD;
    }

    private static double line(Drawing drawing, boolean isTight) {
        return drawing.textSize() + (isTight ? 4 : 8);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        AccessSnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double loose = line(drawing, false);
        double over = height - all(drawing, now, width, loose);
        double line = over < 0 ? line(drawing, true) : loose + Math.min(MOST_LOOSE, over / ROWS);
        List<Spot> found = new ArrayList<>();
        double y = ways.paint(drawing, graphics, now, lit, width, line, found);
        List<PolicyPanel> panels = policies.fitting(drawing, now, width, line, height - y - line);
        y = policies.paint(drawing, graphics, now, panels, lit, width, y, line, found);
        if (y + line <= height) {
            end(drawing, graphics, now, width, y + line / 2);
        }
        y += line + PAD;
        if (height - y >= month.least(drawing, now, width, line)) {
            month.paint(drawing, graphics, now, width, y, Math.min(height, y + HIGHEST * drawing.textSize()), line);
        }
        spots = List.copyOf(found);
    }

    private void end(Drawing drawing, GraphicsContext graphics, AccessSnapshot now, double width, double middle) {
        boolean isOver = now.outcome().isPresent();
        boolean isAllowed = now.outcome().filter(Outcome.ALLOWED::equals).isPresent();
        double size = drawing.textSize() * 0.36;
        if (isOver) {
            WaysPainter.mark(drawing, graphics, isAllowed ? Outcome.ALLOWED : Outcome.DENIED, PAD + size, middle, size);
        }
        graphics.setFill(drawing.ink(isOver ? Ink.TEXT : Ink.MUTED));
        graphics.setFont(isOver ? drawing.strong() : drawing.font());
        graphics.fillText(
                words.end(now), PAD + (isOver ? drawing.textSize() * 1.3 : 0), middle, width - 2 * PAD - 4 * size);
        graphics.setFont(drawing.font());
    }
}
