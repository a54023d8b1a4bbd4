/// The settings screen.
///
/// What is chosen holds at once, and a notice offers to undo it; there is no “apply”.
@NullMarked
package dev.rockpool.app.settings;

import org.jspecify.annotations.NullMarked;
