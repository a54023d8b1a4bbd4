package dev.rockpool.simulators.encryption;

import java.util.Locale;

/// What a reader ends with.
public enum Outcome {
    /// The object.
    PLAINTEXT,
    /// Bytes that mean nothing without a key.
    CIPHERTEXT,
    /// A refusal.
    DENIED,
    /// Nothing, and nobody ever will.
    UNAVAILABLE;

    /// As results have it: `plaintext`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
