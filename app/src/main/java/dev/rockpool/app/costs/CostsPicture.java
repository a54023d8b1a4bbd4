package dev.rockpool.app.costs;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.ForecastLine;
import dev.rockpool.kernel.Money;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/// Paints months as bars, each the sum of its lines, from zero; of two designs, both on one scale.
final class CostsPicture implements Drawing.Painter {
    private static final double[] STEPS = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    private static final double GAP = 0.2;
    private static final double BETWEEN = 16;
    private static final int LABELLED = 6;

    private final Texts texts;
    private Optional<Outcome> outcome = Optional.empty();
    private Series series = new Series(java.util.List.of());
    private int month = CostsViewModel.ALL_MONTHS;
    private double start;
    private double bar = 1;

    CostsPicture(Texts texts) {
        this.texts = texts;
    }

    void show(Outcome now, Series looks, int lookedAt) {
        outcome = Optional.of(now);
        series = looks;
        month = lookedAt;
    }

    /// The month at a place of the last picture, in the design on the right; all of them beside it.
    int monthAt(double x) {
        int months = outcome.map(now -> now.forecast().bills().size()).orElse(0);
        int at = (int) Math.floor((x - start) / bar);
        return at < 0 || at >= months ? CostsViewModel.ALL_MONTHS : at;
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        outcome.ifPresent(now -> paint(now, drawing, graphics, width, height));
    }

    private void paint(Outcome now, Drawing drawing, GraphicsContext graphics, double width, double height) {
        double text = drawing.textSize();
        Optional<Forecast> left = now.comparison().map(comparison -> comparison.left());
        double most = above(
                Math.max(most(now.forecast()), left.map(CostsPicture::most).orElse(0.0)));
        String top = amount(most);
        double axis = top.length() * text * 0.58 + 12;
        double base = height - text * 1.7;
        double high = text * (left.isPresent() ? 2.4 : 1.2);
        if (base - high < text || width < axis + 40) {
            return;
        }
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.fillText(top, axis - 8, high);
        graphics.fillText(amount(most / 2), axis - 8, (high + base) / 2);
        graphics.fillText("0", axis - 8, base - text / 3);
        graphics.setLineWidth(1);
        graphics.setStroke(drawing.ink(Ink.GRID));
        graphics.strokeLine(axis, high, width, high);
        graphics.strokeLine(axis, (high + base) / 2, width, (high + base) / 2);
        double room = width - axis;
        if (left.isPresent()) {
            double half = (room - BETWEEN) / 2;
            bars(left.get(), drawing, graphics, axis, half, high, base, most);
            bars(now.forecast(), drawing, graphics, axis + half + BETWEEN, half, high, base, most);
            name(leftKey(now), drawing, graphics, axis + half / 2, text * 0.8);
            name(
                    now.fleet().isPresent() ? "fleet.side.rules" : "costs.side.right",
                    drawing,
                    graphics,
                    axis + half * 1.5 + BETWEEN,
                    text * 0.8);
        } else {
            bars(now.forecast(), drawing, graphics, axis, room, high, base, most);
        }
        graphics.setStroke(drawing.ink(Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.strokeLine(axis, base, width, base);
    }

    /// The key of what stands on the left.
    static String leftKey(Outcome now) {
        return now.fleet()
                .map(fleet -> switch (fleet.scenario().against()) {
                    case NOTHING -> "fleet.side.nothing";
                    case INTELLIGENT_TIERING -> "fleet.side.tiering";
                })
                .orElse("costs.side.left");
    }

    private void name(String key, Drawing drawing, GraphicsContext graphics, double x, double y) {
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.fillText(texts.get(key), x, y);
        graphics.setFont(drawing.font());
    }

    private void bars(
            Forecast forecast,
            Drawing drawing,
            GraphicsContext graphics,
            double from,
            double room,
            double high,
            double base,
            double most) {
        int months = forecast.bills().size();
        start = from;
        bar = room / months;
        double wide = Math.max(1, bar * (1 - GAP));
        for (int at = 0; at < months; at++) {
            double x = from + at * bar + (bar - wide) / 2;
            double y = base;
            double others = 0;
            for (ForecastLine line : inOrder(forecast)) {
                double size = line.in(at).amount().doubleValue() / most * (base - high);
                Optional<Integer> rank = series.rank(line.key());
                if (rank.isEmpty()) {
                    others += size;
                } else if (size > 0) {
                    y -= size;
                    SeriesLook.paint(drawing, graphics, rank.get(), x, y, wide, size);
                }
            }
            if (others > 0) {
                y -= others;
                SeriesLook.paint(drawing, graphics, SeriesLook.OTHERS, x, y, wide, others);
            }
            if (at == month) {
                graphics.setStroke(drawing.ink(Ink.LIT));
                graphics.setLineWidth(drawing.lineWidth() * 2);
                graphics.strokeRect(x - 2, y - 2, wide + 4, base - y + 4);
            }
        }
        labels(drawing, graphics, from, months, base);
    }

    /// The dearest at the foot, where bars are easiest to compare.
    private java.util.List<ForecastLine> inOrder(Forecast forecast) {
        return forecast.lines().stream()
                .sorted(java.util.Comparator.comparingInt(
                        line -> series.rank(line.key()).orElse(Series.MOST)))
                .toList();
    }

    private void labels(Drawing drawing, GraphicsContext graphics, double from, int months, double base) {
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(drawing.ink(Ink.MUTED));
        int step = Math.max(1, Math.ceilDiv(months, LABELLED));
        double y = base + drawing.textSize();
        for (int at = 0; at < months; at += step) {
            graphics.fillText(String.valueOf(at + 1), from + (at + 0.5) * bar, y);
        }
    }

    private static double most(Forecast forecast) {
        return forecast.bills().stream()
                .map(bill -> bill.total().amount().doubleValue())
                .max(Double::compare)
                .orElse(0.0);
    }

    /// The least round number that is not below `most`; 1 for nothing.
    private static double above(double most) {
        if (!(most > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        for (double step : STEPS) {
            if (most <= step * power) {
                return step * power;
            }
        }
        return most;
    }

    /// Without coins where there are enough dollars.
    private static String amount(double value) {
        String shown = new Money(BigDecimal.valueOf(value), Money.USD).display();
        return shown.replace(".00 ", " ");
    }
}
