package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is set on streams and on their account, and that it is kept.
class StreamPropertiesTest {
    private static final StreamName ORDERS = EngineFixture.ORDERS;
    private static final ConsumerName FAN = new ConsumerName("fan");

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
    void whatIsSetIsKept() {
        StreamProperties asked = StreamProperties.NONE.with(ResourceProperties.NONE.withTags(Map.of("team", "sea")));
        fixture.engine.createStream(new NewStream(ORDERS, StreamMode.PROVISIONED, 1, 2_048, asked));
        fixture.clock.advanceSeconds(1);
        ConsumerDescription _ = fixture.engine.registerConsumer(ORDERS, FAN);
        StreamProperties changed = asked.with(
                        FAN, ResourceProperties.NONE.withTags(Map.of("é", "")).withPolicy(Optional.of("{}")))
                .withMetrics(Set.of(ShardMetric.OUTGOING_BYTES));
        fixture.engine.changeProperties(ORDERS, _ -> changed);
        fixture.reopen();
        assertThat(fixture.engine.properties(ORDERS)).isEqualTo(changed);
        assertThat(fixture.engine.describeStream(ORDERS).maxRecordKiB()).isEqualTo(2_048);
        assertThat(fixture.engine.findProperties(new StreamName("none"))).isEmpty();

        fixture.engine.deregisterConsumer(ORDERS, FAN);
        assertThat(fixture.engine.properties(ORDERS).of(FAN)).isEqualTo(ResourceProperties.NONE);
    }

    @Test
    void aKeyIsSwitchedLikeAnyChange() {
        StreamName stream = fixture.stream(1);
        StreamKey key = new StreamKey("alias/sea", "AAAA");
        fixture.engine.switchKey(stream, Optional.of(key));
        assertThat(fixture.engine.describeStream(stream).status()).isEqualTo(StreamStatus.UPDATING);
        assertThat(fixture.engine.properties(stream).key()).isEmpty();
        fixture.reopen();
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.properties(stream).key()).hasValue(key);
        fixture.reopen();
        assertThat(fixture.engine.properties(stream).key()).hasValue(key);
        fixture.engine.switchKey(stream, Optional.empty());
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.properties(stream).key()).isEmpty();
    }

    @Test
    void warmStreamsHaveTheirShardsAtOnce() {
        StreamName stream = fixture.onDemandStream();
        fixture.engine.keepWarm(stream, 7);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.openShards(stream)).hasSize(7);
        fixture.engine.keepWarm(stream, 2);
        assertThat(fixture.engine.openShards(stream)).hasSize(7);
        assertThat(fixture.engine.properties(stream).warmMiBps()).isEqualTo(2);
        assertThatThrownBy(() -> fixture.engine.keepWarm(stream, 1_000_000)).isInstanceOf(StreamRefusal.class);
    }

    @Test
    void aModeIsSwitchedWarm() {
        StreamName stream = fixture.stream(2);
        fixture.engine.updateStreamMode(stream, StreamMode.ON_DEMAND, 5);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.openShards(stream)).hasSize(5);
        assertThat(fixture.engine.describeStream(stream).mode()).isEqualTo(StreamMode.ON_DEMAND);
    }

    @Test
    void aCommitmentHoldsForADayAndLetsInMoreConsumers() {
        StreamName stream = fixture.stream(1);
        Instant start = fixture.clock.instant();
        assertThat(fixture.engine.commitment().status(start)).isEqualTo(AccountCommitment.Status.DISABLED);
        AccountCommitment begun = fixture.engine.commit(true);
        assertThat(begun.status(start)).isEqualTo(AccountCommitment.Status.ENABLED);
        assertThat(begun.earliestEnd()).hasValue(start.plus(Duration.ofHours(24)));
        for (int at = 0; at < 25; at++) {
            ConsumerDescription _ = fixture.engine.registerConsumer(stream, new ConsumerName("c" + at));
            fixture.clock.advanceSeconds(1);
        }
        AccountCommitment ended = fixture.engine.commit(false);
        Instant now = fixture.clock.instant();
        assertThat(ended.status(now)).isEqualTo(AccountCommitment.Status.ENABLED_UNTIL_EARLIEST_ALLOWED_END);
        assertThat(ended.status(start.plus(Duration.ofHours(24)))).isEqualTo(AccountCommitment.Status.DISABLED);
        assertThat(fixture.engine.commit(true).status(now)).isEqualTo(AccountCommitment.Status.ENABLED);
        fixture.reopen();
        assertThat(fixture.engine.commitment().holds(now)).isTrue();
        assertThat(fixture.engine.commitment().startedAt()).hasValue(start);
    }
}
