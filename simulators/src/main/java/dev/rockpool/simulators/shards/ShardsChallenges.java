package dev.rockpool.simulators.shards;

import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.StreamMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// The challenges of the shards lab. Each says what is still missing, and notices when the task itself was changed.
final class ShardsChallenges {
    private static final int SALT_SHARDS = 12;
    private static final double SALT_ACCEPTED = 0.95;
    private static final int SMALL_SHARDS = 11;
    private static final double SMALL_ACCEPTED = 0.99;
    private static final int READERS = 5;
    private static final long FRESH_MILLIS = 5_000;

    private final LabTexts texts;

    private ShardsChallenges(LabTexts texts) {
        this.texts = texts;
    }

    static List<Challenge<ShardsScenario, ShardsResult>> all(LabTexts texts) {
        ShardsChallenges challenges = new ShardsChallenges(texts);
        ShardsScenario hot = ShardsPresets.hotKey();
        ShardsScenario small = hot.withKeys(new KeyDistribution.Uniform(100_000))
                .withShards(3)
                .withRecordsPerSecond(9_500)
                .withRecordBytes(330)
                .withSeconds(120);
        ShardsScenario readers = hot.withShards(1)
                .withKeys(new KeyDistribution.Uniform(1_000))
                .withRecordsPerSecond(512)
                .withSeconds(120)
                .withConsumers(ShardsCodec.named(READERS, 0));
        return List.of(
                challenges.challenge("salt", hot, (scenario, result) -> challenges.salted(hot, scenario, result)),
                challenges.challenge(
                        "small-records", small, (scenario, result) -> challenges.smallRecords(small, scenario, result)),
                challenges.challenge(
                        "fresh-readers",
                        readers,
                        (scenario, result) -> challenges.freshReaders(readers, scenario, result)));
    }

    private Challenge<ShardsScenario, ShardsResult> challenge(
            String id, ShardsScenario start, BiFunction<ShardsScenario, ShardsResult, Optional<String>> check) {
        return new Challenge<>(id, text(id, "title"), text(id, "task"), text(id, "hint"), start, check);
    }

    private Optional<String> salted(ShardsScenario start, ShardsScenario scenario, ShardsResult result) {
        if (!sameLoad(start, scenario)) {
            return Optional.of(texts.get("challenge.load"));
        }
        if (openShards(result) > SALT_SHARDS || scenario.mode() != StreamMode.PROVISIONED) {
            return Optional.of(texts.get("challenge.shards", Unit.COUNT.number(openShards(result)), SALT_SHARDS));
        }
        return accepted(result, SALT_ACCEPTED);
    }

    private Optional<String> smallRecords(ShardsScenario start, ShardsScenario scenario, ShardsResult result) {
        if (!sameLoad(start, scenario) || !scenario.keys().equals(start.keys())) {
            return Optional.of(texts.get("challenge.load"));
        }
        if (openShards(result) > SMALL_SHARDS || scenario.mode() != StreamMode.PROVISIONED) {
            return Optional.of(texts.get("challenge.shards", Unit.COUNT.number(openShards(result)), SMALL_SHARDS));
        }
        return accepted(result, SMALL_ACCEPTED);
    }

    private Optional<String> freshReaders(ShardsScenario start, ShardsScenario scenario, ShardsResult result) {
        if (!sameLoad(start, scenario)) {
            return Optional.of(texts.get("challenge.load"));
        }
        if (openShards(result) > 1) {
            return Optional.of(texts.get("challenge.shards", Unit.COUNT.number(openShards(result)), 1));
        }
        if (scenario.consumers().size() < READERS) {
            return Optional.of(
                    texts.get("challenge.readers", scenario.consumers().size(), READERS));
        }
        long worst = result.perConsumer().stream()
                .mapToLong(ShardsSnapshot.ConsumerState::iteratorAgeMillis)
                .max()
                .orElse(0);
        return worst < FRESH_MILLIS
                ? Optional.empty()
                : Optional.of(texts.get("challenge.age", Unit.SECONDS.format(worst / 1_000.0)));
    }

    private Optional<String> accepted(ShardsResult result, double wanted) {
        double accepted = result.totals().acceptedFraction();
        return accepted >= wanted
                ? Optional.empty()
                : Optional.of(texts.get("challenge.accepted", Unit.SHARE.format(accepted), Unit.SHARE.format(wanted)));
    }

    private static boolean sameLoad(ShardsScenario start, ShardsScenario scenario) {
        return scenario.recordsPerSecond() == start.recordsPerSecond()
                && scenario.recordBytes() == start.recordBytes()
                && scenario.keys().count() == start.keys().count()
                && scenario.keys().getClass() == start.keys().getClass()
                && scenario.seconds() >= start.seconds();
    }

    private static long openShards(ShardsResult result) {
        return result.perShard().stream()
                .filter(shard -> shard.closedAt().isEmpty())
                .count();
    }

    private String text(String id, String what) {
        return texts.get("challenge." + id + "." + what);
    }
}
