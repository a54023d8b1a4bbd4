package dev.rockpool.objectstore.s3;

import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.objectstore.RestoreRequest;
import dev.rockpool.objectstore.Retention;
import dev.rockpool.objectstore.RetentionMode;
import dev.rockpool.objectstore.StoreRefusal;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.objectstore.access.AccessControlList;
import dev.rockpool.objectstore.access.ObjectOwnership;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What hangs on an object: ACL, tags, retention, legal hold, restore.
final class ObjectProperties {
    private static String versioned(S3Request request, String action) {
        int verb = action.indexOf(':') + 1;
        int object = action.indexOf("Object", verb) + "Object".length();
        return request.versionId().isPresent()
                ? action.substring(0, object) + "Version" + action.substring(object)
                : action;
    }

    /// The version that the request names, for who may do `action` to it.
    ///
    /// @throws S3Error `AccessDenied`, `NoSuchKey`, `NoSuchVersion`, `MethodNotAllowed` for a delete marker
    private static StoredObject object(S3Request request, String action) {
        ObjectReads.authorizeRead(request, action, action);
        return existing(request);
    }

    private static StoredObject existing(S3Request request) {
        Optional<String> versionId = request.versionId();
        Optional<StoredObject> found = request.store().find(request.bucketName(), request.key(), versionId);
        if (found.isEmpty()) {
            throw versionId.isPresent()
                    ? ErrorCode.NoSuchVersion.error().with("Key", request.key()).with("VersionId", versionId.get())
                    : ErrorCode.NoSuchKey.error().with("Key", request.key());
        }
        if (found.get().isDeleteMarker()) {
            S3Error error = versionId.isPresent()
                    ? ErrorCode.MethodNotAllowed.error().header("Allow", "DELETE")
                    : ErrorCode.NoSuchKey.error().with("Key", request.key());
            error.header("x-amz-delete-marker", "true");
            throw found.get().showsVersion()
                    ? error.header("x-amz-version-id", found.get().versionId())
                    : error;
        }
        return found.get();
    }

    private static void version(S3Request request, StoredObject object) {
        if (object.showsVersion()) {
            request.exchange.set("x-amz-version-id", object.versionId());
        }
    }

    // --- ACL

    /// *GetObjectAcl*.
    void getAcl(S3Request request) throws IOException {
        StoredObject object = object(request, versioned(request, "s3:GetObjectAcl"));
        version(request, object);
        AccessControlList acl = request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
                ? AccessControlList.ofOwner(request.bucket().owner())
                : AccessControlList.of(object.acl(), object.owner());
        request.respond(AclDocuments.write(acl));
    }

    /// *PutObjectAcl*.
    void putAcl(S3Request request) throws IOException {
        StoredObject object = object(request, versioned(request, "s3:PutObjectAcl"));
        AccessControlList acl = AclDocuments.ofRequest(
                request, object.owner(), Optional.of(request.bucket().owner()));
        if (request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED) {
            throw ErrorCode.AccessControlListNotSupported.error();
        }
        AclDocuments.check(request, acl);
        version(
                request,
                request.store().putObjectAcl(request.bucketName(), request.key(), request.versionId(), acl.text()));
        request.respond(200);
    }

    // --- tags

    /// *GetObjectTagging*.
    void getTagging(S3Request request) throws IOException {
        StoredObject object = object(request, versioned(request, "s3:GetObjectTagging"));
        version(request, object);
        request.respond(Tags.write(object.tags()));
    }

    /// *PutObjectTagging*.
    void putTagging(S3Request request) throws IOException {
        Map<String, String> tags = Tags.parseXml(request.xml("Tagging"), false);
        request.bodyTags = tags;
        object(request, versioned(request, "s3:PutObjectTagging"));
        version(
                request,
                request.store().putObjectTagging(request.bucketName(), request.key(), request.versionId(), tags));
        request.respond(200);
    }

    /// *DeleteObjectTagging*.
    void deleteTagging(S3Request request) throws IOException {
        object(request, versioned(request, "s3:DeleteObjectTagging"));
        version(
                request,
                request.store().putObjectTagging(request.bucketName(), request.key(), request.versionId(), Map.of()));
        request.respond(204);
    }

    // --- lock

    private static void needsLock(S3Request request) {
        if (!request.bucket().objectLock()) {
            throw ErrorCode.InvalidRequest.error("Bucket is missing Object Lock Configuration");
        }
    }

    /// *GetObjectRetention*.
    void getRetention(S3Request request) throws IOException {
        needsLock(request);
        Retention retention = existing(request).retention().orElseThrow(ErrorCode.NoSuchObjectLockConfiguration::error);
        request.respond(XmlWriter.root("Retention")
                .element("Mode", retention.mode().name())
                .element("RetainUntilDate", retention.until())
                .close("Retention"));
    }

    /// *PutObjectRetention*.
    void putRetention(S3Request request) throws IOException {
        XmlElement root = request.xml("Retention");
        needsLock(request);
        existing(request);
        Optional<Retention> retention = Optional.empty();
        if (!root.children().isEmpty()) {
            RetentionMode mode = ObjectHeaders.mode(root.required("Mode"), ErrorCode.MalformedXML::error);
            Instant until = Times.parseIso(root.required("RetainUntilDate")).orElseThrow(ErrorCode.MalformedXML::error);
            retention = Optional.of(new Retention(mode, until));
        }
        version(
                request,
                request.store()
                        .putRetention(
                                request.bucketName(),
                                request.key(),
                                request.versionId(),
                                retention,
                                ObjectDeletes.bypasses(request)));
        request.respond(200);
    }

    /// *GetObjectLegalHold*.
    void getLegalHold(S3Request request) throws IOException {
        needsLock(request);
        boolean on = existing(request).legalHold();
        request.respond(
                XmlWriter.root("LegalHold").element("Status", on ? "ON" : "OFF").close("LegalHold"));
    }

    /// *PutObjectLegalHold*.
    void putLegalHold(S3Request request) throws IOException {
        XmlElement root = request.xml("LegalHold");
        needsLock(request);
        existing(request);
        String status = root.required("Status");
        if (!status.equals("ON") && !status.equals("OFF")) {
            throw ErrorCode.MalformedXML.error();
        }
        version(
                request,
                request.store()
                        .putLegalHold(request.bucketName(), request.key(), request.versionId(), status.equals("ON")));
        request.respond(200);
    }

    // --- restore

    /// *RestoreObject*.
    void restore(S3Request request) throws IOException {
        XmlElement root = request.xml("RestoreRequest");
        if (root.child("SelectParameters").isPresent() || root.textOf("Type").isPresent()) {
            throw ErrorCode.NotImplemented.error(
                    "A header or query you provided requested a function that is not implemented: select");
        }
        OptionalInt days = OptionalInt.empty();
        Optional<String> text = root.textOf("Days").map(String::trim);
        if (text.isPresent()) {
            try {
                days = OptionalInt.of(Integer.parseInt(text.get()));
            } catch (NumberFormatException e) {
                throw ErrorCode.MalformedXML.error();
            }
            if (days.getAsInt() < 1) {
                throw ErrorCode.InvalidArgument.error("restoration days should be at least 1");
            }
        }
        String tier = root.child("GlacierJobParameters")
                .flatMap(parameters -> parameters.textOf("Tier"))
                .or(() -> root.textOf("Tier"))
                .map(String::trim)
                .orElse("Standard");
        existing(request);
        boolean there;
        try {
            there = request.store()
                    .restoreObject(
                            request.bucketName(),
                            request.key(),
                            new RestoreRequest(request.requester(), request.versionId(), days, tier(tier)));
        } catch (StoreRefusal e) {
            throw ObjectReads.missing(request, e);
        }
        request.respond(there ? 200 : 202);
    }

    private static RestoreTier tier(String name) {
        for (RestoreTier tier : RestoreTier.values()) {
            if (tier.apiName().equals(name)) {
                return tier;
            }
        }
        throw ErrorCode.MalformedXML.error();
    }
}
