package dev.rockpool.simulators.shards;

/// What equal shards accept of a stream with one hot key and many others, in closed form.
///
/// The hot key's shard is offered the hot key and its part of the others; every other shard only its part. Each takes
/// what it has room for.
///
/// @param load of the whole stream, in shards' capacities
/// @param share of the hot key, 0 to 1
/// @param shards of equal ranges
public record HotKeyAcceptance(double load, double share, int shards) {
    /// What a shard is offered of the other keys.
    public double others() {
        return load * (1 - share) / shards;
    }

    /// What the hot key's shard is offered.
    public double hottest() {
        return load * share + others();
    }

    /// What is accepted, in shards' capacities.
    public double accepted() {
        return Math.min(1, hottest()) + (shards - 1) * Math.min(1, others());
    }

    /// What is accepted, as a share of what is offered.
    public double fraction() {
        return accepted() / load;
    }
}
