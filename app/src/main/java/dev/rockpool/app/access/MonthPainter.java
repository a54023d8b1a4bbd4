package dev.rockpool.app.access;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.Tally;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints the month: a bar for every five days, what is allowed below, what is refused on top of it as an
/// outline, and the share that was foreseen as a line across.
final class MonthPainter {
    private static final double PAD = 6;
    private static final double GAP = 8;
    private static final double LEAST_BAR = 32;

    private final AccessWords words;
    private final Ruler ruler;

    MonthPainter(AccessWords words, Ruler ruler) {
        this.words = words;
        this.ruler = ruler;
    }

    double least(Drawing drawing, AccessSnapshot now, double width, double line) {
        return WaysPainter.said(drawing, claim(drawing, now, width).size()) + line + LEAST_BAR;
    }

    private List<String> claim(Drawing drawing, AccessSnapshot now, double width) {
        return ruler.lines(
                drawing.strong(),
                now.parts().isEmpty()
                        ? words.monthHidden()
                        : width < WaysPainter.TIGHT ? words.monthBrief(now) : words.month(now),
                width - 2 * PAD);
    }

    void paint(
            Drawing drawing,
            GraphicsContext graphics,
            AccessSnapshot now,
            double width,
            double from,
            double height,
            double line) {
        boolean isHidden = now.parts().isEmpty();
        graphics.setFont(drawing.strong());
        graphics.setFill(drawing.ink(Ink.TEXT));
        double top = from;
        for (String said : claim(drawing, now, width)) {
            graphics.fillText(said, PAD, top + WaysPainter.close(drawing) / 2);
            top += WaysPainter.close(drawing);
        }
        graphics.setFont(drawing.font());
        top += 4;
        double bottom = height - line;
        double wide = (width - 2 * PAD - (AccessSnapshot.PARTS - 1) * GAP) / AccessSnapshot.PARTS;
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(PAD, bottom, width - PAD, bottom);
        boolean hasLabels = ruler.wide(drawing.font(), words.days(AccessSnapshot.PARTS - 1)) <= wide + GAP;
        graphics.setTextAlign(TextAlignment.CENTER);
        for (int part = 0; part < AccessSnapshot.PARTS; part++) {
            double x = PAD + part * (wide + GAP);
            if (hasLabels || part % 2 == 0) {
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(words.days(part), x + wide / 2, bottom + line / 2);
            }
            if (part < now.parts().size() && now.parts().get(part).drawn() > 0) {
                bar(drawing, graphics, now.parts().get(part), x, top, wide, bottom);
            } else {
                graphics.setFill(drawing.ink(Ink.HOLLOW));
                graphics.fillRect(x, top, wide, bottom - top);
            }
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        if (!isHidden) {
            double y = bottom - (bottom - top) * now.share();
            graphics.setStroke(drawing.ink(Ink.MARK));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.setLineDashes(6, 4);
            graphics.strokeLine(PAD, y, width - PAD, y);
            graphics.setLineDashes();
        }
    }

    private static void bar(
            Drawing drawing, GraphicsContext graphics, Tally tally, double x, double top, double wide, double bottom) {
        double high = (bottom - top) * tally.allowed() / tally.drawn();
        graphics.setFill(drawing.ink(Ink.ALERT_SOFT));
        graphics.fillRect(x, top, wide, bottom - top - high);
        if (tally.refused() > 0) {
            graphics.setStroke(drawing.ink(Ink.ALERT));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.strokeRect(x, top, wide, bottom - top - high);
        }
        graphics.setFill(drawing.ink(Ink.WATER));
        graphics.fillRect(x, bottom - high, wide, high);
    }
}
