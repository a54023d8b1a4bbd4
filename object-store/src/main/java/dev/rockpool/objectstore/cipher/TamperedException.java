package dev.rockpool.objectstore.cipher;

import java.io.IOException;

/// Sealed bytes were changed, moved or cut off, or the key is another.
public final class TamperedException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param what does not open
    public TamperedException(String what) {
        super(what);
    }
}
