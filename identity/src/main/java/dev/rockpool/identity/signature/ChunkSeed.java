package dev.rockpool.identity.signature;

/// What the signatures of a body's chunks start from.
public final class ChunkSeed {
    private final SigningKey key;
    private final String timestamp;
    private final CredentialScope scope;
    private final String signature;

    ChunkSeed(SigningKey key, String timestamp, CredentialScope scope, String signature) {
        this.key = key;
        this.timestamp = timestamp;
        this.scope = scope;
        this.signature = signature;
    }

    /// The verifier of one body. Each body needs its own, for every signature builds on the one before.
    public ChunkVerifier verifier() {
        return new ChunkVerifier(key, timestamp, scope, signature);
    }
}
