package dev.rockpool.streamengine;

/// What *DescribeLimits* answers.
///
/// @param shardLimit how many provisioned shards may be open
/// @param openShards how many are
/// @param onDemandStreamLimit how many on-demand streams there may be
/// @param onDemandStreams how many there are
public record AccountLimits(int shardLimit, int openShards, int onDemandStreamLimit, int onDemandStreams) {}
