package dev.rockpool.lifecycle;

import java.util.List;

/// What is due for one key at one midnight.
///
/// @param day the midnight
/// @param events in the order they are done; not empty
/// @param then the key once they are done
public record Due(long day, List<LifecycleEvent> events, KeyLifecycle then) {
    public Due {
        events = List.copyOf(events);
    }
}
