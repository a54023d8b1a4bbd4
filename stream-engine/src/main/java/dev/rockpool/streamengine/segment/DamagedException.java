package dev.rockpool.streamengine.segment;

import java.io.IOException;
import java.nio.file.Path;

/// A file holds something that was never written there: not a torn tail, which recovery cuts, but damage to what was
/// acknowledged. Nothing was changed.
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    DamagedException(Path file, long offset, String what) {
        super("File " + file + " is damaged at byte " + offset + ": " + what + ".");
    }
}
