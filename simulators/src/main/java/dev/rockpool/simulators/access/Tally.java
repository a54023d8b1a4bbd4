package dev.rockpool.simulators.access;

/// Requests that were drawn.
///
/// @param drawn how many
/// @param allowed how many of them were allowed
/// @param bytes that those moved
public record Tally(long drawn, long allowed, double bytes) {
    static final Tally NOTHING = new Tally(0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(drawn + other.drawn, allowed + other.allowed, bytes + other.bytes);
    }

    /// How many were not.
    public long refused() {
        return drawn - allowed;
    }
}
