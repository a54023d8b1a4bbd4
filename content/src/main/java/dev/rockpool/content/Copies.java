package dev.rockpool.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Unmodifiable copies that keep the order of the file, so that what was read can be written again as it was.
final class Copies {
    private Copies() {}

    static <K, V extends @Nullable Object> Map<K, V> ordered(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
