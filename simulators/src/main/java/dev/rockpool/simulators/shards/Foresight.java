package dev.rockpool.simulators.shards;

/// What a second of the whole stream accepts, in closed form, while the shards stay as they are.
///
/// The variance of the sum counts that a record on one shard is none on another: Cov(Xᵢ, Xⱼ) = −n qᵢ qⱼ, damped by how
/// likely each of the two shards stays below its limit.
///
/// @param mean expected records accepted
/// @param variance of it
/// @param fluid records accepted if every second were like the mean: Σ min(C, n qᵢ)
/// @param overloaded shards whose mean load is above the limit
/// @param hottest the greatest share of a shard
record Foresight(double mean, double variance, double fluid, int overloaded, double hottest) {
    /// @param records a second
    /// @param shares of the shards, in the order of the ring
    /// @param recordBytes of every record
    static Foresight of(long records, double[] shares, int recordBytes) {
        double capacity = AcceptedRecords.capacity(recordBytes);
        double mean = 0;
        double variance = 0;
        double fluid = 0;
        double coupling = 0;
        double couplingOfEach = 0;
        int overloaded = 0;
        double hottest = 0;
        double lastShare = -1;
        AcceptedRecords last = new AcceptedRecords(0, 0, 1);
        for (double share : shares) {
            if (share != lastShare) {
                last = AcceptedRecords.of(records, share, capacity);
                lastShare = share;
            }
            mean += last.mean();
            variance += last.variance();
            coupling += share * last.unhindered();
            couplingOfEach += share * last.unhindered() * share * last.unhindered();
            fluid += Math.min(capacity, records * share);
            overloaded += records * share > capacity ? 1 : 0;
            hottest = Math.max(hottest, share);
        }
        double joint = variance - records * (coupling * coupling - couplingOfEach);
        return new Foresight(mean, Math.max(0, joint), fluid, overloaded, hottest);
    }
}
