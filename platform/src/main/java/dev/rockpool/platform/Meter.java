package dev.rockpool.platform;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.Biller;
import dev.rockpool.costmodel.BillingMonth;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.UsageLine;
import dev.rockpool.costmodel.storage.StorageBilling;
import dev.rockpool.costmodel.storage.StorageMonth;
import dev.rockpool.costmodel.stream.StreamBilling;
import dev.rockpool.objectstore.s3.RequestListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts what the engines of a platform did, as the vendor bills it. Safe for several threads.
public final class Meter {
    private final Instant start;
    private final String region;
    private final StoreMeter objects;
    private final KeyMeter keys;
    private final Map<String, StreamUsageMeter> streams = new TreeMap<>();

    /// A meter that counts from `start` on.
    Meter(Instant start, String region) {
        this(start, region, new StoreMeter(start), new KeyMeter(start));
    }

    private Meter(Instant start, String region, StoreMeter objects, KeyMeter keys) {
        this.start = start;
        this.region = region;
        this.objects = objects;
        this.keys = keys;
    }

    /// A meter that knows all that this one knows to be there, and counts what is used from now on.
    synchronized Meter anew(Instant now) {
        Meter other = new Meter(now, region, objects.anew(now), keys.anew(now));
        streams.forEach((account, meter) -> other.streams.put(account, meter.anew(now)));
        return other;
    }

    /// The region that it is billed in.
    public String region() {
        return region;
    }

    /// Since when it counts.
    public Instant start() {
        return start;
    }

    /// Counts a request to the object store that left no event.
    public void answered(RequestListener.Charge charge, Instant at) {
        objects.answered(charge, at);
    }

    /// How many requests to the object store it has counted.
    public long requests() {
        return objects.requests();
    }

    StoreMeter objects() {
        return objects;
    }

    KeyMeter keys() {
        return keys;
    }

    /// What the streams of an account did.
    synchronized StreamUsageMeter streams(String account, Instant from) {
        return streams.computeIfAbsent(account, _ -> new StreamUsageMeter(from));
    }

    private synchronized List<StreamUsageMeter> streams() {
        return List.copyOf(streams.values());
    }

    /// What all that was counted up to `now` costs.
    ///
    /// @throws dev.rockpool.kernel.InputException if the book lacks a price
    PlatformBill bill(PriceBook book, Instant now) {
        List<StorageMonth> months = new StorageBilling(book, region)
                .bills(objects.read(now)).stream()
                        .filter(month -> !month.bill().lines().isEmpty())
                        .toList();
        List<UsageLine> others = new ArrayList<>(keys.lines(now, region, BillingMonth.OF_730_HOURS));
        StreamBilling billing = new StreamBilling(book, region, BillingMonth.OF_730_HOURS);
        streams().forEach(account -> others.addAll(account.read(now).lines(billing)));
        Bill rest = new Biller(book).bill(others);
        return new PlatformBill(start, now, months, rest);
    }
}
