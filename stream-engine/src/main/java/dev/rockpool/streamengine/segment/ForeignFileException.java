package dev.rockpool.streamengine.segment;

import java.io.IOException;
import java.nio.file.Path;

/// A file under the engine's name is not the engine's.
public final class ForeignFileException extends IOException {
    private static final long serialVersionUID = 1;

    ForeignFileException(Path file) {
        super("File " + file + " was not written by Rockpool.");
    }
}
