package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.objectstore.cipher.ObjectKey;
import dev.rockpool.objectstore.index.IndexCursor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Multipart uploads: parts in files of their own, which become an object without being moved.
///
/// Sources: S3 user guide, *Uploading and copying objects using multipart upload*, *Checking object integrity*; API,
/// *CompleteMultipartUpload*.
final class Uploads {
    static final int MOST_PARTS = 10_000;
    private static final long LEAST_PART_BYTES = 5L << 20;
    private static final int SALT_BYTES = 16;

    private final Core core;
    private final Buckets buckets;
    private final Envelopes envelopes;
    private final Intake intake;
    private final Objects objects;
    private final Copies copies;
    private final Ageing ageing;

    Uploads(
            Core core,
            Buckets buckets,
            Envelopes envelopes,
            Intake intake,
            Objects objects,
            Copies copies,
            Ageing ageing) {
        this.core = core;
        this.buckets = buckets;
        this.envelopes = envelopes;
        this.intake = intake;
        this.objects = objects;
        this.copies = copies;
        this.ageing = ageing;
    }

    MultipartUpload create(String bucketName, String key, UploadRequest request) {
        BucketState found = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        Requests.check(request.object(), found, core.now());
        ChecksumAlgorithm algorithm = request.algorithm().orElse(ChecksumAlgorithm.CRC64NVME);
        ChecksumType type = type(algorithm, request.type());
        Envelopes.Sealed sealed = envelopes.seal(request.object().encryption(), found, name, request.requester());
        return core.alone(found.number(), name, () -> {
            BucketState bucket = objects.same(bucketName, found.number());
            Instant now = core.now();
            UploadRecord upload = new UploadRecord(
                    core.catalog().nextNumber(),
                    core.random(VersionRecord.TAIL_BYTES),
                    now,
                    request.requester().owner(),
                    request.requester().arn(),
                    request.object(),
                    sealed.envelope(),
                    algorithm,
                    request.algorithm().isPresent(),
                    type);
            Draft draft = core.catalog().draft();
            draft.put(KeySpace.upload(bucket.number(), name, upload.number()), upload.bytes());
            if (bucket.rules().isPresent()) {
                long midnight = Midnight.at(Midnight.after(now, 0)).toEpochMilli();
                draft.put(
                        KeySpace.due(midnight, Due.Kind.UPLOAD, bucket.number(), name, upload.number()),
                        Placing.SOMETHING);
            }
            draft.tell(new StoreEvent.UploadStarted(now, bucketName, key, upload.id(), classOf(upload)));
            core.commit(draft);
            return upload.upload(bucket, key);
        });
    }

    private static StorageClass classOf(UploadRecord upload) {
        return upload.object().storageClass().orElse(StorageClass.STANDARD);
    }

    private static ChecksumType type(ChecksumAlgorithm algorithm, Optional<ChecksumType> asked) {
        boolean onlyWhole = algorithm == ChecksumAlgorithm.CRC64NVME;
        ChecksumType type = asked.orElse(onlyWhole ? ChecksumType.FULL_OBJECT : ChecksumType.COMPOSITE);
        boolean fits = type == ChecksumType.FULL_OBJECT ? algorithm.isLinear() : !onlyWhole;
        if (!fits) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "The " + type + " checksum type cannot be used with the " + lower(algorithm)
                            + " checksum algorithm.");
        }
        return type;
    }

    private static String lower(ChecksumAlgorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT);
    }

    // --- looking

    UploadRecord require(BucketState bucket, String key, String uploadId) {
        return find(core.catalog().draft(), bucket, Requests.name(key), uploadId)
                .orElseThrow(() -> noSuchUpload(uploadId));
    }

    private static StoreRefusal noSuchUpload(String uploadId) {
        return new StoreRefusal(
                        StoreRefusal.Code.NoSuchUpload,
                        "The specified upload does not exist. The upload ID may be invalid, or the upload may have been"
                                + " aborted or completed.")
                .with("UploadId", uploadId);
    }

    private static Optional<UploadRecord> find(Draft draft, BucketState bucket, byte[] name, String uploadId) {
        return VersionIds.parse(uploadId)
                .flatMap(id -> Optional.ofNullable(draft.get(KeySpace.upload(bucket.number(), name, id.seq()))))
                .map(UploadRecord::read)
                .filter(upload -> upload.id().equals(uploadId));
    }

    MultipartUpload upload(String bucketName, String key, String uploadId) {
        BucketState bucket = buckets.state(bucketName);
        return require(bucket, key, uploadId).upload(bucket, key);
    }

    // --- parts

    PartResult put(String bucketName, String key, PartRequest request, InputStream body) throws IOException {
        BucketState bucket = buckets.state(bucketName);
        return put(bucket, key, request, body, Optional.empty());
    }

    PartResult copy(String bucketName, String key, PartRequest request, CopySource source, Optional<ByteRange> range) {
        BucketState bucket = buckets.state(bucketName);
        require(bucket, key, request.uploadId());
        Copies.Source opened = copies.open(request.requester(), source, range);
        try (ObjectReading reading = opened.reading()) {
            if (reading.length() > ObjectStore.LARGEST_PUT_BYTES) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidRequest,
                        "The specified copy range is larger than the maximum allowable size for a copy source: "
                                + ObjectStore.LARGEST_PUT_BYTES);
            }
            PartRequest sized = new PartRequest(
                    request.requester(),
                    request.uploadId(),
                    request.number(),
                    request.checks(),
                    request.customerKey(),
                    OptionalLong.of(reading.length()));
            Optional<String> version = reading.object().showsVersion()
                    ? Optional.of(reading.object().versionId())
                    : Optional.empty();
            return put(bucket, key, sized, opened.body(), version);
        } catch (IOException broken) {
            throw Core.refusal(broken);
        }
    }

    private PartResult put(
            BucketState bucket, String key, PartRequest request, InputStream body, Optional<String> sourceVersion)
            throws IOException {
        byte[] name = Requests.name(key);
        if (request.number() < 1 || request.number() > MOST_PARTS) {
            throw new StoreRefusal(
                            StoreRefusal.Code.InvalidArgument,
                            "Part number must be an integer between 1 and 10000, inclusive")
                    .with("ArgumentName", "partNumber")
                    .with("ArgumentValue", Integer.toString(request.number()));
        }
        UploadRecord upload = require(bucket, key, request.uploadId());
        checkAlgorithm(upload, request.checks());
        ObjectKey objectKey =
                envelopes.open(upload.envelope(), bucket, name, request.requester(), request.customerKey());
        byte[] salt = core.secret(SALT_BYTES);
        Intake.Taken taken = intake.take(
                body,
                request.expectedBytes(),
                objectKey.body(salt),
                request.checks(),
                Set.of(upload.algorithm()),
                Objects.hasMd5Tag(upload.envelope()),
                true);
        boolean stored = false;
        try {
            ageing.settle();
            PartResult result = core.alone(
                    bucket.number(), name, () -> keep(bucket, key, name, request, taken, salt, sourceVersion));
            stored = true;
            return result;
        } finally {
            if (!stored) {
                core.delete(taken.file());
            }
        }
    }

    private static void checkAlgorithm(UploadRecord upload, BodyChecks checks) {
        if (upload.asked()
                && checks.algorithm().isPresent()
                && checks.algorithm().get() != upload.algorithm()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "Checksum Type mismatch occurred, expected checksum Type: " + lower(upload.algorithm())
                            + ", actual checksum Type: "
                            + lower(checks.algorithm().get()));
        }
    }

    private PartResult keep(
            BucketState state,
            String key,
            byte[] name,
            PartRequest request,
            Intake.Taken taken,
            byte[] salt,
            Optional<String> sourceVersion) {
        BucketState bucket = objects.same(state.name(), state.number());
        Draft draft = core.catalog().draft();
        UploadRecord upload =
                find(draft, bucket, name, request.uploadId()).orElseThrow(() -> noSuchUpload(request.uploadId()));
        Instant now = core.now();
        byte[] partKey = KeySpace.part(upload.number(), request.number());
        byte[] former = draft.get(partKey);
        long replaced = 0;
        if (former != null) {
            StoredParts.PartRecord old = StoredParts.PartRecord.read(new RecordReader(former));
            replaced = old.bytes();
            draft.remove(KeySpace.number(KeySpace.BODY, old.file()));
            draft.bury(0, List.of(old.file()));
        }
        StoredParts.PartRecord part = new StoredParts.PartRecord(
                request.number(),
                taken.bytes(),
                Objects.hasMd5Tag(upload.envelope()) ? objects.tag(taken, upload.envelope()) : tag(upload, taken),
                Optional.of(checksum(upload.algorithm(), taken)),
                now,
                taken.file(),
                taken.sealedBytes(),
                salt);
        draft.put(partKey, part.encoded());
        draft.put(KeySpace.number(KeySpace.BODY, taken.file()), Placing.SOMETHING);
        draft.tell(new StoreEvent.PartStored(
                now, bucket.name(), key, upload.id(), request.number(), taken.bytes(), replaced, classOf(upload)));
        core.commit(draft);
        Optional<Checksum> told = upload.asked()
                ? part.checksum()
                : request.checks()
                        .algorithm()
                        .map(algorithm -> checksum(algorithm, taken))
                        .or(part::checksum);
        return new PartResult(
                new StoredPart(part.number(), part.bytes(), part.etag(), told, now),
                upload.envelope().state(),
                sourceVersion);
    }

    /// The ETag of a part under a key of the customer or of the key service: not its MD5, but the same each time the
    /// same bytes are sent, so that a part whose answer was lost may be sent again.
    private static byte[] tag(UploadRecord upload, Intake.Taken taken) {
        MessageDigest digest = Digests.digest("SHA-256");
        digest.update(upload.id().getBytes(StandardCharsets.UTF_8));
        digest.update(taken.values().getOrDefault(upload.algorithm(), new byte[0]));
        digest.update(Long.toString(taken.bytes()).getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(digest.digest(), Objects.TAG_BYTES);
    }

    private static Checksum checksum(ChecksumAlgorithm algorithm, Intake.Taken taken) {
        return new Checksum(
                algorithm,
                ChecksumType.FULL_OBJECT,
                Digests.base64(taken.values().getOrDefault(algorithm, new byte[0])));
    }

    // --- completing

    PutResult complete(String bucketName, String key, CompleteRequest request) {
        BucketState found = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        return core.alone(found.number(), name, () -> {
            BucketState bucket = objects.same(bucketName, found.number());
            Instant now = core.now();
            Draft draft = core.catalog().draft();
            Versions versions = new Versions(draft, bucket, name, now);
            Optional<UploadRecord> upload = find(draft, bucket, name, request.uploadId());
            if (upload.isEmpty()) {
                return completedBefore(bucket, key, versions, request.uploadId());
            }
            Requests.check(request.condition(), versions.current());
            List<StoredParts.PartRecord> parts = chosen(draft, upload.get(), request);
            Content content = content(upload.get(), parts, request);
            return become(draft, versions, bucket, key, name, upload.get(), parts, content, request);
        });
    }

    /// A repeated completion answers what the first one did, as long as its version is there.
    private static PutResult completedBefore(BucketState bucket, String key, Versions versions, String uploadId) {
        long number = VersionIds.parse(uploadId).map(VersionIds.Parsed::seq).orElse(-1L);
        Optional<VersionRecord> current = versions.current();
        if (current.isPresent() && current.get().content().upload() == number) {
            return new PutResult(
                    versions.stored(new Versions.Found(current.get(), true)),
                    Objects.expiration(bucket, key, current.get()));
        }
        for (VersionRecord record : versions.noncurrent()) {
            if (record.content().upload() == number) {
                return new PutResult(versions.stored(new Versions.Found(record, false)), Optional.empty());
            }
        }
        throw noSuchUpload(uploadId);
    }

    private static List<StoredParts.PartRecord> chosen(Draft draft, UploadRecord upload, CompleteRequest request) {
        if (request.parts().isEmpty() || request.parts().size() > MOST_PARTS) {
            throw new StoreRefusal(
                    StoreRefusal.Code.MalformedXML,
                    "The XML you provided was not well-formed or did not validate against our published schema");
        }
        int last = 0;
        for (CompletedPart part : request.parts()) {
            if (part.number() <= last) {
                throw new StoreRefusal(
                        StoreRefusal.Code.InvalidPartOrder,
                        "The list of parts was not in ascending order. The parts list must be specified in order by"
                                + " part number.");
            }
            last = part.number();
        }
        List<StoredParts.PartRecord> parts = new ArrayList<>();
        for (CompletedPart wanted : request.parts()) {
            byte[] stored = draft.get(KeySpace.part(upload.number(), wanted.number()));
            StoredParts.PartRecord part = Optional.ofNullable(stored)
                    .map(bytes -> StoredParts.PartRecord.read(new RecordReader(bytes)))
                    .filter(there -> there.etag().equals(wanted.etag()))
                    .filter(there -> wanted.checksum()
                            .filter(checksum -> checksum.algorithm() == upload.algorithm())
                            .map(checksum -> there.checksum()
                                    .filter(own -> own.value().equals(checksum.value()))
                                    .isPresent())
                            .orElse(true))
                    .orElseThrow(() -> new StoreRefusal(
                                    StoreRefusal.Code.InvalidPart,
                                    "One or more of the specified parts could not be found.  The part may not have"
                                            + " been uploaded, or the specified entity tag may not match the part's"
                                            + " entity tag.")
                            .with("UploadId", upload.id())
                            .with("PartNumber", Integer.toString(wanted.number()))
                            .with("ETag", wanted.etag()));
            parts.add(part);
        }
        for (StoredParts.PartRecord part : parts.subList(0, parts.size() - 1)) {
            if (part.bytes() < LEAST_PART_BYTES) {
                throw new StoreRefusal(
                                StoreRefusal.Code.EntityTooSmall,
                                "Your proposed upload is smaller than the minimum allowed size")
                        .with("ProposedSize", Long.toString(part.bytes()))
                        .with("MinSizeAllowed", Long.toString(LEAST_PART_BYTES))
                        .with("PartNumber", Integer.toString(part.number()))
                        .with("ETag", part.etag());
            }
        }
        return parts;
    }

    private static Content content(UploadRecord upload, List<StoredParts.PartRecord> parts, CompleteRequest request) {
        MessageDigest tag = Digests.digest("MD5");
        List<byte[]> values = new ArrayList<>();
        List<Long> sizes = new ArrayList<>();
        long bytes = 0;
        for (StoredParts.PartRecord part : parts) {
            tag.update(part.tag());
            bytes += part.bytes();
            sizes.add(part.bytes());
            values.add(Digests.bytes(part.checksum().orElseThrow()));
        }
        if (request.expectedBytes().isPresent() && request.expectedBytes().getAsLong() != bytes) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "The provided 'x-amz-mp-object-size' header value "
                            + request.expectedBytes().getAsLong() + " does not match what was computed: " + bytes);
        }
        if (request.type().isPresent() && request.type().get() != upload.type()) {
            throw new StoreRefusal(
                    StoreRefusal.Code.InvalidRequest,
                    "The upload was created using the " + upload.type()
                            + " checksum mode. The complete request must use the same checksum mode.");
        }
        String value = upload.type() == ChecksumType.FULL_OBJECT
                ? Digests.whole(upload.algorithm(), values, sizes)
                : Digests.composite(upload.algorithm(), values);
        if (request.expected().isPresent()
                && request.expected().get().algorithm() == upload.algorithm()
                && !request.expected().get().value().equals(value)) {
            throw new StoreRefusal(
                    StoreRefusal.Code.BadDigest,
                    "The " + upload.algorithm() + " you specified did not match the calculated checksum.");
        }
        Checksum checksum = new Checksum(upload.algorithm(), upload.type(), value);
        return new Content(bytes, tag.digest(), parts.size(), Optional.of(checksum), upload.number());
    }

    private PutResult become(
            Draft draft,
            Versions versions,
            BucketState bucket,
            String key,
            byte[] name,
            UploadRecord upload,
            List<StoredParts.PartRecord> parts,
            Content content,
            CompleteRequest request) {
        long sealedBytes =
                parts.stream().mapToLong(StoredParts.PartRecord::sealedBytes).sum();
        // the API says that the date is the upload's beginning
        VersionRecord record = objects.record(
                bucket,
                core.now(),
                upload.initiated(),
                new Body.InParts(sealedBytes),
                upload.owner(),
                content,
                upload.object(),
                upload.envelope());
        draft.put(KeySpace.number(KeySpace.PARTS, record.seq()), StoredParts.write(parts));
        Set<Long> used = new HashSet<>();
        parts.forEach(part -> used.add(part.file()));
        long bytes = end(draft, bucket, name, upload, used);
        draft.tell(
                new StoreEvent.UploadGone(core.now(), bucket.name(), key, upload.id(), bytes, true, Optional.empty()));
        return objects.push(draft, versions, bucket, name, record, StoreEvent.Origin.MULTIPART, request.requester());
    }

    /// Removes an upload; answers how many bytes its parts had.
    ///
    /// @param used files that go on living
    private static long end(Draft draft, BucketState bucket, byte[] name, UploadRecord upload, Set<Long> used) {
        draft.remove(KeySpace.upload(bucket.number(), name, upload.number()));
        byte[] space = KeySpace.number(KeySpace.PART, upload.number());
        IndexCursor cursor = draft.from(space);
        List<Long> dead = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        long bytes = 0;
        while (cursor.next() && KeySpace.startsWith(cursor.key(), space)) {
            StoredParts.PartRecord part = StoredParts.PartRecord.read(new RecordReader(cursor.value()));
            keys.add(cursor.key());
            bytes += part.bytes();
            if (!used.contains(part.file())) {
                dead.add(part.file());
            }
        }
        keys.forEach(draft::remove);
        dead.forEach(file -> draft.remove(KeySpace.number(KeySpace.BODY, file)));
        if (!dead.isEmpty()) {
            draft.bury(0, dead);
        }
        return bytes;
    }

    void abort(String bucketName, String key, String uploadId) {
        BucketState found = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        core.alone(found.number(), name, () -> {
            BucketState bucket = objects.same(bucketName, found.number());
            Draft draft = core.catalog().draft();
            UploadRecord upload = find(draft, bucket, name, uploadId).orElseThrow(() -> noSuchUpload(uploadId));
            abort(draft, bucket, name, upload, core.now(), Optional.empty());
            core.commit(draft);
            return true;
        });
    }

    static void abort(
            Draft draft, BucketState bucket, byte[] name, UploadRecord upload, Instant at, Optional<String> rule) {
        long bytes = end(draft, bucket, name, upload, Set.of());
        draft.tell(new StoreEvent.UploadGone(
                at, bucket.name(), KeySpace.key(name, 0, name.length), upload.id(), bytes, false, rule));
    }
}
