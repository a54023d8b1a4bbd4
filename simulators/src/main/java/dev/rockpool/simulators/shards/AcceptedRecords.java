package dev.rockpool.simulators.shards;

import dev.rockpool.streamengine.ShardWriteBudget;

/// What one shard accepts of a second's random records, in closed form.
///
/// Of n records a second each falls on the shard with probability q; it takes the first C. With X ~ Binomial(n, q), the
/// expectation and variance of min(C, X) are finite sums; they are summed within nine standard deviations of the mean,
/// by ratios of neighbouring probabilities from the mode outwards, so that nothing under- or overflows.
///
/// A record above a second's bytes borrows the following seconds: such a shard takes C = 1 MiB ÷ size records a second
/// in the long run, a fraction, and min(C, nq) is its expectation up to the run's first and last seconds.
///
/// @param mean expected records accepted in a second
/// @param variance of it
/// @param unhindered how likely a second stays below the limit
record AcceptedRecords(double mean, double variance, double unhindered) {
    private static final double FAR = 9;

    /// Records a second that a shard takes: the lesser of its two limits, a fraction for records above 1 MiB.
    static double capacity(int recordBytes) {
        if (recordBytes > ShardWriteBudget.BYTES_PER_SECOND) {
            return (double) ShardWriteBudget.BYTES_PER_SECOND / recordBytes;
        }
        return Math.min(ShardWriteBudget.RECORDS_PER_SECOND, ShardWriteBudget.BYTES_PER_SECOND / recordBytes);
    }

    /// @param records n, a second
    /// @param share q
    /// @param capacity C
    static AcceptedRecords of(long records, double share, double capacity) {
        double load = records * share;
        double spread = Math.sqrt(load * Math.max(0, 1 - share));
        if (load + FAR * (spread + 1) < capacity || share >= 1 || records == 0) {
            double mean = Math.min(load, capacity);
            boolean below = load <= capacity;
            return new AcceptedRecords(mean, below ? spread * spread : 0, below ? 1 : 0);
        }
        if (load - FAR * (spread + 1) > capacity) {
            return new AcceptedRecords(capacity, 0, 0);
        }
        if (capacity < 1 || capacity != Math.rint(capacity)) {
            boolean below = load < capacity;
            return new AcceptedRecords(Math.min(load, capacity), below ? spread * spread : 0, below ? 1 : 0);
        }
        return summed(records, share, capacity, load, spread);
    }

    private static AcceptedRecords summed(long records, double share, double capacity, double load, double spread) {
        long mode = Math.min(records, (long) ((records + 1) * share));
        long from = Math.max(0, (long) Math.floor(load - FAR * (spread + 1)));
        long to = Math.min(records, (long) Math.ceil(load + FAR * (spread + 1)));
        double odds = share / (1 - share);
        Sums sums = new Sums(capacity);
        sums.add(mode, 1);
        double weight = 1;
        for (long x = mode; x < to; x++) {
            weight *= (double) (records - x) / (x + 1) * odds;
            sums.add(x + 1, weight);
        }
        weight = 1;
        for (long x = mode; x > from; x--) {
            weight *= x / ((double) (records - x + 1) * odds);
            sums.add(x - 1, weight);
        }
        double mean = sums.accepted / sums.weight;
        return new AcceptedRecords(
                mean, Math.max(0, sums.acceptedSquared / sums.weight - mean * mean), sums.below / sums.weight);
    }

    private static final class Sums {
        private final double capacity;
        private double weight;
        private double accepted;
        private double acceptedSquared;
        private double below;

        Sums(double capacity) {
            this.capacity = capacity;
        }

        void add(long arrived, double likelihood) {
            double taken = Math.min(capacity, (double) arrived);
            weight += likelihood;
            accepted += likelihood * taken;
            acceptedSquared += likelihood * taken * taken;
            if (arrived < capacity) {
                below += likelihood;
            }
        }
    }
}
