/// The stage of the lab *partitioning*: the levels of the key, which can be dragged, what a query looks into
/// on each, and other layouts beside this one.
@NullMarked
package dev.rockpool.app.partitioning;

import org.jspecify.annotations.NullMarked;
