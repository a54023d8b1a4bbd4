package dev.rockpool.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.Sync;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The engine, its clock and its meter together.
final class PlatformTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final StreamName ORDERS = new StreamName("orders");
    private static final StreamEngineOptions OPTIONS =
            StreamEngineOptions.standard().with(Sync.OFF).with(Duration.ZERO);

    @TempDir
    Path folder;

    @Test
    void whatTheEngineDoesIsBilled() {
        List<StreamEvent> heard = new ArrayList<>();
        try (Platform platform = Platform.open(folder, PlatformClock.standing(START), OPTIONS, heard::add)) {
            platform.streams().createStream(ORDERS, 2);
            platform.advance(Duration.ofHours(1));
            platform.streams()
                    .putRecords(
                            ORDERS,
                            IntStream.range(0, 100)
                                    .mapToObj(at -> PutEntry.of("account-" + at, new byte[1_000]))
                                    .toList());
            assertThat(platform.advance(Duration.ofHours(9))).isEqualTo(START.plus(Duration.ofHours(10)));

            MeterReading reading = platform.reading();
            assertThat(reading.provisioned().shardTime()).isEqualTo(BillableTime.ofHours(20));
            // 20 shard-hours, 100 payload units.
            assertThat(reading.bill(new StreamBilling(PriceBook.shipped(), "us-east-1", BillingMonth.OF_730_HOURS))
                            .total()
                            .plain())
                    .isEqualTo("0.3000014");
            assertThat(platform.meter().read(platform.clock().instant())).isEqualTo(reading);
        }
        assertThat(heard).hasAtLeastOneElementOfType(StreamEvent.RecordsPut.class);
    }

    @Test
    void aStreamFromBeforeIsCountedFromTheOpening() {
        try (Platform platform = open()) {
            platform.streams().createStream(ORDERS, 3);
            platform.advance(Duration.ofHours(1));
        }
        try (Platform platform =
                Platform.open(folder, PlatformClock.standing(START.plus(Duration.ofHours(5))), OPTIONS, event -> {})) {
            platform.advance(Duration.ofHours(2));
            assertThat(platform.reading().provisioned().shardTime()).isEqualTo(BillableTime.ofHours(6));
        }
    }

    private Platform open() {
        return Platform.open(folder, PlatformClock.standing(START), OPTIONS, event -> {});
    }
}
