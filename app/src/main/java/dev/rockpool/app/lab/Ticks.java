package dev.rockpool.app.lab;

import dev.rockpool.simulators.Unit;

/// Round numbers for axes.
final class Ticks {
    private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

    private static final long[] LENGTHS = {30, 60, 120, 300, 600, 1_200, 1_800};

    private Ticks() {}

    /// How many seconds the axis of time shows, in steps, so that the beginning of a long run is not a stub.
    static long length(long head, long seconds) {
        for (long length : LENGTHS) {
            if (head <= length) {
                return Math.min(length, seconds);
            }
        }
        return seconds;
    }

    /// The least round number, in shown units, that is not below `most`; 1 for nothing. A share ends at the whole.
    static double above(double most, Unit unit) {
        if (unit == Unit.SHARE && most <= 1) {
            return 1;
        }
        double shown = unit.shown(most);
        if (!(shown > 0) || Double.isInfinite(shown)) {
            return unit.stored(1);
        }
        double power = Math.pow(10, Math.floor(Math.log10(shown)));
        for (double step : STEPS) {
            if (shown <= step * power) {
                return unit.stored(step * power);
            }
        }
        return most;
    }
}
