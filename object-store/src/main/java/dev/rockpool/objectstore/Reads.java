package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.cipher.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Reads objects: whole, in ranges, by parts, and to check their bytes.
final class Reads {
    /// How often a read begins again because its bytes were moved meanwhile.
    private static final int MOST_MOVES = 20;

    private final Core core;
    private final Buckets buckets;
    private final Envelopes envelopes;
    private final Objects objects;

    Reads(Core core, Buckets buckets, Envelopes envelopes, Objects objects) {
        this.core = core;
        this.buckets = buckets;
        this.envelopes = envelopes;
        this.objects = objects;
    }

    ObjectReading get(String bucketName, String key, GetRequest request, boolean withBody) {
        BucketState bucket = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        for (int move = 0; ; move++) {
            Versions versions = objects.versions(bucket, name);
            Versions.Found found = objects.require(versions, key, request.versionId());
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
            Optional<RuleDate> expiration = request.versionId().isPresent()
                    ? Optional.empty()
                    : Objects.expiration(bucket, key, found.record());
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
                List.of(new BodyPart(1, record.content().bytes(), inVolume, Objects.ONLY_BODY));
            case Body.InFile inFile -> List.of(new BodyPart(1, record.content().bytes(), inFile, Objects.ONLY_BODY));
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
        if (objects.versions(bucket, name).find(record.seq()).isEmpty()) {
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
        return objects.versions(bucket, name)
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
        Versions.Found found = objects.require(objects.versions(bucket, Requests.name(key)), key, versionId);
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
}
