package dev.rockpool.objectstore.access;

/// What a grant permits.
public enum Permission {
    /// List a bucket; read an object.
    READ,
    /// Create, overwrite and delete objects of a bucket.
    WRITE,
    /// Read the ACL.
    READ_ACP,
    /// Write the ACL.
    WRITE_ACP,
    /// All of them.
    FULL_CONTROL;

    /// Whether who has this may do what needs `needed`.
    public boolean gives(Permission needed) {
        return this == FULL_CONTROL || this == needed;
    }
}
