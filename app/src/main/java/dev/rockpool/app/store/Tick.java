package dev.rockpool.app.store;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.platform.EventLog;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformBill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What is new on a platform.
///
/// @param events since the last one known, the latest of them
record Tick(Instant now, List<EventLog.Entry> events, Optional<PlatformBill> bill) {
    private static final int MOST = 10_000;

    Tick {
        events = List.copyOf(events);
    }

    /// Reads it; in the background.
    static Tick of(Platform platform, long since, Supplier<PriceBook> book) {
        PlatformBill bill = platform.bill(book.get());
        List<EventLog.Entry> events = platform.events().since(since, MOST);
        return new Tick(platform.clock().instant(), events, Optional.of(bill));
    }

    /// Whether a list of objects looks otherwise after it.
    static boolean changesList(StoreEvent event) {
        return switch (event) {
            case StoreEvent.VersionStored _,
                    StoreEvent.VersionGone _,
                    StoreEvent.MarkerAdded _,
                    StoreEvent.MarkerGone _,
                    StoreEvent.Transitioned _,
                    StoreEvent.TierChanged _,
                    StoreEvent.RestoreReady _,
                    StoreEvent.RestoreExpired _ -> true;
            case StoreEvent.BucketCreated _,
                    StoreEvent.BucketDeleted _,
                    StoreEvent.BucketConfigured _,
                    StoreEvent.VersionRead _,
                    StoreEvent.VersionChanged _,
                    StoreEvent.UploadStarted _,
                    StoreEvent.PartStored _,
                    StoreEvent.UploadGone _,
                    StoreEvent.RestoreRequested _,
                    StoreEvent.ReportWritten _,
                    StoreEvent.LogUndelivered _ -> false;
        };
    }
}
