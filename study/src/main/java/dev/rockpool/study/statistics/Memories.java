package dev.rockpool.study.statistics;

/// How all cards that were ever answered are remembered.
///
/// @param stability in days: how long until the chance of recall has fallen to 90 %
/// @param difficulty 1 to 10
public record Memories(Histogram stability, Histogram difficulty) {
    /// From this difficulty a card counts as hard.
    public static final double HARD = 8;

    /// From this stability, in days, a card counts as lasting.
    public static final double LASTING = 21;

    private static final double[] STABILITY = {0, 1, 3, 7, 14, 21, 30, 60, 90, 180, 365, 730};
    private static final double[] DIFFICULTY = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};

    /// Gathers cards.
    public static final class Builder {
        private final Histogram.Builder stability = new Histogram.Builder(STABILITY);
        private final Histogram.Builder difficulty = new Histogram.Builder(DIFFICULTY);

        /// Counts one card.
        public void add(double days, double hardness) {
            stability.add(days);
            difficulty.add(hardness);
        }

        /// What was gathered.
        public Memories build() {
            return new Memories(stability.build(), difficulty.build());
        }
    }
}
