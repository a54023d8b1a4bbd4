package dev.rockpool.identity.policy;

/// What a statement does with a request that it fits.
public enum Effect {
    /// Allows it, unless another denies it.
    ALLOW,
    /// Denies it, whatever others say.
    DENY
}
