package dev.rockpool.objectstore.volume;

import java.io.IOException;
import java.nio.file.Path;

/// A later Rockpool wrote the file.
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param version as the file says
    public NewerFormatException(Path file, int version) {
        super(file + " has format " + version + ", which this Rockpool does not know");
    }
}
