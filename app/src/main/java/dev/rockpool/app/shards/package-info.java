/// The stage of the lab *shards*: the hash ring as ranges, and each shard as a tank that fills against its two limits.
///
/// Terms: the **ring** is drawn as a band from 0 to 2¹²⁸; a **tank** shows what a shard took of a limit in the last
/// second, and above the limit, hatched, what it refused; the **lineage** is how the ring was cut before.
@NullMarked
package dev.rockpool.app.shards;

import org.jspecify.annotations.NullMarked;
