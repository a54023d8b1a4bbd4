package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.kernel.Money;
import dev.rockpool.keys.KeyEvent;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamMode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What one event costs by itself: its requests, the bytes it retrieves, what is left of a minimum
/// duration. What is paid by time is no event's. Prices are those of the first tier: what an event costs as
/// a part of a month's bill can be less.
///
/// For one thread at a time; what costs the same is priced once.
public final class EventCost {
    private static final BigDecimal KEY_REQUEST = BigDecimal.ONE;
    private static final int REQUESTS_PER_PRICE = 4;
    private static final int MOST_KNOWN = 10_000;

    private final PriceBook book;
    private final String region;
    private final StorageBilling billing;
    private final Map<Record, Optional<Money>> known = new HashMap<>();

    /// @param region that the platform is billed in
    public EventCost(PriceBook book, String region) {
        this.book = book;
        this.region = region;
        this.billing = new StorageBilling(book, region);
    }

    /// What the event costs; empty if it costs nothing by itself.
    ///
    /// @param event as the [log][EventLog.Entry#event] has it
    public Optional<Money> of(Record event) {
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return switch (event) {
            case StoreEvent store -> of(store);
            case KeyEvent.Used _ -> known.computeIfAbsent(new KeyUse(), _ -> keyRequest());
            case StreamEvent.RecordsPut put
            when put.mode() == StreamMode.PROVISIONED ->
                known.computeIfAbsent(new Units(put.payloadUnits()), _ -> payload(put.payloadUnits()));
            default -> Optional.empty();
        };
    }

    private record KeyUse() {}

    private record Units(long count) {}

    private record Stored(StorageClass storageClass) {}

    private record Read(StorageClass storageClass, long bytes) {}

    private record Left(
            YearMonth month, StorageClass storageClass, long bytes, long millis, Optional<StorageClass> to) {}

    private Optional<Money> of(StoreEvent event) {
        return switch (event) {
            case StoreEvent.VersionStored stored
            when stored.origin() != StoreEvent.Origin.REPORT ->
                known.computeIfAbsent(
                        new Stored(stored.storageClass()),
                        _ -> price(stored.at(), meter -> request(meter, stored.storageClass(), stored.at())));
            case StoreEvent.VersionStored _ -> Optional.empty();
            case StoreEvent.UploadStarted started ->
                known.computeIfAbsent(
                        new Stored(started.storageClass()),
                        _ -> price(started.at(), meter -> request(meter, started.storageClass(), started.at())));
            case StoreEvent.PartStored part ->
                known.computeIfAbsent(
                        new Stored(part.storageClass()),
                        _ -> price(part.at(), meter -> request(meter, part.storageClass(), part.at())));
            case StoreEvent.VersionRead read ->
                known.computeIfAbsent(
                        new Read(read.storageClass(), read.bytes()), _ -> price(read.at(), meter -> read(meter, read)));
            case StoreEvent.VersionGone gone ->
                known.computeIfAbsent(
                        new Left(
                                month(gone.at()),
                                gone.storageClass(),
                                gone.bytes(),
                                age(gone.inClassSince(), gone.at(), gone.storageClass()),
                                Optional.empty()),
                        _ -> price(
                                gone.at(),
                                meter -> leave(
                                        meter, gone.storageClass(), gone.bytes(), gone.inClassSince(), gone.at())));
            case StoreEvent.Transitioned moved ->
                known.computeIfAbsent(
                        new Left(
                                month(moved.at()),
                                moved.from(),
                                moved.bytes(),
                                age(moved.inClassSince(), moved.at(), moved.from()),
                                Optional.of(moved.to())),
                        _ -> price(moved.at(), meter -> {
                            leave(meter, moved.from(), moved.bytes(), moved.inClassSince(), moved.at());
                            meter.transition(
                                    moved.to(),
                                    ObjectBatch.of(moved.bytes(), 1),
                                    moved.at().toEpochMilli());
                        }));
            case StoreEvent.RestoreRequested asked -> price(asked.at(), meter -> restore(meter, asked));
            case StoreEvent.BucketCreated _,
                    StoreEvent.BucketDeleted _,
                    StoreEvent.BucketConfigured _,
                    StoreEvent.MarkerAdded _,
                    StoreEvent.MarkerGone _,
                    StoreEvent.TierChanged _,
                    StoreEvent.VersionChanged _,
                    StoreEvent.UploadGone _,
                    StoreEvent.RestoreReady _,
                    StoreEvent.RestoreExpired _,
                    StoreEvent.ReportWritten _,
                    StoreEvent.LogUndelivered _ -> Optional.empty();
        };
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    /// The age in the class, or the age from which on it counts no more.
    private static long age(Instant since, Instant at, StorageClass storageClass) {
        long minimum = storageClass.minimumDays() * 86_400_000L;
        return Math.min(minimum, at.toEpochMilli() - since.toEpochMilli());
    }

    private static void request(StorageMeter meter, StorageClass storageClass, Instant at) {
        meter.put(storageClass, ObjectBatch.of(0, 1), 1, at.toEpochMilli());
    }

    private static void read(StorageMeter meter, StoreEvent.VersionRead read) {
        StoragePlace place = StoragePlace.entering(read.storageClass());
        meter.readRequests(place, 1, read.at().toEpochMilli(), StorageMeter.WHOLE);
        meter.retrieve(place, read.bytes(), read.at().toEpochMilli(), StorageMeter.WHOLE);
    }

    private static void leave(StorageMeter meter, StorageClass from, long bytes, Instant since, Instant at) {
        meter.leave(from, ObjectBatch.of(bytes, 1), since.toEpochMilli(), at.toEpochMilli());
    }

    private static void restore(StorageMeter meter, StoreEvent.RestoreRequested asked) {
        StoragePlace place = asked.storageClass() == StorageClass.INTELLIGENT_TIERING
                ? StoragePlace.ARCHIVE_TIER
                : StoragePlace.entering(asked.storageClass());
        long at = asked.at().toEpochMilli();
        if (asked.extended()) {
            meter.restoreRequests(place, asked.tier(), 1, at, StorageMeter.WHOLE);
        } else {
            meter.restore(place, asked.tier(), ObjectBatch.of(asked.bytes(), 1), at, StorageMeter.WHOLE);
        }
    }

    private Optional<Money> price(Instant at, Consumer<StorageMeter> count) {
        StorageMeter meter = new StorageMeter(BillingCalendar.of(month(at), 1), IntelligentTiering.AUTOMATIC);
        count.accept(meter);
        return positive(billing.total(billing.bills(meter)));
    }

    private Optional<Money> keyRequest() {
        return bill(List.of(
                new UsageLine("KMS", "requests symmetric", region, KEY_REQUEST.movePointLeft(REQUESTS_PER_PRICE))));
    }

    private Optional<Money> payload(long units) {
        StreamUsage.Provisioned none = StreamUsage.Provisioned.NONE;
        StreamUsage.Provisioned used = new StreamUsage.Provisioned(
                none.shardTime(),
                BigDecimal.valueOf(units),
                none.extendedRetentionShardTime(),
                none.longTermStored(),
                none.longTermBytesRead(),
                none.fanOutConsumerShardTime(),
                none.fanOutBytesOut());
        return bill(new StreamBilling(book, region, BillingMonth.OF_730_HOURS).lines(used));
    }

    private Optional<Money> bill(List<UsageLine> lines) {
        Bill bill = new Biller(book).bill(lines);
        return positive(bill.total());
    }

    private static Optional<Money> positive(Money amount) {
        return Optional.of(amount).filter(sum -> sum.amount().signum() > 0);
    }
}
