/// Claims, corrections and sources as they are drawn on every screen that shows them.
///
/// Terms: a **verdict** is told three ways at once, by shape, word and colour; a **correction** stands beside the
/// documented statement, never instead of it; a **source** says whose words it is and when it was read.
@NullMarked
package dev.rockpool.app.claim;

import org.jspecify.annotations.NullMarked;
