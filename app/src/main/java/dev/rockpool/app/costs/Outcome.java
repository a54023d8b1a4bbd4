package dev.rockpool.app.costs;

import dev.rockpool.costmodel.scenario.Comparison;
import dev.rockpool.costmodel.scenario.Forecast;
import java.util.Optional;

/// What a design costs.
///
/// @param forecast of the scenario
/// @param comparison with what stands on the left
record Outcome(Forecast forecast, Optional<Comparison> comparison) {}
