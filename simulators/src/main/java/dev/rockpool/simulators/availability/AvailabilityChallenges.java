package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;

/// The challenges of the lab *availability*. Each says what is still missing, and notices when the task
/// was changed.
final class AvailabilityChallenges {
    private static final double FOUR_NINES = 1e-4;
    private static final double TWO_THOUSANDTHS = 2e-3;

    private final LabParts<AvailabilityScenario, AvailabilityResult> parts;

    private AvailabilityChallenges(LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        this.parts = parts;
    }

    static List<Challenge<AvailabilityScenario, AvailabilityResult>> all(
            LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        AvailabilityChallenges made = new AvailabilityChallenges(parts);
        AvailabilityScenario weak = AvailabilityPresets.scenario(
                new Component.Series(List.of(AvailabilityPresets.part("0.99"), AvailabilityPresets.part("0.99"))));
        AvailabilityScenario chain = AvailabilityPresets.scenario(new Component.Series(List.of(
                AvailabilityPresets.part("0.9999"),
                AvailabilityPresets.part("0.999"),
                AvailabilityPresets.part("0.995"))));
        return List.of(
                parts.challenge("redundant", weak, (scenario, result) -> made.redundant(weak, scenario, result)),
                parts.challenge("weakest", chain, (scenario, result) -> made.weakest(chain, scenario, result)));
    }

    /// Four nines from parts of two, by how they stand together and how many there are.
    private Optional<String> redundant(
            AvailabilityScenario start, AvailabilityScenario scenario, AvailabilityResult result) {
        Component.Part part = start.system().parts().getFirst();
        boolean same = scenario.withSystem(start.system()).equals(start)
                && scenario.system().parts().stream().allMatch(part::equals);
        return same ? reached(result, FOUR_NINES) : changed();
    }

    /// 99.8 % by making one part better.
    private Optional<String> weakest(
            AvailabilityScenario start, AvailabilityScenario scenario, AvailabilityResult result) {
        List<Component.Part> before = start.system().parts();
        List<Component.Part> now = scenario.system().parts();
        if (!scenario.withSystem(start.system()).equals(start)
                || now.size() != before.size()
                || !start.system().withParts(now).equals(scenario.system())) {
            return changed();
        }
        int better = 0;
        for (int at = 0; at < now.size(); at++) {
            better += now.get(at).equals(before.get(at)) ? 0 : 1;
        }
        return better > 1
                ? Optional.of(parts.texts().get("challenge.several", better))
                : reached(result, TWO_THOUSANDTHS);
    }

    private Optional<String> reached(AvailabilityResult result, double most) {
        return result.unavailability() <= most
                ? Optional.empty()
                : Optional.of(parts.texts()
                        .get(
                                "challenge.short",
                                Unit.FINE_SHARE.format(1 - result.unavailability()),
                                Unit.FINE_SHARE.format(1 - most)));
    }

    private Optional<String> changed() {
        return Optional.of(parts.texts().get("challenge.changed"));
    }
}
