/// The ordered index over what the volumes hold: a map of byte strings in the order of their unsigned bytes.
///
/// Terms:
///
/// - **Index**: derived from the log of changes and never trusted over it; a missing or damaged one is built anew.
/// - **Checkpoint**: the moment up to which an index is on disk; what the log holds beyond it is applied on opening.
///
/// Invariant: applying the same changes in the same order again leads to the same index.
@NullMarked
package dev.rockpool.objectstore.index;

import org.jspecify.annotations.NullMarked;
