/// The desktop application put together: which screens there are, how the data is opened and closed, the window.
///
/// Order of a start: the right to be the one app of the data directory; the window's memory (one small file); the
/// shell, painted; then, in the background, the database, the decks and the schedule; then the screens.
@NullMarked
package dev.rockpool.app.desktop;

import org.jspecify.annotations.NullMarked;
