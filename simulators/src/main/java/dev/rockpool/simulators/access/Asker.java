package dev.rockpool.simulators.access;

/// Who asks.
public enum Asker {
    /// A session of a role of the account that owns the bucket.
    ROLE,
    /// A session of a role of another account.
    PARTNER,
    /// Somebody who does not sign.
    ANYBODY,
    /// The root user of the account that owns the bucket.
    ROOT;

    /// Whether policies of its own count: not for who does not sign, nor for the root user.
    public boolean hasPolicies() {
        return this == ROLE || this == PARTNER;
    }

    /// Whether the requests of who is refused are charged to the bucket: those of its own account (S3 user
    /// guide, *Billing for Amazon S3 error responses*).
    boolean isOfOwner() {
        return this == ROLE || this == ROOT;
    }
}
