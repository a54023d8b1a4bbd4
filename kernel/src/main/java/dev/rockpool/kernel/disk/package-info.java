/// What the engines need of a file system, and no more: one for this machine, and one in memory that fails on demand.
///
/// Terms:
///
/// - **Force**: makes what was written to a file durable; an fsync.
/// - **Power loss**: all that was not forced may be gone, there, or there in part; names too.
///
/// Whoever stores for others writes through [Disk], so that its tests can tear writes, fill the disk and lose power
/// ([FaultyDisk]).
@NullMarked
package dev.rockpool.kernel.disk;

import org.jspecify.annotations.NullMarked;
