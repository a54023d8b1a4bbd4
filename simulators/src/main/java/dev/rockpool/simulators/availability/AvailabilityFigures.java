package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The numbers of a run, each with its formula and today's values.
final class AvailabilityFigures {
    static final String AVAILABILITY = "availability";
    static final String NINES = "nines";
    static final String YEAR = "downtime-year";
    static final String QUARTER = "downtime-quarter";
    static final String MONTH = "downtime-month";
    static final String BUDGET = "budget-month";
    static final String USED = "budget-used";
    static final String CREDIT = "credit";
    static final String WEAKEST = "weakest";
    static final String SIMULATED = "simulated-downtime";

    private AvailabilityFigures() {}

    /// The share of time that the target leaves for being down, without the rounding of 1 − 0.999.
    static double budgetShare(AvailabilityScenario scenario) {
        return BigDecimal.ONE.subtract(BigDecimal.valueOf(scenario.target())).doubleValue();
    }

    static double nines(double down) {
        return down == 0 ? Double.POSITIVE_INFINITY : -StrictMath.log10(down);
    }

    static List<Figure> of(
            AvailabilityScenario scenario, double down, LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        Convention convention = scenario.convention();
        double month = convention.monthSeconds();
        double budget = budgetShare(scenario) * month;
        String share = Unit.CHANCE.number(down);
        double weakest = scenario.system().parts().stream()
                .mapToDouble(Component::unavailability)
                .max()
                .orElse(0);
        return List.of(
                parts.figure(AVAILABILITY, Unit.FINE_SHARE, 1 - down, Formula.of(scenario.system(), parts.texts())),
                parts.figure(NINES, Unit.NINES, nines(down), parts.texts().get("figure.nines.worked", share)),
                span(parts, YEAR, share, down, convention.yearSeconds()),
                span(parts, QUARTER, share, down, convention.quarterSeconds()),
                span(parts, MONTH, share, down, month),
                parts.figure(
                        BUDGET,
                        Unit.DOWNTIME,
                        budget,
                        parts.texts()
                                .get(
                                        "figure.budget-month.worked",
                                        Unit.FINE_SHARE.format(scenario.target()),
                                        Unit.DOWNTIME.format(month))),
                parts.figure(
                        USED,
                        Unit.SHARE,
                        budget == 0 ? Double.POSITIVE_INFINITY : down * month / budget,
                        parts.texts()
                                .get(
                                        "figure.budget-used.worked",
                                        Unit.DOWNTIME.format(down * month),
                                        Unit.DOWNTIME.format(budget))),
                parts.figure(
                        CREDIT,
                        Unit.SHARE,
                        scenario.serviceLevel().credit(down),
                        parts.texts().get("figure.credit.worked", Unit.FINE_SHARE.format(1 - down))),
                parts.figure(
                        WEAKEST,
                        Unit.FINE_SHARE,
                        1 - weakest,
                        parts.texts()
                                .get(
                                        "figure.weakest.worked",
                                        scenario.system().parts().size())));
    }

    private static Figure span(
            LabParts<AvailabilityScenario, AvailabilityResult> parts,
            String id,
            String share,
            double down,
            double seconds) {
        return parts.figure(
                id,
                Unit.DOWNTIME,
                down * seconds,
                parts.texts().get("figure.downtime.worked", share, Unit.DOWNTIME.format(seconds)));
    }

    /// The downtime of the simulated days, beside what the diagram foresees for as many.
    static Figure simulated(
            LabParts<AvailabilityScenario, AvailabilityResult> parts, double seconds, double expected, double days) {
        return parts.figure(
                SIMULATED,
                Unit.DOWNTIME,
                seconds,
                OptionalDouble.of(expected),
                Optional.empty(),
                parts.texts().get("figure.simulated-downtime.worked", Unit.DAYS.format(days)));
    }
}
