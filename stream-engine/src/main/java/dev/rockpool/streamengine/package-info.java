/// The mini stream engine, in process: streams of shards with honest limits, on one clock, durable.
///
/// Terms (the service's own; Amazon Kinesis Data Streams API 2013-12-02):
///
/// - **Stream**: a named sequence of records, cut into shards. **Shard**: the owner of a range of the hash ring, with
///   a write and a read limit of its own.
/// - **Partition key**: what a producer gives with a record; its MD5 is a place on the ring, which decides the shard.
/// - **Sequence number**: a record's number, rising in its shard.
/// - **Split, merge**: closes one or two shards and opens two or one that own the same range; parents stay readable
///   until their records expire.
/// - **Retention**: how long a record can be read; **trim horizon**: the oldest record that can be.
/// - **Shard iterator**: a place in a shard, for *GetRecords*; its callers share a shard's read limit. **Enhanced
///   fan-out consumer**: a registered reader with a read limit of its own.
/// - **Refusal**: the service's *no*, with its code and sentence ([StreamRefusal]).
///
/// Invariants:
///
/// - Acknowledged means durable, once, in order, unchanged; a record that was never put is never read.
/// - Time comes from one `InstantSource`. Nothing sleeps and no thread runs on its own: what falls due (a stream
///   becomes active, a shard expires, an on-demand stream splits) is done at the next call, with the time at which it
///   was due; [StreamEngine#settle] does it at once, [StreamEngine#nextDue] says when.
/// - Records put while a stream has a key are on the disk only as AES-256-GCM boxes, partition keys with them. Their
///   data key is durable, wrapped, among the stream's properties before the first record that it seals; each opening of
///   a stream, and each key it is switched to, makes another. The engine keeps in memory the one that seals, and asks
///   [DataKeys] at each read for those that open, so that a key that is disabled refuses at once. A box that was
///   changed is an error.
/// - Limits are those of [ShardWriteBudget] and [ShardReadBudget] alone.
/// - Everything is bounded: names, counts, sizes, memory.
///
/// Megabytes of limits and sizes are binary (2²⁰) throughout.
///
/// Files are the business of [dev.rockpool.streamengine.segment].
@NullMarked
package dev.rockpool.streamengine;

import org.jspecify.annotations.NullMarked;
