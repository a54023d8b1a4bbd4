/// The stage of the lab *durability*: the shards of a stripe failing and healing, and the nines by each
/// method.
@NullMarked
package dev.rockpool.app.durability;

import org.jspecify.annotations.NullMarked;
