package dev.rockpool.app.streams;

import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamRecord;

/// A record that was read, and where.
record BrowsedRecord(ShardId shard, StreamRecord record) {}
