package dev.rockpool.app.perplexity;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.lab.StagePicture;
import dev.rockpool.simulators.perplexity.PerplexitySnapshot;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a bar of surprise for each token, the mean as a line across them, and below as many boxes as the
/// perplexity says there are choices.
///
/// A token that was impossible has a crossed out bar to the top.
final class PerplexityPicture implements StagePicture<PerplexitySnapshot> {
    private static final double MARGIN = 8;
    /// A letter is about so wide, in heights of text.
    private static final double LETTER = 0.6;
    private static final double WIDEST = 120;
    private static final int MOST_BOXES = 60;
    private static final double LARGEST_BOX = 34;

    private final PerplexityWords words;
    private @Nullable PerplexitySnapshot snapshot;
    private String lit = "";
    private List<Column> columns = List.of();

    /// A token where it was painted.
    private record Column(int token, double x, double width, double bottom) {}

    PerplexityPicture(PerplexityWords words) {
        this.words = words;
    }

    @Override
    public void show(PerplexitySnapshot now) {
        snapshot = now;
    }

    @Override
    public void light(String subject) {
        lit = subject;
    }

    @Override
    public String at(double x, double y) {
        return columns.stream()
                .filter(column -> x >= column.x() && x <= column.x() + column.width() && y <= column.bottom())
                .map(column -> Integer.toString(column.token()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        PerplexitySnapshot now = snapshot;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(0, 0, width, height);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(words.claim(now), MARGIN, MARGIN + text / 2, width - 2 * MARGIN);
        graphics.setFont(drawing.font());
        double boxes = height > text * 16 && !now.probabilities().isEmpty() ? text * 5 : 0;
        tokens(drawing, graphics, now, 2 * MARGIN + text, width, height - boxes);
        if (boxes > 0) {
            choices(drawing, graphics, now, height - boxes, width, boxes);
        }
    }

    // --- tokens

    private void tokens(
            Drawing drawing,
            GraphicsContext graphics,
            PerplexitySnapshot now,
            double top,
            double width,
            double height) {
        double text = drawing.textSize();
        int all = Math.toIntExact(Math.max(1, now.seconds()));
        int come = now.probabilities().size();
        double each = Math.min(WIDEST, (width - 2 * MARGIN) / all);
        double base = height - 2 * text - 2 * MARGIN;
        double room = Math.max(10, base - top - text - 4);
        double most = now.probabilities().stream()
                .mapToDouble(PerplexityWords::bits)
                .filter(Double::isFinite)
                .reduce(2, Math::max);
        List<Column> painted = new ArrayList<>();
        double gap = Math.min(6, each * 0.15);
        for (int at = 0; at < all; at++) {
            double x = MARGIN + at * each;
            graphics.setFill(drawing.ink(Ink.HOLLOW));
            graphics.fillRect(x + gap, base - 2, Math.max(1, each - 2 * gap), 2);
            if (at < come) {
                painted.add(new Column(at, x, each, height));
                token(drawing, graphics, now, at, x + gap, each - 2 * gap, base, room, most);
            } else {
                graphics.setTextAlign(TextAlignment.CENTER);
                fitted(drawing, graphics, Ink.MUTED, words.name(now, at), x + each / 2, base + name(text), each);
                graphics.setTextAlign(TextAlignment.LEFT);
            }
        }
        columns = List.copyOf(painted);
        double mean = PerplexityWords.mean(now);
        if (come > 0 && Double.isFinite(mean)) {
            double y = base - room * mean / most;
            graphics.setStroke(drawing.ink(Ink.MARK));
            graphics.setLineWidth(drawing.lineWidth());
            graphics.setLineDashes(6, 4);
            graphics.strokeLine(MARGIN, y, width - MARGIN, y);
            graphics.setLineDashes();
            String label = words.average(now);
            double wide = label.length() * text * LETTER;
            boolean beside = MARGIN + all * each + wide <= width - MARGIN;
            if (beside) {
                graphics.setTextAlign(TextAlignment.RIGHT);
                graphics.setFill(drawing.ink(Ink.TEXT));
                graphics.fillText(label, width - MARGIN, y - text * 0.8);
                graphics.setTextAlign(TextAlignment.LEFT);
            }
        }
    }

    private void token(
            Drawing drawing,
            GraphicsContext graphics,
            PerplexitySnapshot now,
            int at,
            double x,
            double wide,
            double base,
            double room,
            double most) {
        double text = drawing.textSize();
        double probability = now.probabilities().get(at);
        double bits = PerplexityWords.bits(probability);
        boolean impossible = Double.isInfinite(bits);
        boolean isLit = lit.equals(Integer.toString(at));
        double high = impossible ? room : Math.max(1, room * bits / most);
        double width = Math.max(1, wide);
        graphics.setFill(drawing.ink(impossible ? Ink.ALERT_SOFT : Ink.WATER_SOFT));
        graphics.fillRect(x, base - high, width, high);
        graphics.setStroke(drawing.ink(isLit ? Ink.LIT : impossible ? Ink.ALERT : Ink.WATER));
        graphics.setLineWidth(drawing.lineWidth() * (isLit ? 2 : 1));
        graphics.strokeRect(x, base - high, width, high);
        if (impossible) {
            graphics.strokeLine(x, base - high, x + width, base);
            graphics.strokeLine(x, base, x + width, base - high);
        }
        graphics.setTextAlign(TextAlignment.CENTER);
        double centre = x + width / 2;
        boolean inside = high > text * 2;
        fitted(
                drawing,
                graphics,
                Ink.TEXT,
                words.bitsOf(probability),
                centre,
                inside && !impossible ? base - text * 0.8 : base - high - text * 0.7,
                wide);
        graphics.setFont(drawing.strong());
        fitted(drawing, graphics, Ink.TEXT, words.name(now, at), centre, base + name(text), wide + MARGIN);
        graphics.setFont(drawing.font());
        fitted(
                drawing,
                graphics,
                Ink.TEXT,
                words.probability(probability),
                centre,
                base + MARGIN + text * 1.5,
                wide + MARGIN);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    /// How far below its bar the name of a token stands.
    private static double name(double text) {
        return MARGIN / 2 + text / 2;
    }

    /// Words that do not fit their column are left to the sentence below.
    private static void fitted(
            Drawing drawing, GraphicsContext graphics, Ink ink, String words, double centre, double y, double room) {
        if (words.length() * drawing.textSize() * LETTER <= room) {
            graphics.setFill(drawing.ink(ink));
            graphics.fillText(words, centre, y);
        }
    }

    // --- choices

    private void choices(
            Drawing drawing,
            GraphicsContext graphics,
            PerplexitySnapshot now,
            double top,
            double width,
            double height) {
        double text = drawing.textSize();
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(words.choices(), MARGIN, top + text * 0.8, width - 2 * MARGIN);
        double count = now.probabilities().isEmpty() ? 0 : Math.pow(2, PerplexityWords.mean(now));
        double from = top + text * 1.8;
        double size = Math.min(LARGEST_BOX, height - text * 1.8 - MARGIN);
        int fits = (int) Math.min(MOST_BOXES, (width - 2 * MARGIN) / (size + 4));
        int shown = (int) Math.min(fits, Math.ceil(count));
        for (int at = 0; at < shown; at++) {
            double x = MARGIN + at * (size + 4);
            double part = Math.clamp(count - at, 0, 1);
            graphics.setFill(drawing.ink(Ink.WATER));
            graphics.fillRect(x, from, size * part, size);
            graphics.setStroke(drawing.ink(Ink.LINE));
            graphics.setLineWidth(1);
            graphics.strokeRect(x, from, size, size);
            if (at == shown - 1 && count > fits) {
                graphics.setFill(drawing.ink(Ink.GROUND));
                graphics.setTextAlign(TextAlignment.CENTER);
                graphics.fillText("…", x + size / 2, from + size / 2);
                graphics.setTextAlign(TextAlignment.LEFT);
            }
        }
    }
}
