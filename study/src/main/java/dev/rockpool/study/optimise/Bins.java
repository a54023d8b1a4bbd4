package dev.rockpool.study.optimise;

/// Sorts items into the bins of RMSE (bins) [`r_matrix_index`]: by delay, by number of items so far, and by lapses,
/// each on a logarithmic scale. The reference names a bin by three rounded powers; this class by their exponents.
final class Bins {
    private static final double DELAY_BASE = 3.62;
    private static final double LENGTH_BASE = 1.89;
    private static final double LAPSE_BASE = 1.73;
    // enough for 8,000 years of delay and 20 million reviews of a card
    private static final int DELAYS = 13;
    private static final int LENGTHS = 28;
    private static final int LAPSES = 33;

    /// How many bins there are.
    static final int COUNT = DELAYS * LENGTHS * LAPSES;

    private static final double[] DELAY_POWERS = powers(DELAY_BASE, DELAYS);
    private static final double[] LENGTH_POWERS = powers(LENGTH_BASE, LENGTHS);
    private static final double[] LAPSE_POWERS = powers(LAPSE_BASE, LAPSES - 1);

    private Bins() {}

    /// @param delay days since the review before, from 1
    /// @param items how many reviews so far came a day or more after the one before, this one included
    /// @param lapses how many of those before this one were not recalled
    static int of(int delay, int items, int lapses) {
        int lapse = lapses == 0 ? 0 : 1 + exponent(lapses, LAPSE_POWERS);
        return (exponent(delay, DELAY_POWERS) * LENGTHS + exponent(items + 1, LENGTH_POWERS)) * LAPSES + lapse;
    }

    /// floor(log(value)) to the base of the powers.
    private static int exponent(int value, double[] powers) {
        int exponent = 0;
        while (exponent + 1 < powers.length && powers[exponent + 1] <= value) {
            exponent++;
        }
        return exponent;
    }

    private static double[] powers(double base, int count) {
        double[] powers = new double[count];
        for (int i = 0; i < count; i++) {
            powers[i] = Math.pow(base, i);
        }
        return powers;
    }
}
