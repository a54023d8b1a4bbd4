package dev.rockpool.costmodel.fleet;

/// A fleet scenario that Rockpool ships.
///
/// @param id for places, saved files and the texts about it
/// @param scenario what it opens
/// @param source the page that its lesson is from
public record FleetPreset(String id, FleetScenario scenario, String source) {}
