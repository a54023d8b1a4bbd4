package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The challenges of the lab *durability*. Each says what is still missing, and notices when the task
/// was changed.
final class DurabilityChallenges {
    private static final long ELEVEN = 11;
    private static final long NINE = 9;
    private static final long SIX = 6;
    private static final double HALF_MORE = 1.5;
    private static final double TWICE = 2;
    private static final int THREE_ZONES = 3;
    private static final double ZONE_LOSSES = 0.001;

    private final LabParts<DurabilityScenario, DurabilityResult> parts;

    private DurabilityChallenges(LabParts<DurabilityScenario, DurabilityResult> parts) {
        this.parts = parts;
    }

    static List<Challenge<DurabilityScenario, DurabilityResult>> all(
            LabParts<DurabilityScenario, DurabilityResult> parts) {
        DurabilityChallenges made = new DurabilityChallenges(parts);
        DurabilityScenario vault = DurabilityPresets.standard();
        DurabilityScenario copies = vault.withScheme(new Scheme.Replication(3))
                .withRate(0.02, false)
                .withRepairHours(24);
        DurabilityScenario zones = vault.withZones(THREE_ZONES, ZONE_LOSSES);
        return List.of(
                made.reach(
                        "faster",
                        vault,
                        scenario -> scenario.withRepairHours(vault.repairHours()),
                        ELEVEN,
                        Double.POSITIVE_INFINITY),
                made.reach("thrifty", copies, scenario -> scenario.withScheme(copies.scheme()), NINE, HALF_MORE),
                made.reach("zones", zones, scenario -> scenario.withScheme(zones.scheme()), SIX, TWICE));
    }

    /// @param undo puts back what the task lets be changed
    private Challenge<DurabilityScenario, DurabilityResult> reach(
            String id,
            DurabilityScenario start,
            UnaryOperator<DurabilityScenario> undo,
            long nines,
            double mostOverhead) {
        return parts.challenge(id, start, (scenario, result) -> {
            if (!undo.apply(scenario).equals(start)) {
                return Optional.of(parts.texts().get("challenge.changed"));
            }
            double overhead = scenario.scheme().overhead();
            if (overhead > mostOverhead) {
                return Optional.of(parts.texts()
                        .get("challenge.overhead", Unit.TIMES.format(overhead), Unit.TIMES.format(mostOverhead)));
            }
            return result.estimate().wholeNines() >= nines
                    ? Optional.empty()
                    : Optional.of(parts.texts()
                            .get(
                                    "challenge.nines",
                                    Unit.NINES.format(result.estimate().nines()),
                                    nines));
        });
    }
}
