package dev.rockpool.app.chart;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Bars from zero, each with its number where there is room and its name below; those that stand out always have their
/// number. A value before a change is drawn as an outline behind its bar.
public final class BarsPicture implements Drawing.Painter {
    private static final double GAP_SHARE = 0.25;
    private static final double LEAST = 2;
    /// The width of a sign, in sizes of the text.
    private static final double SIGN = 0.6;

    private final List<Bar> bars;

    /// One bar.
    ///
    /// @param name below it; empty for none
    /// @param value its height, from 0
    /// @param before what the height was; empty for none
    /// @param label its number
    /// @param strong whether it stands out
    public record Bar(String name, double value, OptionalDouble before, String label, boolean strong) {
        /// A bar with nothing before it.
        public static Bar of(String name, double value, String label, boolean strong) {
            return new Bar(name, value, OptionalDouble.empty(), label, strong);
        }
    }

    public BarsPicture(List<Bar> bars) {
        this.bars = List.copyOf(bars);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        if (bars.isEmpty()) {
            return;
        }
        double text = drawing.textSize();
        double top = text * 1.6;
        double base = height - text * 1.6;
        double step = width / bars.size();
        double most = bars.stream()
                .mapToDouble(bar -> Math.max(bar.value(), bar.before().orElse(0)))
                .max()
                .orElse(0);
        double scale = most > 0 ? (base - top) / most : 0;
        double gap = Math.max(1, step * GAP_SHARE);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setTextBaseline(VPos.CENTER);
        boolean allLabels = bars.stream().allMatch(bar -> bar.label().length() * text * SIGN < step);
        for (int at = 0; at < bars.size(); at++) {
            Bar bar = bars.get(at);
            double x = at * step + gap / 2;
            double high = bar.value() > 0 ? Math.max(LEAST, bar.value() * scale) : 0;
            graphics.setFill(drawing.ink(bar.strong() ? Ink.WATER : Ink.LINE));
            graphics.fillRect(x, base - high, step - gap, high);
            bar.before().ifPresent(before -> {
                graphics.setStroke(drawing.ink(Ink.TEXT));
                graphics.setLineWidth(drawing.lineWidth());
                graphics.setLineDashes(3, 2);
                graphics.strokeRect(x - 1, base - before * scale, step - gap + 2, before * scale);
                graphics.setLineDashes();
            });
            if (bar.value() > 0 && (allLabels || bar.strong())) {
                double half = bar.label().length() * text * SIGN / 2;
                graphics.setFill(drawing.ink(Ink.TEXT));
                graphics.setFont(bar.strong() ? drawing.strong() : drawing.font());
                graphics.fillText(
                        bar.label(),
                        Math.clamp(x + (step - gap) / 2, half, Math.max(half, width - half)),
                        base - Math.max(high, bar.before().orElse(0) * scale) - text * 0.7);
            }
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeLine(0, base, width, base);
        names(drawing, graphics, width, step, base + text * 0.9);
    }

    /// A name is left out where it would touch the one before it.
    private void names(Drawing drawing, GraphicsContext graphics, double width, double step, double y) {
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setFont(drawing.font());
        double free = 0;
        for (int at = 0; at < bars.size(); at++) {
            String name = bars.get(at).name();
            double half = name.length() * drawing.textSize() * SIGN / 2;
            double x = Math.clamp(at * step + step / 2, half, Math.max(half, width - half));
            if (!name.isEmpty() && x - half >= free) {
                graphics.fillText(name, x, y);
                free = x + half + drawing.textSize() / 2;
            }
        }
    }
}
