package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.Checksum;
import dev.rockpool.objectstore.ListRequest;
import dev.rockpool.objectstore.MultipartUpload;
import dev.rockpool.objectstore.ObjectPage;
import dev.rockpool.objectstore.ObjectStore;
import dev.rockpool.objectstore.RestoreState;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.UploadPage;
import dev.rockpool.objectstore.VersionPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Pages of objects, versions and uploads.
final class Listings {
    private static final byte[] TOKEN_MARK = {'r', 'p', '1'};

    /// *ListObjects*.
    void objects(S3Request request) throws IOException {
        Page page = new Page(request, "max-keys");
        String marker = request.query.value("marker");
        ObjectPage found = request.store()
                .listObjects(request.bucketName(), new ListRequest(page.prefix, page.delimiter, marker, page.max));
        XmlWriter xml = XmlWriter.root("ListBucketResult")
                .element("Name", request.bucketName())
                // boto3 decodes every element of this answer but the prefix; a line feed needs no encoding in XML
                .element("Prefix", page.encoded(page.prefix).replace("%0A", "\n"))
                .element("Marker", page.encoded(marker));
        if (found.next().isPresent() && !page.delimiter.isEmpty()) {
            xml.element("NextMarker", page.encoded(found.next().get()));
        }
        page.head(xml, "MaxKeys", found.next().isPresent());
        for (StoredObject object : found.objects()) {
            content(request, xml, page, object, true);
        }
        page.commonPrefixes(xml, found.commonPrefixes());
        request.respond(xml.close("ListBucketResult"));
    }

    /// *ListObjectsV2*.
    void objectsV2(S3Request request) throws IOException {
        if (!request.query.value("list-type").equals("2")) {
            throw ErrorCode.InvalidArgument.error("Invalid List Type specified in Query")
                    .with("ArgumentName", "list-type")
                    .with("ArgumentValue", request.query.value("list-type"));
        }
        Page page = new Page(request, "max-keys");
        Optional<String> token = request.query.get("continuation-token");
        Optional<String> startAfter = request.query.get("start-after");
        String after =
                token.filter(text -> !text.isEmpty()).map(Listings::readToken).orElse(startAfter.orElse(""));
        ObjectPage found = request.store()
                .listObjects(request.bucketName(), new ListRequest(page.prefix, page.delimiter, after, page.max));
        XmlWriter xml = XmlWriter.root("ListBucketResult")
                .element("Name", request.bucketName())
                .element("Prefix", page.encoded(page.prefix));
        token.ifPresent(text -> xml.element("ContinuationToken", text));
        found.next().ifPresent(next -> xml.element("NextContinuationToken", token(next)));
        startAfter.ifPresent(text -> xml.element("StartAfter", page.encoded(text)));
        xml.element("KeyCount", found.objects().size() + found.commonPrefixes().size());
        page.head(xml, "MaxKeys", found.next().isPresent());
        boolean owner = request.query.value("fetch-owner").equals("true");
        for (StoredObject object : found.objects()) {
            content(request, xml, page, object, owner);
        }
        page.commonPrefixes(xml, found.commonPrefixes());
        request.respond(xml.close("ListBucketResult"));
    }

    private static void content(S3Request request, XmlWriter xml, Page page, StoredObject object, boolean withOwner) {
        xml.open("Contents").element("Key", page.encoded(object.key())).element("LastModified", object.lastModified());
        common(xml, object);
        if (withOwner) {
            AclDocuments.owner(xml, "Owner", object.owner());
        }
        restoreStatus(request, xml, object);
        xml.close("Contents");
    }

    private static void common(XmlWriter xml, StoredObject object) {
        xml.open("ETag").raw("&quot;").raw(object.etag()).raw("&quot;").close("ETag");
        Optional<Checksum> checksum = object.checksum();
        if (checksum.isPresent()) {
            xml.element("ChecksumAlgorithm", checksum.get().algorithm().name())
                    .element("ChecksumType", checksum.get().type().name());
        }
        xml.element("Size", object.bytes())
                .element("StorageClass", object.storageClass().name());
    }

    private static void restoreStatus(S3Request request, XmlWriter xml, StoredObject object) {
        Optional<RestoreState> restore = object.restore();
        if (restore.isEmpty()
                || !request.list("x-amz-optional-object-attributes").contains("RestoreStatus")) {
            return;
        }
        xml.open("RestoreStatus").element("IsRestoreInProgress", restore.get().ongoing());
        if (!restore.get().ongoing() && !restore.get().expiry().equals(Instant.MAX)) {
            xml.element("RestoreExpiryDate", restore.get().expiry());
        }
        xml.close("RestoreStatus");
    }

    /// *ListObjectVersions*.
    void versions(S3Request request) throws IOException {
        Page page = new Page(request, "max-keys");
        String keyMarker = request.query.value("key-marker");
        Optional<String> idMarker = request.query.get("version-id-marker");
        if (idMarker.isPresent() && keyMarker.isEmpty() && !idMarker.get().isEmpty()) {
            throw ErrorCode.InvalidArgument.error("A version-id marker cannot be specified without a key marker.")
                    .with("ArgumentName", "version-id-marker")
                    .with("ArgumentValue", idMarker.get());
        }
        VersionPage found = request.store()
                .listObjectVersions(
                        request.bucketName(),
                        new ListRequest(page.prefix, page.delimiter, keyMarker, page.max),
                        idMarker.filter(id -> !id.isEmpty()));
        XmlWriter xml = XmlWriter.root("ListVersionsResult")
                .element("Name", request.bucketName())
                .element("Prefix", page.encoded(page.prefix))
                .element("KeyMarker", page.encoded(keyMarker))
                .element("VersionIdMarker", idMarker.orElse(""));
        found.nextKey().ifPresent(key -> xml.element("NextKeyMarker", page.encoded(key)));
        found.nextVersionId()
                .filter(id -> found.nextKey().isPresent())
                .ifPresent(id -> xml.element("NextVersionIdMarker", id));
        page.head(xml, "MaxKeys", found.nextKey().isPresent());
        for (StoredObject version : found.versions()) {
            String element = version.isDeleteMarker() ? "DeleteMarker" : "Version";
            xml.open(element)
                    .element("Key", page.encoded(version.key()))
                    .element("VersionId", version.versionId())
                    .element("IsLatest", version.isLatest())
                    .element("LastModified", version.lastModified());
            if (!version.isDeleteMarker()) {
                common(xml, version);
            }
            AclDocuments.owner(xml, "Owner", version.owner());
            restoreStatus(request, xml, version);
            xml.close(element);
        }
        page.commonPrefixes(xml, found.commonPrefixes());
        request.respond(xml.close("ListVersionsResult"));
    }

    /// *ListMultipartUploads*.
    void uploads(S3Request request) throws IOException {
        Page page = new Page(request, "max-uploads");
        String keyMarker = request.query.value("key-marker");
        Optional<String> idMarker = request.query.nonEmpty("upload-id-marker").filter(id -> !keyMarker.isEmpty());
        UploadPage found = request.store()
                .listMultipartUploads(
                        request.bucketName(),
                        new ListRequest(page.prefix, page.delimiter, keyMarker, page.max),
                        idMarker);
        XmlWriter xml = XmlWriter.root("ListMultipartUploadsResult")
                .element("Bucket", request.bucketName())
                .element("KeyMarker", page.encoded(keyMarker))
                .element("UploadIdMarker", idMarker.orElse(""));
        found.nextKey().ifPresent(key -> xml.element("NextKeyMarker", page.encoded(key)));
        found.nextUploadId()
                .filter(id -> found.nextKey().isPresent())
                .ifPresent(id -> xml.element("NextUploadIdMarker", id));
        xml.element("Prefix", page.encoded(page.prefix));
        page.head(xml, "MaxUploads", found.nextKey().isPresent());
        for (MultipartUpload upload : found.uploads()) {
            xml.open("Upload").element("Key", page.encoded(upload.key())).element("UploadId", upload.uploadId());
            AclDocuments.owner(xml, "Initiator", request.initiator(upload.initiator()));
            AclDocuments.owner(xml, "Owner", upload.owner());
            xml.element("StorageClass", upload.storageClass().name()).element("Initiated", upload.initiated());
            upload.algorithm()
                    .ifPresent(algorithm -> xml.element("ChecksumAlgorithm", algorithm.name())
                            .element("ChecksumType", upload.type().name()));
            xml.close("Upload");
        }
        page.commonPrefixes(xml, found.commonPrefixes());
        request.respond(xml.close("ListMultipartUploadsResult"));
    }

    /// What all pages have in common.
    private static final class Page {
        private final String prefix;
        private final String delimiter;
        private final int max;
        private final boolean encodes;

        Page(S3Request request, String maxName) {
            prefix = request.query.value("prefix");
            delimiter = request.query.value("delimiter");
            max = Math.min(request.query.number(maxName).orElse(ObjectStore.LARGEST_PAGE), ObjectStore.LARGEST_PAGE);
            Optional<String> encoding = request.query.nonEmpty("encoding-type");
            if (encoding.isPresent() && !encoding.get().equals("url")) {
                throw ErrorCode.InvalidArgument.error("Invalid Encoding Method specified in Request")
                        .with("ArgumentName", "encoding-type")
                        .with("ArgumentValue", encoding.get());
            }
            encodes = encoding.isPresent();
        }

        String encoded(String key) {
            return encodes ? Percent.encode(key) : key;
        }

        void head(XmlWriter xml, String maxElement, boolean truncated) {
            xml.element(maxElement, max);
            if (!delimiter.isEmpty()) {
                xml.element("Delimiter", encoded(delimiter));
            }
            if (encodes) {
                xml.element("EncodingType", "url");
            }
            xml.element("IsTruncated", truncated);
        }

        void commonPrefixes(XmlWriter xml, List<String> prefixes) {
            for (String common : prefixes) {
                xml.open("CommonPrefixes").element("Prefix", encoded(common)).close("CommonPrefixes");
            }
        }
    }

    /// A token from which a page goes on after `key`: opaque, and not to be mistaken for a key.
    static String token(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        byte[] marked = new byte[TOKEN_MARK.length + bytes.length];
        System.arraycopy(TOKEN_MARK, 0, marked, 0, TOKEN_MARK.length);
        System.arraycopy(bytes, 0, marked, TOKEN_MARK.length, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(marked);
    }

    /// The key of a token.
    ///
    /// @throws S3Error `InvalidArgument` if it is none
    static String readToken(String token) {
        try {
            byte[] marked = Base64.getUrlDecoder().decode(token);
            if (marked.length > TOKEN_MARK.length
                    && java.util.Arrays.equals(marked, 0, TOKEN_MARK.length, TOKEN_MARK, 0, TOKEN_MARK.length)) {
                return new String(marked, TOKEN_MARK.length, marked.length - TOKEN_MARK.length, StandardCharsets.UTF_8);
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw ErrorCode.InvalidArgument.error("The continuation token provided is incorrect")
                .with("ArgumentName", "continuation-token")
                .with("ArgumentValue", token);
    }
}
