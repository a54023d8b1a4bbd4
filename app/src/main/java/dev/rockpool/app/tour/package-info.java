/// The tour: every screen, in every theme, state and size, painted to PNG files without a display.
///
/// Screens are reviewed by these pictures, and the checks that run while painting are tests: no stylesheet warning, no
/// clipped or shortened text, nothing outside its parent, contrast of text against its ground.
///
/// Terms: a **stop** is one thing to be shown, in each of its **states**; a **fault** is something a check found.
@NullMarked
package dev.rockpool.app.tour;

import org.jspecify.annotations.NullMarked;
