package dev.rockpool.lifecycle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// Which objects a rule acts on: those that meet every predicate it has; without any, all of them.
///
/// @param ofRule whether the prefix stands in the rule itself, the form of before 2016; then it is the only predicate
/// @param prefix of the key
/// @param tags that an object must carry, each with its value; it may carry more
/// @param largerThan bytes that an object must exceed
/// @param smallerThan bytes that an object must stay below
public record LifecycleFilter(
        boolean ofRule,
        Optional<String> prefix,
        SequencedMap<String, String> tags,
        OptionalLong largerThan,
        OptionalLong smallerThan) {
    /// All objects.
    public static final LifecycleFilter ALL = new LifecycleFilter(
            false, Optional.empty(), Collections.emptyNavigableMap(), OptionalLong.empty(), OptionalLong.empty());

    public LifecycleFilter {
        tags = Collections.unmodifiableSequencedMap(new java.util.LinkedHashMap<>(tags));
    }

    /// Objects whose key begins with `prefix`.
    public static LifecycleFilter prefix(String prefix) {
        return new LifecycleFilter(false, Optional.of(prefix), ALL.tags, OptionalLong.empty(), OptionalLong.empty());
    }

    /// Whether a rule with this filter acts on an object. A delete marker has no tags and 0 bytes.
    public boolean matches(String key, long bytes, Map<String, String> objectTags) {
        return matchesKey(key)
                && (largerThan.isEmpty() || bytes > largerThan.getAsLong())
                && (smallerThan.isEmpty() || bytes < smallerThan.getAsLong())
                && (tags.isEmpty()
                        || tags.entrySet().stream()
                                .allMatch(tag -> tag.getValue().equals(objectTags.get(tag.getKey()))));
    }

    /// Whether a key has the prefix.
    public boolean matchesKey(String key) {
        return prefix.isEmpty() || key.startsWith(prefix.get());
    }

    /// Whether it names a size, which lifts the default minimum of transitions.
    public boolean namesSize() {
        return largerThan.isPresent() || smallerThan.isPresent();
    }

    /// The filter that matches what both match; empty if nothing can: their prefixes or the values of a tag differ.
    Optional<LifecycleFilter> and(LifecycleFilter other) {
        String one = prefix.orElse("");
        String two = other.prefix.orElse("");
        boolean apart = !one.startsWith(two) && !two.startsWith(one);
        SequencedMap<String, String> both = new java.util.LinkedHashMap<>(tags);
        for (Map.Entry<String, String> tag : other.tags.entrySet()) {
            apart |= !tag.getValue().equals(both.getOrDefault(tag.getKey(), tag.getValue()));
            both.put(tag.getKey(), tag.getValue());
        }
        if (apart) {
            return Optional.empty();
        }
        return Optional.of(new LifecycleFilter(
                false,
                prefix.isEmpty() ? other.prefix : Optional.of(one.length() > two.length() ? one : two),
                both,
                largerThan.isEmpty()
                                || (other.largerThan.isPresent()
                                        && other.largerThan.getAsLong() > largerThan.getAsLong())
                        ? other.largerThan
                        : largerThan,
                smallerThan.isEmpty()
                                || (other.smallerThan.isPresent()
                                        && other.smallerThan.getAsLong() < smallerThan.getAsLong())
                        ? other.smallerThan
                        : smallerThan));
    }

    /// How the service writes it in a refusal: `(prefix=logs/ and objectsizegreaterthan=500)`.
    String written() {
        List<String> parts = new ArrayList<>();
        prefix.ifPresent(text -> parts.add("prefix=" + text));
        tags.forEach((key, value) -> parts.add("tag: key=" + key + ", value=" + value));
        largerThan.ifPresent(bytes -> parts.add("objectsizegreaterthan=" + bytes));
        smallerThan.ifPresent(bytes -> parts.add("objectsizelessthan=" + bytes));
        return "(" + String.join(" and ", parts) + ")";
    }

    int predicates() {
        return (prefix.isPresent() ? 1 : 0)
                + tags.size()
                + (largerThan.isPresent() ? 1 : 0)
                + (smallerThan.isPresent() ? 1 : 0);
    }
}
