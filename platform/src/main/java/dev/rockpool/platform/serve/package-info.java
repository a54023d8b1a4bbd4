/// A platform on its ports: the object store, the stream engine, the key and token services, and on each port the
/// control routes below `/_rockpool/`.
@NullMarked
package dev.rockpool.platform.serve;

import org.jspecify.annotations.NullMarked;
