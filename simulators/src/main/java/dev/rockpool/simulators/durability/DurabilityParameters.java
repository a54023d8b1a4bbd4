package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/// What a learner sets in the lab *durability*.
final class DurabilityParameters {
    private static final int MOST_SHARDS = 40;
    private static final int FEW = 12;
    private static final double LEAST_RATE = 0.0001;
    private static final double MOST_HOURS = 1_000;
    private static final double MOST_OBJECTS = 1e12;
    private static final double MOST_AGEING = 10_000;
    private static final double LEAST_ZONE_LOSS = 0.0001;
    private static final String RATE = "rate";

    private final LabParts<DurabilityScenario, DurabilityResult> parts;

    private DurabilityParameters(LabParts<DurabilityScenario, DurabilityResult> parts) {
        this.parts = parts;
    }

    static List<Parameter<DurabilityScenario>> all(LabParts<DurabilityScenario, DurabilityResult> parts) {
        DurabilityParameters made = new DurabilityParameters(parts);
        return List.of(
                made.kind(),
                made.count(
                        "scheme.copies",
                        1,
                        FEW,
                        "replication",
                        DurabilityParameters::copies,
                        (_, value) -> new Scheme.Replication(value)),
                made.count("scheme.data", 1, MOST_SHARDS, "", DurabilityParameters::data, DurabilityParameters::data),
                made.count(
                        "scheme.parity",
                        0,
                        FEW,
                        "erasure",
                        DurabilityParameters::parity,
                        (scheme, value) -> new Scheme.Erasure(data(scheme), value)),
                made.count(
                        "scheme.localParities",
                        1,
                        FEW,
                        "lrc",
                        DurabilityParameters::local,
                        (scheme, value) -> new Scheme.Lrc(data(scheme), Math.min(value, data(scheme)), parity(scheme))),
                made.count(
                        "scheme.globalParities",
                        0,
                        FEW,
                        "lrc",
                        DurabilityParameters::parity,
                        (scheme, value) -> new Scheme.Lrc(data(scheme), local(scheme), value)),
                parts.slider(
                        "annualFailureRate",
                        Unit.PERCENT_PER_YEAR,
                        LEAST_RATE,
                        1,
                        Scale.LOGARITHMIC,
                        LEAST_RATE,
                        DurabilityScenario::annualFailureRate,
                        (scenario, value) -> scenario.withRate(
                                scenario.isProbability() ? Math.min(value, DurabilityCodec.MOST_PROBABILITY) : value,
                                scenario.isProbability()),
                        _ -> true),
                parts.slider(
                        "repairHours",
                        Unit.HOURS,
                        1,
                        MOST_HOURS,
                        Scale.LOGARITHMIC,
                        1,
                        DurabilityScenario::repairHours,
                        DurabilityScenario::withRepairHours,
                        _ -> true),
                parts.slider(
                        "detectionHours",
                        Unit.HOURS,
                        0,
                        MOST_HOURS,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        1,
                        DurabilityScenario::detectionHours,
                        DurabilityScenario::withDetectionHours,
                        _ -> true),
                made.crews(),
                parts.choice(
                        "method",
                        LossMethod.words(),
                        scenario -> scenario.method().word(),
                        (scenario, word) ->
                                scenario.withMethod(LossMethod.of(word).orElse(scenario.method())),
                        _ -> true),
                parts.slider(
                        "objects",
                        Unit.OBJECTS,
                        1,
                        MOST_OBJECTS,
                        Scale.LOGARITHMIC,
                        1,
                        scenario -> (double) scenario.objects(),
                        (scenario, value) -> scenario.withObjects(Math.round(value)),
                        _ -> true),
                parts.slider(
                        "zones",
                        Unit.COUNT,
                        1,
                        FEW / 2.0,
                        Scale.LINEAR,
                        1,
                        DurabilityScenario::zones,
                        (scenario, value) -> scenario.withZones(
                                (int) Math.min(
                                        Math.round(value), scenario.scheme().shards()),
                                scenario.zoneLossesPerYear()),
                        scenario -> !scenario.method().isWindow()),
                parts.slider(
                        "zoneLossesPerYear",
                        Unit.PER_YEAR,
                        0,
                        1,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        LEAST_ZONE_LOSS,
                        DurabilityScenario::zoneLossesPerYear,
                        (scenario, value) -> scenario.withZones(scenario.zones(), value),
                        scenario -> !scenario.method().isWindow()),
                parts.slider(
                        "commonCauseShare",
                        Unit.FINE_SHARE,
                        0,
                        FEW / 24.0,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        LEAST_ZONE_LOSS / 100,
                        DurabilityScenario::commonCauseShare,
                        DurabilityScenario::withCommonCauseShare,
                        scenario -> !scenario.method().isWindow()),
                parts.slider(
                        "latentDefectsPerYear",
                        Unit.PER_YEAR,
                        0,
                        FEW,
                        Scale.LOGARITHMIC_FROM_ZERO,
                        LEAST_ZONE_LOSS * 10,
                        DurabilityScenario::latentDefectsPerYear,
                        (scenario, value) -> scenario.withScrubbing(value, scenario.scrubHours()),
                        scenario -> !scenario.method().isWindow()),
                parts.slider(
                        "scrubHours",
                        Unit.HOURS,
                        1,
                        DurabilityCodec.LEAST_YEAR,
                        Scale.LOGARITHMIC,
                        1,
                        DurabilityScenario::scrubHours,
                        (scenario, value) -> scenario.withScrubbing(scenario.latentDefectsPerYear(), value),
                        scenario -> scenario.latentDefectsPerYear() > 0
                                && !scenario.method().isWindow()),
                parts.choice(
                        "annualFailureRateIs",
                        List.of(RATE, "probability"),
                        scenario -> scenario.isProbability() ? "probability" : RATE,
                        (scenario, word) -> scenario.withRate(
                                Math.min(
                                        scenario.annualFailureRate(),
                                        word.equals(RATE)
                                                ? DurabilityCodec.MOST_RATE
                                                : DurabilityCodec.MOST_PROBABILITY),
                                !word.equals(RATE)),
                        _ -> true),
                parts.choice(
                        "hoursPerYear",
                        List.of("8760", "8766"),
                        scenario -> Long.toString(Math.round(scenario.hoursPerYear())),
                        (scenario, word) -> scenario.withHoursPerYear(Integer.parseInt(word)),
                        scenario -> scenario.hoursPerYear() == 8760 || scenario.hoursPerYear() == 8766),
                parts.slider(
                        "ageing",
                        Unit.TIMES,
                        1,
                        MOST_AGEING,
                        Scale.LOGARITHMIC,
                        1,
                        DurabilityScenario::ageing,
                        DurabilityScenario::withAgeing,
                        _ -> true));
    }

    private Parameter<DurabilityScenario> kind() {
        return parts.choice(
                "scheme.kind",
                List.of("replication", "erasure", "lrc"),
                scenario -> scenario.scheme().kind(),
                (scenario, word) -> scheme(
                        scenario,
                        switch (word) {
                            case "replication" ->
                                new Scheme.Replication(
                                        Math.min(FEW, scenario.scheme().mostLost() + 1));
                            case "erasure" ->
                                new Scheme.Erasure(
                                        data(scenario.scheme()),
                                        Math.min(FEW, scenario.scheme().mostLost()));
                            default ->
                                new Scheme.Lrc(
                                        data(scenario.scheme()),
                                        Math.min(2, data(scenario.scheme())),
                                        Math.max(
                                                0,
                                                Math.min(FEW, scenario.scheme().mostLost() - 1)));
                        }),
                _ -> true);
    }

    private Parameter<DurabilityScenario> crews() {
        return parts.choice(
                "repairCrews",
                List.of("unlimited", "1", "2", "4"),
                scenario -> scenario.repairCrews() == 0 ? "unlimited" : Integer.toString(scenario.repairCrews()),
                (scenario, word) -> scenario.withRepairCrews(word.equals("unlimited") ? 0 : Integer.parseInt(word)),
                scenario -> !scenario.method().isWindow() && List.of(0, 1, 2, 4).contains(scenario.repairCrews()));
    }

    private Parameter<DurabilityScenario> count(
            String id,
            int low,
            int high,
            String kind,
            ToIntFunction<Scheme> get,
            BiFunction<Scheme, Integer, Scheme> with) {
        return parts.slider(
                id,
                Unit.COUNT,
                low,
                high,
                Scale.LINEAR,
                1,
                scenario -> get.applyAsInt(scenario.scheme()),
                (scenario, value) ->
                        scheme(scenario, with.apply(scenario.scheme(), Math.toIntExact(Math.round(value)))),
                scenario -> kind.isEmpty()
                        ? !scenario.scheme().kind().equals("replication")
                        : scenario.scheme().kind().equals(kind));
    }

    /// Fewer shards than zones take fewer zones.
    private static DurabilityScenario scheme(DurabilityScenario scenario, Scheme scheme) {
        return scenario.withScheme(scheme)
                .withZones(Math.min(scenario.zones(), scheme.shards()), scenario.zoneLossesPerYear());
    }

    private static int copies(Scheme scheme) {
        return scheme.shards();
    }

    private static int data(Scheme scheme) {
        return switch (scheme) {
            case Scheme.Replication _ -> 1;
            case Scheme.Erasure(int data, int _) -> data;
            case Scheme.Lrc(int data, int _, int _) -> data;
        };
    }

    private static Scheme data(Scheme scheme, int data) {
        return switch (scheme) {
            case Scheme.Replication replication -> replication;
            case Scheme.Erasure(int _, int parity) -> new Scheme.Erasure(data, parity);
            case Scheme.Lrc(int _, int local, int global) -> new Scheme.Lrc(data, Math.min(local, data), global);
        };
    }

    private static int local(Scheme scheme) {
        return scheme instanceof Scheme.Lrc(int _, int local, int _) ? local : 1;
    }

    private static int parity(Scheme scheme) {
        return switch (scheme) {
            case Scheme.Replication(int copies) -> copies - 1;
            case Scheme.Erasure(int _, int parity) -> parity;
            case Scheme.Lrc(int _, int _, int global) -> global;
        };
    }
}
