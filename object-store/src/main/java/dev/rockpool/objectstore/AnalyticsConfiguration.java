package dev.rockpool.objectstore;

import java.util.Map;
import java.util.Optional;

/// Storage-class analysis of a part of a bucket.
///
/// @param id unique in its bucket
/// @param prefix of the keys analysed
/// @param tags that an object must carry
/// @param destinationBucket where a daily CSV goes, if it does
/// @param destinationPrefix empty for none
public record AnalyticsConfiguration(
        String id,
        Optional<String> prefix,
        Map<String, String> tags,
        Optional<String> destinationBucket,
        Optional<String> destinationPrefix) {
    public AnalyticsConfiguration {
        tags = Map.copyOf(tags);
    }

    /// Whether an object belongs to what is analysed.
    boolean matches(String key, Map<String, String> objectTags) {
        return key.startsWith(prefix.orElse("")) && objectTags.entrySet().containsAll(tags.entrySet());
    }

    /// Whether the same objects belong to the other one.
    boolean looksAtTheSameAs(AnalyticsConfiguration other) {
        return prefix.orElse("").equals(other.prefix.orElse("")) && tags.equals(other.tags);
    }
}
