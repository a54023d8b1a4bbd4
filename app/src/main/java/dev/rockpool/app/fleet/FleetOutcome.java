package dev.rockpool.app.fleet;

import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.WhatIf;

/// What came of a fleet scenario.
///
/// @param scenario that was played
/// @param plans under its rules, without any, and in Intelligent-Tiering
/// @param objects how many there were over all months
public record FleetOutcome(FleetScenario scenario, WhatIf.Comparison plans, long objects) {}
