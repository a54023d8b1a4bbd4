package dev.rockpool.app.store;

import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.Lifecycle;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Timeline;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.LifecycleSettings;
import dev.rockpool.objectstore.StoredObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What will happen to the versions of a key if nobody touches them, as the store's own rules engine decides it.
final class Future {
    /// How far it looks: whoever plans for longer plans anew.
    private static final Duration HORIZON = Duration.ofDays(3_660);

    private Future() {}

    /// The events from `now` on, in order.
    ///
    /// @param newestFirst the versions of one key
    static List<FutureEvent> of(
            LifecycleSettings settings,
            Versioning versioning,
            List<StoredObject> newestFirst,
            Instant now,
            ActPrices prices) {
        Lifecycle lifecycle = new Lifecycle(settings.configuration(), versioning, settings.minimum(), settings.since());
        List<ObjectVersion> versions = newestFirst.reversed().stream()
                .map(version -> version.isDeleteMarker()
                        ? ObjectVersion.deleteMarker(version.versionId(), version.lastModified())
                        : new ObjectVersion(
                                version.versionId(),
                                version.bytes(),
                                version.lastModified(),
                                version.storageClass(),
                                version.tags(),
                                false))
                .toList();
        if (versions.isEmpty()) {
            return List.of();
        }
        List<LifecycleEvent> events = new Timeline(lifecycle)
                .events(List.of(lifecycle.track(newestFirst.getFirst().key(), versions)), List.of(), now.plus(HORIZON));
        Map<String, Instant> since = new HashMap<>();
        Map<String, Long> bytes = new HashMap<>();
        newestFirst.forEach(version -> {
            since.put(version.versionId(), version.lastModified());
            bytes.put(version.versionId(), version.bytes());
        });
        List<FutureEvent> future = new ArrayList<>();
        for (LifecycleEvent event : events) {
            Money cost = cost(event, since, bytes, prices);
            if (event.action() == LifecycleAction.TRANSITION) {
                since.put(event.versionId(), event.at());
            }
            if (event.at().isAfter(now)) {
                future.add(new FutureEvent(event, cost));
            }
        }
        return future;
    }

    private static Money cost(
            LifecycleEvent event, Map<String, Instant> since, Map<String, Long> bytes, ActPrices prices) {
        Money cost = event.to().map(prices::transition).orElseGet(prices::nothing);
        boolean leaves = switch (event.action()) {
            case TRANSITION, EXPIRE, PERMANENTLY_DELETE -> true;
            case DELETE_MARKER, REMOVE_EXPIRED_DELETE_MARKER, ABORT_UPLOAD -> false;
        };
        if (!leaves || event.from().isEmpty()) {
            return cost;
        }
        StorageClass from = event.from().get();
        return cost.plus(prices.leave(
                from,
                bytes.getOrDefault(event.versionId(), 0L),
                since.getOrDefault(event.versionId(), event.at()),
                event.at()));
    }
}
