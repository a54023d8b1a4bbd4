package dev.rockpool.app.branches;

import dev.rockpool.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// An event of a platform, in a sentence.
///
/// @param number rising by one on its platform
/// @param cost what it costs by itself, if it costs something
record Told(long number, Instant at, String sentence, Optional<Money> cost) {}
