package dev.rockpool.streamengine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What hangs on a stream or a consumer and changes nothing about its records.
///
/// @param tags by key
/// @param policy who else may do what with it, as the JSON that was put
public record ResourceProperties(SequencedMap<String, String> tags, Optional<String> policy) {
    /// Nothing.
    public static final ResourceProperties NONE = new ResourceProperties(new TreeMap<>(), Optional.empty());

    public ResourceProperties {
        tags = Collections.unmodifiableSequencedMap(new TreeMap<>(tags));
    }

    /// The same with other tags.
    public ResourceProperties withTags(Map<String, String> other) {
        return new ResourceProperties(new TreeMap<>(other), policy);
    }

    /// The same with another policy, or none.
    public ResourceProperties withPolicy(Optional<String> other) {
        return new ResourceProperties(tags, other);
    }
}
