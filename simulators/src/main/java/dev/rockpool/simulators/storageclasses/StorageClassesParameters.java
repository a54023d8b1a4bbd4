package dev.rockpool.simulators.storageclasses;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What a learner sets in the lab *storage-classes*.
final class StorageClassesParameters {
    static final String SIZE = "averageBytes";
    static final String READS = "readsPerObjectMonth";

    /// The ends of the map: 1 KiB to 64 GiB, 0.01 to 100 reads a month.
    static final double LEAST_KIB = 1;

    static final double MOST_KIB = 64L << 20;
    static final double LEAST_READS = 0.01;
    static final double MOST_READS = 100;

    private static final double KIB = 1024;
    private static final double MOST_OBJECTS = 1e7;
    private static final double MOST_MONTHS = 120;
    private static final List<String> REGIONS = List.of("us-east-1", "me-central-1");

    private final LabTexts texts;
    private final List<Parameter<StorageClassesScenario>> parameters = new ArrayList<>();

    private StorageClassesParameters(LabTexts texts) {
        this.texts = texts;
    }

    static List<Parameter<StorageClassesScenario>> all(LabTexts texts) {
        StorageClassesParameters all = new StorageClassesParameters(texts);
        all.slider(
                READS,
                Unit.PLAIN,
                0,
                MOST_READS,
                Scale.LOGARITHMIC_FROM_ZERO,
                LEAST_READS,
                StorageClassesScenario::readsPerObjectMonth,
                StorageClassesScenario::withReads);
        all.slider(
                SIZE,
                Unit.KIB,
                LEAST_KIB,
                MOST_KIB,
                Scale.LOGARITHMIC,
                1,
                scenario -> scenario.averageBytes() / KIB,
                (scenario, value) -> scenario.withAverageBytes(Math.round(value * KIB)));
        all.slider(
                "objects",
                Unit.COUNT,
                1,
                MOST_OBJECTS,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.objects(),
                (scenario, value) -> scenario.withObjects(Math.round(value)));
        all.slider(
                "monthsKept",
                Unit.MONTHS,
                1,
                MOST_MONTHS,
                Scale.LOGARITHMIC,
                1,
                StorageClassesScenario::monthsKept,
                StorageClassesScenario::withMonths);
        all.choice(
                "instantReads",
                List.of("instant", "any"),
                scenario -> scenario.instantReads() ? "instant" : "any",
                (scenario, word) -> scenario.withInstantReads(word.equals("instant")),
                _ -> true);
        all.choice(
                "oneZone",
                List.of("several", "one"),
                scenario -> scenario.oneZone() ? "one" : "several",
                (scenario, word) -> scenario.withOneZone(word.equals("one")),
                _ -> true);
        all.choice(
                "restoreTier",
                Arrays.stream(RestoreTier.values()).map(RestoreTier::apiName).toList(),
                scenario -> scenario.restoreTier().apiName(),
                (scenario, word) -> scenario.withRestoreTier(StorageClassesCodec.tier(word)),
                scenario -> !scenario.instantReads());
        all.choice(
                "region",
                REGIONS,
                StorageClassesScenario::region,
                StorageClassesScenario::withRegion,
                scenario -> REGIONS.contains(scenario.region()));
        return List.copyOf(all.parameters);
    }

    private void slider(
            String id,
            Unit unit,
            double low,
            double high,
            Scale scale,
            double step,
            ToDoubleFunction<StorageClassesScenario> get,
            BiFunction<StorageClassesScenario, Double, StorageClassesScenario> with) {
        parameters.add(new Parameter.Slider<>(
                id,
                texts.get("parameter." + id + ".label"),
                texts.get("parameter." + id + ".help"),
                unit,
                low,
                high,
                scale,
                step,
                get,
                (scenario, value) -> checked(with.apply(scenario, value)),
                _ -> true));
    }

    private void choice(
            String id,
            List<String> words,
            Function<StorageClassesScenario, String> get,
            BiFunction<StorageClassesScenario, String, StorageClassesScenario> with,
            Predicate<StorageClassesScenario> applies) {
        parameters.add(new Parameter.Choice<>(
                id,
                texts.get("parameter." + id + ".label"),
                texts.get("parameter." + id + ".help"),
                words.stream()
                        .map(word -> new Parameter.Option(word, texts.get("parameter." + id + "." + word)))
                        .toList(),
                get,
                (scenario, word) -> checked(with.apply(scenario, word)),
                applies));
    }

    private static StorageClassesScenario checked(StorageClassesScenario scenario) {
        StorageClassesCodec.check(scenario);
        return scenario;
    }
}
