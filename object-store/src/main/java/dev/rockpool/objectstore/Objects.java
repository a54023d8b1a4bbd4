package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// Objects one by one: putting, looking, and what hangs on a version.
final class Objects {
    /// The parameters of a body that is not one of several parts.
    static final byte[] ONLY_BODY = {};
    static final int TAG_BYTES = 16;

    private final Core core;
    private final Buckets buckets;
    private final Envelopes envelopes;
    private final Intake intake;
    private final Ageing ageing;

    Objects(Core core, Buckets buckets, Envelopes envelopes, Intake intake, Ageing ageing) {
        this.core = core;
        this.buckets = buckets;
        this.envelopes = envelopes;
        this.intake = intake;
        this.ageing = ageing;
    }

    // --- putting

    PutResult put(String bucketName, String key, PutRequest request, InputStream body, StoreEvent.Origin origin)
            throws IOException {
        BucketState bucket = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        Requests.check(request.object(), bucket, core.now());
        // a condition that fails already saves reading the body; it is judged again under the lock
        Requests.check(request.condition(), versions(bucket, name).current());
        Envelopes.Sealed sealed = envelopes.seal(request.object().encryption(), bucket, name, request.requester());
        ChecksumAlgorithm algorithm = request.checks().algorithm().orElse(ChecksumAlgorithm.CRC64NVME);
        Intake.Taken taken = intake.take(
                body,
                request.expectedBytes(),
                sealed.key().body(ONLY_BODY),
                request.checks(),
                Set.of(algorithm),
                hasMd5Tag(sealed.envelope()),
                false);
        return store(
                bucketName,
                bucket.number(),
                name,
                request.object(),
                request.condition(),
                request.requester(),
                sealed.envelope(),
                taken,
                content(taken, algorithm, sealed.envelope()),
                origin);
    }

    /// The ETag is the MD5 unless the key service or the customer has the key (API, *Object*).
    static boolean hasMd5Tag(Envelope envelope) {
        return envelope.algorithm() == EncryptionAlgorithm.SSE_S3;
    }

    Content content(Intake.Taken taken, ChecksumAlgorithm algorithm, Envelope envelope) {
        Checksum checksum = new Checksum(
                algorithm,
                ChecksumType.FULL_OBJECT,
                Digests.base64(taken.values().getOrDefault(algorithm, new byte[0])));
        return new Content(taken.bytes(), tag(taken, envelope), 0, Optional.of(checksum), 0);
    }

    byte[] tag(Intake.Taken taken, Envelope envelope) {
        return taken.md5().filter(md5 -> hasMd5Tag(envelope)).orElseGet(() -> core.random(TAG_BYTES));
    }

    /// Makes a body that was taken in a version.
    PutResult store(
            String bucketName,
            long bucketNumber,
            byte[] name,
            NewObject object,
            WriteCondition condition,
            Requester requester,
            Envelope envelope,
            Intake.Taken taken,
            Content content,
            StoreEvent.Origin origin) {
        boolean stored = false;
        try {
            ageing.settle();
            PutResult result = core.alone(bucketNumber, name, () -> {
                BucketState bucket = same(bucketName, bucketNumber);
                Instant now = core.now();
                Draft draft = core.catalog().draft();
                Versions versions = new Versions(draft, bucket, name, now);
                Requests.check(condition, versions.current());
                Body body = taken.file() != 0
                        ? new Body.InFile(taken.file(), taken.sealedBytes())
                        : taken.sealed().length > 0
                                ? new Body.InVolume(Placing.LATER, taken.sealed().length)
                                : new Body.None();
                VersionRecord record = record(bucket, now, now, body, requester.owner(), content, object, envelope);
                if (taken.file() != 0) {
                    draft.put(KeySpace.number(KeySpace.BODY, taken.file()), Placing.SOMETHING);
                }
                if (body instanceof Body.InVolume) {
                    draft.place(versions.currentKey(record), versions.dataName(record.seq()), taken.sealed());
                }
                return push(draft, versions, bucket, name, record, origin, requester);
            });
            stored = true;
            return result;
        } finally {
            if (!stored && taken.file() != 0) {
                core.delete(taken.file());
            }
        }
    }

    /// The bucket as it is now; another of the same name is none.
    BucketState same(String name, long number) {
        BucketState bucket = buckets.state(name);
        if (bucket.number() != number) {
            throw new StoreRefusal(StoreRefusal.Code.NoSuchBucket, "The specified bucket does not exist")
                    .with("BucketName", name);
        }
        return bucket;
    }

    /// A new version.
    ///
    /// @param modified its date
    VersionRecord record(
            BucketState bucket,
            Instant now,
            Instant modified,
            Body body,
            Owner owner,
            Content content,
            NewObject object,
            Envelope envelope) {
        Optional<Retention> retention = object.retention()
                .or(() -> bucket.record()
                        .objectLock()
                        .flatMap(ObjectLockConfiguration::defaultRetention)
                        .map(kept -> kept.from(now)));
        return new VersionRecord(
                core.catalog().nextNumber(),
                0,
                false,
                bucket.record().versioning() == Versioning.ENABLED
                        ? core.random(VersionRecord.TAIL_BYTES)
                        : new byte[0],
                body,
                modified,
                owner,
                content,
                Standing.fresh(object.storageClass().orElse(StorageClass.STANDARD), modified),
                new Lock(retention, object.legalHold()),
                object.systemMetadata(),
                object.userMetadata(),
                object.websiteRedirect(),
                object.tags(),
                object.acl(),
                Optional.of(envelope));
    }

    /// Puts a new version on top, makes it durable and tells of it.
    PutResult push(
            Draft draft,
            Versions versions,
            BucketState bucket,
            byte[] name,
            VersionRecord record,
            StoreEvent.Origin origin,
            Requester requester) {
        VersionRecord top = versions.push(record, Optional.empty());
        String key = KeySpace.key(name, 0, name.length);
        draft.tell(new StoreEvent.VersionStored(
                core.now(),
                bucket.name(),
                key,
                top.versionId(),
                top.standing().storageClass(),
                top.content().bytes(),
                origin,
                requester.arn()));
        core.commit(draft);
        StoredObject object = versions.stored(new Versions.Found(top, true));
        return new PutResult(object, expiration(bucket, key, top));
    }

    static Optional<RuleDate> expiration(BucketState bucket, String key, VersionRecord current) {
        return expiration(bucket, key, current.forLifecycle());
    }

    static Optional<RuleDate> expiration(BucketState bucket, StoredObject current) {
        return expiration(
                bucket,
                current.key(),
                new ObjectVersion(
                        current.versionId(),
                        current.bytes(),
                        current.lastModified(),
                        current.storageClass(),
                        current.tags(),
                        false));
    }

    private static Optional<RuleDate> expiration(BucketState bucket, String key, ObjectVersion current) {
        return bucket.rules()
                .flatMap(rules -> rules.expiry(key, current))
                .map(end -> new RuleDate(Midnight.at(end.day()), end.rule()));
    }

    // --- looking

    Versions versions(BucketState bucket, byte[] name) {
        return new Versions(core.catalog().draft(), bucket, name, core.now());
    }

    Optional<StoredObject> find(String bucketName, String key, Optional<String> versionId) {
        BucketState bucket = buckets.state(bucketName);
        Versions versions = versions(bucket, Requests.name(key));
        Optional<Versions.Found> found = versionId.isPresent()
                ? versions.find(versionId.get())
                : versions.current().map(record -> new Versions.Found(record, true));
        return found.map(versions::stored);
    }

    /// The object meant; a delete marker is refused as the service does.
    Versions.Found require(Versions versions, String key, Optional<String> versionId) {
        if (versionId.isEmpty()) {
            VersionRecord current = versions.current().orElseThrow(() -> noSuchKey(key));
            if (current.isMarker()) {
                throw noSuchKey(key).about(versions.stored(new Versions.Found(current, true)));
            }
            return new Versions.Found(current, true);
        }
        checkVersionId(versionId.get());
        Versions.Found found = versions.find(versionId.get())
                .orElseThrow(
                        () -> new StoreRefusal(StoreRefusal.Code.NoSuchVersion, "The specified version does not exist.")
                                .with("Key", key)
                                .with("VersionId", versionId.get()));
        if (found.record().isMarker()) {
            throw new StoreRefusal(
                            StoreRefusal.Code.MethodNotAllowed,
                            "The specified method is not allowed against this resource.")
                    .with("ResourceType", "DeleteMarker")
                    .about(versions.stored(found));
        }
        return found;
    }

    private static StoreRefusal noSuchKey(String key) {
        return new StoreRefusal(StoreRefusal.Code.NoSuchKey, "The specified key does not exist.").with("Key", key);
    }

    static void checkVersionId(String id) {
        if (!id.equals(ObjectVersion.NULL_ID) && VersionIds.parse(id).isEmpty()) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidArgument, "Invalid version id specified")
                    .with("ArgumentName", "versionId")
                    .with("ArgumentValue", id);
        }
    }

    // --- what hangs on a version

    StoredObject putTags(String bucket, String key, Optional<String> versionId, Map<String, String> tags) {
        Requests.checkTags(tags);
        return change(bucket, key, versionId, "tagging", (state, record) -> record.withTags(new LinkedHashMap<>(tags)));
    }

    StoredObject putAcl(String bucket, String key, Optional<String> versionId, String acl) {
        return change(bucket, key, versionId, "acl", (state, record) -> record.withAcl(acl));
    }

    StoredObject putLegalHold(String bucket, String key, Optional<String> versionId, boolean on) {
        return change(bucket, key, versionId, "legal-hold", (state, record) -> {
            requireLock(state);
            return record.with(new Lock(record.lock().retention(), on));
        });
    }

    StoredObject putRetention(
            String bucket,
            String key,
            Optional<String> versionId,
            Optional<Retention> retention,
            boolean bypassGovernance) {
        return change(bucket, key, versionId, "retention", (state, record) -> {
            requireLock(state);
            Instant now = core.now();
            retention.ifPresent(kept -> Requests.checkFuture(kept, now));
            Optional<Retention> former =
                    record.lock().retention().filter(kept -> kept.until().isAfter(now));
            if (former.isPresent() && !mayReplace(former.get(), retention, bypassGovernance)) {
                throw new StoreRefusal(
                        StoreRefusal.Code.AccessDenied, "Access Denied because object protected by object lock.");
            }
            return record.with(new Lock(retention, record.lock().legalHold()));
        });
    }

    /// A retention may be extended by anyone; a governance one is weakened with a permission of its own, a compliance
    /// one never.
    private static boolean mayReplace(Retention former, Optional<Retention> next, boolean bypassGovernance) {
        boolean isExtended = next.isPresent()
                && next.get().mode() == former.mode()
                && !next.get().until().isBefore(former.until());
        return isExtended || (former.mode() == RetentionMode.GOVERNANCE && bypassGovernance);
    }

    private static void requireLock(BucketState state) {
        if (state.record().objectLock().isEmpty()) {
            throw Requests.missingLock();
        }
    }

    private StoredObject change(
            String bucketName,
            String key,
            Optional<String> versionId,
            String what,
            BiFunction<BucketState, VersionRecord, VersionRecord> change) {
        BucketState state = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        return core.alone(state.number(), name, () -> {
            BucketState bucket = same(bucketName, state.number());
            Draft draft = core.catalog().draft();
            Versions versions = new Versions(draft, bucket, name, core.now());
            Versions.Found found = require(versions, key, versionId);
            VersionRecord changed = change.apply(bucket, found.record());
            versions.replace(found, changed);
            versions.touch();
            draft.tell(new StoreEvent.VersionChanged(core.now(), bucketName, key, changed.versionId(), what));
            core.commit(draft);
            return versions.stored(new Versions.Found(changed, found.isCurrent()));
        });
    }
}
