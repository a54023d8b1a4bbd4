package dev.rockpool.lifecycle;

/// Where an object lies inside Intelligent-Tiering; the storage class stays the same.
public enum AccessTier {
    FREQUENT,
    INFREQUENT,
    ARCHIVE_INSTANT,
    /// Opt-in; must be restored, adds the overhead of an archive.
    ARCHIVE,
    /// Opt-in; must be restored, adds the overhead of an archive.
    DEEP_ARCHIVE;

    /// Whether an object must be restored before it can be read, and carries an archive's overhead.
    public boolean isArchive() {
        return this == ARCHIVE || this == DEEP_ARCHIVE;
    }
}
