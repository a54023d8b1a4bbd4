package dev.rockpool.identity.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known about a request: condition keys and their values. Names of keys are compared without
/// regard to case.
public final class RequestContext {
    /// Nothing known.
    public static final RequestContext EMPTY = new RequestContext(Map.of());

    private final Map<String, List<String>> values;

    private RequestContext(Map<String, List<String>> values) {
        this.values = values;
    }

    /// Starts an empty context.
    public static Builder builder() {
        return new Builder(new TreeMap<>());
    }

    /// A builder that starts with what is here.
    public Builder toBuilder() {
        return new Builder(new TreeMap<>(values));
    }

    /// The values of a key; empty if the request has none.
    public List<String> values(String key) {
        return values.getOrDefault(key.toLowerCase(Locale.ROOT), List.of());
    }

    /// Whether the request has the key, if only with an empty text.
    public boolean has(String key) {
        return !values(key).isEmpty();
    }

    /// The value of a key that has exactly one.
    public Optional<String> single(String key) {
        List<String> all = values(key);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /// Collects keys and values.
    public static final class Builder {
        private final Map<String, List<String>> values;

        private Builder(Map<String, List<String>> values) {
            this.values = values;
        }

        /// Sets a key, replacing what it had; no values means that the request lacks it.
        public Builder put(String key, List<String> keyValues) {
            String name = key.toLowerCase(Locale.ROOT);
            if (keyValues.isEmpty()) {
                values.remove(name);
            } else {
                values.put(name, List.copyOf(keyValues));
            }
            return this;
        }

        /// Sets a key to one value, replacing what it had.
        public Builder put(String key, String value) {
            return put(key, List.of(value));
        }

        /// Sets a key unless it has a value already.
        public Builder putIfAbsent(String key, String value) {
            values.putIfAbsent(key.toLowerCase(Locale.ROOT), List.of(value));
            return this;
        }

        /// What was collected.
        public RequestContext build() {
            return new RequestContext(Map.copyOf(values));
        }
    }
}
