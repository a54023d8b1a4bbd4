package dev.rockpool.app.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.Caller;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.simulators.shards.ShardsLab;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.StreamStatus;
import dev.rockpool.streamengine.Sync;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamsViewModelTest {
    private static final Instant START = Instant.parse("2026-03-18T09:30:00Z");
    private static final int STEPS_PER_SECOND = 10;

    private final TaskRunner tasks = TestDesk.atOnce();
    private final StoredPreferences preferences = new StoredPreferences(Map.of(), tasks, _ -> {});
    private final RunningPlatform running;
    private final StreamsViewModel model;
    private final StreamWords words = new StreamWords(TestDesk.texts(), ZoneOffset.UTC);

    StreamsViewModelTest(@TempDir Path folder) {
        running = new RunningPlatform(
                PlatformOptions.in(folder.resolve("platform"))
                        .with(new ClockSetting.Virtual(START, 0))
                        .with(ObjectStoreOptions.standard().sync(false))
                        .with(StreamEngineOptions.standard().with(Sync.OFF)),
                InstantSource.fixed(START),
                new SecureRandom(),
                PriceBook::shipped,
                new StoredPreferences(Map.of(), tasks, _ -> {}),
                tasks);
        model = open();
        model.show("");
    }

    private StreamsViewModel open() {
        return new StreamsViewModel(running, PriceBook::shipped, tasks, preferences, false);
    }

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void generatorsAndConsumersAreKeptAndStandWhenTheyAreSeenAgain() {
        model.create("tides", StreamMode.PROVISIONED, 1, refused -> fail(refused), () -> {});
        model.generate(GeneratorSettings.STANDARD.withRate(70).with(GeneratorSettings.Keys.HOT));
        model.addConsumer("counter", StreamConsumer.Kind.SHARED, 40, () -> {});
        model.tick();

        StreamsViewModel again = open();
        again.show("");
        again.tick();
        assertThat(again.stream().get()).hasValue(new StreamName("tides"));
        assertThat(again.generator().get()).as("it stands").isEmpty();
        assertThat(again.settings().get().recordsPerSecond()).isEqualTo(70);
        assertThat(again.settings().get().keys()).isEqualTo(GeneratorSettings.Keys.HOT);
        assertThat(again.stopped().get()).hasValueSatisfying(flow -> {
            assertThat(flow.on()).isTrue();
            assertThat(flow.consumers())
                    .containsExactly(new KeptFlow.KeptConsumer("counter", StreamConsumer.Kind.SHARED, 40));
        });
        assertThat(again.readers()).singleElement().satisfies(reader -> {
            assertThat(reader.name()).isEqualTo("counter");
            assertThat(reader.state().pace()).isZero();
        });

        again.delete(_ -> {});
        again.tick();
        assertThat(KeptFlow.SETTING.read().apply(KeptFlow.SETTING.write().apply(preferences.get(KeptFlow.SETTING))))
                .as("what is deleted is forgotten")
                .hasValue(List.of());
    }

    @Test
    void whatIsKeptIsReadAsItWasWrittenAndNothingElse() {
        List<KeptFlow> flows = List.of(
                new KeptFlow(
                        new StreamName("a.b-c_d"),
                        GeneratorSettings.STANDARD,
                        false,
                        List.of(new KeptFlow.KeptConsumer("x", StreamConsumer.Kind.FAN_OUT, 0))),
                new KeptFlow(new StreamName("e"), GeneratorSettings.STANDARD.withBytes(900), true, List.of()));
        String written = KeptFlow.SETTING.write().apply(flows);
        assertThat(KeptFlow.SETTING.read().apply(written)).hasValue(flows);
        assertThat(KeptFlow.SETTING.read().apply("a 1,2\n\ne x,y,z,0,on\n" + written))
                .hasValue(flows);
    }

    private Platform platform() {
        return running.state().get() instanceof PlatformState.Open open
                ? open.platform()
                : fail("The platform is not open");
    }

    /// Lets time go by, with a look at it ten times a second.
    private void pass(int seconds) {
        Platform platform = platform();
        for (int step = 0; step < seconds * STEPS_PER_SECOND; step++) {
            platform.advanceTo(platform.clock().instant().plus(Duration.ofMillis(1_000 / STEPS_PER_SECOND)));
            model.tick();
        }
    }

    private void create(int shards) {
        model.create(
                "tides",
                StreamMode.PROVISIONED,
                shards,
                sentence -> assertThat(sentence).isEmpty(),
                () -> {});
        pass(1);
    }

    private StreamPicture picture() {
        return model.picture().get().orElseThrow();
    }

    private String told() {
        return words.summary(picture(), model.generator().get());
    }

    @Test
    void anEmptyPlatformHasNoStreamsAndStartsOneThatFlows() {
        assertThat(model.loaded().get()).isTrue();
        assertThat(model.stream().get()).isEmpty();
        model.makeSample();
        assertThat(model.stream().get()).contains(new StreamName(SampleStream.NAME));
        pass(3);
        assertThat(picture().stream().status()).isEqualTo(StreamStatus.ACTIVE);
        assertThat(picture().total().records()).isEqualTo(GeneratorSettings.STANDARD.recordsPerSecond());
        assertThat(model.readers().getFirst().state().records()).isPositive();
        assertThat(told()).contains("2 shards take 500 records a second, and none is refused.");
        model.makeSample();
        assertThat(model.streams()).hasSize(2);
    }

    @Test
    void aNameOrACountThatTheServiceRefusesIsToldBesideTheField() {
        List<String> refused = new ArrayList<>();
        model.create("no spaces", StreamMode.PROVISIONED, 1, refused::add, () -> {});
        model.create("tides", StreamMode.PROVISIONED, 0, refused::add, () -> {});
        assertThat(refused).hasSize(2);
        assertThat(refused.getFirst()).contains("a-z A-Z 0-9");
        assertThat(model.streams()).isEmpty();
    }

    @Test
    void aRecordPutByHandIsInThePictureAtOnce() {
        create(2);
        model.put("north", "{}");
        ShardId shard = model.shard().get().orElseThrow();
        assertThat(picture().find(shard).orElseThrow().rates().records()).isEqualTo(1);
        assertThat(model.told().get()).startsWith(shard.toString());
        model.put("x".repeat(257), "{}");
        assertThat(model.fault().get()).contains("257 characters");
    }

    @Test
    void aHotKeyThrottlesItsShardAlone() {
        create(4);
        model.generate(GeneratorSettings.STANDARD
                .withRate(4_000)
                .withBytes(100)
                .with(GeneratorSettings.Keys.HOT)
                .withHotPercent(80));
        pass(3);
        assertThat(picture().throttling()).hasSize(1);
        Tile hot = picture().throttling().getFirst();
        assertThat(hot.rates().records()).isEqualTo(1_000);
        assertThat(hot.rates().refusedByCount()).isGreaterThan(2_000);
        assertThat(told())
                .contains("1 of 4 shards refuse records.")
                .contains("it takes no more than 1,000 records")
                .contains("The key “hot” alone brings 3,200 records a second");
        model.toggleGenerator();
        pass(3);
        assertThat(picture().throttling()).isEmpty();
    }

    @Test
    void largeRecordsThrottleByBytes() {
        create(1);
        model.generate(GeneratorSettings.STANDARD.withRate(100).withBytes(20_000));
        pass(3);
        Tile tile = picture().throttling().getFirst();
        assertThat(tile.rates().bytes()).isEqualTo(52 * 20_000L);
        assertThat(tile.rates().refusedByBytes()).isEqualTo(48);
        assertThat(told()).contains("it takes no more than 1 MiB");
    }

    @Test
    void shardsAreSplitMergedAndScaledAndTheirParentsStay() {
        create(2);
        model.moveShard(1);
        model.split();
        pass(1);
        assertThat(picture().open()).hasSize(3);
        assertThat(picture().tiles()).hasSize(4);
        assertThat(picture().find(new ShardId(0)).orElseThrow().fate()).isEqualTo(Tile.Fate.CLOSED);
        model.chooseShard(Optional.of(new ShardId(2)));
        model.merge();
        pass(1);
        assertThat(picture().open())
                .extracting(tile -> tile.shard().id().index())
                .containsExactly(4, 1);
        model.split(new ShardId(1), HashKey.MAX.previous());
        pass(1);
        assertThat(picture().open()).hasSize(3);
        model.scale(7);
        assertThat(model.fault().get()).contains("double");
        model.scale(4);
        pass(1);
        assertThat(picture().open()).hasSize(4);
        assertThat(model.fault().get()).isEmpty();
    }

    @Test
    void aParentWhoseRecordsAreGoneIsRememberedAsExpired() {
        create(1);
        model.put("north", "{}");
        model.chooseShard(Optional.of(new ShardId(0)));
        model.split();
        pass(1);
        Platform platform = platform();
        platform.advanceTo(platform.clock().instant().plus(Duration.ofHours(25)));
        model.tick();
        assertThat(picture().find(new ShardId(0)).orElseThrow().fate()).isEqualTo(Tile.Fate.EXPIRED);
    }

    @Test
    void aConsumerThatIsSlowedDownFallsBehindAndCatchesUp() {
        create(2);
        model.addConsumer("slow", StreamConsumer.Kind.SHARED, 100, () -> {});
        model.generate(GeneratorSettings.STANDARD);
        pass(10);
        Reader slow = model.readers().getFirst();
        assertThat(slow.state().records()).isBetween(600L, 1_200L);
        assertThat(slow.state().millisBehind()).isGreaterThan(4_000);
        slow.pace(Reader.UNLIMITED);
        pass(5);
        assertThat(slow.state().millisBehind()).isZero();
    }

    @Test
    void aFanOutConsumerHasTwoMebibytesForItself() {
        create(1);
        model.addConsumer("alerts", StreamConsumer.Kind.FAN_OUT, Reader.UNLIMITED, () -> {});
        pass(1);
        assertThat(picture().consumers()).hasSize(1);
        model.generate(GeneratorSettings.STANDARD);
        pass(5);
        Reader alerts = model.readers().getFirst();
        assertThat(alerts.state().records()).isGreaterThan(1_500);
        assertThat(alerts.state().millisBehind()).isZero();
        assertThat(picture().total().reads()).isZero();
        assertThat(picture().fanOutAges()).containsKey("alerts");
        model.removeConsumer(alerts);
        pass(1);
        assertThat(picture().consumers()).isEmpty();
        assertThat(model.readers()).isEmpty();
    }

    @Test
    void consumersGoOnWithTheChildrenOfShardsThatAreSplit() {
        create(1);
        model.addConsumer("dashboard", StreamConsumer.Kind.SHARED, Reader.UNLIMITED, () -> {});
        model.generate(GeneratorSettings.STANDARD);
        pass(3);
        model.moveShard(1);
        model.split();
        pass(4);
        Reader dashboard = model.readers().getFirst();
        assertThat(dashboard.state().shards()).isEqualTo(2);
        model.toggleGenerator();
        pass(3);
        long put = platform().events().since(0, 100_000).stream()
                .filter(entry -> entry.event() instanceof StreamEvent.RecordsPut)
                .mapToLong(entry -> ((StreamEvent.RecordsPut) entry.event()).records())
                .sum();
        assertThat(dashboard.state().records()).isEqualTo(put);
    }

    @Test
    void aMinuteIsPricedByShardsAndPayloadUnits() {
        create(2);
        assertThat(words.price(model.bill().get().orElseThrow().minute().total()))
                .isEqualTo("$0.0005");
        model.generate(GeneratorSettings.STANDARD.withRate(1_000).withBytes(100));
        pass(60);
        // 2 shards for a minute at 0.015 an hour; 60,000 units at 0.014 a million
        assertThat(model.bill().get().orElseThrow().minute().total().amount().doubleValue())
                .isCloseTo(2 * 0.015 / 60 + 60_000 * 0.014 / 1e6, Offset.offset(2e-5));
    }

    @Test
    void theLabTakesOnShardsKeysAndRate() {
        create(2);
        model.moveShard(1);
        model.split();
        pass(1);
        model.generate(GeneratorSettings.STANDARD.with(GeneratorSettings.Keys.HOT));
        model.addConsumer("dashboard", StreamConsumer.Kind.SHARED, 10, () -> {});
        pass(1);
        var scenario = new ShardsLab().codec().parse(model.labScenario().orElseThrow());
        assertThat(scenario.shards().ranges()).hasSize(3);
        assertThat(scenario.recordsPerSecond()).isEqualTo(500);
        assertThat(scenario.keys()).isEqualTo(model.settings().get().distribution());
        assertThat(scenario.consumers()).hasSize(1);
    }

    @Test
    void aDeletedStreamIsShownNoMore() {
        create(1);
        model.generate(GeneratorSettings.STANDARD);
        List<String> gone = new ArrayList<>();
        model.delete(gone::add);
        pass(2);
        assertThat(gone).containsExactly("tides");
        assertThat(model.stream().get()).isEmpty();
        assertThat(model.streams()).isEmpty();
    }

    @Test
    void recordsAreFoundByTheirKey() {
        create(3);
        model.put("north", "{\"metres\":4}");
        model.put("south", "plain words");
        model.browse(new BrowseQuery("south", BrowseQuery.From.OLDEST));
        assertThat(model.records().get().orElseThrow())
                .extracting(each -> each.record().partitionKey().value())
                .containsExactly("south");
        model.browse(new BrowseQuery("", BrowseQuery.From.MINUTE));
        assertThat(model.records().get().orElseThrow()).hasSize(2);
    }

    @Test
    void modeRetentionTagsAndKeyAreSet() {
        create(1);
        model.act((at, name) -> at.setRetention(name, 48));
        model.act((at, name) -> at.putTags(name, Map.of("team", "tides")));
        model.act((at, name) -> at.setKey(name, Optional.of(StreamKeys.MANAGED)));
        pass(1);
        assertThat(picture().stream().retentionHours()).isEqualTo(48);
        assertThat(picture().properties().stream().tags()).containsEntry("team", "tides");
        assertThat(picture().properties().key()).isPresent();
        model.act((at, name) -> at.setRetention(name, 3));
        assertThat(model.fault().get()).contains("too short");
        model.act((at, name) -> at.setMode(name, StreamMode.ON_DEMAND));
        pass(1);
        assertThat(picture().stream().mode()).isEqualTo(StreamMode.ON_DEMAND);
        assertThat(model.otherwise()).isPresent();
    }

    @Test
    void aDisabledKeyStopsPuttingAndReading() {
        create(1);
        Platform platform = platform();
        KeyUse root = KeyUse.direct(Caller.root(platform.accounts().first()));
        String key = platform.keys()
                .administration()
                .createKey(root, "tides", Optional.empty(), false, Map.of())
                .arn();
        model.act((at, name) -> at.setKey(name, Optional.of(key)));
        model.put("north", "{}");
        assertThat(model.fault().get()).isEmpty();
        platform.keys().administration().disable(root, key);
        model.put("north", "{}");
        assertThat(model.fault().get()).contains("The key service refused").contains("is disabled");
        model.browse(new BrowseQuery("", BrowseQuery.From.OLDEST));
        assertThat(model.fault().get()).contains("is disabled");
        model.generate(GeneratorSettings.STANDARD);
        pass(2);
        assertThat(picture().total().records()).isZero();
    }
}
