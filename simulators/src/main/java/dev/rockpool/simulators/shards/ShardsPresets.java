package dev.rockpool.simulators.shards;

import dev.rockpool.simulators.Expected;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Reference;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.OnDemandScaling;
import dev.rockpool.streamengine.StreamMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The presets of the shards lab: each a scenario, and the number that it must show.
///
/// Records of 2 KiB make arithmetic plain: a shard takes 512 of them a second, and then its bytes are full.
final class ShardsPresets {
    private static final int RECORD = 2 << 10;
    private static final int FULL = 512;
    private static final int OTHERS = 50_000;
    private static final long SEED = 1;
    private static final List<StreamConsumer> DASHBOARD =
            List.of(new StreamConsumer("dashboard", StreamConsumer.Kind.SHARED));
    private static final String GUIDE = "https://docs.aws.amazon.com/streams/latest/dev/";

    private final LabTexts texts;
    private final List<Preset<ShardsScenario>> presets = new ArrayList<>();

    private ShardsPresets(LabTexts texts) {
        this.texts = texts;
    }

    static List<Preset<ShardsScenario>> all(LabTexts texts) {
        ShardsPresets presets = new ShardsPresets(texts);
        presets.hotKeys();
        presets.keysAndShards();
        presets.limits();
        presets.consumers();
        presets.resharding();
        return List.copyOf(presets.presets);
    }

    /// 8 MiB a second, of which one key has three tenths, on ten shards.
    static ShardsScenario hotKey() {
        return scenario(10, new KeyDistribution.Hot(0.3, OTHERS), 8 * FULL, 600);
    }

    private void hotKeys() {
        Prediction fraction = share("accepted", ShardsFigures.ACCEPTED_FRACTION);
        add(
                "hot-key",
                hotKey(),
                closedForm("hot-key"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 0.755, 0.002),
                fraction,
                "q12-f16",
                "q12-c4");
        add(
                "hot-key-16",
                hotKey().withShards(16),
                closedForm("hot-key-16"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 0.78125, 0.002),
                fraction,
                "q12-f15");
        add(
                "hot-key-20",
                hotKey().withShards(20),
                closedForm("hot-key-20"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 0.79, 0.002),
                fraction,
                "q12-c8");
        add(
                "one-key",
                scenario(
                        20,
                        new KeyDistribution.Listed(List.of(new KeyDistribution.WeightedKey("device-7", 1))),
                        8 * FULL,
                        300),
                primary("one-key", GUIDE + "working-with-streams.html", "2026-10"),
                new Expected(ShardsFigures.ACCEPTED_RATE, Unit.MIB_PER_SECOND, 1 << 20, 0),
                new Prediction(
                        texts.get("prediction.rate"),
                        ShardsFigures.ACCEPTED_RATE,
                        Unit.MIB_PER_SECOND,
                        0,
                        8 << 20,
                        (1 << 20) / 10.0),
                "q12-q4");
    }

    private void keysAndShards() {
        add(
                "as-many-keys-as-shards",
                scenario(64, new KeyDistribution.Uniform(64), 32 * FULL, 120),
                closedForm("as-many-keys-as-shards"),
                new Expected(ShardsFigures.IDLE_SHARDS, Unit.SHARDS, 23.36, 5),
                new Prediction(texts.get("prediction.idle"), ShardsFigures.IDLE_SHARDS, Unit.SHARDS, 0, 64, 1),
                "q12-f17");
        add(
                "two-regions",
                scenario(8, regions(), 4 * FULL, 300),
                new Reference(
                        texts.get("preset.two-regions.source"), Optional.empty(), Reference.Kind.SECONDARY, "2026-10"),
                new Expected(ShardsFigures.REFUSING_SHARDS, Unit.SHARDS, 2, 0),
                new Prediction(texts.get("prediction.refusing"), ShardsFigures.REFUSING_SHARDS, Unit.SHARDS, 0, 8, 1),
                "q12-c4");
        add(
                "zipf",
                scenario(32, new KeyDistribution.Zipf(100_000, 1), 16 * FULL, 300),
                closedForm("zipf"),
                new Expected(ShardsFigures.USEFUL_SHARDS, Unit.PLAIN, 12.09, 0.005),
                new Prediction(texts.get("prediction.useful"), ShardsFigures.USEFUL_SHARDS, Unit.PLAIN, 1, 100, 1),
                "q12-f16");
    }

    private void limits() {
        add(
                "record-limit",
                scenario(4, new KeyDistribution.Uniform(10_000), 5_000, 300).withRecordBytes(100),
                primary("record-limit", GUIDE + "working-with-streams.html", "2026-10"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 0.8, 0.002),
                share("accepted", ShardsFigures.ACCEPTED_FRACTION),
                "q12-f2",
                "q12-c9",
                "q12-q2");
        add(
                "sizing-formula",
                scenario(8, new KeyDistribution.Uniform(OTHERS), 1_000, 300)
                        .withRecordBytes(5 << 10)
                        .withConsumers(ShardsCodec.named(3, 0)),
                primary("sizing-formula", GUIDE + "how-do-i-size-a-stream.html", "2023-06"),
                new Expected(ShardsFigures.SHARDS_NEEDED, Unit.SHARDS, 8, 0),
                new Prediction(texts.get("prediction.needed"), ShardsFigures.SHARDS_NEEDED, Unit.SHARDS, 1, 20, 1),
                "q12-q1");
    }

    private void consumers() {
        ShardsScenario full = scenario(1, new KeyDistribution.Uniform(1_000), FULL, 300);
        Prediction growth = new Prediction(
                texts.get("prediction.growth"), ShardsFigures.ITERATOR_AGE_GROWTH, Unit.SECONDS_PER_SECOND, 0, 1, 0.01);
        add(
                "three-consumers",
                full.withConsumers(ShardsCodec.named(3, 0)),
                primary("three-consumers", GUIDE + "working-with-streams.html", "2026-10"),
                new Expected(ShardsFigures.ITERATOR_AGE_GROWTH, Unit.SECONDS_PER_SECOND, 1.0 / 3, 0.02),
                growth,
                "q12-f3",
                "q12-c10",
                "q12-q6");
        add(
                "fan-out",
                full.withConsumers(ShardsCodec.named(0, 3)),
                primary("fan-out", GUIDE + "enhanced-consumers.html", "2026-10"),
                new Expected(ShardsFigures.ITERATOR_AGE_GROWTH, Unit.SECONDS_PER_SECOND, 0, 0),
                growth,
                "q12-f10",
                "q12-f22");
        add(
                "outage",
                scenario(1, new KeyDistribution.Uniform(1_000), FULL / 2, 960)
                        .withConsumers(List.of(new StreamConsumer(
                                "loader", StreamConsumer.Kind.SHARED, List.of(new StreamConsumer.Outage(60, 600))))),
                closedForm("outage"),
                new Expected(ShardsFigures.ITERATOR_AGE_PEAK, Unit.SECONDS, 600, 0),
                new Prediction(
                        texts.get("prediction.peak"), ShardsFigures.ITERATOR_AGE_PEAK, Unit.SECONDS, 0, 1_200, 10),
                "q12-f5",
                "q12-c6");
    }

    private void resharding() {
        Prediction fraction = share("accepted", ShardsFigures.ACCEPTED_FRACTION);
        add(
                "reshard",
                scenario(4, new KeyDistribution.Uniform(OTHERS), 6 * FULL, 240)
                        .withReshard(List.of(new Reshard.UpdateShardCount(120, 8))),
                closedForm("reshard"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 5.0 / 6, 0.002),
                fraction,
                "q12-f8",
                "q12-f15");
        add(
                "on-demand",
                scenario(OnDemandScaling.FIRST_SHARDS, new KeyDistribution.Uniform(OTHERS), 6 * FULL, 3_600)
                        .withMode(StreamMode.ON_DEMAND),
                primary("on-demand", GUIDE + "how-do-i-size-a-stream.html", "2026-10"),
                new Expected(ShardsFigures.ACCEPTED_FRACTION, Unit.SHARE, 11.0 / 12, 0.002),
                fraction,
                "q12-f14",
                "q12-c11");
        add(
                "on-demand-hot-key",
                scenario(OnDemandScaling.FIRST_SHARDS, new KeyDistribution.Hot(0.3, OTHERS), 8 * FULL, 3_600)
                        .withMode(StreamMode.ON_DEMAND),
                primary("on-demand-hot-key", GUIDE + "how-do-i-size-a-stream.html", "2026-10"),
                new Expected(ShardsFigures.ENDLESS_SHARDS, Unit.SHARE, 0.825, 1e-9),
                share("endless", ShardsFigures.ENDLESS_SHARDS),
                "q12-q4");
    }

    /// Eight regions of which two send four fifths; their codes fall on shards of their own.
    private static KeyDistribution regions() {
        List<KeyDistribution.WeightedKey> keys = new ArrayList<>();
        keys.add(new KeyDistribution.WeightedKey("us-east", 40));
        keys.add(new KeyDistribution.WeightedKey("eu-west", 40));
        for (String region : List.of("us-west", "eu-north", "ap-south", "ap-east", "sa-east", "af-south")) {
            keys.add(new KeyDistribution.WeightedKey(region, 20.0 / 6));
        }
        return new KeyDistribution.Listed(keys);
    }

    private static ShardsScenario scenario(int shards, KeyDistribution keys, long recordsPerSecond, int seconds) {
        return new ShardsScenario(
                new ShardLayout.Count(shards),
                keys,
                RECORD,
                recordsPerSecond,
                seconds,
                DASHBOARD,
                StreamMode.PROVISIONED,
                List.of(),
                SEED);
    }

    private Prediction share(String question, String figure) {
        return new Prediction(texts.get("prediction." + question), figure, Unit.SHARE, 0, 1, 0.005);
    }

    private Reference closedForm(String id) {
        return new Reference(text(id, "source"), Optional.empty(), Reference.Kind.CLOSED_FORM, "");
    }

    private Reference primary(String id, String address, String readOn) {
        return new Reference(text(id, "source"), Optional.of(address), Reference.Kind.PRIMARY, readOn);
    }

    private void add(
            String id,
            ShardsScenario scenario,
            Reference reference,
            Expected expected,
            Prediction prediction,
            String... cards) {
        presets.add(new Preset<>(
                id, text(id, "title"), text(id, "summary"), scenario, reference, expected, prediction, List.of(cards)));
    }

    private String text(String id, String what) {
        return texts.get("preset." + id + "." + what);
    }
}
