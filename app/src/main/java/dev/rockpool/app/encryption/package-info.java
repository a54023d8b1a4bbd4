/// The stage of the lab *encryption*: the stations of a reader's path, the envelope with its keys and bytes, and the
/// table of every reader in every mode.
@NullMarked
package dev.rockpool.app.encryption;

import org.jspecify.annotations.NullMarked;
