package dev.rockpool.objectstore;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The access logs of buckets: lines are collected and delivered as objects, at the turn of an hour of the platform's
/// clock, when a megabyte has come, and when the store is closed. As with the service, delivery is best effort: lines
/// that were not delivered when the process was killed are lost.
///
/// Source: S3 user guide, *Logging requests with server access logging* (names of log objects).
final class AccessLogs {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final int UNIQUE_BYTES = 8;

    private final Core core;
    private final Buckets buckets;
    private final Objects objects;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Collected> collected = new HashMap<>();
    private volatile long nextDelivery = Catalog.NEVER;

    /// The lines of one bucket.
    private static final class Collected {
        private final StringBuilder lines = new StringBuilder();
    }

    /// What goes out.
    private record Delivery(LoggingConfiguration to, String lines) {}

    AccessLogs(Core core, Buckets buckets, Objects objects) {
        this.core = core;
        this.buckets = buckets;
        this.objects = objects;
    }

    /// Notes a request to a bucket, if its log is wanted.
    void note(String bucket, Supplier<String> written) {
        if (buckets.find(bucket).flatMap(BucketState::logging).isEmpty()) {
            return;
        }
        String line = written.get();
        boolean isFull;
        lock.lock();
        try {
            Collected lines = collected.computeIfAbsent(bucket, any -> new Collected());
            lines.lines.append(line).append('\n');
            isFull = lines.lines.length() >= MOST_CHARACTERS;
            if (nextDelivery == Catalog.NEVER) {
                Instant turn = core.now().truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
                nextDelivery = turn.toEpochMilli();
            }
        } finally {
            lock.unlock();
        }
        if (isFull) {
            deliver();
        }
    }

    /// Delivers what is due.
    void settle() {
        if (nextDelivery <= core.now().toEpochMilli()) {
            deliver();
        }
    }

    /// Delivers everything.
    void deliver() {
        List<Delivery> deliveries = new ArrayList<>();
        lock.lock();
        try {
            collected.forEach((bucket, lines) -> buckets.find(bucket)
                    .flatMap(BucketState::logging)
                    .ifPresent(to -> deliveries.add(new Delivery(to, lines.lines.toString()))));
            collected.clear();
            nextDelivery = Catalog.NEVER;
        } finally {
            lock.unlock();
        }
        deliveries.forEach(this::deliver);
    }

    private void deliver(Delivery delivery) {
        Optional<BucketState> target = buckets.find(delivery.to().targetBucket());
        if (target.isEmpty()) {
            return;
        }
        String unique = HexFormat.of().formatHex(core.random(UNIQUE_BYTES)).toUpperCase(Locale.ROOT);
        String key = delivery.to().targetPrefix() + NAME.format(core.now()) + "-" + unique;
        byte[] lines = delivery.lines().getBytes(StandardCharsets.UTF_8);
        Requester service = new Requester(target.get().record().owner(), Requester.SERVICE_ARN, DataKeys.NONE);
        NewObject object = NewObject.PLAIN
                .described(Map.of("content-type", "text/plain"), Map.of())
                .encrypted(new EncryptionWish.ServiceKey());
        try {
            objects.put(
                    target.get().name(),
                    key,
                    PutRequest.by(service).with(object).of(lines.length),
                    new ByteArrayInputStream(lines),
                    StoreEvent.Origin.REPORT);
        } catch (IOException | StoreRefusal undelivered) {
            core.tell(new StoreEvent.LogUndelivered(
                    core.now(), target.get().name(), key, String.valueOf(undelivered.getMessage())));
        }
    }
}
