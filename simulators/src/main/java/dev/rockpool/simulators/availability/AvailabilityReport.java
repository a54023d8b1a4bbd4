package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.LabJson;
import java.math.BigDecimal;
import java.math.MathContext;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `availability`, `unavailability`, `downtimeSecondsPerYear`,
/// `downtimeSecondsPerQuarter`, `downtimeSecondsPerMonth`, `convention`, `target`,
/// `errorBudgetSecondsPerMonth`, `meetsTarget`, `creditShare`.
final class AvailabilityReport {
    private static final MathContext DIGITS = new MathContext(15);

    private AvailabilityReport() {}

    static ObjectNode of(AvailabilityResult result) {
        AvailabilityScenario scenario = result.scenario();
        double down = result.unavailability();
        ObjectNode json = LabJson.object();
        json.put("availability", availability(down));
        json.put("unavailability", LabJson.exact(down));
        json.put("downtimeSecondsPerYear", seconds(down * scenario.convention().yearSeconds()));
        json.put(
                "downtimeSecondsPerQuarter",
                seconds(down * scenario.convention().quarterSeconds()));
        json.put("downtimeSecondsPerMonth", seconds(down * scenario.convention().monthSeconds()));
        json.put("convention", scenario.convention().word());
        json.put("target", LabJson.decimal(scenario.target()));
        json.put(
                "errorBudgetSecondsPerMonth",
                LabJson.decimal(AvailabilityFigures.budgetShare(scenario)
                        * scenario.convention().monthSeconds()));
        json.put("meetsTarget", down <= AvailabilityFigures.budgetShare(scenario));
        json.put("creditShare", LabJson.decimal(scenario.serviceLevel().credit(down)));
        return json;
    }

    /// Without the last digit, in which products of decimal fractions are off.
    private static BigDecimal seconds(double seconds) {
        return LabJson.exact(BigDecimal.valueOf(seconds).round(DIGITS).doubleValue());
    }

    /// 1 − `down`, with all digits that `down` has.
    static BigDecimal availability(double down) {
        return BigDecimal.ONE
                .subtract(BigDecimal.valueOf(down).round(DIGITS))
                .stripTrailingZeros()
                .add(BigDecimal.ZERO);
    }
}
