package dev.rockpool.objectstore.s3;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The table of operations: which method on which resource and sub-resource it is, and the action that must
/// be allowed. An empty action means that the operation asks by itself.
///
/// Source: API reference, *Actions*; actions from the service authorization reference.
@SuppressWarnings("MemberName") // the names are the API's
enum Operation {
    ListBuckets("GET", Resource.SERVICE, "", "s3:ListAllMyBuckets"),

    CreateBucket("PUT", Resource.BUCKET, "", ""),
    HeadBucket("HEAD", Resource.BUCKET, "", "s3:ListBucket"),
    DeleteBucket("DELETE", Resource.BUCKET, "", "s3:DeleteBucket"),
    GetBucketLocation("GET", Resource.BUCKET, "location", "s3:GetBucketLocation"),
    ListObjects("GET", Resource.BUCKET, "", "s3:ListBucket"),
    ListObjectsV2("GET", Resource.BUCKET, "list-type", "s3:ListBucket"),
    ListObjectVersions("GET", Resource.BUCKET, "versions", "s3:ListBucketVersions"),
    ListMultipartUploads("GET", Resource.BUCKET, "uploads", "s3:ListBucketMultipartUploads"),
    DeleteObjects("POST", Resource.BUCKET, "delete", ""),
    BrowserUpload("POST", Resource.BUCKET, "", ""),

    GetBucketAcl("GET", Resource.BUCKET, "acl", "s3:GetBucketAcl"),
    PutBucketAcl("PUT", Resource.BUCKET, "acl", "s3:PutBucketAcl"),
    GetBucketPolicy("GET", Resource.BUCKET, "policy", "s3:GetBucketPolicy"),
    PutBucketPolicy("PUT", Resource.BUCKET, "policy", "s3:PutBucketPolicy"),
    DeleteBucketPolicy("DELETE", Resource.BUCKET, "policy", "s3:DeleteBucketPolicy"),
    GetBucketPolicyStatus("GET", Resource.BUCKET, "policyStatus", "s3:GetBucketPolicyStatus"),
    GetPublicAccessBlock("GET", Resource.BUCKET, "publicAccessBlock", "s3:GetBucketPublicAccessBlock"),
    PutPublicAccessBlock("PUT", Resource.BUCKET, "publicAccessBlock", "s3:PutBucketPublicAccessBlock"),
    DeletePublicAccessBlock("DELETE", Resource.BUCKET, "publicAccessBlock", "s3:PutBucketPublicAccessBlock"),
    GetBucketOwnershipControls("GET", Resource.BUCKET, "ownershipControls", "s3:GetBucketOwnershipControls"),
    PutBucketOwnershipControls("PUT", Resource.BUCKET, "ownershipControls", "s3:PutBucketOwnershipControls"),
    DeleteBucketOwnershipControls("DELETE", Resource.BUCKET, "ownershipControls", "s3:PutBucketOwnershipControls"),

    GetBucketVersioning("GET", Resource.BUCKET, "versioning", "s3:GetBucketVersioning"),
    PutBucketVersioning("PUT", Resource.BUCKET, "versioning", "s3:PutBucketVersioning"),
    GetBucketLifecycleConfiguration("GET", Resource.BUCKET, "lifecycle", "s3:GetLifecycleConfiguration"),
    PutBucketLifecycleConfiguration("PUT", Resource.BUCKET, "lifecycle", "s3:PutLifecycleConfiguration"),
    DeleteBucketLifecycle("DELETE", Resource.BUCKET, "lifecycle", "s3:PutLifecycleConfiguration"),
    GetBucketEncryption("GET", Resource.BUCKET, "encryption", "s3:GetEncryptionConfiguration"),
    PutBucketEncryption("PUT", Resource.BUCKET, "encryption", "s3:PutEncryptionConfiguration"),
    DeleteBucketEncryption("DELETE", Resource.BUCKET, "encryption", "s3:PutEncryptionConfiguration"),
    GetObjectLockConfiguration("GET", Resource.BUCKET, "object-lock", "s3:GetBucketObjectLockConfiguration"),
    PutObjectLockConfiguration("PUT", Resource.BUCKET, "object-lock", "s3:PutBucketObjectLockConfiguration"),
    GetBucketLogging("GET", Resource.BUCKET, "logging", "s3:GetBucketLogging"),
    PutBucketLogging("PUT", Resource.BUCKET, "logging", "s3:PutBucketLogging"),

    GetBucketCors("GET", Resource.BUCKET, "cors", "s3:GetBucketCORS"),
    PutBucketCors("PUT", Resource.BUCKET, "cors", "s3:PutBucketCORS"),
    DeleteBucketCors("DELETE", Resource.BUCKET, "cors", "s3:PutBucketCORS"),
    GetBucketWebsite("GET", Resource.BUCKET, "website", "s3:GetBucketWebsite"),
    PutBucketWebsite("PUT", Resource.BUCKET, "website", "s3:PutBucketWebsite"),
    DeleteBucketWebsite("DELETE", Resource.BUCKET, "website", "s3:DeleteBucketWebsite"),
    GetBucketTagging("GET", Resource.BUCKET, "tagging", "s3:GetBucketTagging"),
    PutBucketTagging("PUT", Resource.BUCKET, "tagging", ""),
    DeleteBucketTagging("DELETE", Resource.BUCKET, "tagging", "s3:PutBucketTagging"),
    GetBucketNotificationConfiguration("GET", Resource.BUCKET, "notification", "s3:GetBucketNotification"),
    PutBucketNotificationConfiguration("PUT", Resource.BUCKET, "notification", "s3:PutBucketNotification"),
    GetBucketAccelerateConfiguration("GET", Resource.BUCKET, "accelerate", "s3:GetAccelerateConfiguration"),
    PutBucketAccelerateConfiguration("PUT", Resource.BUCKET, "accelerate", "s3:PutAccelerateConfiguration"),
    GetBucketRequestPayment("GET", Resource.BUCKET, "requestPayment", "s3:GetBucketRequestPayment"),
    PutBucketRequestPayment("PUT", Resource.BUCKET, "requestPayment", "s3:PutBucketRequestPayment"),
    GetBucketReplication("GET", Resource.BUCKET, "replication", "s3:GetReplicationConfiguration"),
    PutBucketReplication("PUT", Resource.BUCKET, "replication", "s3:PutReplicationConfiguration"),
    DeleteBucketReplication("DELETE", Resource.BUCKET, "replication", "s3:PutReplicationConfiguration"),

    GetBucketInventoryConfiguration("GET", Resource.BUCKET, "inventory", "s3:GetInventoryConfiguration"),
    PutBucketInventoryConfiguration("PUT", Resource.BUCKET, "inventory", "s3:PutInventoryConfiguration"),
    DeleteBucketInventoryConfiguration("DELETE", Resource.BUCKET, "inventory", "s3:PutInventoryConfiguration"),
    GetBucketAnalyticsConfiguration("GET", Resource.BUCKET, "analytics", "s3:GetAnalyticsConfiguration"),
    PutBucketAnalyticsConfiguration("PUT", Resource.BUCKET, "analytics", "s3:PutAnalyticsConfiguration"),
    DeleteBucketAnalyticsConfiguration("DELETE", Resource.BUCKET, "analytics", "s3:PutAnalyticsConfiguration"),
    GetBucketIntelligentTieringConfiguration(
            "GET", Resource.BUCKET, "intelligent-tiering", "s3:GetIntelligentTieringConfiguration"),
    PutBucketIntelligentTieringConfiguration(
            "PUT", Resource.BUCKET, "intelligent-tiering", "s3:PutIntelligentTieringConfiguration"),
    DeleteBucketIntelligentTieringConfiguration(
            "DELETE", Resource.BUCKET, "intelligent-tiering", "s3:PutIntelligentTieringConfiguration"),
    GetBucketMetricsConfiguration("GET", Resource.BUCKET, "metrics", "s3:GetMetricsConfiguration"),
    PutBucketMetricsConfiguration("PUT", Resource.BUCKET, "metrics", "s3:PutMetricsConfiguration"),
    DeleteBucketMetricsConfiguration("DELETE", Resource.BUCKET, "metrics", "s3:PutMetricsConfiguration"),

    GetObject("GET", Resource.OBJECT, "", ""),
    HeadObject("HEAD", Resource.OBJECT, "", ""),
    PutObject("PUT", Resource.OBJECT, "", ""),
    DeleteObject("DELETE", Resource.OBJECT, "", ""),
    GetObjectAttributes("GET", Resource.OBJECT, "attributes", ""),
    GetObjectAcl("GET", Resource.OBJECT, "acl", ""),
    PutObjectAcl("PUT", Resource.OBJECT, "acl", ""),
    GetObjectTagging("GET", Resource.OBJECT, "tagging", ""),
    PutObjectTagging("PUT", Resource.OBJECT, "tagging", ""),
    DeleteObjectTagging("DELETE", Resource.OBJECT, "tagging", ""),
    GetObjectRetention("GET", Resource.OBJECT, "retention", "s3:GetObjectRetention"),
    PutObjectRetention("PUT", Resource.OBJECT, "retention", "s3:PutObjectRetention"),
    GetObjectLegalHold("GET", Resource.OBJECT, "legal-hold", "s3:GetObjectLegalHold"),
    PutObjectLegalHold("PUT", Resource.OBJECT, "legal-hold", "s3:PutObjectLegalHold"),
    RestoreObject("POST", Resource.OBJECT, "restore", "s3:RestoreObject"),
    BrowserUploadToKey("POST", Resource.OBJECT, "", ""),

    CreateMultipartUpload("POST", Resource.OBJECT, "uploads", ""),
    UploadPart("PUT", Resource.OBJECT, "uploadId", ""),
    CompleteMultipartUpload("POST", Resource.OBJECT, "uploadId", "s3:PutObject"),
    AbortMultipartUpload("DELETE", Resource.OBJECT, "uploadId", "s3:AbortMultipartUpload"),
    ListParts("GET", Resource.OBJECT, "uploadId", "s3:ListMultipartUploadParts");

    /// What a request is about.
    enum Resource {
        SERVICE,
        BUCKET,
        OBJECT
    }

    /// Parameters that name an operation, whether it is built here or not.
    private static final Set<String> SUB_RESOURCES = Set.of(
            "abac",
            "accelerate",
            "acl",
            "analytics",
            "attributes",
            "cors",
            "delete",
            "encryption",
            "intelligent-tiering",
            "inventory",
            "legal-hold",
            "lifecycle",
            "list-type",
            "location",
            "logging",
            "metadataAnnotationTable",
            "metadataConfiguration",
            "metadataInventoryTable",
            "metadataJournalTable",
            "metadataTable",
            "metrics",
            "notification",
            "object-lock",
            "ownershipControls",
            "policy",
            "policyStatus",
            "publicAccessBlock",
            "renameObject",
            "replication",
            "requestPayment",
            "restore",
            "retention",
            "select",
            "session",
            "tagging",
            "torrent",
            "uploadId",
            "uploads",
            "versioning",
            "versions",
            "website");

    /// Parameters that go with an operation.
    private static final Set<String> PARAMETERS = Set.of(
            "bucket-region",
            "continuation-token",
            "delimiter",
            "encoding-type",
            "fetch-owner",
            "id",
            "key-marker",
            "marker",
            "max-buckets",
            "max-keys",
            "max-parts",
            "max-uploads",
            "partNumber",
            "part-number-marker",
            "prefix",
            "response-cache-control",
            "response-content-disposition",
            "response-content-encoding",
            "response-content-language",
            "response-content-type",
            "response-expires",
            "select-type",
            "start-after",
            "upload-id-marker",
            "version-id-marker",
            "versionId",
            "AWSAccessKeyId",
            "Signature",
            "Expires");

    private static final Map<Resource, Map<String, Map<String, Operation>>> TABLE = table();

    private final String method;
    private final Resource resource;
    private final String subResource;
    private final String action;

    Operation(String method, Resource resource, String subResource, String action) {
        this.method = method;
        this.resource = resource;
        this.subResource = subResource;
        this.action = action;
    }

    /// How the operation is charged, if it is and the store tells of it by no event: reading and writing objects and
    /// their parts it does.
    Optional<RequestListener.Charge> charge() {
        return switch (this) {
            case GetObject,
                    PutObject,
                    BrowserUpload,
                    CreateMultipartUpload,
                    UploadPart,
                    CompleteMultipartUpload,
                    RestoreObject -> Optional.empty();
            default -> {
                if (name().startsWith("List")) {
                    yield Optional.of(RequestListener.Charge.LIST);
                }
                yield switch (method) {
                    case "GET", "HEAD" -> Optional.of(RequestListener.Charge.READ);
                    case "PUT", "POST" ->
                        this == DeleteObjects ? Optional.empty() : Optional.of(RequestListener.Charge.WRITE);
                    default -> Optional.empty();
                };
            }
        };
    }

    /// As access logs name it, such as `REST.PUT.OBJECT` (user guide, *Server access log format*).
    String logName() {
        String what = switch (subResource) {
            case "", "list-type" -> resource.name();
            case "uploadId" -> method.equals("PUT") ? "PART" : "UPLOAD";
            case "delete" -> "MULTI_OBJECT_DELETE";
            case "versions" -> "BUCKETVERSIONS";
            default -> subResource.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
        };
        return "REST." + method + "." + what;
    }

    /// The action that must be allowed; empty if the operation asks by itself.
    String action() {
        return action;
    }

    private static Map<Resource, Map<String, Map<String, Operation>>> table() {
        Map<Resource, Map<String, Map<String, Operation>>> table = new EnumMap<>(Resource.class);
        for (Operation operation : values()) {
            table.computeIfAbsent(operation.resource, key -> new HashMap<>())
                    .computeIfAbsent(operation.subResource, key -> new HashMap<>())
                    .put(operation.method, operation);
        }
        return table;
    }

    /// The operation that a request asks for.
    ///
    /// @throws S3Error `NotImplemented`, naming the sub-resource, or `MethodNotAllowed`
    static Operation of(String method, Resource resource, Query query) {
        Optional<String> named = subResource(method, query);
        Map<String, Operation> byMethod = TABLE.getOrDefault(resource, Map.of()).get(named.orElse(""));
        if (byMethod == null) {
            throw ErrorCode.NotImplemented.error("A header or query you provided requested a function that is not"
                            + " implemented: " + method + " ?" + named.orElse(""))
                    .with("Header", named.orElse(""));
        }
        Operation operation = byMethod.get(method);
        if (operation != null) {
            return operation;
        }
        if (named.isPresent() && !named.get().equals("uploadId")) {
            throw ErrorCode.MethodNotAllowed.error()
                    .with("Method", method)
                    .with("ResourceType", named.get().toUpperCase(java.util.Locale.ROOT));
        }
        throw ErrorCode.MethodNotAllowed.error().with("Method", method).with("ResourceType", resource.name());
    }

    /// The sub-resource that a query names; a name that nobody knows is one too, lest the bare operation be
    /// done where something else was meant.
    private static Optional<String> subResource(String method, Query query) {
        Optional<String> found = Optional.empty();
        boolean reads = method.equals("GET") || method.equals("HEAD");
        for (String name : query.names()) {
            if (SUB_RESOURCES.contains(name)) {
                found = found.isPresent() && name.equals("list-type") ? found : Optional.of(name);
            } else if (!isParameter(name) && !(reads && query.nonEmpty(name).isPresent()) && found.isEmpty()) {
                found = Optional.of(name);
            }
        }
        return found;
    }

    private static boolean isParameter(String name) {
        return PARAMETERS.contains(name) || name.regionMatches(true, 0, "x-", 0, 2);
    }
}
