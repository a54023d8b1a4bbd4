/// The platform that runs inside the app: opened when a screen first needs it, shared by all screens, closed on exit.
///
/// Terms: it **serves** while its endpoints answer on their ports; without them it is there for the screens alone.
@NullMarked
package dev.rockpool.app.platform;

import org.jspecify.annotations.NullMarked;
