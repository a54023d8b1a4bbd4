package dev.rockpool.simulators.lifecycle;

import java.time.Instant;

/// A time in which all rules are disabled. What becomes due meanwhile is done at the first midnight after it.
///
/// @param from when they are disabled
/// @param until when they are enabled again, after `from`
public record Pause(Instant from, Instant until) {}
