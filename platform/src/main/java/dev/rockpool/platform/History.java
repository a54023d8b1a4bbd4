package dev.rockpool.platform;

import dev.rockpool.lifecycle.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What there was at each hour, or, once that are many, at each day, each ten days and so on: never more than
/// [#MOST] samples, at moments that are whole steps since 1970, so that two histories have the same moments.
final class History {
    /// How many samples are kept before every other step is given up.
    static final int MOST = 800;

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int DAYS_MORE = 10;

    private final List<Sample> samples = new ArrayList<>();
    private long step = HOUR;

    /// What there was at one moment.
    ///
    /// @param at when
    /// @param bytes by class, those without left out
    /// @param counts of versions by class, those without left out
    /// @param requests how many requests since the beginning
    record Sample(Instant at, Map<StorageClass, Long> bytes, Map<StorageClass, Long> counts, long requests) {
        public Sample {
            bytes = Map.copyOf(bytes);
            counts = Map.copyOf(counts);
        }

        /// The same at another moment.
        Sample at(Instant other) {
            return new Sample(other, bytes, counts, requests);
        }
    }

    /// From `from` to `until` there was what `sample` says.
    void stood(Sample sample, long from, long until) {
        if (samples.isEmpty()) {
            samples.add(sample.at(Instant.ofEpochMilli(from)));
        }
        long next = (Math.floorDiv(from, step) + 1) * step;
        while (next <= until) {
            samples.add(sample.at(Instant.ofEpochMilli(next)));
            if (samples.size() > MOST) {
                widen();
                next = Math.floorDiv(next, step) * step;
            }
            next += step;
        }
    }

    private void widen() {
        step = step == HOUR ? DAY : step * DAYS_MORE;
        Sample first = samples.getFirst();
        samples.removeIf(sample -> !sample.equals(first) && sample.at().toEpochMilli() % step != 0);
    }

    /// The same, to be read while this one goes on.
    History copy() {
        History copy = new History();
        copy.samples.addAll(samples);
        copy.step = step;
        return copy;
    }

    /// All samples, the first at the beginning.
    List<Sample> samples() {
        return List.copyOf(samples);
    }

    /// How far apart they are.
    Duration step() {
        return Duration.ofMillis(step);
    }
}
