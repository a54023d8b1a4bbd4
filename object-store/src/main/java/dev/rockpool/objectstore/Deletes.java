package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Versioning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes objects and versions.
final class Deletes {
    private static final int MOST_TO_DELETE = 1_000;

    private final Core core;
    private final Buckets buckets;
    private final Objects objects;

    Deletes(Core core, Buckets buckets, Objects objects) {
        this.core = core;
        this.buckets = buckets;
        this.objects = objects;
    }

    DeleteResult delete(String bucketName, String key, DeleteRequest request) {
        BucketState found = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        return core.alone(found.number(), name, () -> {
            Draft draft = core.catalog().draft();
            DeleteResult result = delete(draft, objects.same(bucketName, found.number()), name, request);
            core.commit(draft);
            return result;
        });
    }

    List<DeleteOutcome> delete(
            Requester requester, String bucketName, List<ObjectToDelete> wanted, boolean bypassGovernance) {
        if (wanted.size() > MOST_TO_DELETE) {
            throw new StoreRefusal(
                    StoreRefusal.Code.MalformedXML,
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return core.exclusively(() -> {
            BucketState bucket = buckets.state(bucketName);
            Draft draft = core.catalog().draft();
            List<DeleteOutcome> outcomes = new ArrayList<>();
            for (ObjectToDelete object : wanted) {
                DeleteRequest request = new DeleteRequest(
                        requester, object.versionId(), bypassGovernance, WriteCondition.over(object.etag()));
                try {
                    DeleteResult result = delete(draft, bucket, Requests.name(object.key()), request);
                    outcomes.add(new DeleteOutcome(object, Optional.of(result), Optional.empty()));
                } catch (StoreRefusal refused) {
                    outcomes.add(new DeleteOutcome(object, Optional.empty(), Optional.of(refused)));
                }
            }
            core.commit(draft);
            return outcomes;
        });
    }

    private DeleteResult delete(Draft draft, BucketState bucket, byte[] name, DeleteRequest request) {
        Instant now = core.now();
        Versions versions = new Versions(draft, bucket, name, now);
        if (request.condition().ifMatch().isPresent()) {
            Optional<VersionRecord> current = versions.current();
            if (current.filter(VersionRecord::isMarker).isPresent()) {
                throw Requests.failed("If-Match");
            }
            Requests.check(request.condition(), current);
        }
        if (request.versionId().isPresent()) {
            String id = request.versionId().get();
            Objects.checkVersionId(id);
            Optional<Versions.Found> found = versions.find(id);
            if (found.isPresent()) {
                if (found.get().record().lock().holds(now, request.bypassGovernance())) {
                    throw new StoreRefusal(
                            StoreRefusal.Code.AccessDenied, "Access Denied because object protected by object lock.");
                }
                versions.remove(found.get(), StoreEvent.Cause.DELETED, Optional.empty());
            }
            boolean marker = found.map(there -> there.record().isMarker()).orElse(false);
            return new DeleteResult(marker, Optional.of(id));
        }
        if (bucket.record().versioning() == Versioning.DISABLED) {
            versions.current()
                    .ifPresent(current -> versions.remove(
                            new Versions.Found(current, true), StoreEvent.Cause.DELETED, Optional.empty()));
            return new DeleteResult(false, Optional.empty());
        }
        VersionRecord marker = versions.pushMarker(
                core.catalog().nextNumber(),
                core.random(VersionRecord.TAIL_BYTES),
                request.requester().owner(),
                Optional.empty());
        return new DeleteResult(true, Optional.of(marker.versionId()));
    }
}
