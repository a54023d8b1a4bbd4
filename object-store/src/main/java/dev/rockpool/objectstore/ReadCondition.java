package dev.rockpool.objectstore;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// When an object is wanted; judged as RFC 9110, section 13.2.2, orders it.
///
/// @param ifMatch ETags without quotes, or `*`; empty if not given
/// @param ifNoneMatch the same
public record ReadCondition(
        List<String> ifMatch,
        List<String> ifNoneMatch,
        Optional<Instant> ifModifiedSince,
        Optional<Instant> ifUnmodifiedSince) {
    /// Always.
    public static final ReadCondition NONE =
            new ReadCondition(List.of(), List.of(), Optional.empty(), Optional.empty());

    public ReadCondition {
        ifMatch = List.copyOf(ifMatch);
        ifNoneMatch = List.copyOf(ifNoneMatch);
    }
}
