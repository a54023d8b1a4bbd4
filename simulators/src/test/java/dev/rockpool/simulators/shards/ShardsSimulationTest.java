package dev.rockpool.simulators.shards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Unit;
import dev.rockpool.streamengine.Admission;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardWriteBudget;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.trials.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class ShardsSimulationTest {
    private final ShardsLab lab = new ShardsLab();

    @Test
    void recordsAreNeitherLostNorInvented() {
        Trials.run(40, random -> {
            ShardsScenario scenario = random(random);
            ShardsResult result = lab.run(scenario);
            long offered = 0;
            long accepted = 0;
            for (ShardsSnapshot.ShardLife shard : result.perShard()) {
                ShardsSnapshot.Totals total = shard.total();
                assertThat(total.offered())
                        .isEqualTo(total.accepted() + total.throttledByCount() + total.throttledByBytes());
                offered += total.offered();
                accepted += total.accepted();
            }
            assertThat(offered).isEqualTo(scenario.recordsPerSecond() * scenario.seconds());
            assertThat(result.totals().offered()).isEqualTo(offered);
            assertThat(result.totals().accepted()).isEqualTo(accepted);
            for (ShardsSnapshot.ConsumerState consumer : result.perConsumer()) {
                assertThat(consumer.recordsRead() + consumer.unreadRecords()).isEqualTo(accepted);
                assertThat(consumer.iteratorAgeMillis() == 0).isEqualTo(consumer.unreadRecords() == 0);
                assertThat(consumer.peakIteratorAgeMillis()).isGreaterThanOrEqualTo(consumer.iteratorAgeMillis());
            }
        });
    }

    @Test
    void openShardsAlwaysCoverTheRing() {
        Trials.run(20, random -> {
            ShardsSimulation simulation = lab.open(random(random));
            while (!simulation.done()) {
                simulation.step();
                ShardsSnapshot snapshot = simulation.snapshot();
                HashKey next = HashKey.MIN;
                double share = 0;
                int keys = 0;
                for (ShardsSnapshot.OpenShard shard : snapshot.shards()) {
                    assertThat(shard.range().start()).isEqualTo(next);
                    next = shard.range().end().equals(HashKey.MAX)
                            ? HashKey.MIN
                            : shard.range().end().next();
                    share += shard.expectedShare();
                    keys += shard.keys();
                    assertThat(shard.hottestKey().isPresent()).isEqualTo(shard.keys() > 0);
                    assertThat(shard.throttles())
                            .isEqualTo(shard.last().throttledByCount()
                                            + shard.last().throttledByBytes()
                                    > 0);
                }
                assertThat(next).isEqualTo(HashKey.MIN);
                assertThat(share).isCloseTo(1, within(1e-9));
                assertThat(keys).isEqualTo(simulation.scenario().keys().count());
            }
        });
    }

    @Test
    void aBatchIsTakenAsItsRecordsOneByOne() {
        Trials.run(300, random -> {
            int bytes = random.nextInt(1, random.nextBoolean() ? 5_000 : 3 << 20);
            RunShard shard = new RunShard(
                    new ShardLineage(new ShardLayout.Count(1)).openShards().getFirst(), 0, List.of());
            ShardWriteBudget budget = new ShardWriteBudget();
            for (long second = 0; second < 20; second++) {
                int offered = random.nextInt(0, 3_000);
                long accepted = 0;
                long byCount = 0;
                long byBytes = 0;
                for (int at = 0; at < offered; at++) {
                    Admission admission = budget.take(second, bytes);
                    switch (admission) {
                        case ADMITTED -> accepted++;
                        case THROTTLED_BY_COUNT -> byCount++;
                        case THROTTLED_BY_BYTES -> byBytes++;
                    }
                }
                shard.offer(second, bytes, offered);
                assertThat(shard.last).isEqualTo(new ShardsSnapshot.Totals(offered, accepted, byCount, byBytes));
            }
        });
    }

    @Test
    void equalScenariosGiveEqualBytes() {
        Trials.run(10, random -> {
            ShardsScenario scenario = random(random);
            String once = LabJson.line(lab.report(lab.run(scenario)));
            assertThat(LabJson.line(new ShardsLab().report(new ShardsLab().run(scenario))))
                    .isEqualTo(once);
            assertThat(LabJson.line(
                            lab.report(lab.run(lab.codec().parse(lab.codec().text(scenario))))))
                    .isEqualTo(once);
        });
        ShardsScenario standard = lab.standard().withSeconds(60);
        assertThat(lab.run(standard.withSeed(2)).totals())
                .isNotEqualTo(lab.run(standard).totals());
    }

    @Test
    void oneSeedSendsTheSameRecordsWhateverTheShards() {
        ShardsResult one = lab.run(lab.standard().withShards(1).withSeconds(20));
        ShardsResult two = lab.run(lab.standard().withShards(2).withSeconds(20));
        ShardsResult four = lab.run(lab.standard().withShards(4).withSeconds(20));
        assertThat(four.perShard().get(0).total().offered()
                        + four.perShard().get(1).total().offered())
                .isEqualTo(two.perShard().getFirst().total().offered());
        assertThat(one.totals().offered()).isEqualTo(two.totals().offered());
    }

    @Test
    void stepsEndWhereTheRunEnds() {
        ShardsScenario scenario = lab.preset("reshard").scenario();
        ShardsSimulation simulation = lab.open(scenario);
        assertThat(simulation.snapshot().second()).isZero();
        assertThat(simulation.snapshot().figures()).isNotEmpty();
        assertThat(simulation.snapshot().monthlyBill().lines()).isNotEmpty();
        while (!simulation.done()) {
            simulation.step();
        }
        ShardsSnapshot snapshot = simulation.snapshot();
        ShardsResult result = lab.run(scenario);
        assertThat(snapshot.figures()).isEqualTo(result.figures());
        assertThat(snapshot.totals()).isEqualTo(result.totals());
        assertThat(snapshot.lineage()).isEqualTo(result.perShard());
        assertThat(snapshot.seconds()).isEqualTo(scenario.seconds());
        simulation.step();
        assertThat(simulation.snapshot().second()).isEqualTo(scenario.seconds() + 1);
    }

    @Test
    void threeSharedConsumersFallBehindAThirdOfASecondASecond() {
        ShardsResult result = lab.run(lab.preset("three-consumers").scenario());
        assertThat(figure(result, ShardsFigures.ITERATOR_AGE_GROWTH).closedForm())
                .hasValueCloseTo(1.0 / 3, within(1e-9));
        for (ShardsSnapshot.ConsumerState consumer : result.perConsumer()) {
            // After 300 s: about 100 s behind, give or take a read of 10 MiB.
            assertThat(consumer.iteratorAgeMillis()).isBetween(85_000L, 115_000L);
            assertThat(consumer.callsRefusedByBytes()).isPositive();
        }
    }

    @Test
    void fiveOfSixPollsASecondAreAnswered() {
        ShardsResult result = lab.run(lab.standard()
                .withShards(1)
                .withKeys(new KeyDistribution.Uniform(10))
                .withRecordsPerSecond(10)
                .withSeconds(60)
                .withConsumers(ShardsCodec.named(6, 0)));
        long refused = result.perConsumer().stream()
                .mapToLong(ShardsSnapshot.ConsumerState::callsRefusedByCount)
                .sum();
        assertThat(refused).isEqualTo(60);
        assertThat(result.perConsumer())
                .allSatisfy(
                        consumer -> assertThat(consumer.callsRefusedByCount()).isEqualTo(10));
    }

    @Test
    void anOutageIsCaughtUpAsTheFormulaSays() {
        ShardsScenario scenario = lab.preset("outage").scenario();
        ShardsSimulation simulation = lab.open(scenario);
        List<LabEvent> events = new ArrayList<>();
        long caughtUp = 0;
        while (!simulation.done()) {
            simulation.step();
            events.addAll(simulation.snapshot().events());
            ShardsSnapshot.ConsumerState loader =
                    simulation.snapshot().consumers().getFirst();
            if (caughtUp == 0 && simulation.snapshot().second() > 660 && loader.iteratorAgeMillis() <= 1_000) {
                caughtUp = simulation.snapshot().second() - 660;
            }
        }
        // T = 600, a = 0.5, m = 2: 200 s, and the last read of 10 MiB is paid back within 5 s.
        assertThat(caughtUp).isBetween(195L, 206L);
        assertThat(events).extracting(LabEvent::key).containsSubsequence("stopped", "behind", "started", "caught-up");
        assertThat(events).extracting(LabEvent::sentence).contains("loader stands still.", "loader has caught up.");
    }

    @Test
    void fanOutReadsTwoMebibytesASecondOnAverage() {
        // Behind by a minute, a record of 1.5 MiB: 2 MiB a second is four records in three seconds.
        ShardsScenario scenario = lab.standard()
                .withShards(1)
                .withKeys(new KeyDistribution.Uniform(1))
                .withRecordBytes(3 << 19)
                .withRecordsPerSecond(1)
                .withSeconds(120)
                .withConsumers(List.of(new StreamConsumer(
                        "x", StreamConsumer.Kind.FAN_OUT, List.of(new StreamConsumer.Outage(0, 60)))));
        ShardsResult result = lab.run(scenario);
        assertThat(result.totals().accepted()).isEqualTo(80);
        assertThat(result.perConsumer().getFirst().recordsRead()).isBetween(78L, 80L);
    }

    @Test
    void parentsAreReadBeforeTheirChildren() {
        ShardsScenario scenario = lab.standard()
                .withShards(1)
                .withKeys(new KeyDistribution.Uniform(100))
                .withRecordsPerSecond(500)
                .withSeconds(130)
                .withConsumers(List.of(new StreamConsumer(
                        "x", StreamConsumer.Kind.SHARED, List.of(new StreamConsumer.Outage(0, 100)))))
                .withReshard(List.of(
                        new Reshard.UpdateShardCount(10, 2),
                        new Reshard.UpdateShardCount(20, 3),
                        new Reshard.UpdateShardCount(30, 2)));
        ShardsSimulation simulation = lab.open(scenario);
        steps(simulation, 101);
        // One read of a parent's first records; its children wait although they have records.
        ShardsSnapshot.ConsumerState first = simulation.snapshot().consumers().getFirst();
        assertThat(first.recordsRead()).isEqualTo(5_000);
        while (!simulation.done()) {
            simulation.step();
        }
        ShardsSnapshot snapshot = simulation.snapshot();
        assertThat(snapshot.lineage()).hasSizeGreaterThan(6);
        assertThat(snapshot.consumers().getFirst().recordsRead()).isPositive();
        assertThat(snapshot.consumers().getFirst().recordsRead()
                        + snapshot.consumers().getFirst().unreadRecords())
                .isEqualTo(snapshot.totals().accepted());
    }

    @Test
    void onDemandSplitsEveryQuarterOfAnHour() {
        ShardsResult result = lab.run(lab.preset("on-demand").scenario());
        assertThat(result.perShard().stream()
                        .filter(shard -> shard.closedAt().isPresent())
                        .map(shard -> shard.closedAt().orElseThrow()))
                .containsOnly(900L, 1_800L);
        assertThat(result.perShard().stream().filter(shard -> shard.closedAt().isEmpty()))
                .hasSize(16);
        assertThat(result.events())
                .extracting(LabEvent::sentence)
                .contains("On-demand scaling split 4 shards: 4 became 8.");
    }

    @Test
    void whatIsDoneWhileItRunsIsPartOfTheScenario() {
        ShardsSimulation simulation = lab.open(lab.standard().withSeconds(40));
        steps(simulation, 10);
        simulation.split(new ShardId(3));
        steps(simulation, 5);
        simulation.merge(new ShardId(0), new ShardId(1));
        simulation.updateShardCount(20);
        assertThat(simulation.disturbances())
                .containsExactly(new Disturbance("consumer/dashboard", "Stop dashboard", false));
        simulation.disturb("consumer/dashboard");
        steps(simulation, 12);
        assertThat(simulation.disturbances().getFirst().broken()).isTrue();
        assertThat(simulation.snapshot().consumers().getFirst().standing()).isTrue();
        simulation.disturb("consumer/dashboard");
        steps(simulation, 13);
        assertThat(simulation.done()).isTrue();

        ShardsScenario done = simulation.scenario();
        assertThat(done.reshard()).extracting(Reshard::at).containsExactly(10, 15, 15);
        assertThat(done.consumers().getFirst().outages()).containsExactly(new StreamConsumer.Outage(15, 12));
        ShardsResult again = lab.run(lab.codec().parse(lab.codec().text(done)));
        assertThat(again.figures()).isEqualTo(simulation.snapshot().figures());
        assertThat(again.perShard()).isEqualTo(simulation.snapshot().lineage());
        assertThat(again.events())
                .extracting(LabEvent::key)
                .contains("split", "merged", "rescaled", "throttle-began-bytes", "stopped", "started");
    }

    @Test
    void aStopEndsWhatWasPlannedAfterIt() {
        ShardsSimulation simulation = lab.open(lab.preset("outage").scenario());
        steps(simulation, 3);
        simulation.disturb("consumer/loader");
        simulation.disturb("consumer/loader");
        assertThat(simulation.scenario().consumers().getFirst().outages()).isEmpty();
    }

    @Test
    void whatTheServiceRefusesTheRunRefuses() {
        ShardsSimulation simulation = lab.open(lab.standard());
        assertThatThrownBy(() -> simulation.split(new ShardId(99)))
                .isInstanceOf(InputException.class)
                .hasMessage("reshard[0].shard is shardId-000000000099, which is not open then.");
        assertThatThrownBy(() -> simulation.updateShardCount(21)).hasMessageContaining("it must be 5 to 20");
        assertThatThrownBy(() -> simulation.disturb("nothing")).isInstanceOf(IllegalArgumentException.class);
        assertThat(simulation.scenario()).isEqualTo(lab.standard());
        ShardsSimulation onDemand = lab.open(lab.standard().withMode(StreamMode.ON_DEMAND));
        assertThatThrownBy(() -> onDemand.split(new ShardId(0))).hasMessageContaining("mode must be provisioned");
        assertThatThrownBy(() -> lab.open(lab.standard().withShards(0))).isInstanceOf(InputException.class);
    }

    @Test
    void measuresKeepTheirNames() {
        ShardsSimulation simulation = lab.open(lab.preset("three-consumers").scenario());
        List<String> first =
                simulation.snapshot().measures().stream().map(Measure::id).toList();
        steps(simulation, 20);
        assertThat(simulation.snapshot().measures()).extracting(Measure::id).isEqualTo(first);
        assertThat(simulation.snapshot().measures().getFirst())
                .isEqualTo(new Measure("offered", "Offered", Unit.RECORDS_PER_SECOND, 512));
    }

    @Test
    void anHourLeavesNothingBehind() {
        ShardsSimulation simulation =
                lab.open(lab.standard().withShards(64).withSeconds(3_600).withConsumers(ShardsCodec.named(2, 2)));
        int most = 0;
        while (!simulation.done()) {
            simulation.step();
            most = Math.max(most, simulation.rememberedSeconds());
        }
        // Consumers keep up: a shard remembers the seconds that are not read yet.
        assertThat(most).isLessThanOrEqualTo(2 * 64);
        assertThat(simulation.snapshot().lineage()).hasSize(64);
        assertThat(simulation.snapshot().events()).hasSizeLessThan(10);
    }

    @Test
    void goldenRun() {
        ShardsResult result = lab.run(lab.codec().parse("""
            {"shards": 3, "keys": {"kind": "zipf", "count": 100, "exponent": 1.1}, "recordBytes": 700,
             "recordsPerSecond": 5000, "seconds": 60, "consumers": {"shared": 2, "fanOut": 1},
             "reshard": [{"at": 20, "kind": "update-shard-count", "target": 5}], "seed": 20261126}
            """));
        assertThat(result.totals()).isEqualTo(new ShardsSnapshot.Totals(300_000, 194_555, 105_445, 0));
        assertThat(result.perShard())
                .extracting(shard -> shard.total().accepted())
                .containsExactly(
                        16_173L, 20_000L, 20_000L, 26_216L, 0L, 0L, 0L, 29_309L, 0L, 0L, 23_228L, 19_629L, 40_000L);
        assertThat(LabJson.decimal(result.expectedFraction())).hasToString("0.648029868363");
        assertThat(result.perConsumer())
                .extracting(
                        ShardsSnapshot.ConsumerState::recordsRead,
                        ShardsSnapshot.ConsumerState::iteratorAgeMillis,
                        ShardsSnapshot.ConsumerState::peakIteratorAgeMillis)
                .containsOnly(tuple(194_555L, 0L, 0L));
        assertThat(result.bill().total().plain()).isEqualTo("0.0065392971845492612457275390625");
    }

    private static void steps(ShardsSimulation simulation, int count) {
        for (int at = 0; at < count; at++) {
            simulation.step();
        }
    }

    private static Figure figure(ShardsResult result, String id) {
        return result.figures().stream()
                .filter(figure -> figure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ShardsScenario random(RandomGenerator random) {
        KeyDistribution keys = switch (random.nextInt(3)) {
            case 0 -> new KeyDistribution.Uniform(random.nextInt(1, 500));
            case 1 -> new KeyDistribution.Zipf(random.nextInt(1, 500), random.nextDouble(0, 2));
            default -> new KeyDistribution.Hot(random.nextDouble(), random.nextInt(1, 500));
        };
        int shards = random.nextInt(1, 12);
        int seconds = random.nextInt(5, 40);
        List<Reshard> changes = new ArrayList<>();
        if (random.nextBoolean()) {
            changes.add(new Reshard.UpdateShardCount(seconds / 3, random.nextInt((shards + 1) / 2, 2 * shards + 1)));
        }
        List<StreamConsumer> consumers = new ArrayList<>(ShardsCodec.named(random.nextInt(0, 7), random.nextInt(0, 3)));
        if (random.nextBoolean()) {
            consumers.add(new StreamConsumer(
                    "late",
                    random.nextBoolean() ? StreamConsumer.Kind.SHARED : StreamConsumer.Kind.FAN_OUT,
                    List.of(new StreamConsumer.Outage(2, random.nextInt(1, seconds)))));
        }
        return new ShardsScenario(
                new ShardLayout.Count(shards),
                keys,
                random.nextInt(1, random.nextBoolean() ? 4_000 : 2 << 20),
                random.nextInt(0, 6_000),
                seconds,
                consumers,
                StreamMode.PROVISIONED,
                changes,
                random.nextLong());
    }
}
