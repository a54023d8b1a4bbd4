package dev.rockpool.streamengine.segment;

import java.io.IOException;
import java.nio.file.Path;

/// A file is of a version that this Rockpool does not know.
public final class NewerFormatException extends IOException {
    private static final long serialVersionUID = 1;

    NewerFormatException(Path file, int version) {
        super("File " + file + " is of format version " + version + ".");
    }
}
