package dev.rockpool.lifecycle;

import java.util.List;

/// The lifecycle rules of one bucket, in the order they were written.
///
/// @param rules each with an id of its own
public record LifecycleConfiguration(List<LifecycleRule> rules) {
    /// The most rules a configuration may have.
    public static final int MOST_RULES = 1_000;

    /// No rules: everything stays where it is.
    public static final LifecycleConfiguration NONE = new LifecycleConfiguration(List.of());

    public LifecycleConfiguration {
        rules = List.copyOf(rules);
    }
}
