package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.DeleteOutcome;
import dev.rockpool.objectstore.DeleteRequest;
import dev.rockpool.objectstore.DeleteResult;
import dev.rockpool.objectstore.ObjectToDelete;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.WriteCondition;
import dev.rockpool.objectstore.access.AccessDecision;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Deletes: *DeleteObject*, *DeleteObjects*.
final class ObjectDeletes {
    private static final int MOST_OBJECTS = 1000;
    private static final int LARGEST_DOCUMENT = 2 * 1024 * 1024;
    private static final String BYPASS = "x-amz-bypass-governance-retention";

    /// *DeleteObject*.
    void one(S3Request request) throws IOException {
        Optional<String> versionId = request.versionId();
        request.authorize(
                versionId.isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
                request.bucket(),
                request.target.key(),
                versionId);
        WriteCondition condition =
                WriteCondition.over(request.nonEmpty("If-Match").map(Conditions::unquoted));
        DeleteResult result = request.store()
                .deleteObject(
                        request.bucketName(),
                        request.key(),
                        new DeleteRequest(request.writer(), versionId, bypasses(request), condition));
        result.versionId().ifPresent(id -> request.exchange.set("x-amz-version-id", id));
        if (result.isDeleteMarker()) {
            request.exchange.set("x-amz-delete-marker", "true");
        }
        request.respond(204);
    }

    /// Whether the request may and wants to pass over a governance retention.
    static boolean bypasses(S3Request request) {
        return request.isTrue(BYPASS)
                && request.allows(
                        "s3:BypassGovernanceRetention",
                        request.bucket(),
                        request.target.key(),
                        request.query.get("versionId"));
    }

    /// *DeleteObjects*.
    void several(S3Request request) throws IOException {
        Checksums.require(request);
        byte[] document = request.document(LARGEST_DOCUMENT);
        XmlElement root = XmlElement.parse(document, "Delete");
        boolean quiet = root.textOf("Quiet").map(String::trim).orElse("").equalsIgnoreCase("true");
        List<XmlElement> listed = root.all("Object");
        if (listed.isEmpty() || listed.size() > MOST_OBJECTS) {
            throw ErrorCode.MalformedXML.error();
        }
        boolean bypass = bypasses(request);
        List<ObjectToDelete> allowed = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (XmlElement element : listed) {
            ObjectToDelete object = new ObjectToDelete(
                    element.textOf("Key").orElseThrow(ErrorCode.MalformedXML::error),
                    element.textOf("VersionId").filter(id -> !id.isEmpty()),
                    element.textOf("ETag").map(Conditions::unquoted).filter(etag -> !etag.isEmpty()));
            Optional<Failure> refused = refused(request, object);
            if (refused.isPresent()) {
                failures.add(refused.get());
            } else {
                allowed.add(object);
            }
        }
        XmlWriter xml = XmlWriter.root("DeleteResult");
        if (!allowed.isEmpty()) {
            for (DeleteOutcome outcome :
                    request.store().deleteObjects(request.writer(), request.bucketName(), allowed, bypass)) {
                if (outcome.refusal().isPresent()) {
                    StoreRefusal refusal = outcome.refusal().get();
                    failures.add(new Failure(
                            outcome.object(), ErrorCode.of(refusal.code()).wireName(), refusal.sentence()));
                } else if (!quiet) {
                    deleted(xml, outcome);
                }
            }
        }
        for (Failure failure : failures) {
            xml.open("Error").element("Key", failure.object.key());
            failure.object.versionId().ifPresent(id -> xml.element("VersionId", id));
            xml.element("Code", failure.code)
                    .element("Message", failure.message)
                    .close("Error");
        }
        request.respond(xml.close("DeleteResult"));
    }

    private record Failure(ObjectToDelete object, String code, String message) {}

    private static Optional<Failure> refused(S3Request request, ObjectToDelete object) {
        if (object.key().isEmpty()) {
            return Optional.of(new Failure(
                    object, ErrorCode.UserKeyMustBeSpecified.wireName(), ErrorCode.UserKeyMustBeSpecified.sentence()));
        }
        if (object.key().getBytes(StandardCharsets.UTF_8).length > 1024) {
            return Optional.of(
                    new Failure(object, ErrorCode.KeyTooLongError.wireName(), ErrorCode.KeyTooLongError.sentence()));
        }
        AccessDecision decision = request.decide(
                object.versionId().isPresent() ? "s3:DeleteObjectVersion" : "s3:DeleteObject",
                Optional.of(request.bucket()),
                Optional.of(object.key()),
                object.versionId());
        return decision.allowed()
                ? Optional.empty()
                : Optional.of(new Failure(object, "AccessDenied", decision.message()));
    }

    private static void deleted(XmlWriter xml, DeleteOutcome outcome) {
        ObjectToDelete object = outcome.object();
        xml.open("Deleted").element("Key", object.key());
        object.versionId().ifPresent(id -> xml.element("VersionId", id));
        outcome.result().filter(DeleteResult::isDeleteMarker).ifPresent(result -> {
            xml.element("DeleteMarker", true);
            result.versionId().ifPresent(id -> xml.element("DeleteMarkerVersionId", id));
        });
        xml.close("Deleted");
    }
}
