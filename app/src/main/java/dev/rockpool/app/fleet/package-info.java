/// Fleets on the Costs screen: objects that age under lifecycle rules, described by distributions or read from an
/// inventory report.
///
/// Terms are those of [dev.rockpool.costmodel.fleet]. [FleetDesk] does the work on the background; what can be set are
/// [FleetParameters] and the [RulesCard]; [FoundView] and [StockView] tell what came of it. The screen that holds the
/// undo history stands above this package and is known here as [FleetActs] only.
@NullMarked
package dev.rockpool.app.fleet;

import org.jspecify.annotations.NullMarked;
