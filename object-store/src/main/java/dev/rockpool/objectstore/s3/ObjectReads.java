package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.ByteRange;
import dev.rockpool.objectstore.Checksum;
import dev.rockpool.objectstore.GetRequest;
import dev.rockpool.objectstore.ObjectReading;
import dev.rockpool.objectstore.PartPage;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.StoredPart;
import dev.rockpool.objectstore.access.AccessDecision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads of objects: *GetObject*, *HeadObject*, *GetObjectAttributes*.
final class ObjectReads {
    /// Objects up to so many bytes are answered in one write with their header.
    private static final int ONE_WRITE_BYTES = 64 * 1024;

    /// *GetObject*.
    void get(S3Request request) throws IOException {
        authorizeRead(request, "s3:GetObject", "s3:GetObjectVersion");
        try (ObjectReading reading = request.store().getObject(request.bucketName(), request.key(), asked(request))) {
            int status = describe(request, reading);
            if (reading.length() <= ONE_WRITE_BYTES) {
                request.exchange.respond(status, reading.bytes());
                return;
            }
            try (OutputStream out = request.exchange.stream(status, reading.length())) {
                reading.writeTo(out);
            }
        } catch (StoreRefusal e) {
            throw missing(request, e);
        }
    }

    /// *HeadObject*.
    void head(S3Request request) throws IOException {
        authorizeRead(request, "s3:GetObject", "s3:GetObjectVersion");
        try (ObjectReading reading = request.store().headObject(request.bucketName(), request.key(), asked(request))) {
            int status = describe(request, reading);
            request.exchange.respondHead(status, reading.length());
        } catch (StoreRefusal e) {
            throw missing(request, e);
        }
    }

    private static int describe(S3Request request, ObjectReading reading) {
        StoredObject object = reading.object();
        ObjectHeaders.write(request, object, reading.expiration());
        reading.partsCount().ifPresent(count -> request.exchange.set("x-amz-mp-parts-count", Integer.toString(count)));
        if (request.header("x-amz-checksum-mode").orElse("").equalsIgnoreCase("ENABLED")) {
            Optional<Checksum> checksum = reading.isPartial() ? reading.partChecksum() : object.checksum();
            checksum.ifPresent(value -> request.exchange
                    .set(Checksums.header(value.algorithm()), value.value())
                    .set(
                            "x-amz-checksum-type",
                            object.checksum().orElse(value).type().name()));
        }
        ObjectHeaders.override(request);
        if (!reading.isPartial()) {
            return 200;
        }
        long last = reading.first() + reading.length() - 1;
        if (reading.length() > 0) {
            request.exchange.set("Content-Range", "bytes " + reading.first() + "-" + last + "/" + object.bytes());
        }
        return 206;
    }

    private static GetRequest asked(S3Request request) {
        Encryption.refuseOnRead(request);
        Optional<ByteRange> range = Ranges.reading(request);
        OptionalInt part = request.query.number("partNumber");
        if (part.isPresent() && range.isPresent()) {
            throw ErrorCode.InvalidRequest.error("Cannot specify both Range header and partNumber query parameter");
        }
        if (part.isPresent() && (part.getAsInt() < 1 || part.getAsInt() > 10_000)) {
            throw ErrorCode.InvalidArgument.error("Part number must be an integer between 1 and 10000, inclusive")
                    .with("ArgumentName", "partNumber")
                    .with("ArgumentValue", request.query.value("partNumber"));
        }
        return new GetRequest(
                request.requester(),
                request.versionId(),
                range,
                part,
                Conditions.reading(request, ""),
                Encryption.customerKey(request, Encryption.CUSTOMER));
    }

    /// Goes on only if the caller may read the object. Where there is none, who may list the bucket is told
    /// so.
    ///
    /// @throws S3Error `AccessDenied`, `NoSuchKey`
    static void authorizeRead(S3Request request, String action, String versionAction) {
        Optional<String> versionId = request.versionId();
        String asked = versionId.isPresent() ? versionAction : action;
        AccessDecision decision = request.decide(asked, Optional.of(request.bucket()), request.target.key(), versionId);
        if (decision.allowed()) {
            return;
        }
        boolean exists = request.store()
                .find(request.bucketName(), request.key(), versionId)
                .filter(object -> !object.isDeleteMarker())
                .isPresent();
        if (!exists && mayList(request)) {
            throw versionId.isPresent()
                    ? ErrorCode.NoSuchVersion.error().with("Key", request.key()).with("VersionId", versionId.get())
                    : ErrorCode.NoSuchKey.error().with("Key", request.key());
        }
        throw ErrorCode.AccessDenied.error(decision.message());
    }

    /// The error of a refused read: who may not list the bucket is not told that there is no such object.
    static S3Error missing(S3Request request, StoreRefusal refusal) {
        S3Error error = S3Endpoint.error(refusal);
        boolean missing =
                refusal.code() == StoreRefusal.Code.NoSuchKey || refusal.code() == StoreRefusal.Code.NoSuchVersion;
        if (missing && !mayList(request)) {
            return ErrorCode.AccessDenied.error();
        }
        if (missing && !error.details().containsKey("Key")) {
            error.with("Key", request.key());
            request.query.get("versionId").ifPresent(id -> error.with("VersionId", id));
        }
        return error;
    }

    private static boolean mayList(S3Request request) {
        return request.mayLearnOf(request.bucket(), request.key());
    }

    /// *GetObjectAttributes*.
    void attributes(S3Request request) throws IOException {
        authorizeRead(request, "s3:GetObject", "s3:GetObjectVersion");
        authorizeRead(request, "s3:GetObjectAttributes", "s3:GetObjectVersionAttributes");
        Set<String> wanted = new HashSet<>(request.list("x-amz-object-attributes"));
        if (wanted.isEmpty()) {
            throw ErrorCode.InvalidArgument.error(
                            "The x-amz-object-attributes header specifying the attributes to be retrieved is either"
                                    + " missing or empty")
                    .with("ArgumentName", "x-amz-object-attributes");
        }
        for (String name : wanted) {
            if (!List.of("ETag", "Checksum", "ObjectParts", "StorageClass", "ObjectSize")
                    .contains(name)) {
                throw ErrorCode.InvalidArgument.error("Invalid attribute name specified.")
                        .with("ArgumentName", "x-amz-object-attributes")
                        .with("ArgumentValue", name);
            }
        }
        StoredObject object;
        try (ObjectReading reading = request.store().headObject(request.bucketName(), request.key(), asked(request))) {
            object = reading.object();
        } catch (StoreRefusal e) {
            throw missing(request, e);
        }
        request.exchange.set("Last-Modified", Times.http(object.lastModified()));
        if (object.showsVersion()) {
            request.exchange.set("x-amz-version-id", object.versionId());
        }
        XmlWriter xml = XmlWriter.root("GetObjectAttributesResponse");
        if (wanted.contains("ETag")) {
            xml.element("ETag", object.etag());
        }
        if (wanted.contains("Checksum") && object.checksum().isPresent()) {
            xml.open("Checksum");
            Checksums.write(xml, object.checksum().get());
            xml.element("ChecksumType", object.checksum().get().type().name()).close("Checksum");
        }
        if (wanted.contains("ObjectParts") && object.partsCount().isPresent()) {
            parts(request, xml, object);
        }
        if (wanted.contains("StorageClass")) {
            xml.element("StorageClass", object.storageClass().name());
        }
        if (wanted.contains("ObjectSize")) {
            xml.element("ObjectSize", object.bytes());
        }
        request.respond(xml.close("GetObjectAttributesResponse"));
    }

    private static void parts(S3Request request, XmlWriter xml, StoredObject object) {
        int max = MultipartUploads.number(request, "x-amz-max-parts").orElse(1000);
        int after = MultipartUploads.number(request, "x-amz-part-number-marker").orElse(0);
        PartPage page = request.store()
                .objectParts(
                        request.bucketName(),
                        request.key(),
                        Optional.of(object.versionId()),
                        after,
                        Math.max(1, Math.min(max, 1000)));
        xml.open("ObjectParts")
                .element("PartsCount", object.partsCount().orElse(0))
                .element("PartNumberMarker", after)
                .element(
                        "NextPartNumberMarker",
                        page.parts().isEmpty() ? 0 : page.parts().getLast().number())
                .element("MaxParts", Math.min(max, 1000))
                .element("IsTruncated", page.next().isPresent());
        if (page.parts().stream().anyMatch(part -> part.checksum().isPresent())) {
            for (StoredPart part : page.parts()) {
                xml.open("Part").element("PartNumber", part.number()).element("Size", part.bytes());
                part.checksum().ifPresent(checksum -> Checksums.write(xml, checksum));
                xml.close("Part");
            }
        }
        xml.close("ObjectParts");
    }
}
