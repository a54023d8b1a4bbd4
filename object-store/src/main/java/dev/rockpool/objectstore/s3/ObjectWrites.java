package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.Checksum;
import dev.rockpool.objectstore.CopyRequest;
import dev.rockpool.objectstore.CopyResult;
import dev.rockpool.objectstore.CopySource;
import dev.rockpool.objectstore.EncryptionWish;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.PutRequest;
import dev.rockpool.objectstore.PutResult;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.access.AccessControlList;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// Writes of objects: *PutObject*, *CopyObject*.
final class ObjectWrites {
    /// *PutObject*, or *CopyObject* if the request names a source.
    void put(S3Request request) throws IOException {
        if (request.exchange.header("x-amz-copy-source").isPresent()) {
            copy(request);
            return;
        }
        authorizeWrite(request);
        OptionalLong length = request.contentLength();
        if (length.orElse(0) > ObjectStore.LARGEST_PUT_BYTES) {
            throw ErrorCode.EntityTooLarge.error()
                    .with("ProposedSize", Long.toString(length.getAsLong()))
                    .with("MaxSizeAllowed", Long.toString(ObjectStore.LARGEST_PUT_BYTES));
        }
        Requester writer = request.writer();
        NewObject object = ObjectHeaders.read(request, acl(request, writer), Encryption.wish(request));
        if (object.retention().isPresent() || object.legalHold()) {
            Checksums.require(request);
        }
        PutResult result = request.store()
                .putObject(
                        request.bucketName(),
                        request.key(),
                        new PutRequest(writer, object, Checksums.of(request), Conditions.writing(request), length),
                        request.body());
        answer(request, result);
        request.respond(200);
    }

    /// What an answer to a write says in its header.
    static void answer(S3Request request, PutResult result) {
        StoredObject stored = result.object();
        request.exchange.set("ETag", "\"" + stored.etag() + "\"");
        Encryption.write(request.exchange, stored.encryption());
        stored.checksum().ifPresent(checksum -> Checksums.write(request, checksum));
        version(request, stored);
        ObjectHeaders.writeExpiration(request, result.expiration());
    }

    /// Names the version that was made; one that is `null` is not named.
    static void version(S3Request request, StoredObject stored) {
        if (stored.showsVersion() && !stored.versionId().equals("null")) {
            request.exchange.set("x-amz-version-id", stored.versionId());
        }
    }

    /// Goes on only if the caller may write the object with all that the request's header gives it.
    ///
    /// @throws S3Error `AccessDenied`
    static void authorizeWrite(S3Request request) {
        request.authorize("s3:PutObject", request.bucket(), request.target.key(), Optional.empty());
        if (request.nonEmpty("x-amz-tagging").isPresent()) {
            request.authorizeUnseen("s3:PutObjectTagging");
        }
        if (request.nonEmpty("x-amz-object-lock-mode").isPresent()) {
            request.authorize("s3:PutObjectRetention", request.bucket(), request.target.key(), Optional.empty());
        }
        if (request.nonEmpty("x-amz-object-lock-legal-hold").isPresent()) {
            request.authorize("s3:PutObjectLegalHold", request.bucket(), request.target.key(), Optional.empty());
        }
        if (request.nonEmpty("If-Match").isPresent()) {
            request.authorizeUnseen("s3:GetObject");
        }
    }

    /// The ACL of what is written, as text; empty for its owner's full control.
    ///
    /// @throws S3Error `AccessControlListNotSupported`, `AccessDenied`
    static Optional<String> acl(S3Request request, Requester writer) {
        Optional<AccessControlList> acl = AclDocuments.ofHeaders(
                request, writer.owner(), Optional.of(request.bucket().owner()));
        if (acl.isEmpty()) {
            return Optional.empty();
        }
        AclDocuments.check(request, acl.get());
        if (request.ownership() == dev.rockpool.objectstore.access.ObjectOwnership.BUCKET_OWNER_ENFORCED) {
            return Optional.empty();
        }
        if (request.nonEmpty("x-amz-acl").orElse("").equals("private")) {
            return Optional.empty();
        }
        return Optional.of(acl.get().text());
    }

    private static void copy(S3Request request) throws IOException {
        authorizeWrite(request);
        CopySource source = CopySources.of(request);
        authorizeSource(request, source);
        boolean replacesMetadata = replaces(request, "x-amz-metadata-directive");
        boolean replacesTags = replaces(request, "x-amz-tagging-directive");
        Requester writer = request.writer();
        EncryptionWish wish = Encryption.wish(request);
        NewObject object = ObjectHeaders.read(request, acl(request, writer), wish);
        CopyResult result;
        try {
            result = request.store()
                    .copyObject(
                            request.bucketName(),
                            request.key(),
                            new CopyRequest(
                                    writer,
                                    source,
                                    object,
                                    replacesMetadata,
                                    replacesTags,
                                    request.nonEmpty("x-amz-checksum-algorithm").map(Checksums::named),
                                    Conditions.writing(request)));
        } catch (StoreRefusal e) {
            throw sourceMissing(request, source, e);
        }
        StoredObject copy = result.object();
        Encryption.write(request.exchange, copy.encryption());
        version(request, copy);
        result.sourceVersionId().ifPresent(id -> request.exchange.set("x-amz-copy-source-version-id", id));
        ObjectHeaders.writeExpiration(request, result.expiration());
        XmlWriter xml = XmlWriter.root("CopyObjectResult")
                .element("LastModified", copy.lastModified())
                .element("ETag", "\"" + copy.etag() + "\"");
        Optional<Checksum> checksum = copy.checksum();
        if (checksum.isPresent()) {
            Checksums.write(xml, checksum.get());
            xml.element("ChecksumType", checksum.get().type().name());
        }
        request.respond(xml.close("CopyObjectResult"));
    }

    /// @throws S3Error `InvalidArgument` if the directive is neither of the two
    private static boolean replaces(S3Request request, String header) {
        String directive = request.nonEmpty(header).orElse("COPY");
        return switch (directive) {
            case "COPY" -> false;
            case "REPLACE" -> true;
            default ->
                throw ErrorCode.InvalidArgument.error(
                                "Unknown " + (header.contains("tagging") ? "tagging" : "metadata") + " directive.")
                        .with("ArgumentName", header)
                        .with("ArgumentValue", directive);
        };
    }

    /// Goes on only if the caller may read the source of a copy.
    ///
    /// @throws S3Error `AccessDenied`, `NoSuchBucket`
    static void authorizeSource(S3Request request, CopySource source) {
        Bucket bucket = request.bucketNamed(source.bucket());
        request.checkOwner(bucket, "x-amz-source-expected-bucket-owner");
        Optional<String> key = Optional.of(source.key());
        String action = source.versionId().isPresent() ? "s3:GetObjectVersion" : "s3:GetObject";
        if (request.allows(action, bucket, key, source.versionId())) {
            return;
        }
        boolean exists = request.store()
                .find(source.bucket(), source.key(), source.versionId())
                .isPresent();
        if (!exists && request.mayLearnOf(bucket, source.key())) {
            throw ErrorCode.NoSuchKey.error().with("Key", source.key());
        }
        throw ErrorCode.AccessDenied.error();
    }

    /// The error of a refused copy: that the source is missing is told to who may list its bucket.
    static S3Error sourceMissing(S3Request request, CopySource source, StoreRefusal refusal) {
        S3Error error = S3Endpoint.error(refusal);
        if (refusal.code() == StoreRefusal.Code.NoSuchKey || refusal.code() == StoreRefusal.Code.NoSuchVersion) {
            Bucket bucket = request.bucketNamed(source.bucket());
            if (!request.mayLearnOf(bucket, source.key())) {
                return ErrorCode.AccessDenied.error();
            }
            if (!error.details().containsKey("Key")) {
                error.with("Key", source.key());
            }
        }
        return error;
    }
}
