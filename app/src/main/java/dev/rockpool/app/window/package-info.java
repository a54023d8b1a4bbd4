/// The window itself: where it was, and that there is only one.
///
/// Files in the data directory, both small, both replaced as a whole (written beside and moved):
///
/// - `window.properties`: UTF-8 properties `x`, `y`, `width`, `height` (pixels of the desktop), `maximised`
///   (`true`/`false`), `screen` (a screen's id), `zoom` (per cent), `theme` (`SYSTEM`/`LIGHT`/`DARK`). A value that
///   cannot be read is as good as absent.
/// - `instance`: one line, `<port> <token>`: where the running app listens on the loopback interface, and the token
///   (32 hexadecimal digits) that a second start must say. Mode 0600. Beside it `instance.lock`, empty, on which the
///   running app holds an operating-system lock, which ends with its process however that ends.
@NullMarked
package dev.rockpool.app.window;

import org.jspecify.annotations.NullMarked;
