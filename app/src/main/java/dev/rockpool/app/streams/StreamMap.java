package dev.rockpool.app.streams;

import dev.rockpool.app.kit.Drawing;
import dev.rockpool.app.kit.Ink;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardWriteBudget;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Paints a stream as a map: the ring of hash keys from above to below, time from left to right. A shard is a rectangle
/// from when it began to when it was split or merged; within, how full each of its seconds was, red where it refused.
/// Right of the present its rates against their limits.
final class StreamMap implements Drawing.Painter {
    private static final double GAUGES_SHARE = 0.4;
    private static final double MOST_GAUGES = 300;
    private static final double BAR = 7;
    private static final double GAP = 2;
    private static final double PAD = 6;
    private static final double HATCH = 5;
    private static final double[] DASHES = {4, 3};
    private static final long[] STEPS = {1, 2, 5, 10, 15, 30, 60, 300, 900, 3_600, 10_800, 21_600, 86_400, 604_800};
    private static final int MOST_TICKS = 6;
    private static final double TICK_ROOM = 1.4;

    private final StreamWords words;
    private @Nullable StreamPicture picture;
    private Optional<ShardId> lit = Optional.empty();
    private Optional<Double> pointed = Optional.empty();
    private Optional<GeneratorSettings> generator = Optional.empty();
    private TimeSpan span = TimeSpan.AUTO;
    private Instant from = Instant.EPOCH;
    private double left;
    private double right;
    private double top;
    private double bottom;
    private double secondsWide = 1;

    StreamMap(StreamWords words) {
        this.words = words;
    }

    void show(StreamPicture now, Optional<GeneratorSettings> sends, TimeSpan shown) {
        picture = now;
        generator = sends;
        span = shown;
    }

    void light(Optional<ShardId> shard) {
        lit = shard;
    }

    /// Shows where a split would be.
    ///
    /// @param y in the drawing; empty to show none
    void point(Optional<Double> y) {
        pointed = y;
    }

    /// The shard at a place of the last picture: the one that was there then.
    Optional<ShardId> at(double x, double y) {
        StreamPicture now = picture;
        if (now == null || y < top || y > bottom || x < left) {
            return Optional.empty();
        }
        HashKey key = key(y);
        Instant time =
                x >= right ? now.now() : from.plusMillis((long) ((x - left) / (right - left) * secondsWide * 1e3));
        return now.tiles().stream()
                .filter(tile -> tile.shard().range().contains(key))
                .filter(tile -> x >= right ? tile.isOpen() : tile.shard().wasOpenAt(time))
                .map(tile -> tile.shard().id())
                .findFirst();
    }

    /// The place of the ring at a height of the last picture.
    HashKey key(double y) {
        double share = Math.clamp((y - top) / Math.max(1, bottom - top), 0, 1);
        BigInteger place = BigInteger.valueOf((long) (share * (1L << 52))).shiftLeft(128 - 52);
        return place.bitLength() > 128 ? HashKey.MAX : HashKey.of(place);
    }

    @Override
    public void paint(Drawing drawing, GraphicsContext graphics, double width, double height) {
        StreamPicture now = picture;
        if (now == null) {
            return;
        }
        double text = drawing.textSize();
        left = text * 2.6;
        top = text + PAD * 2;
        bottom = height - text - PAD * 2;
        double gauges = Math.min(MOST_GAUGES, (width - left) * GAUGES_SHARE);
        right = width - gauges - PAD * 2;
        Duration shown = span.of(now.from(), now.now());
        from = now.now().minus(shown);
        secondsWide = Math.max(1, shown.toMillis() / 1e3);
        heads(drawing, graphics, width);
        axis(drawing, graphics, now);
        graphics.save();
        graphics.beginPath();
        graphics.rect(left, top - 1, right - left + 1, bottom - top + 2);
        graphics.clip();
        now.tiles().forEach(tile -> tile(drawing, graphics, tile));
        graphics.restore();
        double label = widestWords(drawing, now);
        now.open().forEach(tile -> gauges(drawing, graphics, tile, right + PAD * 2, width - PAD, label));
        lit.flatMap(now::find).ifPresent(tile -> ring(drawing, graphics, tile, width));
        generator.filter(sends -> sends.keys() == GeneratorSettings.Keys.HOT).ifPresent(_ -> hotKey(drawing, graphics));
        pointed.filter(y -> y > top && y < bottom).ifPresent(y -> cut(drawing, graphics, y));
    }

    private double y(HashKey key) {
        return top + StreamPicture.place(key) * (bottom - top);
    }

    private double x(Instant time) {
        double seconds = Duration.between(from, time).toMillis() / 1e3;
        return left + seconds / secondsWide * (right - left);
    }

    private void heads(Drawing drawing, GraphicsContext graphics, double width) {
        graphics.setFill(drawing.ink(Ink.MUTED));
        double y = drawing.textSize() / 2 + 2;
        graphics.fillText(words.get("streams.map.ring"), 2, y, Math.max(1, right - PAD));
        graphics.fillText(words.get("streams.map.limits"), right + PAD * 2, y, Math.max(1, width - right - PAD * 2));
        graphics.fillText("0", 2, top + drawing.textSize() / 2);
        graphics.fillText("2¹²⁸", 2, bottom - drawing.textSize() / 2);
    }

    private void axis(Drawing drawing, GraphicsContext graphics, StreamPicture now) {
        double wide = wide(drawing, words.clock(now.now()));
        double most = Math.min(MOST_TICKS, (right - left) / (wide * TICK_ROOM));
        long step = STEPS[STEPS.length - 1];
        for (long each : STEPS) {
            if (secondsWide / each <= most) {
                step = each;
                break;
            }
        }
        double y = bottom + drawing.textSize() / 2 + PAD;
        long first = Math.ceilDiv(from.getEpochSecond() + 1, step) * step;
        graphics.setTextAlign(TextAlignment.CENTER);
        for (long second = first; second <= now.now().getEpochSecond(); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            double x = x(at);
            graphics.setStroke(drawing.ink(Ink.GRID));
            graphics.strokeLine(x, top, x, bottom + 3);
            if (x + wide * 1.7 < right && x - wide / 2 > left - PAD) {
                graphics.setFill(drawing.ink(Ink.MUTED));
                graphics.fillText(words.clock(at), x, y);
            }
        }
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(drawing.ink(Ink.TEXT));
        graphics.fillText(words.clock(now.now()), right, y);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private void tile(Drawing drawing, GraphicsContext graphics, Tile tile) {
        double x = Math.max(left, x(tile.shard().openedAt()));
        double end = tile.shard().closedAt().map(this::x).orElse(right);
        double y = y(tile.shard().range().start());
        double high = Math.max(1, y(tile.shard().range().end()) - y);
        if (end <= left) {
            return;
        }
        double wide = Math.max(1, end - x);
        graphics.setFill(drawing.ink(tile.isOpen() ? Ink.HOLLOW : Ink.GROUND));
        graphics.fillRect(x, y, wide, high);
        double slice = Math.max(1, (right - left) / secondsWide);
        for (Tile.Moment moment : tile.history()) {
            double at = x(Instant.ofEpochSecond(moment.second()));
            if (at + slice < x || at > end) {
                continue;
            }
            double begin = Math.max(x, at);
            double thick = Math.min(end, at + slice) - begin;
            double tall = Math.max(1, high * moment.fill());
            graphics.setFill(drawing.ink(Ink.WATER_SOFT));
            graphics.fillRect(begin, y + high - tall, thick, tall);
            if (moment.refused() > 0) {
                graphics.setFill(drawing.ink(Ink.ALERT));
                graphics.fillRect(begin, y, thick, Math.max(2, Math.min(high, high * moment.refused())));
            }
        }
        graphics.setStroke(drawing.ink(tile.fate() == Tile.Fate.EXPIRED ? Ink.MUTED : Ink.LINE));
        graphics.setLineWidth(drawing.lineWidth());
        if (tile.fate() == Tile.Fate.EXPIRED) {
            graphics.setLineDashes(DASHES);
        }
        graphics.strokeRect(x, y, wide, high);
        graphics.setLineDashes();
        name(drawing, graphics, tile, x, y, wide, high);
    }

    private void name(
            Drawing drawing, GraphicsContext graphics, Tile tile, double x, double y, double wide, double high) {
        if (high < drawing.textSize() + GAP) {
            return;
        }
        String number = String.valueOf(tile.shard().id().index());
        String full = switch (tile.fate()) {
            case OPEN -> words.get("streams.map.shard", number);
            case CLOSED -> words.get("streams.map.closed", number);
            case EXPIRED -> words.get("streams.map.expired", number);
        };
        String fits = wide(drawing, full) + PAD * 2 <= wide ? full : number;
        double room = wide(drawing, fits) + PAD;
        if (room > wide) {
            return;
        }
        double line = drawing.textSize() + GAP;
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(x + GAP, y + GAP, room, Math.min(line, high - GAP));
        graphics.setFill(drawing.ink(tile.isOpen() ? Ink.TEXT : Ink.MUTED));
        graphics.fillText(fits, x + GAP + PAD / 2, y + GAP + Math.min(line, high - GAP) / 2);
    }

    /// What a shard takes and gives now: a bar each for records, bytes in and bytes out, each up to its limit.
    ///
    /// @param label how wide the words of any shard are, so that all shards' bars are as long
    private void gauges(Drawing drawing, GraphicsContext graphics, Tile tile, double x, double end, double label) {
        double y = y(tile.shard().range().start()) + GAP;
        double high = y(tile.shard().range().end()) - y - GAP;
        double text = drawing.textSize();
        Rates rates = tile.rates();
        if (high < BAR) {
            bar(drawing, graphics, x, y, end - x, Math.max(1, high), rates.fill(), rates.refused() > 0);
            return;
        }
        double row = Math.max(BAR, text + GAP);
        int rows = Math.clamp((long) (high / row), 1, 3);
        double step = rows == 3 ? Math.min(high / rows, row + PAD) : row;
        List<String> said = said(rates);
        double[] fills = {
            (double) rates.records() / ShardWriteBudget.RECORDS_PER_SECOND,
            (double) rates.bytes() / ShardWriteBudget.BYTES_PER_SECOND,
            rates.fillOut()
        };
        boolean[] over = {rates.refusedByCount() > 0, rates.refusedByBytes() > 0, rates.readsRefused() > 0};
        int[] order = fills[1] > fills[0] || (over[1] && !over[0]) ? new int[] {1, 0, 2} : new int[] {0, 1, 2};
        boolean withWords = high + GAP >= text && end - x - label - PAD > 30;
        double bars = withWords ? end - x - label - PAD : end - x;
        for (int at = 0; at < rows; at++) {
            int which = rows == 3 ? at : order[at];
            double middle = y + at * step + row / 2;
            bar(drawing, graphics, x, middle - BAR / 2, bars, BAR, fills[which], over[which]);
            if (withWords) {
                graphics.setFill(drawing.ink(over[which] ? Ink.ALERT : Ink.TEXT));
                graphics.setFont(over[which] ? drawing.strong() : drawing.font());
                graphics.fillText(said.get(which), x + bars + PAD, middle, label + 1);
                graphics.setFont(drawing.font());
            }
        }
    }

    private double widestWords(Drawing drawing, StreamPicture now) {
        double widest = 0;
        for (Tile tile : now.open()) {
            if (y(tile.shard().range().end()) - y(tile.shard().range().start()) - 2 * GAP >= BAR) {
                for (String each : said(tile.rates())) {
                    widest = Math.max(widest, wide(drawing, each));
                }
            }
        }
        return widest;
    }

    private List<String> said(Rates rates) {
        return List.of(
                words.get("streams.rate.records", rates.records()),
                words.get("streams.rate.in", words.size(rates.bytes())),
                words.get("streams.rate.out", words.size(rates.bytesOut())));
    }

    private static void bar(
            Drawing drawing,
            GraphicsContext graphics,
            double x,
            double y,
            double wide,
            double high,
            double fill,
            boolean over) {
        graphics.setFill(drawing.ink(over ? Ink.ALERT_SOFT : Ink.HOLLOW));
        graphics.fillRect(x, y, wide, high);
        double full = wide * Math.clamp(fill, 0, 1);
        graphics.setFill(drawing.ink(over ? Ink.ALERT : Ink.WATER));
        graphics.fillRect(x, y, full, high);
        graphics.setStroke(drawing.ink(over ? Ink.ALERT : Ink.LINE));
        graphics.setLineWidth(1);
        graphics.strokeRect(x, y, wide, high);
        if (over) {
            graphics.setStroke(drawing.ink(Ink.ALERT_SOFT));
            for (double at = x; at + high <= x + full; at += HATCH) {
                graphics.strokeLine(at, y + high, at + high, y);
            }
        }
        graphics.setLineWidth(drawing.lineWidth());
    }

    private void ring(Drawing drawing, GraphicsContext graphics, Tile tile, double width) {
        HashKeyRange range = tile.shard().range();
        double x = Math.clamp(x(tile.shard().openedAt()), left, right);
        double end =
                tile.isOpen() ? width - 1 : tile.shard().closedAt().map(this::x).orElse(right);
        if (end <= left || x >= width) {
            return;
        }
        graphics.setStroke(drawing.ink(Ink.LIT));
        graphics.setLineWidth(drawing.lineWidth() * 2);
        graphics.strokeRect(x, y(range.start()), Math.max(2, end - x), Math.max(2, y(range.end()) - y(range.start())));
        graphics.setLineWidth(drawing.lineWidth());
    }

    private void hotKey(Drawing drawing, GraphicsContext graphics) {
        double y = y(HashKey.of(PartitionKey.of(KeyDraw.HOT)));
        graphics.setFill(drawing.ink(Ink.MARK));
        graphics.fillPolygon(
                new double[] {right + PAD * 2 - 2, right + PAD * 2 - 2, right}, new double[] {y - 5, y + 5, y}, 3);
        String said = words.get("streams.map.hot", KeyDraw.HOT);
        double wide = wide(drawing, said) + PAD;
        double line = drawing.textSize() + GAP;
        graphics.setFill(drawing.ink(Ink.GROUND));
        graphics.fillRect(right - wide - GAP, y - line / 2, wide, line);
        graphics.setFill(drawing.ink(Ink.MARK));
        graphics.fillText(said, right - wide - GAP + PAD / 2, y);
    }

    private void cut(Drawing drawing, GraphicsContext graphics, double y) {
        graphics.setStroke(drawing.ink(Ink.MARK));
        graphics.setLineDashes(DASHES);
        graphics.strokeLine(left, y, right, y);
        graphics.setLineDashes();
    }

    private static double wide(Drawing drawing, String said) {
        Text text = new Text(said);
        text.setFont(drawing.font());
        return text.getLayoutBounds().getWidth();
    }
}
