package dev.rockpool.app.access;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.kit.Ruler;
import dev.rockpool.simulators.access.AccessSnapshot;
import dev.rockpool.simulators.access.Outcome;
import dev.rockpool.simulators.access.PassageStep;
import dev.rockpool.simulators.access.PassageStep.Place;
import dev.rockpool.simulators.access.PolicyPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;

/// Paints the policies in the order in which they are asked, statement by statement. What has been asked is
/// lit, the statement that decides there is framed, with a tick or a cross before it.
final class PolicyPainter {
    private static final double PAD = 6;

    private final AccessWords words;
    private final Ruler ruler;

    /// A line of a panel.
    private record Row(PolicyPanel panel, Optional<PolicyPanel.Line> statement, List<String> text, boolean isFirst) {}

    PolicyPainter(AccessWords words, Ruler ruler) {
        this.words = words;
        this.ruler = ruler;
    }

    private double heads(Drawing drawing, AccessSnapshot now) {
        return now.panels().stream()
                        .mapToDouble(panel -> ruler.wide(drawing.strong(), words.place(panel.place())))
                        .max()
                        .orElse(0)
                + 2 * PAD;
    }

    /// Where statements begin: beside the names of the policies, or under them where that leaves no room.
    private double left(Drawing drawing, AccessSnapshot now, double width) {
        return width < WaysPainter.TIGHT ? 0 : heads(drawing, now);
    }

    private List<Row> rows(Drawing drawing, AccessSnapshot now, List<PolicyPanel> panels, double width) {
        double room = width - left(drawing, now, width) - drawing.textSize() * 1.2 - 3 * PAD;
        List<Row> rows = new ArrayList<>();
        for (PolicyPanel panel : panels) {
            if (panel.lines().isEmpty()) {
                rows.add(new Row(panel, Optional.empty(), ruler.lines(drawing.font(), words.noPolicy(), room), true));
            }
            for (PolicyPanel.Line line : panel.lines()) {
                rows.add(new Row(
                        panel,
                        Optional.of(line),
                        ruler.lines(drawing.strong(), line.text(), room),
                        line.equals(panel.lines().getFirst())));
            }
        }
        return rows;
    }

    /// The panels that fit: all of them, or the one that was asked last.
    List<PolicyPanel> fitting(Drawing drawing, AccessSnapshot now, double width, double line, double room) {
        if (height(drawing, now, now.panels(), width, line) <= room) {
            return now.panels();
        }
        List<PolicyPanel> last = now.walked().reversed().stream()
                .flatMap(step -> now.panels().stream().filter(panel -> panel.place() == step.place()))
                .findFirst()
                .or(() -> now.panels().stream().findFirst())
                .stream()
                .toList();
        return height(drawing, now, last, width, line) <= room ? last : List.of();
    }

    double height(Drawing drawing, AccessSnapshot now, List<PolicyPanel> panels, double width, double line) {
        return rows(drawing, now, panels, width).stream()
                .mapToDouble(row -> high(drawing, row, width, line))
                .sum();
    }

    private static double high(Drawing drawing, Row row, double width, double line) {
        return head(drawing, row, width) + line + (row.text().size() - 1) * WaysPainter.close(drawing);
    }

    /// The height of the name above a policy's first statement.
    private static double head(Drawing drawing, Row row, double width) {
        return row.isFirst() && width < WaysPainter.TIGHT ? WaysPainter.said(drawing, 1) : 0;
    }

    /// Answers where it ends.
    double paint(
            Drawing drawing,
            GraphicsContext graphics,
            AccessSnapshot now,
            List<PolicyPanel> panels,
            String lit,
            double width,
            double from,
            double line,
            List<AccessPicture.Spot> found) {
        double left = left(drawing, now, width);
        double y = from;
        for (Row row : rows(drawing, now, panels, width)) {
            double high = high(drawing, row, width, line);
            double head = head(drawing, row, width);
            Place place = row.panel().place();
            found.add(new AccessPicture.Spot(place.name(), 0, y, width, high));
            List<PassageStep> asked =
                    now.walked().stream().filter(step -> step.place() == place).toList();
            Optional<PassageStep> decided = row.statement()
                    .flatMap(statement -> asked.stream()
                            .filter(step -> step.statement().equals(statement.name()))
                            .findFirst());
            boolean refusesAll = row.isFirst()
                    && asked.stream()
                            .anyMatch(step -> !step.passes() && step.statement().isEmpty());
            if (decided.isPresent()) {
                graphics.setFill(drawing.ink(decided.get().passes() ? Ink.WATER_SOFT : Ink.ALERT_SOFT));
                graphics.fillRect(left + 1, y + head + 1, width - left - 2, high - head - 2);
                graphics.setStroke(drawing.ink(decided.get().passes() ? Ink.WATER : Ink.ALERT));
                graphics.setLineWidth(drawing.lineWidth());
                graphics.strokeRect(left + 1, y + head + 1, width - left - 2, high - head - 2);
            }
            if (place.name().equals(lit)) {
                graphics.setStroke(drawing.ink(Ink.LIT));
                graphics.setLineWidth(drawing.lineWidth());
                graphics.strokeRect(1, y + 1, width - 2, high - 2);
            }
            if (row.isFirst()) {
                graphics.setFont(asked.isEmpty() ? drawing.font() : drawing.strong());
                graphics.setFill(drawing.ink(asked.isEmpty() ? Ink.MUTED : Ink.TEXT));
                graphics.fillText(words.place(place), PAD, y + (head > 0 ? head : line) / 2);
            }
            double size = drawing.textSize() * 0.32;
            if (decided.isPresent() || refusesAll) {
                boolean passes = decided.map(PassageStep::passes).orElse(false);
                WaysPainter.mark(
                        drawing,
                        graphics,
                        passes ? Outcome.ALLOWED : Outcome.DENIED,
                        decided.isPresent() ? Ink.TEXT : Ink.ALERT,
                        left + PAD + size,
                        y + head + line / 2,
                        size);
            }
            graphics.setFont(decided.isPresent() ? drawing.strong() : drawing.font());
            graphics.setFill(drawing.ink(decided.isPresent() ? Ink.TEXT : Ink.MUTED));
            double at = y + head + line / 2;
            for (String text : row.text()) {
                graphics.fillText(text, left + PAD + drawing.textSize() * 1.2, at);
                at += WaysPainter.close(drawing);
            }
            graphics.setFont(drawing.font());
            y += high;
        }
        return y;
    }
}
