package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.keys.KeyUse;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.Sync;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engines, their clock, their meter and their event log together.
final class PlatformTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamName ORDERS = new StreamName("orders");

    @TempDir
    Path folder;

    private Platform open(ClockSetting clock) {
        PlatformOptions options = PlatformOptions.in(folder)
                .with(clock)
                .with(ObjectStoreOptions.standard().sync(false))
                .with(StreamEngineOptions.standard().with(Sync.OFF).with(Duration.ZERO));
        return Platform.open(options, InstantSource.system(), new SecureRandom());
    }

    private Platform standing() {
        return open(new ClockSetting.Virtual(START, 0));
    }

    @Test
    void whatStreamsDoIsBilled() {
        try (Platform platform = standing()) {
            platform.streams().createStream(ORDERS, 2);
            platform.advanceTo(START.plus(Duration.ofHours(1)));
            platform.streams()
                    .putRecords(
                            ORDERS,
                            IntStream.range(0, 100)
                                    .mapToObj(at -> PutEntry.of("account-" + at, new byte[1_000]))
                                    .toList());
            assertThat(platform.advanceTo(START.plus(Duration.ofHours(10))))
                    .isEqualTo(START.plus(Duration.ofHours(10)));
            // 20 shard-hours at 0.015 USD, 100 payload units at 0.014 USD a million
            assertThat(platform.bill(PriceBook.shipped()).total().plain()).isEqualTo("0.3000014");
        }
    }

    @Test
    void whatKeysDoIsBilled() {
        try (Platform platform = standing()) {
            KeyUse owner =
                    new KeyUse(platform.accounts().accessKeys().getFirst().caller(), RequestContext.EMPTY);
            String key = platform.keys()
                    .administration()
                    .createKey(owner, "", Optional.empty(), false, Map.of())
                    .arn();
            IntStream.range(0, 1_000).forEach(_ -> platform.keys().generateDataKey(owner, key, Map.of()));
            platform.advanceTo(START.plus(Duration.ofHours(730)));
            // a month of one key at 1 USD, a tenth of 10,000 requests at 0.03 USD
            assertThat(platform.bill(PriceBook.shipped()).total().plain()).isEqualTo("1.003");
            platform.advanceTo(START.plus(Duration.ofHours(1_460)));
            assertThat(platform.bill(PriceBook.shipped()).total().plain()).isEqualTo("2.003");
        }
    }

    @Test
    void timeGoesOnWhereItWasAndNeverBack() {
        Instant later = START.plus(Duration.ofDays(3));
        try (Platform platform = standing()) {
            platform.advanceTo(later);
        }
        try (Platform platform = standing()) {
            assertThat(platform.clock().instant()).isEqualTo(later);
        }
        try (Platform platform = open(new ClockSetting.Kept())) {
            assertThat(platform.clock().instant()).isEqualTo(later);
            assertThat(platform.clock().isReal()).isFalse();
        }
        assertThatThrownBy(() -> open(new ClockSetting.Real()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("2026-01-04");
    }

    @Test
    void theTimeOfARealPlatformIsNeverMoved() {
        try (Platform platform = open(new ClockSetting.Kept())) {
            assertThat(platform.clock().isReal()).isTrue();
            assertThatThrownBy(() -> platform.advanceTo(Instant.parse("2999-01-01T00:00:00Z")))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(this::standing).isInstanceOf(InputException.class).hasMessageContaining("real clock");
    }

    @Test
    void aFolderHasOnePlatformAtATime() {
        try (Platform platform = standing()) {
            assertThat(platform.token()).hasSize(48);
            assertThatThrownBy(this::standing)
                    .isInstanceOf(EnvironmentException.class)
                    .hasMessageContaining(folder.toString());
        }
        standing().close();
    }

    @Test
    void whatHappenedIsToldInSentences() {
        try (Platform platform = standing()) {
            platform.streams().createStream(ORDERS, 1);
            assertThat(platform.events().since(0, 10))
                    .extracting(EventLog.Entry::sentence)
                    .contains("Stream orders is being made.");
            long last = platform.events().since(0, 1_000).getLast().number();
            assertThat(platform.events().since(last, 10)).isEmpty();
        }
    }
}
