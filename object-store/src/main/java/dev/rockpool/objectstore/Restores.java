package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.Restore;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asking archived objects back.
///
/// A restore is done when the longest typical time of its tier is over; the copy is kept until the midnight after the
/// request plus its days, or after it was done if that is later.
///
/// Sources: API, *RestoreObject*; S3 user guide, *Restoring an archived object*, *Archive retrieval options*.
final class Restores {
    private final Core core;
    private final Buckets buckets;
    private final Objects objects;

    Restores(Core core, Buckets buckets, Objects objects) {
        this.core = core;
        this.buckets = buckets;
        this.objects = objects;
    }

    /// Whether the copy was there already.
    boolean restore(String bucketName, String key, RestoreRequest request) {
        BucketState state = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        return core.alone(state.number(), name, () -> {
            BucketState bucket = objects.same(bucketName, state.number());
            Draft draft = core.catalog().draft();
            Instant now = core.now();
            Versions versions = new Versions(draft, bucket, name, now);
            Versions.Found found = objects.require(versions, key, request.versionId());
            VersionRecord record = found.record();
            StorageClass archive = archive(record);
            Restore way = way(archive, request.tier());
            int days = days(record, request);
            Optional<RestoreState> former = record.standing().restore();
            boolean isThere = former.isPresent() && !former.get().ongoing();
            RestoreState next =
                    isThere ? extended(former.get(), now, days) : asked(former, now, way, request.tier(), days);
            versions.replace(found, record.with(record.standing().restored(Optional.of(next))));
            versions.due(
                    (isThere ? next.expiry() : next.ready()).toEpochMilli(),
                    isThere ? Due.Kind.RESTORE_EXPIRY : Due.Kind.RESTORE_READY,
                    record.seq());
            draft.tell(new StoreEvent.RestoreRequested(
                    now,
                    bucketName,
                    key,
                    record.versionId(),
                    record.standing().storageClass(),
                    record.content().bytes(),
                    request.tier(),
                    days,
                    former.isPresent()));
            core.commit(draft);
            return isThere;
        });
    }

    /// The archive class that decides how long it takes.
    private static StorageClass archive(VersionRecord record) {
        StorageClass storageClass = record.standing().storageClass();
        if (storageClass.isArchive()) {
            return storageClass;
        }
        AccessTier tier = record.standing().tier();
        if (record.standing().isTiered() && tier.isArchive()) {
            return tier == AccessTier.ARCHIVE ? StorageClass.GLACIER : StorageClass.DEEP_ARCHIVE;
        }
        throw new StoreRefusal(
                        StoreRefusal.Code.InvalidObjectState,
                        "Restore is not allowed for the object's current storage class")
                .with("StorageClass", storageClass.name());
    }

    private static Restore way(StorageClass archive, RestoreTier tier) {
        return archive.restores().stream()
                .filter(restore -> restore.tier() == tier)
                .findFirst()
                .orElseThrow(() -> new StoreRefusal(
                        StoreRefusal.Code.InvalidArgument,
                        "Retrieval option is not supported by this storage class: " + tier.apiName()));
    }

    private static int days(VersionRecord record, RestoreRequest request) {
        if (record.standing().isTiered()) {
            if (request.days().isPresent()) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidArgument,
                        "Days must not be specified for an object in an Intelligent-Tiering archive tier.");
            }
            return 0;
        }
        int days = request.days().orElse(0);
        if (days < 1) {
            throw new StoreRefusal(
                    StoreRefusal.Code.MalformedXML,
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return days;
    }

    private static RestoreState extended(RestoreState former, Instant now, int days) {
        return new RestoreState(
                former.requested(), former.tier(), former.ready(), Restore.copyExpiry(now, days), false);
    }

    private static RestoreState asked(
            Optional<RestoreState> former, Instant now, Restore way, RestoreTier tier, int days) {
        Duration takes = way.most();
        Instant ready = now.plus(takes);
        if (former.isPresent()) {
            if (!ready.isBefore(former.get().ready())) {
                throw new StoreRefusal(
                        StoreRefusal.Code.RestoreAlreadyInProgress, "Object restore is already in progress");
            }
            return new RestoreState(
                    former.get().requested(), tier, ready, former.get().expiry(), true);
        }
        if (days == 0) {
            return new RestoreState(now, tier, ready, Instant.MAX, true);
        }
        Instant expiry = Restore.copyExpiry(now, days);
        return new RestoreState(
                now, tier, ready, expiry.isAfter(ready) ? expiry : Restore.copyExpiry(ready, days), true);
    }
}
