package dev.rockpool.streamengine;

/// What *UpdateShardCount* answers.
///
/// @param current how many shards are open
/// @param target how many will be
public record ShardCountUpdate(int current, int target) {}
