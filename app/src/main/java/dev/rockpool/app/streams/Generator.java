package dev.rockpool.app.streams;

import dev.rockpool.streamengine.PutEntry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes the records that are due: so many a second, evenly over the platform's time. A time that was slept through is
/// not made up for beyond a second. For one thread at a time.
final class Generator {
    private static final long NANOS = 1_000_000_000L;
    private static final double MIDDLE = 210;
    private static final double RANGE = 150;

    private final RandomGenerator random;
    private GeneratorSettings settings;
    private KeyDraw keys;
    private Instant since;
    private long made;
    private long number;

    Generator(GeneratorSettings settings, RandomGenerator random, Instant now) {
        this.settings = settings;
        this.random = random;
        keys = KeyDraw.of(settings);
        since = now;
    }

    /// What is due at `now` and was not made yet.
    List<PutEntry> due(GeneratorSettings wanted, Instant now) {
        if (!wanted.equals(settings)) {
            settings = wanted;
            keys = KeyDraw.of(wanted);
            since = now;
            made = 0;
        }
        long passed = Math.max(0, Duration.between(since, now).toNanos());
        long all = (long) ((double) passed / NANOS * settings.recordsPerSecond());
        long due = all - made;
        if (due > settings.recordsPerSecond()) {
            due = settings.recordsPerSecond();
        }
        made = all;
        List<PutEntry> entries = new ArrayList<>((int) due);
        for (long at = 0; at < due; at++) {
            entries.add(entry(now));
        }
        return entries;
    }

    /// A tide reading, as JSON, filled up to its size with blanks.
    private PutEntry entry(Instant now) {
        String key = keys.draw(random);
        number++;
        long centimetres = Math.round(MIDDLE + RANGE * Math.sin(number / 97.0));
        byte[] json = "{\"gauge\":\"%s\",\"centimetres\":%d,\"number\":%d,\"at\":\"%s\"}"
                .formatted(key, centimetres, number, now)
                .getBytes(StandardCharsets.UTF_8);
        byte[] data = Arrays.copyOf(json, Math.max(json.length, settings.recordBytes() - key.length()));
        Arrays.fill(data, json.length, data.length, (byte) ' ');
        return PutEntry.of(key, data);
    }
}
