package dev.rockpool.platform;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.costmodel.storage.StorageMeter;
import dev.rockpool.costmodel.storage.StoragePlace;
import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.ListRequest;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.objectstore.StoreListener;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.VersionPage;
import dev.rockpool.objectstore.s3.RequestListener;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Counts what an object store did, as the vendor bills it: bytes by the time they are kept, requests,
/// retrievals, transitions, early deletions.
///
/// What is kept is counted place by place, not object by object, so that a reading costs the same whatever
/// there is. An event that comes late, because two threads acted at once, counts from the latest one before
/// it. Safe for several threads.
final class StoreMeter implements StoreListener {
    /// How many months are told apart; later ones are not counted.
    private static final int MONTHS = 600;

    /// How many objects in lower access tiers are written down; with more the store is walked through.
    private static final int MOST_KEPT_TIERS = 100_000;

    private final StorageMeter counted;
    private final Map<StoragePlace, Stock> kept = new EnumMap<>(StoragePlace.class);
    private final Stock copies = new Stock();
    private final Map<Version, AccessTier> tiers = new HashMap<>();
    private final Stock monitored = new Stock();
    private final History history = new History();
    private final Deeds deeds = new Deeds();
    private long requests;
    private long last;

    StoreMeter(Instant from) {
        YearMonth first = YearMonth.from(from.atOffset(ZoneOffset.UTC));
        counted = new StorageMeter(BillingCalendar.of(first, MONTHS), IntelligentTiering.AUTOMATIC);
        last = from.toEpochMilli();
    }

    /// A meter of the same stock that counts from now on; nothing that was counted before.
    synchronized StoreMeter anew(Instant now) {
        long at = passTo(now);
        StoreMeter other = new StoreMeter(Instant.ofEpochMilli(at));
        kept.forEach((place, stock) -> other.stock(place).add(stock));
        other.copies.add(copies);
        other.monitored.add(monitored);
        other.tiers.putAll(tiers);
        return other;
    }

    /// Writes down what there is; false if that is too much to write.
    synchronized boolean writeTo(ObjectNode target) {
        if (tiers.size() > MOST_KEPT_TIERS) {
            return false;
        }
        ObjectNode places = target.putObject("places");
        kept.forEach((place, stock) -> stock.writeTo(places.putArray(place.name())));
        copies.writeTo(target.putArray("copies"));
        monitored.writeTo(target.putArray("monitored"));
        ArrayNode sunk = target.putArray("tiers");
        tiers.forEach((version, tier) -> sunk.addArray()
                .add(version.bucket())
                .add(version.key())
                .add(version.id())
                .add(tier.name()));
        return true;
    }

    /// Begins with what was written down; false, and nothing is changed, if it makes no sense.
    synchronized boolean readFrom(JsonNode source) {
        try {
            Map<StoragePlace, Stock> places = new EnumMap<>(StoragePlace.class);
            for (Map.Entry<String, JsonNode> place : source.path("places").properties()) {
                places.put(StoragePlace.valueOf(place.getKey()), Stock.of(place.getValue()));
            }
            Stock restored = Stock.of(source.path("copies"));
            Stock watched = Stock.of(source.path("monitored"));
            Map<Version, AccessTier> sunk = new HashMap<>();
            for (JsonNode tier : source.path("tiers")) {
                sunk.put(
                        new Version(
                                tier.path(0).asString(),
                                tier.path(1).asString(),
                                tier.path(2).asString()),
                        AccessTier.valueOf(tier.path(3).asString()));
            }
            kept.putAll(places);
            copies.add(restored);
            monitored.add(watched);
            tiers.putAll(sunk);
            return true;
        } catch (JacksonException | IllegalArgumentException senseless) {
            return false;
        }
    }

    private record Version(String bucket, String key, String id) {}

    /// Counts what is in a store from before this meter, as kept from now on. A walk over all of it.
    synchronized void found(ObjectStore store) {
        for (Bucket bucket : store.buckets()) {
            Optional<ListRequest> page = Optional.of(ListRequest.ALL);
            Optional<String> version = Optional.empty();
            while (page.isPresent()) {
                ListRequest asked = page.get();
                VersionPage found = store.listObjectVersions(bucket.name(), asked, version);
                found.versions().stream().filter(kept -> !kept.isDeleteMarker()).forEach(this::found);
                version = found.nextVersionId();
                page = found.nextKey().map(asked::after);
            }
        }
    }

    private void found(StoredObject object) {
        AccessTier tier = object.accessTier().orElse(AccessTier.FREQUENT);
        Version version = new Version(object.bucket(), object.key(), object.versionId());
        if (tier != AccessTier.FREQUENT) {
            tiers.put(version, tier);
        }
        enter(place(version, object.storageClass()), one(object.bytes()));
        object.restore().filter(restore -> !restore.ongoing()).ifPresent(_ -> copies.add(one(object.bytes())));
    }

    @Override
    public synchronized void happened(StoreEvent event) {
        long at = passTo(event.at());
        deeds.happened(event);
        requests += isRequest(event) ? 1 : 0;
        switch (event) {
            case StoreEvent.VersionStored stored -> {
                counted.put(stored.storageClass(), one(stored.bytes()), 1, at);
                enter(StoragePlace.entering(stored.storageClass()), one(stored.bytes()));
            }
            case StoreEvent.VersionGone gone -> {
                Version version = new Version(gone.bucket(), gone.key(), gone.versionId());
                leave(place(version, gone.storageClass()), one(gone.bytes()));
                tiers.remove(version);
                counted.leave(
                        gone.storageClass(),
                        one(gone.bytes()),
                        gone.inClassSince().toEpochMilli(),
                        at);
            }
            case StoreEvent.Transitioned moved -> {
                Version version = new Version(moved.bucket(), moved.key(), moved.versionId());
                leave(place(version, moved.from()), one(moved.bytes()));
                tiers.remove(version);
                counted.leave(
                        moved.from(), one(moved.bytes()), moved.inClassSince().toEpochMilli(), at);
                counted.transition(moved.to(), one(moved.bytes()), at);
                enter(StoragePlace.entering(moved.to()), one(moved.bytes()));
            }
            case StoreEvent.TierChanged changed -> {
                leave(StoragePlace.of(changed.from()), one(changed.bytes()));
                enter(StoragePlace.of(changed.to()), one(changed.bytes()));
                tiers.put(new Version(changed.bucket(), changed.key(), changed.versionId()), changed.to());
            }
            case StoreEvent.VersionRead read -> {
                Version version = new Version(read.bucket(), read.key(), read.versionId());
                StoragePlace place = place(version, read.storageClass());
                counted.readRequests(place, 1, at, StorageMeter.WHOLE);
                counted.retrieve(place, read.bytes(), at, StorageMeter.WHOLE);
            }
            case StoreEvent.UploadStarted started -> counted.put(started.storageClass(), ObjectBatch.of(0, 1), 1, at);
            case StoreEvent.PartStored part -> {
                counted.put(part.storageClass(), one(part.bytes()), 1, at);
                stock(StoragePlace.STANDARD).add(bytes(part.bytes()));
                stock(StoragePlace.STANDARD).subtract(bytes(part.replacedBytes()));
            }
            case StoreEvent.UploadGone gone -> stock(StoragePlace.STANDARD).subtract(bytes(gone.bytes()));
            case StoreEvent.RestoreRequested asked -> {
                Version version = new Version(asked.bucket(), asked.key(), asked.versionId());
                StoragePlace place = place(version, asked.storageClass());
                if (asked.extended()) {
                    counted.restoreRequests(place, asked.tier(), 1, at, StorageMeter.WHOLE);
                } else {
                    counted.restore(place, asked.tier(), one(asked.bytes()), at, StorageMeter.WHOLE);
                }
            }
            case StoreEvent.RestoreReady ready -> copies.add(one(ready.bytes()));
            case StoreEvent.RestoreExpired gone -> copies.subtract(one(gone.bytes()));
            case StoreEvent.BucketCreated _,
                    StoreEvent.BucketDeleted _,
                    StoreEvent.BucketConfigured _,
                    StoreEvent.MarkerAdded _,
                    StoreEvent.MarkerGone _,
                    StoreEvent.LogUndelivered _,
                    StoreEvent.VersionChanged _,
                    StoreEvent.ReportWritten _ -> {}
        }
    }

    /// A request was done that left no event.
    synchronized void answered(RequestListener.Charge charge, Instant time) {
        long at = passTo(time);
        requests++;
        switch (charge) {
            case LIST -> counted.list(1, at);
            case WRITE -> counted.put(StorageClass.STANDARD, ObjectBatch.of(0, 1), 1, at);
            case READ -> counted.readRequests(StoragePlace.STANDARD, 1, at, StorageMeter.WHOLE);
        }
    }

    /// All that was counted up to `now`.
    synchronized StorageMeter read(Instant now) {
        passTo(now);
        StorageMeter copy = new StorageMeter(counted.calendar(), counted.tiering());
        copy.plus(counted);
        return copy;
    }

    /// Counts what was kept up to `time`, and answers it, or the latest time before if that is later.
    private long passTo(Instant time) {
        long at = Math.max(last, time.toEpochMilli());
        if (at > last) {
            history.stood(sampleAt(last), last, at);
            kept.forEach((place, stock) -> counted.keep(place, stock.batch(), last, at, StorageMeter.WHOLE));
            counted.keepCopy(StoragePlace.GLACIER, copies.batch(), last, at, StorageMeter.WHOLE);
            counted.monitor(monitored.batch(), last, at);
            last = at;
        }
        return at;
    }

    private static boolean isRequest(StoreEvent event) {
        return switch (event) {
            case StoreEvent.VersionStored stored -> stored.origin() != StoreEvent.Origin.REPORT;
            case StoreEvent.VersionRead _,
                    StoreEvent.UploadStarted _,
                    StoreEvent.PartStored _,
                    StoreEvent.RestoreRequested _ -> true;
            case StoreEvent.VersionGone _,
                    StoreEvent.Transitioned _,
                    StoreEvent.TierChanged _,
                    StoreEvent.UploadGone _,
                    StoreEvent.RestoreReady _,
                    StoreEvent.RestoreExpired _,
                    StoreEvent.BucketCreated _,
                    StoreEvent.BucketDeleted _,
                    StoreEvent.BucketConfigured _,
                    StoreEvent.MarkerAdded _,
                    StoreEvent.MarkerGone _,
                    StoreEvent.LogUndelivered _,
                    StoreEvent.VersionChanged _,
                    StoreEvent.ReportWritten _ -> false;
        };
    }

    /// What there was from hour to hour, or from day to day, up to `now`.
    synchronized History history(Instant now) {
        passTo(now);
        return history.copy();
    }

    /// What there is.
    synchronized History.Sample sample(Instant now) {
        return sampleAt(passTo(now));
    }

    /// How many requests there were.
    synchronized long requests() {
        return requests;
    }

    /// What lifecycle rules did.
    synchronized Map<Deeds.Deed, Deeds.Sum> deeds() {
        return deeds.sums();
    }

    private History.Sample sampleAt(long at) {
        Map<StorageClass, Long> bytes = new EnumMap<>(StorageClass.class);
        Map<StorageClass, Long> counts = new EnumMap<>(StorageClass.class);
        for (Map.Entry<StoragePlace, Stock> place : kept.entrySet()) {
            ObjectBatch batch = place.getValue().batch();
            StorageClass storageClass = place.getKey().storageClass();
            if (batch.bytes() > 0) {
                bytes.merge(storageClass, batch.bytes(), Long::sum);
            }
            if (batch.objects() > 0) {
                counts.merge(storageClass, batch.objects(), Long::sum);
            }
        }
        return new History.Sample(Instant.ofEpochMilli(at), bytes, counts, requests);
    }

    private StoragePlace place(Version version, StorageClass storageClass) {
        return storageClass == StorageClass.INTELLIGENT_TIERING
                ? StoragePlace.of(tiers.getOrDefault(version, AccessTier.FREQUENT))
                : StoragePlace.entering(storageClass);
    }

    private Stock stock(StoragePlace place) {
        return kept.computeIfAbsent(place, _ -> new Stock());
    }

    private void enter(StoragePlace place, ObjectBatch batch) {
        stock(place).add(batch);
        if (place.storageClass() == StorageClass.INTELLIGENT_TIERING) {
            monitored.add(batch.monitored());
        }
    }

    private void leave(StoragePlace place, ObjectBatch batch) {
        stock(place).subtract(batch);
        if (place.storageClass() == StorageClass.INTELLIGENT_TIERING) {
            monitored.subtract(batch.monitored());
        }
    }

    private static ObjectBatch one(long bytes) {
        return ObjectBatch.of(bytes, 1);
    }

    /// Bytes of parts, which have no floor and no overhead.
    private static ObjectBatch bytes(long bytes) {
        return new ObjectBatch(0, bytes, 0, 0, 0);
    }

    /// What is in a place. When two threads act at once an end can be told before its beginning, so that a
    /// count is below zero for a moment.
    private static final class Stock {
        private long objects;
        private long bytes;
        private long shortfall;
        private long monitoredObjects;
        private long monitoredBytes;

        static Stock of(JsonNode numbers) {
            if (numbers.size() != 5) {
                throw new IllegalArgumentException("A stock is five numbers, not " + numbers.size());
            }
            Stock stock = new Stock();
            stock.objects = numbers.path(0).asLong();
            stock.bytes = numbers.path(1).asLong();
            stock.shortfall = numbers.path(2).asLong();
            stock.monitoredObjects = numbers.path(3).asLong();
            stock.monitoredBytes = numbers.path(4).asLong();
            return stock;
        }

        void writeTo(ArrayNode numbers) {
            numbers.add(objects).add(bytes).add(shortfall).add(monitoredObjects).add(monitoredBytes);
        }

        void add(Stock other) {
            objects += other.objects;
            bytes += other.bytes;
            shortfall += other.shortfall;
            monitoredObjects += other.monitoredObjects;
            monitoredBytes += other.monitoredBytes;
        }

        void add(ObjectBatch batch) {
            objects += batch.objects();
            bytes += batch.bytes();
            shortfall += batch.shortfall();
            monitoredObjects += batch.monitoredObjects();
            monitoredBytes += batch.monitoredBytes();
        }

        void subtract(ObjectBatch batch) {
            objects -= batch.objects();
            bytes -= batch.bytes();
            shortfall -= batch.shortfall();
            monitoredObjects -= batch.monitoredObjects();
            monitoredBytes -= batch.monitoredBytes();
        }

        ObjectBatch batch() {
            long all = Math.max(0, objects);
            long whole = Math.max(0, bytes);
            return new ObjectBatch(
                    all,
                    whole,
                    Math.max(0, shortfall),
                    Math.clamp(monitoredObjects, 0, all),
                    Math.clamp(monitoredBytes, 0, whole));
        }
    }
}
