package dev.rockpool.objectstore;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;

/// Copies objects, and opens what is copied from.
final class Copies {
    private final Core core;
    private final Buckets buckets;
    private final Envelopes envelopes;
    private final Intake intake;
    private final Objects objects;
    private final Reads reads;

    Copies(Core core, Buckets buckets, Envelopes envelopes, Intake intake, Objects objects, Reads reads) {
        this.core = core;
        this.buckets = buckets;
        this.envelopes = envelopes;
        this.intake = intake;
        this.objects = objects;
        this.reads = reads;
    }

    /// A source that is opened to be copied.
    record Source(
            BucketState bucket, Versions.Found found, StoredObject object, ObjectReading reading, InputStream body) {}

    Source open(Requester requester, CopySource source, Optional<ByteRange> range) {
        BucketState bucket = buckets.state(source.bucket());
        byte[] name = Requests.name(source.key());
        GetRequest request = new GetRequest(
                requester, source.versionId(), range, OptionalInt.empty(), ReadCondition.NONE, source.customerKey());
        Versions versions = objects.versions(bucket, name);
        Versions.Found found = objects.require(versions, source.key(), source.versionId());
        Requests.checkSource(source.condition(), versions.stored(found));
        ObjectReading reading = reads.get(source.bucket(), source.key(), request, true);
        return new Source(bucket, found, reading.object(), reading, ((OpenObject) reading).stream());
    }

    CopyResult copy(String bucketName, String key, CopyRequest request) {
        BucketState bucket = buckets.state(bucketName);
        byte[] name = Requests.name(key);
        Requests.check(request.object(), bucket, core.now());
        Requests.check(request.condition(), objects.versions(bucket, name).current());
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
                    sealed.key().body(Objects.ONLY_BODY),
                    BodyChecks.NONE,
                    Set.of(algorithm),
                    Objects.hasMd5Tag(sealed.envelope()),
                    false);
            PutResult result = objects.store(
                    bucketName,
                    bucket.number(),
                    name,
                    copied,
                    request.condition(),
                    request.requester(),
                    sealed.envelope(),
                    taken,
                    objects.content(taken, algorithm, sealed.envelope()),
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
}
