package dev.rockpool.simulators.availability;

import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/// What a learner sets in the lab *availability*: how the parts stand together, and how good each is.
final class AvailabilityParameters {
    static final int MOST_PARTS = 6;
    private static final double MOST_NINES = 6;
    private static final double STEP = 0.01;
    private static final double MOST_REPAIR = 48;
    private static final MathContext DIGITS = new MathContext(4);
    private static final List<String> TARGETS = List.of("0.99", "0.995", "0.999", "0.9995", "0.9999", "0.99999");

    private AvailabilityParameters() {}

    static List<Parameter<AvailabilityScenario>> all(LabParts<AvailabilityScenario, AvailabilityResult> parts) {
        List<Parameter<AvailabilityScenario>> all = new ArrayList<>();
        all.add(parts.choice(
                "structure",
                List.of("series", "parallel", "some"),
                scenario -> structure(scenario.system()),
                (scenario, word) -> scenario.withSystem(structured(scenario.system(), word)),
                scenario -> isFlat(scenario.system())));
        all.add(parts.slider(
                "parts",
                Unit.COUNT,
                1,
                MOST_PARTS,
                Scale.LINEAR,
                1,
                scenario -> scenario.system().parts().size(),
                (scenario, value) ->
                        scenario.withSystem(resized(scenario.system(), Math.toIntExact(Math.round(value)))),
                scenario ->
                        isFlat(scenario.system()) && scenario.system().parts().size() <= MOST_PARTS));
        all.add(parts.slider(
                "kOfN",
                Unit.COUNT,
                1,
                MOST_PARTS,
                Scale.LINEAR,
                1,
                scenario -> scenario.system() instanceof Component.KOfN(int k, List<Component> _) ? k : 1,
                (scenario, value) -> scenario.system() instanceof Component.KOfN(int _, List<Component> of)
                        ? scenario.withSystem(
                                new Component.KOfN(Math.toIntExact(Math.clamp(Math.round(value), 1, of.size())), of))
                        : scenario,
                scenario -> scenario.system() instanceof Component.KOfN));
        for (int part = 0; part < MOST_PARTS; part++) {
            all.add(part(parts, part));
        }
        all.add(parts.choice(
                "target",
                TARGETS,
                scenario -> BigDecimal.valueOf(scenario.target()).toPlainString(),
                (scenario, word) -> scenario.withTarget(Double.parseDouble(word)),
                scenario ->
                        TARGETS.contains(BigDecimal.valueOf(scenario.target()).toPlainString())));
        all.add(parts.choice(
                "convention",
                Convention.words(),
                scenario -> scenario.convention().word(),
                (scenario, word) -> scenario.withConvention(Convention.of(word).orElse(scenario.convention())),
                _ -> true));
        all.add(parts.slider(
                "repairHours",
                Unit.HOURS,
                1,
                MOST_REPAIR,
                Scale.LOGARITHMIC,
                1,
                AvailabilityScenario::repairHours,
                AvailabilityScenario::withRepairHours,
                scenario -> scenario.system().parts().stream().anyMatch(Component.Rated.class::isInstance)));
        all.add(parts.choice(
                "serviceLevel",
                ServiceLevel.words(),
                scenario -> scenario.serviceLevel().word(),
                (scenario, word) ->
                        scenario.withServiceLevel(ServiceLevel.of(word).orElse(scenario.serviceLevel())),
                _ -> true));
        return List.copyOf(all);
    }

    /// The nines of one part: 3 for 99.9 %.
    private static Parameter<AvailabilityScenario> part(
            LabParts<AvailabilityScenario, AvailabilityResult> parts, int at) {
        return parts.slider(
                "part." + (at + 1),
                Unit.NINES,
                1,
                MOST_NINES,
                Scale.LINEAR,
                STEP,
                scenario -> Math.clamp(
                        AvailabilityFigures.nines(
                                scenario.system().parts().get(at).unavailability()),
                        1,
                        MOST_NINES),
                (scenario, nines) -> scenario.withSystem(rated(scenario.system(), at, nines)),
                scenario -> at < scenario.system().parts().size());
    }

    private static Component rated(Component system, int at, double nines) {
        List<Component.Part> parts = new ArrayList<>(system.parts());
        BigDecimal down = new BigDecimal(StrictMath.pow(10, -nines)).round(DIGITS);
        parts.set(
                at,
                new Component.Rated(
                        parts.get(at).name(), BigDecimal.ONE.subtract(down).stripTrailingZeros()));
        return system.withParts(parts);
    }

    private static boolean isFlat(Component system) {
        return system.blocks().stream().allMatch(Component.Part.class::isInstance);
    }

    private static String structure(Component system) {
        return switch (system) {
            case Component.Part _, Component.Series _ -> "series";
            case Component.Parallel _ -> "parallel";
            case Component.KOfN _ -> "some";
        };
    }

    private static Component structured(Component system, String word) {
        List<Component> parts = List.copyOf(system.parts());
        return switch (word) {
            case "parallel" -> new Component.Parallel(parts);
            case "some" -> new Component.KOfN(parts.size() / 2 + 1, parts);
            default -> new Component.Series(parts);
        };
    }

    /// Fewer parts, or more of the last one.
    private static Component resized(Component system, int number) {
        List<Component.Part> parts = new ArrayList<>(system.parts());
        while (parts.size() > number) {
            parts.removeLast();
        }
        while (parts.size() < number) {
            parts.add(parts.getLast());
        }
        List<Component> of = List.copyOf(parts);
        return switch (system) {
            case Component.Part _, Component.Series _ -> new Component.Series(of);
            case Component.Parallel _ -> new Component.Parallel(of);
            case Component.KOfN(int k, List<Component> _) -> new Component.KOfN(Math.min(k, number), of);
        };
    }
}
