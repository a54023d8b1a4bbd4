package dev.rockpool.objectstore.s3;

import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.BucketDocument;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Configurations that the endpoint checks, keeps and gives back: CORS, website, tags, notification,
/// acceleration, request payment, replication.
final class BucketDocuments {
    private static final int MOST_CORS_RULES = 100;
    private static final Set<String> CORS_METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");

    private static void get(S3Request request, BucketDocument kind, Supplier<S3Error> otherwise) throws IOException {
        String document = request.store().document(request.bucketName(), kind).orElseThrow(otherwise);
        respond(request, document);
    }

    private static void respond(S3Request request, String document) throws IOException {
        request.exchange.set("Content-Type", "application/xml").respond(200, document.getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps the document with the service's namespace.
    private static void put(S3Request request, BucketDocument kind, XmlElement root) throws IOException {
        XmlWriter xml = XmlWriter.root(root.name());
        for (XmlElement child : root.children()) {
            xml.raw(child.xml());
        }
        request.store()
                .putDocument(request.bucketName(), kind, xml.close(root.name()).toString());
        request.respond(200);
    }

    private static void delete(S3Request request, BucketDocument kind) throws IOException {
        request.store().deleteDocument(request.bucketName(), kind);
        request.respond(204);
    }

    // --- CORS

    /// *GetBucketCors*.
    void getCors(S3Request request) throws IOException {
        get(request, BucketDocument.CORS, ErrorCode.NoSuchCORSConfiguration::error);
    }

    /// *PutBucketCors*.
    void putCors(S3Request request) throws IOException {
        Checksums.require(request);
        XmlElement root = request.xml("CORSConfiguration");
        List<XmlElement> rules = root.all("CORSRule");
        if (rules.isEmpty() || rules.size() > MOST_CORS_RULES) {
            throw ErrorCode.MalformedXML.error();
        }
        for (XmlElement rule : rules) {
            if (rule.all("AllowedOrigin").isEmpty() || rule.all("AllowedMethod").isEmpty()) {
                throw ErrorCode.MalformedXML.error();
            }
            for (XmlElement method : rule.all("AllowedMethod")) {
                if (!CORS_METHODS.contains(method.text().trim())) {
                    throw ErrorCode.InvalidRequest.error("Found unsupported HTTP method in CORS config. Unsupported"
                            + " method is " + method.text().trim());
                }
            }
            stars(rule, "AllowedOrigin");
            stars(rule, "AllowedHeader");
            rule.textOf("MaxAgeSeconds").ifPresent(BucketDocuments::seconds);
        }
        put(request, BucketDocument.CORS, root);
    }

    private static void stars(XmlElement rule, String name) {
        for (XmlElement value : rule.all(name)) {
            String text = value.text();
            if (text.indexOf('*') != text.lastIndexOf('*')) {
                throw ErrorCode.InvalidRequest.error(name + " \"" + text + "\" can not have more than one wildcard.");
            }
        }
    }

    private static void seconds(String text) {
        try {
            Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            throw ErrorCode.MalformedXML.error();
        }
    }

    /// *DeleteBucketCors*.
    void deleteCors(S3Request request) throws IOException {
        delete(request, BucketDocument.CORS);
    }

    // --- website

    /// *GetBucketWebsite*.
    void getWebsite(S3Request request) throws IOException {
        get(
                request,
                BucketDocument.WEBSITE,
                () -> ErrorCode.NoSuchWebsiteConfiguration.error().with("BucketName", request.bucketName()));
    }

    /// *PutBucketWebsite*.
    void putWebsite(S3Request request) throws IOException {
        XmlElement root = request.xml("WebsiteConfiguration");
        boolean redirects = root.child("RedirectAllRequestsTo").isPresent();
        Optional<XmlElement> index = root.child("IndexDocument");
        if (redirects && root.children().size() > 1) {
            throw ErrorCode.InvalidArgument.error(
                    "RedirectAllRequestsTo cannot be provided in conjunction with other Routing Rules.");
        }
        if (!redirects && index.isEmpty()) {
            throw ErrorCode.InvalidArgument.error(
                    "A value for IndexDocument Suffix must be provided if RedirectAllRequestsTo is empty");
        }
        if (index.isPresent()) {
            String suffix = index.get().textOf("Suffix").orElse("");
            if (suffix.isEmpty() || suffix.contains("/")) {
                throw ErrorCode.InvalidArgument.error("The IndexDocument Suffix is not well formed");
            }
        }
        put(request, BucketDocument.WEBSITE, root);
    }

    /// *DeleteBucketWebsite*.
    void deleteWebsite(S3Request request) throws IOException {
        delete(request, BucketDocument.WEBSITE);
    }

    // --- tags

    /// *GetBucketTagging*.
    void getTagging(S3Request request) throws IOException {
        get(
                request,
                BucketDocument.TAGGING,
                () -> ErrorCode.NoSuchTagSet.error().with("BucketName", request.bucketName()));
    }

    /// *PutBucketTagging*.
    void putTagging(S3Request request) throws IOException {
        Checksums.require(request);
        Map<String, String> tags = Tags.parseXml(request.xml("Tagging"), true);
        request.bucketTags = tags;
        request.authorize("s3:PutBucketTagging");
        if (tags.isEmpty()) {
            request.store().deleteDocument(request.bucketName(), BucketDocument.TAGGING);
        } else {
            request.store()
                    .putDocument(
                            request.bucketName(),
                            BucketDocument.TAGGING,
                            Tags.write(tags).toString());
        }
        request.respond(204);
    }

    /// *DeleteBucketTagging*.
    void deleteTagging(S3Request request) throws IOException {
        delete(request, BucketDocument.TAGGING);
    }

    // --- notification

    /// *GetBucketNotificationConfiguration*: empty if there is none.
    void getNotification(S3Request request) throws IOException {
        respond(
                request,
                request.store()
                        .document(request.bucketName(), BucketDocument.NOTIFICATION)
                        .orElseGet(() -> XmlWriter.root("NotificationConfiguration")
                                .close("NotificationConfiguration")
                                .toString()));
    }

    /// *PutBucketNotificationConfiguration*: kept; nothing is sent anywhere from this machine.
    void putNotification(S3Request request) throws IOException {
        XmlElement root = request.xml("NotificationConfiguration");
        for (XmlElement target : root.children()) {
            for (XmlElement event : target.all("Event")) {
                if (!event.text().trim().startsWith("s3:")) {
                    throw ErrorCode.InvalidArgument.error("A specified event is not supported for notifications.");
                }
            }
        }
        put(request, BucketDocument.NOTIFICATION, root);
    }

    // --- acceleration

    /// *GetBucketAccelerateConfiguration*: empty if it was never set.
    void getAccelerate(S3Request request) throws IOException {
        respond(
                request,
                request.store()
                        .document(request.bucketName(), BucketDocument.ACCELERATE)
                        .orElseGet(() -> XmlWriter.root("AccelerateConfiguration")
                                .close("AccelerateConfiguration")
                                .toString()));
    }

    /// *PutBucketAccelerateConfiguration*.
    void putAccelerate(S3Request request) throws IOException {
        XmlElement root = request.xml("AccelerateConfiguration");
        String status = root.required("Status");
        if (!status.equals("Enabled") && !status.equals("Suspended")) {
            throw ErrorCode.MalformedXML.error();
        }
        if (request.bucketName().indexOf('.') >= 0) {
            throw ErrorCode.InvalidRequest.error(
                    "S3 Transfer Acceleration is not supported for buckets with periods" + " (.) in their names");
        }
        put(request, BucketDocument.ACCELERATE, root);
    }

    // --- who pays

    /// *GetBucketRequestPayment*: the owner, unless it was set.
    void getRequestPayment(S3Request request) throws IOException {
        respond(
                request,
                request.store()
                        .document(request.bucketName(), BucketDocument.REQUEST_PAYMENT)
                        .orElseGet(() -> XmlWriter.root("RequestPaymentConfiguration")
                                .element("Payer", "BucketOwner")
                                .close("RequestPaymentConfiguration")
                                .toString()));
    }

    /// *PutBucketRequestPayment*.
    void putRequestPayment(S3Request request) throws IOException {
        XmlElement root = request.xml("RequestPaymentConfiguration");
        String payer = root.required("Payer");
        if (!payer.equals("Requester") && !payer.equals("BucketOwner")) {
            throw ErrorCode.MalformedXML.error();
        }
        put(request, BucketDocument.REQUEST_PAYMENT, root);
    }

    // --- replication

    /// *GetBucketReplication*.
    void getReplication(S3Request request) throws IOException {
        get(request, BucketDocument.REPLICATION, ErrorCode.ReplicationConfigurationNotFoundError::error);
    }

    /// *PutBucketReplication*: kept; there is no second region to replicate to.
    void putReplication(S3Request request) throws IOException {
        XmlElement root = request.xml("ReplicationConfiguration");
        if (root.textOf("Role").isEmpty() || root.all("Rule").isEmpty()) {
            throw ErrorCode.MalformedXML.error();
        }
        if (request.bucket().versioning() != Versioning.ENABLED) {
            throw ErrorCode.InvalidRequest.error(
                    "Versioning must be 'Enabled' on the bucket to apply a replication" + " configuration");
        }
        Set<String> ids = new HashSet<>();
        for (XmlElement rule : root.all("Rule")) {
            String status = rule.required("Status");
            if ((!status.equals("Enabled") && !status.equals("Disabled"))
                    || rule.child("Destination").isEmpty()
                    || (rule.textOf("ID").isPresent()
                            && !ids.add(rule.textOf("ID").get()))) {
                throw ErrorCode.MalformedXML.error();
            }
        }
        put(request, BucketDocument.REPLICATION, root);
    }

    /// *DeleteBucketReplication*.
    void deleteReplication(S3Request request) throws IOException {
        delete(request, BucketDocument.REPLICATION);
    }
}
