package dev.rockpool.objectstore;

import java.util.Optional;

/// What must hold of a key for a write to happen; judged and written under the key's lock. A delete marker counts as
/// no version.
///
/// @param ifMatch the ETag that the current version must have, without quotes, or `*` for any
/// @param ifNoneMatch the ETag that the current version must not have, or `*`: there must be none
public record WriteCondition(Optional<String> ifMatch, Optional<String> ifNoneMatch) {
    /// Nothing.
    public static final WriteCondition NONE = new WriteCondition(Optional.empty(), Optional.empty());

    /// Only if the key is free.
    public static final WriteCondition ABSENT = new WriteCondition(Optional.empty(), Optional.of("*"));

    /// Only over the version with this ETag, or over any (`*`); nothing if empty.
    public static WriteCondition over(Optional<String> etag) {
        return etag.isEmpty() ? NONE : new WriteCondition(etag, Optional.empty());
    }
}
