package dev.rockpool.simulators.access;

import dev.rockpool.kernel.Money;
import java.util.Optional;

/// A way beside the one that is taken.
///
/// @param route which
/// @param outcome of the same request on it
/// @param monthly what a month of such requests costs on it, as far as they are allowed, if the prices are
///     known
public record WayState(Route route, Outcome outcome, Optional<Money> monthly) {}
