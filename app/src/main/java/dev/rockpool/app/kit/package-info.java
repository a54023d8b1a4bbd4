/// Small pieces that several screens are made of: key hints, figures, bars, empty states.
///
/// Nothing here knows a screen, a deck or the study service.
@NullMarked
package dev.rockpool.app.kit;

import org.jspecify.annotations.NullMarked;
