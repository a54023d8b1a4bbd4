package dev.rockpool.streamengine;

/// A place in a shard to read from, opaque to who holds it; usable for five minutes of the platform's clock.
///
/// @param token at most 512 characters
public record ShardIterator(String token) {
    @Override
    public String toString() {
        return token;
    }
}
