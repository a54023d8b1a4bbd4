package dev.rockpool.streamengine;

import static dev.rockpool.streamengine.EngineFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams are made, change their mode, scale on demand, and go.
final class StreamLifeTest {
    @TempDir
    Path folder;

    private EngineFixture fixture;

    @BeforeEach
    void open() {
        fixture = new EngineFixture(folder.resolve("streams"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aNameIsTakenUntilTheStreamIsGone() {
        fixture.stream(1);
        fixture.put("k", "old");
        long former = fixture.engine.describeStream(ORDERS).id();
        ShardIterator iterator = fixture.iterator(0, new StartingPosition.TrimHorizon());
        assertThatThrownBy(() -> fixture.engine.createStream(ORDERS, 1))
                .hasMessage("Stream orders under account 000000000000 already exists.");
        fixture.engine.deleteStream(ORDERS, false);
        fixture.engine.deleteStream(ORDERS, false);
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.DELETING);
        assertThatThrownBy(() -> fixture.put("k", "x")).hasMessageEndingWith("not found.");
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.listStreams()).isEmpty();
        assertThatThrownBy(() -> fixture.engine.deleteStream(ORDERS, false)).hasMessageEndingWith("not found.");
        assertThatThrownBy(() -> fixture.engine.getRecords(iterator, 1)).hasMessageEndingWith("does not exist");
        fixture.stream(1);
        assertThat(fixture.engine.describeStream(ORDERS).id()).isGreaterThan(former);
        assertThat(fixture.all(0)).isEmpty();
        assertThatThrownBy(() -> fixture.engine.getRecords(iterator, 1)).isInstanceOf(StreamRefusal.class);
    }

    @Test
    void fiveStreamsAreMadeAtATime() {
        for (int at = 0; at < 5; at++) {
            fixture.engine.createStream(new StreamName("s" + at), 1);
        }
        assertThatThrownBy(() -> fixture.engine.createStream(ORDERS, 1)).hasMessageContaining("Only 5 streams");
        fixture.clock.advanceSeconds(1);
        fixture.engine.createStream(ORDERS, 1);
        assertThat(fixture.engine.listStreams())
                .extracting(stream -> stream.name().value())
                .containsExactly("orders", "s0", "s1", "s2", "s3", "s4");
        assertThatThrownBy(() -> fixture.engine.createStream(new StreamName("none"), 0))
                .hasMessageContaining("less than 1");
    }

    @Test
    void retentionIsBounded() {
        fixture.stream(1);
        assertThatThrownBy(() -> fixture.engine.increaseRetention(ORDERS, 8_761))
                .hasMessage(
                        "Maximum allowed retention period is 8760 hours. Requested retention period (8761 hours) is "
                                + "too long.");
        assertThatThrownBy(() -> fixture.engine.decreaseRetention(ORDERS, 23))
                .hasMessage(
                        "Minimum allowed retention period is 24 hours. Requested retention period (23 hours) is too "
                                + "short.");
        fixture.engine.increaseRetention(ORDERS, 8_760);
        assertThatThrownBy(() -> fixture.engine.increaseRetention(ORDERS, 100))
                .hasMessageContaining("Use DecreaseRetentionPeriod API.");
        fixture.engine.decreaseRetention(ORDERS, 100);
        assertThatThrownBy(() -> fixture.engine.decreaseRetention(ORDERS, 101))
                .hasMessageContaining("Use IncreaseRetentionPeriod API.");
        fixture.engine.decreaseRetention(ORDERS, 100);
        fixture.reopen();
        assertThat(fixture.engine.describeStream(ORDERS).retentionHours()).isEqualTo(100);
    }

    @Test
    void recordSizesAreBounded() {
        fixture.stream(1);
        for (int wrong : new int[] {1_023, 10_241}) {
            assertThatThrownBy(() -> fixture.engine.updateMaxRecordSize(ORDERS, wrong))
                    .hasMessageContaining("not 1024 to 10240");
        }
        fixture.engine.updateMaxRecordSize(ORDERS, 2_048);
        assertThat(fixture.engine.describeStream(ORDERS).maxRecordKiB()).isEqualTo(2_048);
    }

    @Test
    void theModeChangesTwiceADayAndKeepsTheShards() {
        fixture.stream(3);
        fixture.engine.updateStreamMode(ORDERS, StreamMode.PROVISIONED);
        fixture.engine.updateStreamMode(ORDERS, StreamMode.ON_DEMAND);
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.UPDATING);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.describeStream(ORDERS))
                .extracting(StreamDescription::mode, StreamDescription::openShards)
                .containsExactly(StreamMode.ON_DEMAND, 3);
        assertThat(fixture.engine.limits()).isEqualTo(new AccountLimits(20_000, 0, 50, 1));
        assertThatThrownBy(() -> fixture.engine.updateShardCount(ORDERS, 4))
                .isInstanceOfSatisfying(
                        StreamRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(StreamRefusal.Code.VALIDATION));
        fixture.engine.updateStreamMode(ORDERS, StreamMode.PROVISIONED);
        fixture.clock.advanceSeconds(1);
        assertThatThrownBy(() -> fixture.engine.updateStreamMode(ORDERS, StreamMode.ON_DEMAND))
                .hasMessageContaining("2 times in 24 hours");
        assertThat(fixture.events(StreamEvent.ModeChanged.class))
                .extracting(StreamEvent.ModeChanged::to)
                .containsExactly(StreamMode.ON_DEMAND, StreamMode.PROVISIONED);
    }

    @Test
    void anOnDemandStreamSplitsItsBusyShardsWithinAQuarterOfAnHour() {
        fixture.onDemandStream();
        Instant since = fixture.clock.instant().minusSeconds(1);
        assertThat(fixture.engine.openShards(ORDERS)).hasSize(4);
        Shard hot = fixture.engine.openShards(ORDERS).get(1);
        for (int second = 0; second < 60; second++) {
            fixture.putAt(hot.range().start(), 600 << 10);
            fixture.clock.advanceSeconds(1);
        }
        assertThat(fixture.engine.openShards(ORDERS)).hasSize(4);
        assertThat(fixture.engine.nextDue().orElseThrow()).isEqualTo(since.plus(Duration.ofMinutes(15)));
        fixture.clock.advance(Duration.ofMinutes(20));
        assertThat(fixture.engine.openShards(ORDERS)).hasSize(5);
        StreamEvent.ShardClosed closed =
                fixture.events(StreamEvent.ShardClosed.class).getFirst();
        assertThat(closed.shard().id()).isEqualTo(hot.id());
        assertThat(closed.at()).isEqualTo(since.plus(Duration.ofMinutes(15)));
        fixture.clock.advance(Duration.ofDays(2));
        assertThat(fixture.engine.openShards(ORDERS)).as("quiet shards stay").hasSize(5);
    }

    @Test
    void aShardOfManySmallRecordsIsBusyToo() {
        fixture.onDemandStream();
        for (int second = 0; second < 60; second++) {
            for (int at = 0; at < 600; at++) {
                fixture.putAt(HashKey.MIN, 0);
            }
            fixture.clock.advanceSeconds(1);
        }
        fixture.clock.advance(Duration.ofMinutes(15));
        assertThat(fixture.engine.openShards(ORDERS)).hasSize(5);
    }

    @Test
    void aQuietOnDemandStreamStaysAsItIs() {
        fixture.onDemandStream();
        for (int second = 0; second < 60; second++) {
            fixture.putAt(HashKey.MIN, 400 << 10);
            fixture.clock.advanceSeconds(1);
        }
        fixture.clock.advance(Duration.ofMinutes(15));
        fixture.engine.settle();
        assertThat(fixture.engine.openShards(ORDERS)).hasSize(4);
        fixture.put("k", "x");
        fixture.engine.updateStreamMode(ORDERS, StreamMode.PROVISIONED);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.describeStream(ORDERS).mode()).isEqualTo(StreamMode.PROVISIONED);
    }

    @Test
    void onDemandStreamsAreCounted() {
        for (int at = 0; at < 50; at++) {
            fixture.engine.createOnDemandStream(new StreamName("s" + at));
            fixture.clock.advanceSeconds(1);
        }
        assertThatThrownBy(() -> fixture.engine.createOnDemandStream(ORDERS)).hasMessageContaining("50");
    }

    @Test
    void aClosedEngineRefuses() {
        fixture.stream(1);
        fixture.engine.close();
        fixture.engine.close();
        assertThatThrownBy(() -> fixture.engine.listStreams()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.engine.settle()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> fixture.engine.nextDue()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void readsOlderThanSevenDaysAreTold() {
        fixture.stream(1);
        fixture.engine.increaseRetention(ORDERS, 1_000);
        fixture.put("k", "old");
        fixture.clock.advance(Duration.ofDays(8));
        fixture.put("k", "new");
        fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.TrimHorizon()), 10);
        assertThat(fixture.events(StreamEvent.RecordsRead.class))
                .singleElement()
                .extracting(StreamEvent.RecordsRead::bytes, StreamEvent.RecordsRead::bytesOlderThanSevenDays)
                .containsExactly(8L, 4L);
    }
}
