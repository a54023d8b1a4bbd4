package dev.rockpool.app.streams;

import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.Money;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PartitionKey;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// What the screen shows, in sentences and numbers.
final class StreamWords {
    private static final long KIB = 1024;
    private static final long[] UNITS = {1L << 30, 1L << 20, KIB, 1};
    private static final String[] NAMES = {"gib", "mib", "kib", "b"};
    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final double WHOLE = 100.0;
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private final Texts texts;
    private final ZoneId zone;

    StreamWords(Texts texts, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
    }

    Texts texts() {
        return texts;
    }

    String get(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    /// `1.4 KiB`.
    String size(long bytes) {
        int unit = 0;
        while (unit < UNITS.length - 1 && bytes < UNITS[unit]) {
            unit++;
        }
        BigDecimal value = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(UNITS[unit]), MathContext.DECIMAL64);
        int decimals = unit == UNITS.length - 1 || value.compareTo(BigDecimal.valueOf(WHOLE)) >= 0 ? 0 : 1;
        return texts.get(
                "streams.size." + NAMES[unit],
                value.setScale(decimals, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    /// `$0.0000512`: with three digits that say something.
    String price(Money money) {
        BigDecimal amount = money.amount();
        BigDecimal shown = amount.abs().compareTo(BigDecimal.ONE) < 0
                ? amount.round(DIGITS)
                : amount.setScale(2, RoundingMode.HALF_UP);
        return texts.get(
                "streams.price",
                shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString());
    }

    /// Time of the day with seconds.
    String clock(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss", texts.locale()).format(at.atZone(zone));
    }

    /// `0.4 s`, `12 s`, `3 min`.
    String span(long millis) {
        long seconds = millis / SECOND;
        if (millis < 10 * SECOND) {
            return texts.get("streams.span.short", millis / (double) SECOND);
        }
        if (seconds < 2 * MINUTE) {
            return texts.get("streams.span.seconds", seconds);
        }
        return seconds < 2 * HOUR
                ? texts.get("streams.span.minutes", seconds / MINUTE)
                : texts.get("streams.span.hours", seconds / HOUR);
    }

    /// The share of the ring that a shard owns: `25 %`.
    String share(double share) {
        return texts.get("streams.percent", share * WHOLE);
    }

    /// The one sentence about a whole stream: whether shards refuse records, and why the worst does.
    String summary(StreamPicture picture, Optional<GeneratorSettings> generator) {
        List<Tile> throttling = picture.throttling();
        int open = picture.open().size();
        if (throttling.isEmpty()) {
            return switch (picture.stream().status()) {
                case CREATING -> get("streams.told.creating");
                case DELETING -> get("streams.told.deleting");
                case UPDATING -> get("streams.told.updating");
                case ACTIVE ->
                    picture.total().records() == 0
                            ? get("streams.told.still", open)
                            : get("streams.told.fine", open, picture.total().records());
            };
        }
        return get("streams.told.throttling", throttling.size(), open) + " " + cause(throttling.getFirst(), generator);
    }

    /// Why a shard refuses.
    String cause(Tile tile, Optional<GeneratorSettings> generator) {
        Rates rates = tile.rates();
        boolean byCount = rates.refusedByCount() >= rates.refusedByBytes();
        String base = get(
                byCount ? "streams.cause.records" : "streams.cause.bytes",
                tile.shard().id().index(),
                rates.refused());
        return generator
                .filter(settings -> settings.keys() == GeneratorSettings.Keys.HOT)
                .filter(_ -> tile.shard().range().contains(HashKey.of(PartitionKey.of(KeyDraw.HOT))))
                .map(settings -> base + " "
                        + get(
                                "streams.cause.hot",
                                KeyDraw.HOT,
                                (long) settings.recordsPerSecond() * settings.hotPercent() / (long) WHOLE))
                .orElse(base);
    }
}
