package dev.rockpool.study.anki;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Reads what Anki's latest packages compress. The native library is loaded with the first of them.
final class Zstandard {
    /// The largest window that is accepted: 128 MiB, as the zstd command accepts.
    private static final int LARGEST_WINDOW_LOG = 27;

    private Zstandard() {}

    static InputStream reading(InputStream compressed) throws IOException {
        ZstdInputStream stream = new ZstdInputStream(compressed);
        stream.setLongMax(LARGEST_WINDOW_LOG);
        return stream;
    }
}
