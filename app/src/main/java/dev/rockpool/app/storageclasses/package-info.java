/// The stage of the lab *storage-classes*: the map of the cheapest class with a point to drag, and the classes side by
/// side.
@NullMarked
package dev.rockpool.app.storageclasses;

import org.jspecify.annotations.NullMarked;
