/// The stage of the lab *availability*: the block diagram, and a year of days with its incidents.
@NullMarked
package dev.rockpool.app.availability;

import org.jspecify.annotations.NullMarked;
