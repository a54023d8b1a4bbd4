package dev.rockpool.study;

import java.time.Instant;

/// The present, read from the clock once a call.
///
/// @param now to the millisecond, as the tables keep it
/// @param today the study day of `now`
record Moment(Instant now, long today) {}
