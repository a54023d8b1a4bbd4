/// The opening screen: what to do now, how the last days went, and what to read next.
///
/// Terms: the **agenda** is what the present study day holds; a **reading** is a documented question to read next,
/// least mastered first.
///
/// Invariant: the frame is painted before any data is read, and nothing moves when the data comes.
@NullMarked
package dev.rockpool.app.today;

import org.jspecify.annotations.NullMarked;
