package dev.rockpool.simulators.shards;

import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What a learner sets in the shards lab.
final class ShardsParameters {
    private static final double MOST_SHARDS = 1_000;
    private static final double MOST_KEYS = 100_000;
    private static final double STEEPEST = 2;
    private static final double LARGEST_RECORD = 1 << 20;
    private static final double FASTEST = 1_000_000;
    private static final double LONGEST = 3_600;
    private static final double MOST_SHARED = 10;
    private static final double MOST_FAN_OUT = 20;

    private final LabTexts texts;
    private final List<Parameter<ShardsScenario>> parameters = new ArrayList<>();

    private ShardsParameters(LabTexts texts) {
        this.texts = texts;
    }

    static List<Parameter<ShardsScenario>> all(LabTexts texts) {
        ShardsParameters all = new ShardsParameters(texts);
        all.stream();
        all.keys();
        all.records();
        all.consumers();
        return List.copyOf(all.parameters);
    }

    private void stream() {
        choice(
                "mode",
                List.of("provisioned", "on-demand"),
                scenario -> ShardsCodec.word(scenario.mode()),
                (scenario, word) -> scenario.withReshard(List.of()).withMode(ShardsCodec.mode(word)));
        slider(
                "shards",
                Unit.SHARDS,
                1,
                MOST_SHARDS,
                Scale.LOGARITHMIC,
                1,
                scenario -> scenario.shards().ranges().size(),
                (scenario, value) -> scenario.withReshard(List.of()).withShards(whole(value)),
                scenario -> true);
    }

    private void keys() {
        choice(
                "keys.kind",
                List.of("uniform", "zipf", "hot", "list"),
                scenario -> kind(scenario.keys()),
                (scenario, word) -> scenario.withKeys(keys(word, scenario.keys())));
        slider(
                "keys.share",
                Unit.SHARE,
                0,
                1,
                Scale.LINEAR,
                0.01,
                scenario -> hot(scenario).map(KeyDistribution.Hot::share).orElse(0.0),
                (scenario, value) -> hot(scenario)
                        .map(hot -> scenario.withKeys(new KeyDistribution.Hot(value, hot.others())))
                        .orElse(scenario),
                scenario -> hot(scenario).isPresent());
        slider(
                "keys.others",
                Unit.KEYS,
                1,
                MOST_KEYS,
                Scale.LOGARITHMIC,
                1,
                scenario -> hot(scenario).map(KeyDistribution.Hot::others).orElse(1),
                (scenario, value) -> hot(scenario)
                        .map(hot -> scenario.withKeys(new KeyDistribution.Hot(hot.share(), whole(value))))
                        .orElse(scenario),
                scenario -> hot(scenario).isPresent());
        slider(
                "keys.count",
                Unit.KEYS,
                1,
                MOST_KEYS,
                Scale.LOGARITHMIC,
                1,
                scenario -> scenario.keys().count(),
                (scenario, value) -> scenario.withKeys(counted(scenario.keys(), whole(value))),
                scenario -> scenario.keys() instanceof KeyDistribution.Uniform
                        || scenario.keys() instanceof KeyDistribution.Zipf);
        slider(
                "keys.exponent",
                Unit.PLAIN,
                0,
                STEEPEST,
                Scale.LINEAR,
                0.01,
                scenario -> scenario.keys() instanceof KeyDistribution.Zipf zipf ? zipf.exponent() : 0,
                (scenario, value) -> scenario.keys() instanceof KeyDistribution.Zipf zipf
                        ? scenario.withKeys(new KeyDistribution.Zipf(zipf.count(), value))
                        : scenario,
                scenario -> scenario.keys() instanceof KeyDistribution.Zipf);
    }

    private void records() {
        slider(
                "recordsPerSecond",
                Unit.RECORDS_PER_SECOND,
                1,
                FASTEST,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.recordsPerSecond(),
                (scenario, value) -> scenario.withRecordsPerSecond(Math.round(value)),
                scenario -> true);
        slider(
                "recordBytes",
                Unit.BYTES,
                64,
                LARGEST_RECORD,
                Scale.LOGARITHMIC,
                1,
                ShardsScenario::recordBytes,
                (scenario, value) -> scenario.withRecordBytes(whole(value)),
                scenario -> true);
        slider(
                "seconds",
                Unit.SECONDS,
                10,
                LONGEST,
                Scale.LOGARITHMIC,
                10,
                ShardsScenario::seconds,
                (scenario, value) -> scenario.withSeconds(whole(value)),
                scenario -> true);
    }

    private void consumers() {
        slider(
                "consumers.shared",
                Unit.COUNT,
                0,
                MOST_SHARED,
                Scale.LINEAR,
                1,
                scenario -> count(scenario, StreamConsumer.Kind.SHARED),
                (scenario, value) -> scenario.withConsumers(
                        ShardsCodec.named(whole(value), count(scenario, StreamConsumer.Kind.FAN_OUT))),
                scenario -> true);
        slider(
                "consumers.fanOut",
                Unit.COUNT,
                0,
                MOST_FAN_OUT,
                Scale.LINEAR,
                1,
                scenario -> count(scenario, StreamConsumer.Kind.FAN_OUT),
                (scenario, value) -> scenario.withConsumers(
                        ShardsCodec.named(count(scenario, StreamConsumer.Kind.SHARED), whole(value))),
                scenario -> true);
    }

    private void slider(
            String id,
            Unit unit,
            double low,
            double high,
            Scale scale,
            double step,
            ToDoubleFunction<ShardsScenario> get,
            BiFunction<ShardsScenario, Double, ShardsScenario> with,
            Predicate<ShardsScenario> applies) {
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
                applies));
    }

    private void choice(
            String id,
            List<String> words,
            Function<ShardsScenario, String> get,
            BiFunction<ShardsScenario, String, ShardsScenario> with) {
        parameters.add(new Parameter.Choice<>(
                id,
                texts.get("parameter." + id + ".label"),
                texts.get("parameter." + id + ".help"),
                words.stream()
                        .map(word -> new Parameter.Option(word, texts.get("parameter." + id + "." + word)))
                        .toList(),
                get,
                (scenario, word) -> checked(with.apply(scenario, word)),
                _ -> true));
    }

    private static ShardsScenario checked(ShardsScenario scenario) {
        ShardsCodec.check(scenario);
        return scenario;
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }

    private static Optional<KeyDistribution.Hot> hot(ShardsScenario scenario) {
        return scenario.keys() instanceof KeyDistribution.Hot hot ? Optional.of(hot) : Optional.empty();
    }

    private static int count(ShardsScenario scenario, StreamConsumer.Kind kind) {
        return (int) scenario.consumers().stream()
                .filter(consumer -> consumer.kind() == kind)
                .count();
    }

    private static String kind(KeyDistribution keys) {
        return switch (keys) {
            case KeyDistribution.Uniform _ -> "uniform";
            case KeyDistribution.Zipf _ -> "zipf";
            case KeyDistribution.Hot _ -> "hot";
            case KeyDistribution.Listed _ -> "list";
        };
    }

    private static KeyDistribution counted(KeyDistribution keys, int count) {
        return switch (keys) {
            case KeyDistribution.Zipf zipf -> new KeyDistribution.Zipf(count, zipf.exponent());
            case KeyDistribution.Uniform _, KeyDistribution.Hot _, KeyDistribution.Listed _ ->
                new KeyDistribution.Uniform(count);
        };
    }

    private static KeyDistribution keys(String kind, KeyDistribution before) {
        int count = Math.max(2, before.count());
        return switch (kind) {
            case "uniform" -> new KeyDistribution.Uniform(count);
            case "zipf" -> new KeyDistribution.Zipf(count, 1);
            case "hot" -> new KeyDistribution.Hot(0.3, count - 1);
            default ->
                before instanceof KeyDistribution.Listed
                        ? before
                        : new KeyDistribution.Listed(List.of(
                                new KeyDistribution.WeightedKey("device-7", 3),
                                new KeyDistribution.WeightedKey("device-8", 1),
                                new KeyDistribution.WeightedKey("device-9", 1)));
        };
    }
}
