/// The tour: every screen, in every theme, state and size, painted to PNG files without a display.
///
/// Screens are reviewed by these pictures, and the checks that run while painting are tests: no stylesheet warning, no
/// clipped or shortened text, nothing outside its parent, contrast of text against its ground, type large enough for a
/// room in projector mode.
///
/// Terms: a **stop** is one thing to be shown, in each of its **states**; a **fault** is something a check found.
///
/// Pictures are the same at each run: data are made from one seed and a clock that stands.
@NullMarked
package dev.rockpool.app.tour;

import org.jspecify.annotations.NullMarked;
