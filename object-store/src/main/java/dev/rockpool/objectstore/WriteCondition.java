package dev.rockpool.objectstore;

import java.util.Optional;

/// What must hold of a key for a write to happen; judged and written under the key's lock.
///
/// @param ifMatch the ETag that the current version must have, without quotes, or `*` for any
/// @param ifNoneMatch whether there must be no current version (`If-None-Match: *`); a delete marker counts as none
public record WriteCondition(Optional<String> ifMatch, boolean ifNoneMatch) {
    /// Nothing.
    public static final WriteCondition NONE = new WriteCondition(Optional.empty(), false);

    /// Only if the key is free.
    public static final WriteCondition ABSENT = new WriteCondition(Optional.empty(), true);
}
