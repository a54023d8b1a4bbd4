/// The lab *shards*: does a stream take what producers send, and what would more shards change?
///
/// Terms are those of [dev.rockpool.streamengine]; limits too: [dev.rockpool.streamengine.ShardWriteBudget] and
/// [dev.rockpool.streamengine.ShardReadBudget] decide here as they do in the engine.
///
/// Invariants:
///
/// - offered = accepted + refused by count + refused by bytes; per shard, per second and in all.
/// - The same seed draws the same keys whatever the shards are, so that two layouts differ by the layout alone.
/// - Memory does not grow with the length of a run, but by eight bytes a second and shard while a consumer is behind.
@NullMarked
package dev.rockpool.simulators.shards;

import org.jspecify.annotations.NullMarked;
