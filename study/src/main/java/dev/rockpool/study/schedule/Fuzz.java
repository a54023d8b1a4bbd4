package dev.rockpool.study.schedule;

/// Shifts an interval by a few days within a range that grows with it (Anki manual, "Fuzz factor"; ranges as in
/// Anki 26.08): one day from 2.5 days on, and 15 %, 10 % and 5 % of the parts from 2.5, 7 and 20 days.
final class Fuzz {
    private static final double SHORTEST = 2.5;
    private static final double[] FROM = {2.5, 7, 20};
    private static final double[] TO = {7, 20, Double.MAX_VALUE};
    private static final double[] SHARE = {0.15, 0.10, 0.05};

    private Fuzz() {}

    /// Days from which an interval may be drawn.
    record Range(int lower, int upper) {}

    /// The interval within its range, at `position` of it.
    ///
    /// @param position from 0 to below 1
    static int apply(double interval, int minimum, int maximum, double position) {
        Range range = range(interval, minimum, maximum);
        return (int) Math.floor(range.lower() + position * (1 + range.upper() - range.lower()));
    }

    /// The range of an interval within its bounds; more than one day wide where the bounds allow it.
    static Range range(double interval, int minimum, int maximum) {
        int lowest = Math.min(minimum, maximum);
        double bounded = Math.clamp(interval, (double) lowest, (double) maximum);
        double delta = delta(bounded);
        int lower = Math.clamp(Math.round(bounded - delta), lowest, maximum);
        int upper = Math.clamp(Math.round(bounded + delta), lowest, maximum);
        if (upper == lower && upper > 2 && upper < maximum) {
            upper = lower + 1;
        }
        return new Range(lower, upper);
    }

    private static double delta(double interval) {
        if (interval < SHORTEST) {
            return 0;
        }
        double delta = 1;
        for (int i = 0; i < SHARE.length; i++) {
            delta += SHARE[i] * Math.max(0, Math.min(interval, TO[i]) - FROM[i]);
        }
        return delta;
    }
}
