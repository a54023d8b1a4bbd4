package dev.rockpool.app.fleet;

import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.fleet.WhatIf;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The cheapest rules that were found, and what they hang on.
///
/// @param plan under these rules
/// @param sensitivity one assumption changed each
/// @param breakEvenReads the factor on all reads at which they save nothing
/// @param band their total over several draws; empty for a report, which is not drawn
public record FleetFound(
        Plan plan, List<WhatIf.Sensitivity> sensitivity, OptionalDouble breakEvenReads, Optional<WhatIf.Band> band) {
    public FleetFound {
        sensitivity = List.copyOf(sensitivity);
    }
}
