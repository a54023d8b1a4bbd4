package dev.rockpool.app.shards;

/// How much of a limit the height of the picture stands for. It moves in steps, so that tanks do not shiver.
final class TankScale {
    private static final double[] TOPS = {1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100, 200, 500, 1_000};

    private TankScale() {}

    /// The least top, in limits, that shows `demand` whole.
    static double top(double demand) {
        for (double top : TOPS) {
            if (demand <= top) {
                return top;
            }
        }
        return demand;
    }
}
