package dev.rockpool.streamengine;

import static dev.rockpool.streamengine.EngineFixture.ORDERS;
import static dev.rockpool.streamengine.EngineFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.streamengine.FanOutSubscription.State;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Enhanced fan-out consumers and their subscriptions.
final class FanOutTest {
    private static final ConsumerName BILLING = new ConsumerName("billing");
    private static final ShardId FIRST = new ShardId(0);

    @TempDir
    Path folder;

    private EngineFixture fixture;

    @BeforeEach
    void open() {
        fixture = new EngineFixture(folder.resolve("streams"));
        fixture.stream(1);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void register() {
        fixture.engine.registerConsumer(ORDERS, BILLING);
        fixture.clock.advanceSeconds(1);
    }

    private FanOutSubscription subscribe() {
        return fixture.engine.subscribe(ORDERS, BILLING, FIRST, new StartingPosition.TrimHorizon());
    }

    @Test
    void aConsumerIsCreatingThenActiveThenGone() {
        ConsumerDescription registered = fixture.engine.registerConsumer(ORDERS, BILLING);
        assertThat(registered.status()).isEqualTo(ConsumerStatus.CREATING);
        assertThatThrownBy(this::subscribe)
                .hasMessage("Consumer billing with creation timestamp "
                        + registered.createdAt().getEpochSecond()
                        + " under stream: orders, account 000000000000 is not in ACTIVE status.");
        assertThatThrownBy(() -> fixture.engine.registerConsumer(ORDERS, BILLING))
                .hasMessageContaining("already exists");
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.describeConsumer(ORDERS, BILLING).status()).isEqualTo(ConsumerStatus.ACTIVE);
        fixture.reopen();
        FanOutSubscription subscription = subscribe();
        fixture.engine.deregisterConsumer(ORDERS, BILLING);
        assertThat(subscription.state()).isEqualTo(State.GONE);
        fixture.engine.deregisterConsumer(ORDERS, BILLING);
        assertThat(fixture.engine.listConsumers(ORDERS))
                .extracting(ConsumerDescription::status)
                .containsExactly(ConsumerStatus.DELETING);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.listConsumers(ORDERS)).isEmpty();
        assertThatThrownBy(() -> fixture.engine.describeConsumer(ORDERS, BILLING))
                .hasMessageContaining("not found");
        assertThat(fixture.events(StreamEvent.ConsumerDeregistered.class))
                .singleElement()
                .extracting(StreamEvent.ConsumerDeregistered::consumers)
                .isEqualTo(0);
    }

    @Test
    void aStreamHasTwentyConsumersAndFiveInCreation() {
        for (int at = 0; at < 20; at++) {
            if (at % 5 == 0 && at > 0) {
                ConsumerName next = new ConsumerName("c" + at);
                assertThatThrownBy(() -> fixture.engine.registerConsumer(ORDERS, next))
                        .hasMessageContaining("Only 5");
                fixture.clock.advanceSeconds(1);
            }
            fixture.engine.registerConsumer(ORDERS, new ConsumerName("c" + at));
        }
        fixture.clock.advanceSeconds(1);
        assertThatThrownBy(() -> fixture.engine.registerConsumer(ORDERS, BILLING))
                .hasMessageContaining("20");
        assertThat(fixture.engine.listConsumers(ORDERS)).hasSize(20);
        assertThat(fixture.engine.describeStream(ORDERS).consumers()).isEqualTo(20);
        assertThatThrownBy(() -> fixture.engine.deleteStream(ORDERS, false))
                .hasMessageContaining("20 registered consumers");
        fixture.engine.deleteStream(ORDERS, true);
    }

    @Test
    void deliveriesComeInOrderAndContinue() {
        register();
        fixture.put("k", "1");
        fixture.put("k", "2");
        SubscriptionEvent first;
        try (FanOutSubscription subscription = subscribe()) {
            first = subscription.poll().orElseThrow();
            assertThat(texts(first.records())).containsExactly("1", "2");
            assertThat(first.continuation()).isEqualTo(first.records().getLast().sequenceNumber());
            assertThat(subscription.poll()).isEmpty();
            fixture.put("k", "3");
            assertThat(texts(subscription.poll().orElseThrow().records())).containsExactly("3");
            assertThat(subscription.heartbeat().records()).isEmpty();
        }
        fixture.clock.advanceSeconds(5);
        try (FanOutSubscription next = fixture.engine.subscribe(
                ORDERS, BILLING, FIRST, new StartingPosition.AfterSequenceNumber(first.continuation()))) {
            assertThat(texts(next.poll().orElseThrow().records())).containsExactly("3");
        }
        assertThat(fixture.events(StreamEvent.RecordsRead.class))
                .allSatisfy(read -> assertThat(read.consumer()).contains(BILLING))
                .extracting(StreamEvent.RecordsRead::bytes)
                .containsExactly(4L, 2L, 2L);
    }

    @Test
    void twoMebibytesASecondAreItsOwn() {
        register();
        for (int at = 0; at < 5; at++) {
            fixture.putAt(HashKey.MIN, (1 << 20) - 1);
            fixture.clock.advanceSeconds(1);
        }
        FanOutSubscription subscription = subscribe();
        assertThat(subscription.poll().orElseThrow().records()).hasSize(2);
        assertThat(subscription.poll()).isEmpty();
        fixture.clock.advanceSeconds(1);
        SubscriptionEvent second = subscription.poll().orElseThrow();
        assertThat(second.records()).hasSize(2);
        assertThat(second.millisBehindLatest()).isPositive();
        fixture.clock.advanceSeconds(1);
        assertThat(subscription.poll().orElseThrow().millisBehindLatest()).isZero();
        ReadResult shared = fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.TrimHorizon()), 10);
        assertThat(shared.records()).as("the shared limit is untouched").hasSize(5);
    }

    @Test
    void aSubscriptionLivesForFiveMinutes() {
        register();
        FanOutSubscription subscription = subscribe();
        fixture.clock.advanceSeconds(299);
        assertThat(subscription.state()).isEqualTo(State.ACTIVE);
        fixture.clock.advanceSeconds(1);
        fixture.put("k", "late");
        assertThat(subscription.poll()).isEmpty();
        assertThat(subscription.state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void anotherSubscriptionTakesOverAfterFiveSeconds() {
        register();
        FanOutSubscription former = subscribe();
        fixture.clock.advanceSeconds(4);
        assertThatThrownBy(this::subscribe)
                .hasMessage("Another active subscription exists for this consumer: "
                        + "000000000000:orders:shardId-000000000000:billing");
        fixture.clock.advanceSeconds(1);
        FanOutSubscription next = subscribe();
        assertThat(former.state()).isEqualTo(State.TAKEN_OVER);
        assertThat(next.state()).isEqualTo(State.ACTIVE);
    }

    @Test
    void theEndOfAShardNamesItsChildren() {
        register();
        fixture.put("k", "1");
        fixture.engine.splitShard(ORDERS, FIRST, HashKeyRange.ALL.midpoint());
        fixture.clock.advanceSeconds(1);
        fixture.engine.settle();
        FanOutSubscription subscription = subscribe();
        SubscriptionEvent last = subscription.poll().orElseThrow();
        assertThat(texts(last.records())).containsExactly("1");
        assertThat(last.children()).hasSize(2);
        assertThat(subscription.state()).isEqualTo(State.SHARD_END);
        assertThat(subscription.poll()).isEmpty();
    }

    @Test
    void aSignalSaysWhenAPollIsWorthWhile() {
        register();
        FanOutSubscription subscription = subscribe();
        AtomicInteger former = new AtomicInteger();
        AtomicInteger signals = new AtomicInteger();
        subscription.whenWorthPolling(former::incrementAndGet);
        subscription.whenWorthPolling(signals::incrementAndGet);
        fixture.put("k", "1");
        assertThat(signals).hasValue(1);
        assertThat(former).hasValue(0);
        subscription.close();
        fixture.put("k", "2");
        assertThat(signals).hasValue(1);
        assertThat(subscription.state()).isEqualTo(State.CLOSED);
    }

    @Test
    void wrongSubscriptionsAreRefused() {
        assertThatThrownBy(this::subscribe).hasMessageContaining("not found");
        register();
        assertThatThrownBy(
                        () -> fixture.engine.subscribe(ORDERS, BILLING, new ShardId(9), new StartingPosition.Latest()))
                .hasMessageEndingWith("does not exist");
    }
}
