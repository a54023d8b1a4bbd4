package dev.rockpool.simulators.lifecycle;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/// What a learner sets in the lifecycle lab: the first rule, the bucket, and the objects in it.
final class LifecycleParameters {
    private static final double LONGEST_WAIT = 730;
    private static final long KIB = 1_024;
    private static final double LARGEST_KIB = 1 << 20;
    private static final double MOST_ALIKE = 1_000_000;
    private static final double LONGEST_RUN = 1_460;

    private final LabTexts texts;
    private final List<Parameter<LifecycleScenario>> parameters = new ArrayList<>();

    private LifecycleParameters(LabTexts texts) {
        this.texts = texts;
    }

    static List<Parameter<LifecycleScenario>> all(LabTexts texts) {
        LifecycleParameters all = new LifecycleParameters(texts);
        all.rule();
        all.bucket();
        all.objects();
        return List.copyOf(all.parameters);
    }

    private void rule() {
        Set<String> infrequent = Set.of(FirstRule.INFREQUENT);
        days(
                "rules.infrequent",
                scenario -> new FirstRule(scenario).movesAfter(infrequent),
                (scenario, days) -> new FirstRule(scenario).moving(infrequent, FirstRule.INFREQUENT, days));
        days(
                "rules.archive",
                scenario -> new FirstRule(scenario).movesAfter(FirstRule.ARCHIVES),
                (scenario, days) ->
                        new FirstRule(scenario).moving(FirstRule.ARCHIVES, new FirstRule(scenario).archive(), days));
        choice(
                "rules.archiveClass",
                List.of("GLACIER_IR", "GLACIER", "DEEP_ARCHIVE"),
                scenario -> new FirstRule(scenario).archive(),
                (scenario, word) -> new FirstRule(scenario)
                        .moving(FirstRule.ARCHIVES, word, new FirstRule(scenario).movesAfter(FirstRule.ARCHIVES)),
                scenario -> new FirstRule(scenario).movesAfter(FirstRule.ARCHIVES) > 0);
        days(
                "rules.expire",
                scenario -> new FirstRule(scenario).expiresAfter(),
                (scenario, days) -> new FirstRule(scenario).expiring(days));
        slider(
                "rules.noncurrent",
                Unit.DAYS,
                0,
                LONGEST_WAIT,
                Scale.LINEAR,
                1,
                scenario -> new FirstRule(scenario).noncurrentAfter(),
                (scenario, days) -> new FirstRule(scenario).endingNoncurrent(whole(days)),
                scenario -> scenario.versioning() != Versioning.DISABLED);
    }

    private void bucket() {
        choice(
                "versioning",
                Arrays.stream(Versioning.values()).map(Versioning::apiName).toList(),
                scenario -> scenario.versioning().apiName(),
                (scenario, word) -> scenario.withVersioning(LifecycleCodec.versioning(word)),
                scenario -> scenario.objects().stream()
                        .allMatch(object -> object.versions().size() == 1
                                && !object.versions().getFirst().isDeleteMarker()));
        choice(
                "transitionDefaultMinimumObjectSize",
                Arrays.stream(TransitionMinimum.values())
                        .map(TransitionMinimum::apiName)
                        .toList(),
                scenario -> scenario.minimum().apiName(),
                (scenario, word) -> scenario.withMinimum(LifecycleCodec.minimum(word)),
                scenario -> true);
    }

    private void objects() {
        slider(
                "objects.size",
                Unit.KIB,
                1,
                LARGEST_KIB,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.objects().stream()
                                .flatMap(object -> object.versions().stream())
                                .mapToLong(ObjectVersion::bytes)
                                .max()
                                .orElse(KIB)
                        / KIB,
                (scenario, kib) -> scenario.withObjects(scenario.objects().stream()
                        .map(object -> new StoredKey(
                                object.key(),
                                object.count(),
                                object.versions().stream()
                                        .map(version -> sized(version, Math.round(kib) * KIB))
                                        .toList()))
                        .toList()),
                scenario -> !scenario.objects().isEmpty());
        slider(
                "objects.count",
                Unit.COUNT,
                1,
                MOST_ALIKE,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.objects().stream()
                        .mapToLong(StoredKey::count)
                        .max()
                        .orElse(1),
                (scenario, count) -> scenario.withObjects(scenario.objects().stream()
                        .map(object -> new StoredKey(object.key(), Math.round(count), object.versions()))
                        .toList()),
                scenario -> !scenario.objects().isEmpty());
        slider(
                "until",
                Unit.DAYS,
                1,
                LONGEST_RUN,
                Scale.LINEAR,
                1,
                scenario -> (double) (Midnight.dayOf(scenario.until()) - LifecycleRun.firstDay(scenario)),
                (scenario, days) -> scenario.withUntil(Midnight.at(LifecycleRun.firstDay(scenario) + Math.round(days))),
                scenario -> true);
    }

    private static ObjectVersion sized(ObjectVersion version, long bytes) {
        return version.isDeleteMarker()
                ? version
                : new ObjectVersion(
                        version.id(), bytes, version.created(), version.storageClass(), version.tags(), false);
    }

    private void days(
            String id,
            ToDoubleFunction<LifecycleScenario> get,
            BiFunction<LifecycleScenario, Integer, LifecycleScenario> with) {
        slider(
                id,
                Unit.DAYS,
                0,
                LONGEST_WAIT,
                Scale.LINEAR,
                1,
                get,
                (scenario, days) -> with.apply(scenario, whole(days)),
                scenario -> new FirstRule(scenario).isThere());
    }

    private void slider(
            String id,
            Unit unit,
            double low,
            double high,
            Scale scale,
            double step,
            ToDoubleFunction<LifecycleScenario> get,
            BiFunction<LifecycleScenario, Double, LifecycleScenario> with,
            Predicate<LifecycleScenario> applies) {
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
            Function<LifecycleScenario, String> get,
            BiFunction<LifecycleScenario, String, LifecycleScenario> with,
            Predicate<LifecycleScenario> applies) {
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

    private static LifecycleScenario checked(LifecycleScenario scenario) {
        LifecycleCodec.check(scenario);
        return scenario;
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
