package dev.rockpool.identity.signature;

import dev.rockpool.identity.signature.RequestHead.Header;
import java.util.List;

/// Signs the chunks of one body, in order.
public final class ChunkSigner {
    private final ChunkVerifier chain;

    ChunkSigner(ChunkVerifier chain) {
        this.chain = chain;
    }

    /// The signature of the next chunk; the last is empty.
    ///
    /// @param sha256 the digest of the chunk's data, 32 bytes
    public String chunk(byte[] sha256) {
        return chain.nextChunk(sha256);
    }

    /// The signature of the trailer.
    public String trailer(List<Header> trailer) {
        return chain.nextTrailer(trailer);
    }
}
