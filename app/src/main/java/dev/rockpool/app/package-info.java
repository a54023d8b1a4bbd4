/// The JavaFX shell, its screens, and the command line.
@NullMarked
package dev.rockpool.app;

import org.jspecify.annotations.NullMarked;
