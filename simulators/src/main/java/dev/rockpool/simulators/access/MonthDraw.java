package dev.rockpool.simulators.access;

import dev.rockpool.kernel.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A month of requests drawn one by one: each is of a kind by chance, and has a size of its own.
///
/// Of months with more than [#MOST] requests that many are drawn, and stand for all.
final class MonthDraw {
    /// Parts of the month that are drawn at once, of five days each.
    static final int PARTS = 6;

    static final int DAYS_A_PART = 5;
    static final long MOST = 30_000;

    private MonthDraw() {}

    /// What each part of the month brings.
    static List<Tally> of(AccessScenario scenario, MonthForecast month) {
        RandomGenerator random = new Seed(scenario.seed()).derive("access/month");
        long drawn = Math.min(scenario.traffic().requests(), MOST);
        List<Tally> parts = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            parts.add(part(scenario, month, drawn * (part + 1) / PARTS - drawn * part / PARTS, random));
        }
        return List.copyOf(parts);
    }

    private static Tally part(AccessScenario scenario, MonthForecast month, long requests, RandomGenerator random) {
        double mean = MonthForecast.bytesOf(scenario).doubleValue();
        long allowed = 0;
        double bytes = 0;
        for (long at = 0; at < requests; at++) {
            long chance = random.nextLong(MonthForecast.WHOLE);
            double size = mean * (0.5 + random.nextDouble());
            if (outcome(month, chance) == Outcome.ALLOWED) {
                allowed++;
                bytes += size;
            }
        }
        return new Tally(requests, allowed, bytes);
    }

    private static Outcome outcome(MonthForecast month, long chance) {
        long below = 0;
        for (MonthForecast.Kind kind : month.kinds()) {
            below += kind.weight();
            if (chance < below) {
                return kind.outcome();
            }
        }
        throw new IllegalStateException("The shares of the kinds come to " + below);
    }
}
