package dev.rockpool.app.shards;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.shards.ShardsSnapshot;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.ShardId;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a stream: earlier cuts of the ring, the ring, and under it a tank a shard.
final class ShardsPicture implements Drawing.Painter {
    private static final int MOST_GENERATIONS = 3;
    private static final double BAND = 18;
    private static final double OLD_BAND = 9;
    private static final double GAP = 4;
    private static final double TWO_BARS_FROM = 22;
    private static final double HATCH = 6;
    /// Tanks lower than a line of text tell nothing; the ring alone is drawn then.
    private static final double LEAST_TANK = 1.0;

    private static final double NARROW = 300;
    private static final double LEFT = 5;
    private static final double LEFT_NARROW = 3.8;
    private static final double[] DASHES = {5, 4};

    private final Texts texts;
    private @Nullable ShardsSnapshot snapshot;
    private Optional<HotKey> hot = Optional.empty();
    private Optional<ShardId> lit = Optional.empty();
    private boolean narrow;
    private double left;
    private double room;
    private double tanksFrom;

    ShardsPicture(Texts texts) {
        this.texts = texts;
    }

    void show(ShardsSnapshot now) {
        snapshot = now;
        hot = HotKey.of(now);
    }

    void light(Optional<ShardId> shard) {
        lit = shard;
    }

    /// The shard at a place of the last picture.
    Optional<ShardId> at(double x, double y) {
        ShardsSnapshot now = snapshot;
        if (now == null || x < left || x > left + room) {
            return Optional.empty();
        }
        double place = (x - left) / room;
        if (y >= tanksFrom) {
            int column =
                    (int) Math.min(now.shards().size() - 1, place * now.shards().size());
            return Optional.of(now.shards().get(column).id());
        }
        return now.shards().stream()
                .filter(shard -> HotKey.place(shard.range().end()) >= place)
                .findFirst()
                .map(ShardsSnapshot.OpenShard::id);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        ShardsSnapshot now = snapshot;
        if (now == null || now.shards().isEmpty()) {
            return;
        }
        double text = drawing.textSize();
        left = text * (width < NARROW ? LEFT_NARROW : LEFT);
        narrow = width < NARROW;
        room = width - left - 2;
        double y = lineage(drawing, graphics, Generation.of(now, MOST_GENERATIONS), 2);
        y = marker(drawing, graphics, y);
        double ringFrom = y;
        ring(drawing, graphics, now, ringFrom);
        double ringTo = ringFrom + band(drawing);
        tanksFrom = ringTo + 14;
        double ground = height - text - 6;
        if (ground - tanksFrom >= text * LEAST_TANK) {
            ways(drawing, graphics, now, ringTo, tanksFrom);
            tanks(drawing, graphics, now, tanksFrom, ground);
        }
    }

    private double band(Drawing drawing) {
        return Math.max(BAND, drawing.textSize() + 5);
    }

    private double lineage(Drawing drawing, GraphicsContext graphics, List<Generation> generations, double from) {
        double y = from;
        double step = Math.max(OLD_BAND, drawing.textSize() + 2);
        for (Generation generation : generations) {
            double middle = y + step / 2;
            label(drawing, graphics, texts.get("shards.until", generation.until()), middle);
            for (ShardsSnapshot.ShardLife life : generation.shards()) {
                double x = x(life.range());
                double wide = wide(life.range());
                graphics.setFill(drawing.ink(Ink.HOLLOW));
                graphics.fillRect(x, middle - OLD_BAND / 2, wide, OLD_BAND);
                graphics.setFill(drawing.ink(Ink.LINE));
                edge(graphics, x, middle - OLD_BAND / 2, wide, OLD_BAND, 1);
            }
            y += step + 2;
        }
        return y;
    }

    private double marker(Drawing drawing, GraphicsContext graphics, double from) {
        double text = drawing.textSize();
        double to = from + text + 10;
        if (hot.isEmpty()) {
            return from + 2;
        }
        HotKey key = hot.get();
        double x = left + key.place() * room;
        String words = texts.get(narrow ? "shards.hot.short" : "shards.hot", key.name(), Math.round(key.share() * 100));
        boolean leftSide = key.place() > 0.5;
        graphics.setFill(drawing.ink(Ink.MARK));
        graphics.fillPolygon(new double[] {x - 6, x + 6, x}, new double[] {to - 9, to - 9, to}, 3);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.setFont(drawing.strong());
        graphics.setTextAlign(leftSide ? TextAlignment.RIGHT : TextAlignment.LEFT);
        graphics.fillText(words, leftSide ? x - 10 : x + 10, to - text / 2 - 4);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFont(drawing.font());
        return to;
    }

    private void ring(Drawing drawing, GraphicsContext graphics, ShardsSnapshot now, double y) {
        double high = band(drawing);
        if (!narrow) {
            label(drawing, graphics, texts.get("shards.ring"), y + high / 2);
        }
        for (ShardsSnapshot.OpenShard shard : now.shards()) {
            double x = x(shard.range());
            double wide = wide(shard.range());
            graphics.setFill(drawing.ink(shard.throttles() ? Ink.ALERT_SOFT : Ink.HOLLOW));
            graphics.fillRect(x, y, wide, high);
            if (shard.throttles()) {
                hatch(drawing, graphics, x, y, wide, high);
            }
            outline(drawing, graphics, shard, x, y, wide, high);
        }
    }

    private void ways(Drawing drawing, GraphicsContext graphics, ShardsSnapshot now, double from, double to) {
        double column = room / now.shards().size();
        graphics.setLineWidth(1);
        for (int at = 0; at < now.shards().size(); at++) {
            ShardsSnapshot.OpenShard shard = now.shards().get(at);
            double start = x(shard.range()) + wide(shard.range()) / 2;
            double end = left + (at + 0.5) * column;
            Ink way = isLit(shard) ? Ink.LIT : Ink.GRID;
            if (Math.abs(end - start) < 1) {
                graphics.setFill(drawing.ink(way));
                graphics.fillRect(start, from, 1, to - from);
            } else {
                graphics.setStroke(drawing.ink(way));
                graphics.strokeLine(start, from, end, to);
            }
        }
    }

    private void tanks(Drawing drawing, GraphicsContext graphics, ShardsSnapshot now, double from, double to) {
        int count = now.shards().size();
        double column = room / count;
        double gap = column > 40 ? 12 : column > 14 ? GAP : 1.5;
        double most = 0;
        for (ShardsSnapshot.OpenShard shard : now.shards()) {
            most = Math.max(most, Tank.binding(shard, now.recordBytes()).demand());
        }
        double top = TankScale.top(most);
        double high = Math.max(1, to - from);
        double limit = to - high / top;
        double text = drawing.textSize();
        int every = (int) Math.max(1, Math.ceil(text * 2.2 / column));
        for (int at = 0; at < count; at++) {
            ShardsSnapshot.OpenShard shard = now.shards().get(at);
            double x = left + at * column + gap / 2;
            double wide = column - gap;
            if (wide >= TWO_BARS_FROM) {
                double half = (wide - 2) / 2;
                bar(drawing, graphics, Tank.ofRecords(shard), x, half, to, high / top, from);
                bar(
                        drawing,
                        graphics,
                        Tank.ofBytes(shard, now.recordBytes()),
                        x + half + 2,
                        half,
                        to,
                        high / top,
                        from);
            } else {
                bar(drawing, graphics, Tank.binding(shard, now.recordBytes()), x, wide, to, high / top, from);
            }
            if (isLit(shard)) {
                outline(drawing, graphics, shard, x - 1, from, wide + 2, to - from);
            }
            if (at % every == 0) {
                graphics.setFill(drawing.ink(isLit(shard) ? Ink.TEXT : Ink.MUTED));
                graphics.setTextAlign(TextAlignment.CENTER);
                graphics.fillText(String.valueOf(shard.id().index()), x + wide / 2, to + 4 + text / 2);
            }
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setStroke(drawing.ink(Ink.MARK));
        graphics.setLineWidth(drawing.lineWidth());
        graphics.setLineDashes(DASHES);
        graphics.strokeLine(left, limit, left + room, limit);
        graphics.setLineDashes();
        label(drawing, graphics, texts.get("shards.percent", 100), limit);
        if (limit - from > text * 2.2) {
            label(drawing, graphics, texts.get("shards.percent", Math.round(top * 100)), from + text / 2);
        }
        if (to - limit > text * 1.3) {
            label(drawing, graphics, "0", to - text / 3);
        }
    }

    /// A tank up to the limit, filled with what was taken; above that, hatched, what was refused.
    private void bar(
            Drawing drawing,
            GraphicsContext graphics,
            Tank tank,
            double x,
            double wide,
            double base,
            double perLimit,
            double ceiling) {
        double limit = base - perLimit;
        graphics.setFill(drawing.ink(Ink.HOLLOW));
        graphics.fillRect(x, limit, wide, perLimit);
        double filled = Math.min(tank.accepted() * perLimit, base - ceiling);
        graphics.setFill(drawing.ink(Ink.WATER));
        graphics.fillRect(x, base - filled, wide, filled);
        double refused = Math.min((tank.demand() - tank.accepted()) * perLimit, base - filled - ceiling);
        if (refused > 0.5) {
            double y = base - filled - refused;
            graphics.setFill(drawing.ink(Ink.ALERT_SOFT));
            graphics.fillRect(x, y, wide, refused);
            hatch(drawing, graphics, x, y, wide, refused);
            graphics.setFill(drawing.ink(Ink.ALERT));
            edge(graphics, x, y, wide, refused, 1);
        }
    }

    /// Slanted lines, each cut at the edges of the rectangle; a clip would cost more than the lines.
    private static void hatch(Drawing drawing, GraphicsContext graphics, double x, double y, double wide, double high) {
        graphics.setStroke(drawing.ink(Ink.ALERT));
        graphics.setLineWidth(drawing.lineWidth());
        for (double at = HATCH / 2; at < wide + high; at += HATCH) {
            double x1 = Math.min(at, wide);
            double y1 = at - x1;
            double y2 = Math.min(at, high);
            double x2 = at - y2;
            graphics.strokeLine(x + x1, y + y1, x + x2, y + y2);
        }
    }

    private void outline(
            Drawing drawing,
            GraphicsContext graphics,
            ShardsSnapshot.OpenShard shard,
            double x,
            double y,
            double wide,
            double high) {
        boolean stands = isLit(shard);
        graphics.setFill(drawing.ink(stands ? Ink.LIT : shard.throttles() ? Ink.ALERT : Ink.LINE));
        edge(graphics, x, y, wide, high, stands ? drawing.lineWidth() * 2 : 1);
    }

    /// An outline of four rectangles; a stroked one costs several times as much without a graphics card.
    private static void edge(GraphicsContext graphics, double x, double y, double wide, double high, double thick) {
        graphics.fillRect(x, y, wide, thick);
        graphics.fillRect(x, y + high - thick, wide, thick);
        graphics.fillRect(x, y, thick, high);
        graphics.fillRect(x + wide - thick, y, thick, high);
    }

    private void label(Drawing drawing, GraphicsContext graphics, String words, double y) {
        graphics.setFill(drawing.ink(Ink.MUTED));
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(words, left - 6, y);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private boolean isLit(ShardsSnapshot.OpenShard shard) {
        return lit.filter(shard.id()::equals).isPresent();
    }

    private double x(HashKeyRange range) {
        return left + HotKey.place(range.start()) * room;
    }

    private double wide(HashKeyRange range) {
        return range.share() * room;
    }
}
