package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.access.AccessControlList;
import dev.rockpool.objectstore.access.AccessDecision;
import dev.rockpool.objectstore.access.ObjectOwnership;
import dev.rockpool.objectstore.access.PublicAccessBlock;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Buckets themselves: list, create, look, delete, where they are.
final class Buckets {
    private static final int LARGEST_PAGE = 10_000;

    /// *ListBuckets*.
    void list(S3Request request) throws IOException {
        AccessDecision decision =
                request.decide(request.operation.action(), Optional.empty(), Optional.empty(), Optional.empty());
        if (request.caller.isAnonymous() || !decision.allowed()) {
            throw ErrorCode.AccessDenied.error();
        }
        Owner owner = request.callerOwner();
        int max = request.query.number("max-buckets").orElse(LARGEST_PAGE);
        if (max < 1 || max > LARGEST_PAGE) {
            throw ErrorCode.InvalidArgument.error("Argument max-buckets must be an integer between 1 and 10000")
                    .with("ArgumentName", "max-buckets")
                    .with("ArgumentValue", request.query.value("max-buckets"));
        }
        String prefix = request.query.value("prefix");
        Optional<String> region = request.query.nonEmpty("bucket-region");
        String after = request.query
                .nonEmpty("continuation-token")
                .map(Listings::readToken)
                .orElse("");
        List<Bucket> own = request.store().buckets().stream()
                .filter(bucket -> bucket.owner().canonicalId().equals(owner.canonicalId())
                        && bucket.name().startsWith(prefix)
                        && bucket.name().compareTo(after) > 0
                        && region.map(wanted -> wanted.equals(bucket.region())).orElse(true))
                .toList();
        List<Bucket> page = own.subList(0, Math.min(max, own.size()));
        XmlWriter xml = XmlWriter.root("ListAllMyBucketsResult");
        AclDocuments.owner(xml, "Owner", owner);
        xml.open("Buckets");
        for (Bucket bucket : page) {
            xml.open("Bucket").element("Name", bucket.name()).element("CreationDate", bucket.created());
            xml.element("BucketRegion", bucket.region()).close("Bucket");
        }
        xml.close("Buckets");
        if (page.size() < own.size()) {
            xml.element("ContinuationToken", Listings.token(page.getLast().name()));
        }
        if (request.query.has("prefix")) {
            xml.element("Prefix", prefix);
        }
        request.respond(xml.close("ListAllMyBucketsResult"));
    }

    /// *CreateBucket*.
    void create(S3Request request) throws IOException {
        String name = request.bucketName();
        if (!isValidName(name)) {
            throw ErrorCode.InvalidBucketName.error().with("BucketName", name);
        }
        if (request.caller.isAnonymous()) {
            throw ErrorCode.AccessDenied.error();
        }
        Configuration configuration = configuration(request);
        AccessDecision decision =
                request.decide("s3:CreateBucket", Optional.empty(), Optional.empty(), Optional.empty());
        if (!decision.allowed()) {
            throw ErrorCode.AccessDenied.error(decision.message());
        }
        boolean objectLock = request.isTrue("x-amz-bucket-object-lock-enabled");
        Map<BucketDocument, String> documents = documents(request);
        if (!configuration.tags().isEmpty()) {
            documents.put(BucketDocument.TAGGING, configuration.tags());
        }
        Optional<Bucket> existing = request.store().findBucket(name);
        if (existing.isPresent()) {
            again(request, existing.get());
            return;
        }
        request.store().createBucket(request.requester(), name, configuration.region(), objectLock, documents);
        request.exchange.set("Location", "/" + name);
        request.respond(200);
    }

    /// To create one's own bucket again is no error in `us-east-1`, and changes nothing.
    private static void again(S3Request request, Bucket bucket) throws IOException {
        if (!bucket.owner().canonicalId().equals(request.callerOwner().canonicalId())) {
            throw ErrorCode.BucketAlreadyExists.error().with("BucketName", bucket.name());
        }
        if (!bucket.region().equals("us-east-1")) {
            throw ErrorCode.BucketAlreadyOwnedByYou.error().with("BucketName", bucket.name());
        }
        request.exchange.set("Location", "/" + bucket.name());
        request.respond(200);
    }

    private static Map<BucketDocument, String> documents(S3Request request) {
        Map<BucketDocument, String> documents = new EnumMap<>(BucketDocument.class);
        boolean current = request.services.settings().defaults() == S3Settings.BucketDefaults.CURRENT;
        ObjectOwnership ownership = request.nonEmpty("x-amz-object-ownership")
                .map(text -> ObjectOwnership.named(text)
                        .orElseThrow(
                                () -> ErrorCode.InvalidArgument.error("Invalid x-amz-object-ownership header: " + text)
                                        .with("ArgumentName", "x-amz-object-ownership")))
                .orElse(current ? ObjectOwnership.BUCKET_OWNER_ENFORCED : ObjectOwnership.OBJECT_WRITER);
        if (current || request.nonEmpty("x-amz-object-ownership").isPresent()) {
            documents.put(BucketDocument.OWNERSHIP, ownership.apiName());
        }
        Optional<AccessControlList> acl = AclDocuments.ofHeaders(request, request.callerOwner(), Optional.empty());
        if (acl.isPresent()) {
            if (ownership == ObjectOwnership.BUCKET_OWNER_ENFORCED && !acl.get().isPrivate()) {
                throw ErrorCode.InvalidBucketAclWithObjectOwnership.error();
            }
            if (current && acl.get().isPublic()) {
                throw ErrorCode.AccessDenied.error();
            }
            documents.put(BucketDocument.ACL, acl.get().text());
        }
        if (current) {
            documents.put(BucketDocument.PUBLIC_ACCESS_BLOCK, PublicAccessBlock.ALL.text());
        }
        return documents;
    }

    /// What the body of a *CreateBucket* says.
    private record Configuration(String region, String tags) {}

    private static Configuration configuration(S3Request request) throws IOException {
        byte[] document = request.exchange.contentLength() == 0 ? new byte[0] : bodyIfAny(request);
        String here = request.services.settings().region();
        if (document.length == 0) {
            return new Configuration(here, "");
        }
        XmlElement root = XmlElement.parse(document, "CreateBucketConfiguration");
        request.bucketTags = root.child("Tags")
                .map(element -> new XmlElement(
                        "Tagging", "", List.of(new XmlElement("TagSet", "", element.children(), "")), ""))
                .<Map<String, String>>map(tagging -> Tags.parseXml(tagging, true))
                .orElse(Map.of());
        String tags = request.bucketTags.isEmpty()
                ? ""
                : Tags.write(request.bucketTags).toString();
        Optional<String> constraint = root.textOf("LocationConstraint").map(String::trim);
        if (constraint.isEmpty()) {
            return new Configuration(here, tags);
        }
        request.bodyKeys = Map.of("s3:LocationConstraint", constraint.get());
        if (!isRegion(constraint.get())) {
            throw ErrorCode.InvalidLocationConstraint.error().with("LocationConstraint", constraint.get());
        }
        return new Configuration(constraint.get(), tags);
    }

    private static byte[] bodyIfAny(S3Request request) throws IOException {
        boolean none = request.exchange.contentLength() < 0
                && request.exchange.header("Transfer-Encoding").isEmpty()
                && !request.exchange.protocol().equals("HTTP/2.0");
        return none ? new byte[0] : request.document();
    }

    /// Whether a location constraint has the form of a region's name; `us-east-1` is not one, for it is
    /// what a bucket without a constraint has.
    private static boolean isRegion(String name) {
        if (name.equals("EU")) {
            return true;
        }
        int dashes = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '-') {
                dashes++;
            } else if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
                return false;
            }
        }
        return dashes >= 2
                && !name.equals("us-east-1")
                && Character.isDigit(name.charAt(name.length() - 1))
                && name.indexOf('-') == 2;
    }

    /// Whether a bucket may have that name (user guide, *Bucket naming rules*).
    static boolean isValidName(String name) {
        int length = name.length();
        if (length < 3 || length > 63 || looksLikeAddress(name)) {
            return false;
        }
        char before = '.';
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!alphanumeric && c != '-' && c != '.') {
                return false;
            }
            if ((c == '.' && (before == '.' || before == '-')) || (c == '-' && before == '.')) {
                return false;
            }
            before = c;
        }
        return before != '.'
                && before != '-'
                && !name.startsWith("xn--")
                && !name.startsWith("sthree-")
                && !name.startsWith("amzn-s3-demo-")
                && !name.endsWith("-s3alias")
                && !name.endsWith("--ol-s3")
                && !name.endsWith(".mrap")
                && !name.endsWith("--x-s3")
                && !name.endsWith("--table-s3");
    }

    private static boolean looksLikeAddress(String name) {
        int dots = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /// *HeadBucket*.
    void head(S3Request request) throws IOException {
        request.exchange.set("x-amz-bucket-region", request.bucket().region());
        request.exchange.set("x-amz-access-point-alias", "false");
        request.exchange.set("Content-Type", "application/xml");
        request.respond(200);
    }

    /// *DeleteBucket*.
    void delete(S3Request request) throws IOException {
        request.store().deleteBucket(request.bucketName());
        request.respond(204);
    }

    /// *GetBucketLocation*: empty in `us-east-1`.
    void location(S3Request request) throws IOException {
        String region = request.bucket().region();
        request.respond(XmlWriter.root("LocationConstraint")
                .raw(region.equals("us-east-1") ? "" : region)
                .close("LocationConstraint"));
    }
}
