package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.BodyChecks;
import dev.rockpool.objectstore.ByteRange;
import dev.rockpool.objectstore.Checksum;
import dev.rockpool.objectstore.ChecksumAlgorithm;
import dev.rockpool.objectstore.ChecksumType;
import dev.rockpool.objectstore.CompleteRequest;
import dev.rockpool.objectstore.CompletedPart;
import dev.rockpool.objectstore.CopySource;
import dev.rockpool.objectstore.MultipartUpload;
import dev.rockpool.objectstore.NewObject;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.PartPage;
import dev.rockpool.objectstore.PartRequest;
import dev.rockpool.objectstore.PartResult;
import dev.rockpool.objectstore.PutResult;
import dev.rockpool.objectstore.Requester;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.StoredPart;
import dev.rockpool.objectstore.UploadRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Multipart uploads: begin, parts, complete, abort, list their parts.
final class MultipartUploads {
    private static final int MOST_PARTS = 10_000;
    private static final int LARGEST_DOCUMENT = 4 * 1024 * 1024;

    /// *CreateMultipartUpload*.
    void create(S3Request request) throws IOException {
        ObjectWrites.authorizeWrite(request);
        Requester writer = request.writer();
        NewObject object = ObjectHeaders.read(request, ObjectWrites.acl(request, writer), Encryption.wish(request));
        Optional<ChecksumAlgorithm> algorithm =
                request.nonEmpty("x-amz-checksum-algorithm").map(Checksums::named);
        Optional<ChecksumType> type = request.nonEmpty("x-amz-checksum-type").map(MultipartUploads::type);
        MultipartUpload upload = request.store()
                .createMultipartUpload(
                        request.bucketName(), request.key(), new UploadRequest(writer, object, algorithm, type));
        Encryption.write(request.exchange, upload.encryption());
        upload.algorithm()
                .ifPresent(name -> request.exchange
                        .set("x-amz-checksum-algorithm", name.name())
                        .set("x-amz-checksum-type", upload.type().name()));
        abort(request, upload);
        request.respond(XmlWriter.root("InitiateMultipartUploadResult")
                .element("Bucket", request.bucketName())
                .element("Key", request.key())
                .element("UploadId", upload.uploadId())
                .close("InitiateMultipartUploadResult"));
    }

    private static void abort(S3Request request, MultipartUpload upload) {
        upload.abort()
                .ifPresent(date -> request.exchange
                        .set("x-amz-abort-date", Times.http(date.at()))
                        .set("x-amz-abort-rule-id", date.rule()));
    }

    private static ChecksumType type(String name) {
        for (ChecksumType type : ChecksumType.values()) {
            if (type.name().equals(name)) {
                return type;
            }
        }
        throw ErrorCode.InvalidRequest.error("Value for x-amz-checksum-type header is invalid.");
    }

    /// *UploadPart*, or *UploadPartCopy* if the request names a source.
    void part(S3Request request) throws IOException {
        request.authorize("s3:PutObject", request.bucket(), request.target.key(), Optional.empty());
        OptionalInt number = request.query.number("partNumber");
        if (number.isEmpty() || number.getAsInt() < 1 || number.getAsInt() > MOST_PARTS) {
            throw ErrorCode.InvalidArgument.error("Part number must be an integer between 1 and 10000, inclusive")
                    .with("ArgumentName", "partNumber")
                    .with("ArgumentValue", request.query.value("partNumber"));
        }
        if (request.exchange.header("x-amz-copy-source").isPresent()) {
            copy(request, number.getAsInt());
            return;
        }
        OptionalLong length = request.contentLength();
        if (length.orElse(0) > ObjectStore.LARGEST_PUT_BYTES) {
            throw ErrorCode.EntityTooLarge.error().with("ProposedSize", Long.toString(length.getAsLong()));
        }
        PartResult result = request.store()
                .uploadPart(
                        request.bucketName(),
                        request.key(),
                        new PartRequest(
                                request.requester(),
                                request.query.value("uploadId"),
                                number.getAsInt(),
                                Checksums.of(request),
                                Encryption.customerKey(request, Encryption.CUSTOMER),
                                length),
                        request.body());
        request.exchange.set("ETag", "\"" + result.part().etag() + "\"");
        Encryption.write(request.exchange, result.encryption());
        result.part()
                .checksum()
                .ifPresent(checksum -> request.exchange.set(Checksums.header(checksum.algorithm()), checksum.value()));
        request.respond(200);
    }

    private static void copy(S3Request request, int number) throws IOException {
        CopySource source = CopySources.of(request);
        ObjectWrites.authorizeSource(request, source);
        Optional<ByteRange> range = Ranges.copying(request);
        range.ifPresent(bytes -> checkRange(request, source, bytes));
        PartRequest part = new PartRequest(
                request.requester(),
                request.query.value("uploadId"),
                number,
                BodyChecks.NONE,
                Encryption.customerKey(request, Encryption.CUSTOMER),
                OptionalLong.empty());
        PartResult result;
        try {
            result = request.store().uploadPartCopy(request.bucketName(), request.key(), part, source, range);
        } catch (StoreRefusal e) {
            throw ObjectWrites.sourceMissing(request, source, e);
        }
        Encryption.write(request.exchange, result.encryption());
        result.sourceVersionId().ifPresent(id -> request.exchange.set("x-amz-copy-source-version-id", id));
        XmlWriter xml = XmlWriter.root("CopyPartResult")
                .element("LastModified", result.part().lastModified())
                .element("ETag", "\"" + result.part().etag() + "\"");
        result.part().checksum().ifPresent(checksum -> Checksums.write(xml, checksum));
        request.respond(xml.close("CopyPartResult"));
    }

    /// A range that is copied must be in the source; a read would be cut at its end.
    ///
    /// @throws S3Error `InvalidRange`
    private static void checkRange(S3Request request, CopySource source, ByteRange range) {
        request.store().find(source.bucket(), source.key(), source.versionId()).ifPresent(object -> {
            if (range.last().orElse(0) >= object.bytes()) {
                throw ErrorCode.InvalidRange.error()
                        .with(
                                "RangeRequested",
                                request.header("x-amz-copy-source-range").orElse(""))
                        .with("ActualObjectSize", Long.toString(object.bytes()));
            }
        });
    }

    /// *CompleteMultipartUpload*.
    void complete(S3Request request) throws IOException {
        byte[] document = largeDocument(request);
        XmlElement root = XmlElement.parse(document, "CompleteMultipartUpload");
        List<XmlElement> listed = root.all("Part");
        if (listed.isEmpty() || listed.size() > MOST_PARTS) {
            throw ErrorCode.MalformedXML.error();
        }
        List<CompletedPart> parts = new ArrayList<>(listed.size());
        for (XmlElement part : listed) {
            parts.add(new CompletedPart(
                    partNumber(part.required("PartNumber")),
                    Conditions.unquoted(part.required("ETag")),
                    checksum(part)));
        }
        Optional<ChecksumType> type = request.nonEmpty("x-amz-checksum-type").map(MultipartUploads::type);
        Optional<Checksum> expected = objectChecksum(request, type);
        OptionalLong bytes = request.nonEmpty("x-amz-mp-object-size")
                .map(text -> OptionalLong.of(longNumber("x-amz-mp-object-size", text)))
                .orElse(OptionalLong.empty());
        PutResult result = request.store()
                .completeMultipartUpload(
                        request.bucketName(),
                        request.key(),
                        new CompleteRequest(
                                request.requester(),
                                request.query.value("uploadId"),
                                parts,
                                Conditions.writing(request),
                                expected,
                                type,
                                bytes));
        StoredObject object = result.object();
        Encryption.write(request.exchange, object.encryption());
        ObjectWrites.version(request, object);
        ObjectHeaders.writeExpiration(request, result.expiration());
        XmlWriter xml = XmlWriter.root("CompleteMultipartUploadResult")
                .element("Location", location(request))
                .element("Bucket", request.bucketName())
                .element("Key", request.key())
                .element("ETag", "\"" + object.etag() + "\"");
        if (object.checksum().isPresent()) {
            Checksums.write(xml, object.checksum().get());
            xml.element("ChecksumType", object.checksum().get().type().name());
        }
        request.respond(xml.close("CompleteMultipartUploadResult"));
    }

    private static byte[] largeDocument(S3Request request) throws IOException {
        byte[] document = request.body().readNBytes(LARGEST_DOCUMENT + 1);
        if (document.length > LARGEST_DOCUMENT) {
            throw ErrorCode.MaxMessageLengthExceeded.error();
        }
        return document;
    }

    private static String location(S3Request request) {
        String scheme = request.exchange.secure() ? "https://" : "http://";
        return scheme + request.exchange.authority() + request.exchange.path();
    }

    private static int partNumber(String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= MOST_PARTS) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw ErrorCode.MalformedXML.error();
        }
        throw ErrorCode.InvalidArgument.error("PartNumber must be >= 1 and <= 10000");
    }

    private static Optional<Checksum> checksum(XmlElement part) {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            Optional<String> value = part.textOf(Checksums.element(algorithm));
            if (value.isPresent() && !value.get().isBlank()) {
                return Optional.of(new Checksum(
                        algorithm, ChecksumType.FULL_OBJECT, value.get().trim()));
            }
        }
        return Optional.empty();
    }

    /// The checksum of the whole object: its header is about the object here, not about the document, and a
    /// composite one ends with the number of parts.
    private static Optional<Checksum> objectChecksum(S3Request request, Optional<ChecksumType> type) {
        for (ChecksumAlgorithm algorithm : ChecksumAlgorithm.values()) {
            Optional<String> value = request.nonEmpty(Checksums.header(algorithm));
            if (value.isPresent()) {
                ChecksumType of =
                        type.orElse(value.get().indexOf('-') > 0 ? ChecksumType.COMPOSITE : ChecksumType.FULL_OBJECT);
                return Optional.of(new Checksum(algorithm, of, value.get()));
            }
        }
        return Optional.empty();
    }

    /// *AbortMultipartUpload*.
    void abort(S3Request request) throws IOException {
        request.store().abortMultipartUpload(request.bucketName(), request.key(), request.query.value("uploadId"));
        request.respond(204);
    }

    /// *ListParts*.
    void parts(S3Request request) throws IOException {
        String uploadId = request.query.value("uploadId");
        MultipartUpload upload = request.store().multipartUpload(request.bucketName(), request.key(), uploadId);
        int max = Math.min(request.query.number("max-parts").orElse(1000), 1000);
        int after = request.query.number("part-number-marker").orElse(0);
        PartPage page = max == 0
                ? new PartPage(List.of(), OptionalInt.empty())
                : request.store().listParts(request.bucketName(), request.key(), uploadId, after, max);
        abort(request, upload);
        XmlWriter xml = XmlWriter.root("ListPartsResult")
                .element("Bucket", request.bucketName())
                .element("Key", request.key())
                .element("UploadId", uploadId);
        AclDocuments.owner(xml, "Initiator", request.initiator(upload.initiator()));
        AclDocuments.owner(xml, "Owner", upload.owner());
        xml.element("StorageClass", upload.storageClass().name())
                .element("PartNumberMarker", after)
                .element(
                        "NextPartNumberMarker",
                        page.parts().isEmpty() ? 0 : page.parts().getLast().number())
                .element("MaxParts", max)
                .element("IsTruncated", page.next().isPresent());
        upload.algorithm()
                .ifPresent(algorithm -> xml.element("ChecksumAlgorithm", algorithm.name())
                        .element("ChecksumType", upload.type().name()));
        for (StoredPart part : page.parts()) {
            xml.open("Part")
                    .element("PartNumber", part.number())
                    .element("LastModified", part.lastModified())
                    .element("ETag", "\"" + part.etag() + "\"")
                    .element("Size", part.bytes());
            part.checksum().ifPresent(checksum -> Checksums.write(xml, checksum));
            xml.close("Part");
        }
        request.respond(xml.close("ListPartsResult"));
    }

    /// A number in a header.
    ///
    /// @throws S3Error `InvalidArgument` if it is none
    static OptionalInt number(S3Request request, String header) {
        Optional<String> text = request.nonEmpty(header);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        long number = longNumber(header, text.get());
        return OptionalInt.of((int) Math.min(number, Integer.MAX_VALUE));
    }

    private static long longNumber(String header, String text) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw ErrorCode.InvalidArgument.error("Provided " + header + " not an integer or within integer range")
                .with("ArgumentName", header)
                .with("ArgumentValue", text);
    }
}
