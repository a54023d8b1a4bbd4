/// The embedded H2 file: open, migrate, map, back up.
@NullMarked
package dev.rockpool.database;

import org.jspecify.annotations.NullMarked;
