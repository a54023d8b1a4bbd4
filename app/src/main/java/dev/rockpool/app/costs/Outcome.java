package dev.rockpool.app.costs;

import dev.rockpool.app.fleet.FleetOutcome;
import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.Plan;
import dev.rockpool.costmodel.scenario.Comparison;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.storage.StorageMonth;
import java.util.List;
import java.util.Optional;

/// What a design costs.
///
/// @param forecast of the scenario
/// @param comparison with what stands on the left
/// @param fleet of a fleet, the plans that the forecasts are of
record Outcome(Forecast forecast, Optional<Comparison> comparison, Optional<FleetOutcome> fleet) {
    /// What services cost.
    static Outcome of(Design design, PriceBook prices) {
        Forecast forecast = Forecast.of(design.scenario(), prices);
        return new Outcome(
                forecast,
                design.left().map(left -> Comparison.of(Forecast.of(left, prices), forecast)),
                Optional.empty());
    }

    /// What a fleet costs: its rules on the right, what they are compared with on the left.
    static Outcome of(FleetOutcome fleet, PriceBook prices) {
        Plan against = switch (fleet.scenario().against()) {
            case NOTHING -> fleet.plans().nothing();
            case INTELLIGENT_TIERING -> fleet.plans().intelligentTiering();
        };
        Forecast right = forecast(fleet.scenario(), fleet.plans().rules(), prices);
        Forecast left = forecast(fleet.scenario(), against, prices);
        return new Outcome(right, Optional.of(Comparison.of(left, right)), Optional.of(fleet));
    }

    private static Forecast forecast(FleetScenario scenario, Plan plan, PriceBook prices) {
        List<List<UsageLine>> months = plan.months().stream()
                .map(StorageMonth::bill)
                .map(Bill::lines)
                .map(lines -> lines.stream().map(BillLine::usage).toList())
                .toList();
        return Forecast.of(CostScenario.EMPTY.in(scenario.region()).over(scenario.months()), months, prices);
    }
}
