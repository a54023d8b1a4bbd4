package dev.rockpool.app.query;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// An answer as bars from zero: lying, with names and numbers beside them, where names are few; standing along a line
/// where there are many.
final class AnswerChart implements Drawing.Painter {
    /// No more bars than can be told apart.
    static final int MOST = 400;

    private static final String CUT = "…";
    private static final double GAP = 8;
    private static final double ROW = 26;
    private static final double WIDEST_NAME = 0.4;
    private static final double LABEL_GAP = 90;
    private static final double BAR_SHARE = 0.7;

    private final AnswerTable words;
    private List<Bar> bars = List.of();

    AnswerChart(AnswerTable words) {
        this.words = words;
    }

    private record Bar(String name, String number, double value) {}

    void show(Answer answer, int along, int measured) {
        bars = answer.rows().stream().map(row -> bar(row, along, measured)).toList();
    }

    private Bar bar(List<Optional<Object>> row, int along, int measured) {
        double value = row.get(measured).orElse(0.0) instanceof Number number ? number.doubleValue() : 0;
        return new Bar(words.text(row.get(along)), words.text(row.get(measured)), Double.isFinite(value) ? value : 0);
    }

    /// Which columns can be drawn, if any.
    static boolean fits(Answer answer) {
        return answer.measured().isPresent() && answer.rows().size() <= MOST;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (bars.isEmpty()) {
            return;
        }
        graphics.setFont(drawing.font());
        if (bars.size() * ROW <= height) {
            lying(drawing, graphics, width);
        } else {
            standing(drawing, graphics, width, height);
        }
    }

    private void lying(Drawing drawing, GraphicsContext graphics, double width) {
        double names = Math.min(
                bars.stream()
                        .mapToDouble(bar -> width(drawing, bar.name()))
                        .max()
                        .orElse(0),
                width * WIDEST_NAME);
        double numbers = bars.stream()
                .mapToDouble(bar -> width(drawing, bar.number()))
                .max()
                .orElse(0);
        double left = names + GAP;
        double room = Math.max(1, width - left - numbers - 2 * GAP);
        double low = Math.min(0, lowest());
        double span = Math.max(highest(), 0) - low;
        double zero = left + (span == 0 ? 0 : -low / span * room);
        graphics.setTextBaseline(VPos.CENTER);
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            double middle = at * ROW + ROW / 2;
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(fit(drawing, bar.name(), names), 0, middle);
            double length = span == 0 ? 0 : Math.abs(bar.value()) / span * room;
            double from = bar.value() < 0 ? zero - length : zero;
            graphics.setFill(drawing.ink(bar.value() < 0 ? Ink.ALERT : Ink.WATER));
            graphics.fillRect(from, middle - ROW * BAR_SHARE / 2, Math.max(1, length), ROW * BAR_SHARE);
            graphics.setFill(drawing.ink(Ink.TEXT));
            graphics.fillText(bar.number(), Math.max(from + length, zero) + GAP, middle);
        }
    }

    private void standing(Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize() * 1.5;
        double low = Math.min(0, lowest());
        double span = Math.max(highest(), 0) - low;
        double room = height - 2 * text;
        double zero = text + (span == 0 ? room : Math.max(highest(), 0) / span * room);
        double step = width / bars.size();
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            double length = span == 0 ? 0 : Math.abs(bar.value()) / span * room;
            graphics.setFill(drawing.ink(bar.value() < 0 ? Ink.ALERT : Ink.WATER));
            graphics.fillRect(at * step, bar.value() < 0 ? zero : zero - length, Math.max(1, step * BAR_SHARE), length);
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeLine(0, zero, width, zero);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setTextBaseline(VPos.BOTTOM);
        int highest = indexOfHighest();
        double at = highest * step + step / 2;
        graphics.setTextAlign(at < width / 2 ? TextAlignment.LEFT : TextAlignment.RIGHT);
        graphics.fillText(
                bars.get(highest).number(),
                at,
                zero - Math.max(0, bars.get(highest).value()) / span * room);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextBaseline(VPos.TOP);
        double free = -GAP;
        for (int index = 0; index < bars.size(); index++) {
            String name = bars.get(index).name();
            double begin = index * step;
            double end = begin + width(drawing, name);
            if (begin >= free && end <= width) {
                graphics.setTextAlign(TextAlignment.LEFT);
                graphics.fillText(name, begin, zero + 3);
                free = Math.max(end + GAP, begin + LABEL_GAP);
            }
        }
    }

    private static double width(Drawing drawing, String words) {
        Text text = new Text(words);
        text.setFont(drawing.font());
        return text.getLayoutBounds().getWidth();
    }

    /// As much of a name as there is room for; the table has it whole.
    private static String fit(Drawing drawing, String name, double room) {
        if (width(drawing, name) <= room) {
            return name;
        }
        int end = name.length();
        while (end > 1 && width(drawing, name.substring(0, end) + CUT) > room) {
            end--;
        }
        return name.substring(0, end) + CUT;
    }

    private int indexOfHighest() {
        int best = 0;
        for (int at = 1; at < bars.size(); at++) {
            best = bars.get(at).value() > bars.get(best).value() ? at : best;
        }
        return best;
    }

    private double highest() {
        return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }

    private double lowest() {
        return bars.stream().mapToDouble(Bar::value).min().orElse(0);
    }
}
