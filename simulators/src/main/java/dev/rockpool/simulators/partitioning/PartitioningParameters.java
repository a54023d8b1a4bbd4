package dev.rockpool.simulators.partitioning;

import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Parameter.Scale;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;

/// What the learner sets. The key's levels come first: how many, then which, so that a stage can set all at once.
final class PartitioningParameters {
    private static final int DEEPEST = 4;
    private static final int USERS = 10_000;
    private static final int YEAR = 365;

    private PartitioningParameters() {}

    static List<Parameter<PartitioningScenario>> all(LabParts<PartitioningScenario, PartitioningResult> parts) {
        List<Parameter<PartitioningScenario>> all = new ArrayList<>();
        all.add(parts.slider(
                "depth",
                Unit.COUNT,
                0,
                DEEPEST,
                Scale.LINEAR,
                1,
                scenario -> scenario.keyParts().size(),
                (scenario, value) -> scenario.withDepth(whole(value)),
                _ -> true));
        for (int level = 0; level < DEEPEST; level++) {
            int at = level;
            all.add(parts.choice(
                    "level." + (level + 1),
                    KeyPart.words(),
                    scenario -> scenario.keyParts().get(at).word(),
                    (scenario, word) -> scenario.withPart(
                            at, KeyPart.of(word).orElse(scenario.keyParts().get(at))),
                    scenario -> at < scenario.keyParts().size()));
        }
        all.add(parts.choice(
                "asked",
                Asked.words(),
                scenario -> scenario.asked().word(),
                (scenario, word) -> scenario.withQuery(Asked.of(word).orElse(scenario.asked()), scenario.queryDays()),
                _ -> true));
        all.add(parts.slider(
                "queryDays",
                Unit.DAYS,
                1,
                YEAR,
                Scale.LOGARITHMIC,
                1,
                PartitioningScenario::queryDays,
                (scenario, value) -> scenario.withQuery(scenario.asked(), whole(value)),
                scenario -> scenario.asked() == Asked.DAYS || scenario.asked() == Asked.USER_DAYS));
        all.add(parts.choice(
                "catalog",
                List.of("yes", "no"),
                scenario -> scenario.catalog() ? "yes" : "no",
                (scenario, word) -> scenario.withCatalog(word.equals("yes")),
                _ -> true));
        all.add(parts.slider(
                "users",
                Unit.COUNT,
                1,
                USERS,
                Scale.LOGARITHMIC,
                1,
                PartitioningScenario::users,
                (scenario, value) -> scenario.withTable(
                        whole(value), scenario.days(), scenario.eventsPerUserDay(), scenario.eventBytes()),
                _ -> true));
        all.add(parts.slider(
                "days",
                Unit.DAYS,
                1,
                PartitioningCodec.MOST_DAYS,
                Scale.LOGARITHMIC,
                1,
                PartitioningScenario::days,
                (scenario, value) -> scenario.withTable(
                        scenario.users(), whole(value), scenario.eventsPerUserDay(), scenario.eventBytes()),
                _ -> true));
        all.add(parts.slider(
                "eventsPerUserDay",
                Unit.COUNT,
                1,
                PartitioningCodec.MOST_EVENTS,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.eventsPerUserDay(),
                (scenario, value) ->
                        scenario.withTable(scenario.users(), scenario.days(), Math.round(value), scenario.eventBytes()),
                _ -> true));
        all.add(parts.slider(
                "eventBytes",
                Unit.BYTES,
                1,
                10_000,
                Scale.LOGARITHMIC,
                1,
                scenario -> (double) scenario.eventBytes(),
                (scenario, value) -> scenario.withTable(
                        scenario.users(), scenario.days(), scenario.eventsPerUserDay(), Math.round(value)),
                _ -> true));
        all.add(parts.slider(
                "filesPerPartition",
                Unit.FILES,
                1,
                1_000,
                Scale.LOGARITHMIC,
                1,
                PartitioningScenario::filesPerPartition,
                (scenario, value) -> scenario.withFilesPerPartition(whole(value)),
                _ -> true));
        all.add(parts.slider(
                "queriesPerDay",
                Unit.COUNT,
                1,
                100_000,
                Scale.LOGARITHMIC,
                1,
                PartitioningScenario::queriesPerDay,
                (scenario, value) -> scenario.withQueriesPerDay(whole(value)),
                _ -> true));
        return List.copyOf(all);
    }

    private static int whole(double value) {
        return Math.toIntExact(Math.round(value));
    }
}
