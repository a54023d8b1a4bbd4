package dev.rockpool.objectstore.volume;

import java.io.IOException;
import java.nio.file.Path;

/// Something that was acknowledged is broken on disk.
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param offset where in the file
    /// @param what is wrong there
    public DamagedException(Path file, long offset, String what) {
        super(file + " is damaged at byte " + offset + ": " + what);
    }
}
