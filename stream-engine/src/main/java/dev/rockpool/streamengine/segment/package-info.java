/// The files of the stream engine.
@NullMarked
package dev.rockpool.streamengine.segment;

import org.jspecify.annotations.NullMarked;
