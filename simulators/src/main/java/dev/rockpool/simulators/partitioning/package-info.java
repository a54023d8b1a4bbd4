/// The lab *partitioning*: what does a layout of keys cost to query?
///
/// Terms:
///
/// - **Key part**: a level of the key such as `year=2026/`; its column is a partition column.
/// - **Partition**: all files below one value of every key part; here one file each.
/// - **Pruning**: leaving partitions out that the filter rules out.
/// - **Catalog**: knows every partition, so that nothing has to be listed.
///
/// Sources: *How do I create partitioned tables* and *Partition projection* (Athena, 2026-10); Athena's prices
/// (at least 10 MB a query, started megabytes; 2026-10); ListObjectsV2 (1,000 keys a call).
///
/// [LayoutRepository] is the one class that talks to DuckDB: it counts real files of a small replica.
@NullMarked
package dev.rockpool.simulators.partitioning;

import org.jspecify.annotations.NullMarked;
