package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.ObjectVersion;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.cipher.ObjectKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;

/// Objects one by one: putting, getting, copying, deleting, and what hangs on a version.
final class Objects {
    private static final byte[] ONLY_BODY = {};
    private static final int MOST_TO_DELETE = 1_000;
    static final int TAG_BYTES = 16;
    /// How often a read begins again because its bytes were moved meanwhile.
    private static final int MOST_MOVES = 20;

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

    private Content content(Intake.Taken taken, ChecksumAlgorithm algorithm, Envelope envelope) {
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
    private PutResult store(
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

    private static void checkVersionId(String id) {
        if (!id.equals(ObjectVersion.NULL_ID) && VersionIds.parse(id).isEmpty()) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidArgument, "Invalid version id specified")
                    .with("ArgumentName", "versionId")
                    .with("ArgumentValue", id);
        }
    }

    // --- getting

    ObjectReading get(String bucketName, String key, GetRequest request, boolean withBody) {
        BucketState bucket = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        for (int move = 0; ; move++) {
            Versions versions = versions(bucket, name);
            Versions.Found found = require(versions, key, request.versionId());
            StoredObject object = versions.stored(found);
            Requests.check(request.condition(), object);
            Optional<Span> asked = request.partNumber().isPresent()
                    ? Optional.of(part(found.record(), request.partNumber().getAsInt()))
                    : Optional.empty();
            found.record()
                    .envelope()
                    .ifPresent(envelope -> Envelopes.checkCustomerKey(envelope, request.customerKey()));
            if (withBody && object.isOutOfReach()) {
                throw outOfReach(object);
            }
            Span span = asked.orElseGet(() -> span(found.record(), request));
            Optional<RuleDate> expiration =
                    request.versionId().isPresent() ? Optional.empty() : expiration(bucket, key, found.record());
            if (!withBody) {
                return new OpenObject(object, expiration, span, () -> {}, Optional.empty(), Optional.empty());
            }
            try {
                ObjectReading reading = open(bucket, name, found, object, expiration, span, request);
                noteAccess(bucket, name, found);
                core.tell(new StoreEvent.VersionRead(
                        core.now(),
                        bucketName,
                        key,
                        object.versionId(),
                        object.storageClass(),
                        span.length(),
                        request.requester().arn()));
                return reading;
            } catch (NoSuchFileException moved) {
                if (move >= MOST_MOVES) {
                    throw Core.refusal(moved);
                }
            } catch (IOException broken) {
                throw Core.refusal(broken);
            }
        }
    }

    static StoreRefusal outOfReach(StoredObject object) {
        StoreRefusal refusal = new StoreRefusal(
                        StoreRefusal.Code.InvalidObjectState,
                        "The operation is not valid for the object's storage class")
                .with("StorageClass", object.storageClass().name());
        object.accessTier()
                .ifPresent(tier -> refusal.with(
                        "AccessTier", tier == AccessTier.ARCHIVE ? "ARCHIVE_ACCESS" : "DEEP_ARCHIVE_ACCESS"));
        return refusal;
    }

    /// What of an object is read.
    ///
    /// @param parts how many it has, if one was asked for
    record Span(long first, long length, boolean isPartial, OptionalInt parts, Optional<Checksum> partChecksum) {}

    private Span span(VersionRecord record, GetRequest request) {
        long bytes = record.content().bytes();
        if (request.range().isPresent()) {
            ByteRange range = request.range().get();
            long start = range.start(bytes);
            return new Span(start, range.end(bytes) - start, true, OptionalInt.empty(), Optional.empty());
        }
        return new Span(0, bytes, false, OptionalInt.empty(), Optional.empty());
    }

    private Span part(VersionRecord record, int number) {
        if (record.content().parts() == 0 && number == 1) {
            return new Span(0, record.content().bytes(), true, OptionalInt.empty(), Optional.empty());
        }
        long first = 0;
        int at = 0;
        for (StoredParts.PartRecord part : parts(record)) {
            at++;
            if (at == number) {
                return new Span(
                        first,
                        part.bytes(),
                        true,
                        OptionalInt.of(record.content().parts()),
                        part.checksum());
            }
            first += part.bytes();
        }
        throw new StoreRefusal(StoreRefusal.Code.InvalidPartNumber, "The requested partnumber is not satisfiable")
                .with("PartNumberRequested", Integer.toString(number))
                .with("ActualPartCount", Integer.toString(Math.max(1, at)));
    }

    List<StoredParts.PartRecord> parts(VersionRecord record) {
        byte[] parts = core.catalog().index().get(KeySpace.number(KeySpace.PARTS, record.seq()));
        return parts == null ? List.of() : StoredParts.read(parts);
    }

    /// The runs of bytes that an object is made of.
    List<BodyPart> bodies(VersionRecord record) {
        return switch (record.body()) {
            case Body.None none -> List.of();
            case Body.InParts inParts ->
                parts(record).stream().map(StoredParts.PartRecord::body).toList();
            case Body.InVolume inVolume ->
                List.of(new BodyPart(1, record.content().bytes(), inVolume, ONLY_BODY));
            case Body.InFile inFile -> List.of(new BodyPart(1, record.content().bytes(), inFile, ONLY_BODY));
        };
    }

    private ObjectReading open(
            BucketState bucket,
            byte[] name,
            Versions.Found found,
            StoredObject object,
            Optional<RuleDate> expiration,
            Span span,
            GetRequest request)
            throws IOException {
        VersionRecord record = found.record();
        Envelope envelope = record.envelope().orElseThrow();
        ObjectKey key = envelopes.open(envelope, bucket, name, request.requester(), request.customerKey());
        BodyReader reader = new BodyReader(core, key, bodies(record), span.first(), span.length());
        if (!(record.body() instanceof Body.InFile) && !(record.body() instanceof Body.InParts)) {
            return new OpenObject(object, expiration, span, () -> {}, Optional.empty(), Optional.of(reader.bytes()));
        }
        core.hold(record.seq());
        if (versions(bucket, name).find(record.seq()).isEmpty()) {
            core.letGo(record.seq());
            throw new NoSuchFileException(object.key());
        }
        return new OpenObject(
                object, expiration, span, () -> core.letGo(record.seq()), Optional.of(reader), Optional.empty());
    }

    /// What is wrong with a version's bytes; those whose key somebody else has are only looked for.
    Optional<String> verify(BucketState bucket, byte[] name, VersionRecord record) {
        if (record.isMarker() || record.body() instanceof Body.None) {
            return Optional.empty();
        }
        Envelope envelope = record.envelope().orElseThrow();
        try {
            if (envelope.algorithm() != EncryptionAlgorithm.SSE_S3) {
                for (BodyPart part : bodies(record)) {
                    if (part.body() instanceof Body.InFile(long id, long bytes)) {
                        core.bodies().open(id).close();
                    }
                }
                return Optional.empty();
            }
            Requester service = new Requester(record.owner(), Requester.SERVICE_ARN, DataKeys.NONE);
            ObjectKey key = envelopes.open(envelope, bucket, name, service, Optional.empty());
            new BodyReader(core, key, bodies(record), 0, record.content().bytes())
                    .writeTo(OutputStream.nullOutputStream());
            return Optional.empty();
        } catch (IOException | StoreRefusal broken) {
            return Optional.of(String.valueOf(broken.getMessage()));
        }
    }

    /// Whether a version is still there and its bytes lie where they lay.
    boolean isAsItWas(BucketState bucket, byte[] name, VersionRecord record) {
        return versions(bucket, name)
                .find(record.seq())
                .filter(found -> found.record().body().equals(record.body()))
                .isPresent();
    }

    /// Brings an object in Intelligent-Tiering back to the frequent tier; once a day at the most.
    private void noteAccess(BucketState bucket, byte[] name, Versions.Found found) {
        Standing standing = found.record().standing();
        if (!standing.isTiered() || found.record().content().bytes() < StorageClass.SMALL_BYTES) {
            return;
        }
        long today = Midnight.dayOf(core.now());
        if (standing.tier() == AccessTier.FREQUENT && standing.lastAccessDay() == today) {
            return;
        }
        try {
            writeAccess(bucket, name, found, today);
        } catch (StoreRefusal refused) {
            // a full disk does not keep from reading; the next read notes it
            core.catalog().findNextDue();
        }
    }

    private void writeAccess(BucketState bucket, byte[] name, Versions.Found found, long today) {
        core.alone(bucket.number(), name, () -> {
            Draft draft = core.catalog().draft();
            Versions versions = new Versions(draft, bucket, name, core.now());
            versions.find(found.record().seq()).ifPresent(there -> {
                VersionRecord record = there.record();
                VersionRecord read = record.with(record.standing().readOn(today));
                versions.replace(there, read);
                versions.watch(read);
                AccessTier from = record.standing().tier();
                if (from != AccessTier.FREQUENT) {
                    draft.tell(new StoreEvent.TierChanged(
                            core.now(),
                            bucket.name(),
                            KeySpace.key(name, 0, name.length),
                            record.versionId(),
                            from,
                            AccessTier.FREQUENT,
                            record.content().bytes()));
                }
                core.commit(draft);
            });
            return true;
        });
    }

    PartPage parts(String bucketName, String key, Optional<String> versionId, int after, int max) {
        BucketState bucket = buckets.state(bucketName);
        Versions.Found found = require(versions(bucket, Requests.name(key)), key, versionId);
        List<StoredPart> page = new ArrayList<>();
        int number = 0;
        for (StoredParts.PartRecord part : parts(found.record())) {
            number++;
            if (number > after) {
                if (page.size() == max) {
                    return new PartPage(page, OptionalInt.of(page.getLast().number()));
                }
                page.add(new StoredPart(number, part.bytes(), part.etag(), part.checksum(), part.lastModified()));
            }
        }
        return new PartPage(page, OptionalInt.empty());
    }

    // --- copying

    /// A source that is opened to be copied.
    record Source(
            BucketState bucket, Versions.Found found, StoredObject object, ObjectReading reading, InputStream body) {}

    Source open(Requester requester, CopySource source, Optional<ByteRange> range) {
        BucketState bucket = buckets.state(source.bucket());
        byte[] name = Requests.name(source.key());
        GetRequest request = new GetRequest(
                requester, source.versionId(), range, OptionalInt.empty(), ReadCondition.NONE, source.customerKey());
        Versions versions = versions(bucket, name);
        Versions.Found found = require(versions, source.key(), source.versionId());
        Requests.checkSource(source.condition(), versions.stored(found));
        ObjectReading reading = get(source.bucket(), source.key(), request, true);
        return new Source(bucket, found, reading.object(), reading, ((OpenObject) reading).stream());
    }

    CopyResult copy(String bucketName, String key, CopyRequest request) {
        BucketState bucket = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        Requests.check(request.object(), bucket, core.now());
        Requests.check(request.condition(), versions(bucket, name).current());
        Source source = open(request.requester(), request.source(), Optional.empty());
        try (ObjectReading reading = source.reading()) {
            StoredObject from = reading.object();
            checkCopy(bucketName, key, request, from);
            NewObject object = request.object();
            SequencedMap<String, String> tags = request.replacesTags() ? object.tags() : from.tags();
            NewObject copied = (request.replacesMetadata()
                            ? object
                            : object.described(from.systemMetadata(), from.userMetadata()))
                    .tagged(tags);
            Envelopes.Sealed sealed = envelopes.seal(object.encryption(), bucket, name, request.requester());
            ChecksumAlgorithm algorithm = request.algorithm()
                    .or(() -> from.checksum().map(Checksum::algorithm))
                    .orElse(ChecksumAlgorithm.CRC64NVME);
            Intake.Taken taken = intake.take(
                    source.body(),
                    OptionalLong.of(from.bytes()),
                    sealed.key().body(ONLY_BODY),
                    BodyChecks.NONE,
                    Set.of(algorithm),
                    hasMd5Tag(sealed.envelope()),
                    false);
            PutResult result = store(
                    bucketName,
                    bucket.number(),
                    name,
                    copied,
                    request.condition(),
                    request.requester(),
                    sealed.envelope(),
                    taken,
                    content(taken, algorithm, sealed.envelope()),
                    StoreEvent.Origin.COPY);
            Optional<String> version =
                    source.object().showsVersion() ? Optional.of(from.versionId()) : Optional.empty();
            return new CopyResult(result.object(), version, result.expiration());
        } catch (IOException broken) {
            throw Core.refusal(broken);
        }
    }

    private static void checkCopy(String bucket, String key, CopyRequest request, StoredObject from) {
        if (from.bytes() > ObjectStore.LARGEST_PUT_BYTES) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "The specified copy source is larger than the maximum allowable size for a copy source: "
                            + ObjectStore.LARGEST_PUT_BYTES);
        }
        boolean ontoItself = bucket.equals(request.source().bucket())
                && key.equals(request.source().key())
                && request.source().versionId().isEmpty();
        NewObject object = request.object();
        boolean changes = request.replacesMetadata()
                || object.storageClass().orElse(from.storageClass()) != from.storageClass()
                || object.websiteRedirect().isPresent()
                || !(object.encryption() instanceof EncryptionWish.BucketDefault);
        if (ontoItself && !changes) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "This copy request is illegal because it is trying to copy an object to itself without changing"
                            + " the object's metadata, storage class, website redirect location or encryption"
                            + " attributes.");
        }
    }

    // --- deleting

    DeleteResult delete(String bucketName, String key, DeleteRequest request) {
        BucketState found = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        return core.alone(found.number(), name, () -> {
            Draft draft = core.catalog().draft();
            DeleteResult result = delete(draft, same(bucketName, found.number()), name, request);
            core.commit(draft);
            return result;
        });
    }

    List<DeleteOutcome> delete(
            Requester requester, String bucketName, List<ObjectToDelete> objects, boolean bypassGovernance) {
        if (objects.size() > MOST_TO_DELETE) {
            throw new StoreRefusal(
                    StoreRefusal.Code.MalformedXML,
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        return core.exclusively(() -> {
            BucketState bucket = buckets.state(bucketName);
            Draft draft = core.catalog().draft();
            List<DeleteOutcome> outcomes = new ArrayList<>();
            for (ObjectToDelete object : objects) {
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
            checkVersionId(id);
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
