package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Upload;
import java.time.Instant;
import java.util.Optional;

/// A multipart upload as the index holds it.
///
/// @param number of the upload
/// @param idTail what makes its id unguessable
/// @param initiator the ARN of who began it
/// @param object what the object is to have; its encryption is in the envelope
/// @param algorithm of the checksums; CRC64NVME if none was asked for
/// @param asked whether the client asked for that algorithm
@SuppressWarnings("ArrayRecordComponent") // never compared
record UploadRecord(
        long number,
        byte[] idTail,
        Instant initiated,
        Owner owner,
        String initiator,
        NewObject object,
        Envelope envelope,
        ChecksumAlgorithm algorithm,
        boolean asked,
        ChecksumType type) {
    String id() {
        return VersionIds.id(number, idTail);
    }

    byte[] bytes() {
        RecordWriter out = new RecordWriter();
        out.fixed(number)
                .bytes(idTail)
                .number(initiated.toEpochMilli())
                .text(owner.canonicalId())
                .text(owner.displayName())
                .text(initiator)
                .map(object.systemMetadata())
                .map(object.userMetadata())
                .optional(object.websiteRedirect(), out::text)
                .optional(object.storageClass(), out::constant)
                .map(object.tags())
                .optional(object.acl(), out::text);
        new Lock(object.retention(), object.legalHold()).write(out);
        envelope.write(out);
        return out.constant(algorithm).flag(asked).constant(type).done();
    }

    static UploadRecord read(byte[] bytes) {
        RecordReader in = new RecordReader(bytes);
        long number = in.fixed();
        byte[] tail = in.bytes();
        Instant initiated = Instant.ofEpochMilli(in.number());
        Owner owner = new Owner(in.text(), in.text());
        String initiator = in.text();
        NewObject object = new NewObject(
                in.map(),
                in.map(),
                in.optional(in::text),
                in.optional(() -> in.constant(StorageClass.class)),
                in.map(),
                in.optional(in::text),
                Optional.empty(),
                false,
                EncryptionWish.NONE);
        Lock lock = Lock.read(in);
        return new UploadRecord(
                number,
                tail,
                initiated,
                owner,
                initiator,
                object.locked(lock.retention(), lock.legalHold()),
                Envelope.read(in),
                in.constant(ChecksumAlgorithm.class),
                in.flag(),
                in.constant(ChecksumType.class));
    }

    MultipartUpload upload(BucketState bucket, String key) {
        Optional<RuleDate> abort = bucket.rules()
                .flatMap(rules -> rules.abort(new Upload(key, id(), initiated)))
                .map(end -> new RuleDate(Midnight.at(end.day()), end.rule()));
        return new MultipartUpload(
                bucket.name(),
                key,
                id(),
                owner,
                new Owner(initiator, owner.displayName()),
                initiated,
                object.storageClass().orElse(StorageClass.STANDARD),
                envelope.state(),
                asked ? Optional.of(algorithm) : Optional.empty(),
                type,
                abort);
    }
}
