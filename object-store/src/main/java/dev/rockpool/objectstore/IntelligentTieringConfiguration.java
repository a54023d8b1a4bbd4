package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.IntelligentTiering;
import java.util.Map;
import java.util.Optional;

/// Opt-in archive tiers for a part of a bucket.
///
/// @param id unique in its bucket
/// @param prefix of the keys meant
/// @param tags that an object must carry
public record IntelligentTieringConfiguration(
        String id, boolean enabled, Optional<String> prefix, Map<String, String> tags, IntelligentTiering tiers) {
    public IntelligentTieringConfiguration {
        tags = Map.copyOf(tags);
    }

    boolean matches(String key, Map<String, String> objectTags) {
        return enabled
                && prefix.map(key::startsWith).orElse(true)
                && objectTags.entrySet().containsAll(tags.entrySet());
    }
}
