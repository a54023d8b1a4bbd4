package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.access.AccessControlList;
import dev.rockpool.objectstore.access.ObjectOwnership;
import dev.rockpool.objectstore.access.PublicAccessBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Who may do what in a bucket: its ACL, policy, public access block and ownership controls.
final class BucketAccess {
    private static final int LARGEST_POLICY = 20 * 1024;

    // --- ACL

    /// *GetBucketAcl*.
    void getAcl(S3Request request) throws IOException {
        Optional<String> stored = request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED
                ? Optional.empty()
                : request.store().document(request.bucketName(), BucketDocument.ACL);
        request.respond(
                AclDocuments.write(AccessControlList.of(stored, request.bucket().owner())));
    }

    /// *PutBucketAcl*.
    void putAcl(S3Request request) throws IOException {
        AccessControlList acl = AclDocuments.ofRequest(request, request.bucket().owner(), Optional.empty());
        if (request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED) {
            throw ErrorCode.AccessControlListNotSupported.error();
        }
        AclDocuments.check(request, acl);
        request.store().putDocument(request.bucketName(), BucketDocument.ACL, acl.text());
        request.respond(200);
    }

    // --- policy

    /// *GetBucketPolicy*.
    void getPolicy(S3Request request) throws IOException {
        String policy = request.store()
                .document(request.bucketName(), BucketDocument.POLICY)
                .orElseThrow(ErrorCode.NoSuchBucketPolicy::error);
        request.exchange.set("Content-Type", "application/json").respond(200, policy.getBytes(StandardCharsets.UTF_8));
    }

    /// *PutBucketPolicy*.
    void putPolicy(S3Request request) throws IOException {
        byte[] document = request.document();
        if (document.length > LARGEST_POLICY) {
            throw ErrorCode.InvalidArgument.error("Policy exceeds the maximum allowed document size.")
                    .named("PolicyTooLarge", 400);
        }
        if (document.length == 0) {
            throw ErrorCode.MalformedPolicy.error("Policies must be valid JSON and the first byte must be '{'");
        }
        String json = new String(document, StandardCharsets.UTF_8);
        Optional<String> fault = request.services.access().policyFault(request.bucketName(), json);
        if (fault.isPresent()) {
            throw ErrorCode.MalformedPolicy.error(fault.get());
        }
        if (AclDocuments.block(request).blockPublicPolicy()
                && request.services.access().isPublicPolicy(json)) {
            throw ErrorCode.AccessDenied.error();
        }
        request.store().putDocument(request.bucketName(), BucketDocument.POLICY, json);
        request.respond(204);
    }

    /// *DeleteBucketPolicy*.
    void deletePolicy(S3Request request) throws IOException {
        request.store().deleteDocument(request.bucketName(), BucketDocument.POLICY);
        request.respond(204);
    }

    /// *GetBucketPolicyStatus*.
    void policyStatus(S3Request request) throws IOException {
        boolean byPolicy = request.store()
                .document(request.bucketName(), BucketDocument.POLICY)
                .map(request.services.access()::isPublicPolicy)
                .orElse(false);
        boolean byAcl = request.ownership() != ObjectOwnership.BUCKET_OWNER_ENFORCED
                && request.store()
                        .document(request.bucketName(), BucketDocument.ACL)
                        .map(text -> AccessControlList.parse(text).isPublic())
                        .orElse(false);
        PublicAccessBlock block = AclDocuments.block(request);
        boolean isPublic = (byPolicy && !block.restrictPublicBuckets()) || (byAcl && !block.ignorePublicAcls());
        request.respond(
                XmlWriter.root("PolicyStatus").element("IsPublic", isPublic).close("PolicyStatus"));
    }

    // --- public access block

    /// *GetPublicAccessBlock*.
    void getBlock(S3Request request) throws IOException {
        PublicAccessBlock block = request.store()
                .document(request.bucketName(), BucketDocument.PUBLIC_ACCESS_BLOCK)
                .map(PublicAccessBlock::parse)
                .orElseThrow(ErrorCode.NoSuchPublicAccessBlockConfiguration::error);
        request.respond(XmlWriter.root("PublicAccessBlockConfiguration")
                .element("BlockPublicAcls", block.blockPublicAcls())
                .element("IgnorePublicAcls", block.ignorePublicAcls())
                .element("BlockPublicPolicy", block.blockPublicPolicy())
                .element("RestrictPublicBuckets", block.restrictPublicBuckets())
                .close("PublicAccessBlockConfiguration"));
    }

    /// *PutPublicAccessBlock*.
    void putBlock(S3Request request) throws IOException {
        XmlElement root = request.xml("PublicAccessBlockConfiguration");
        PublicAccessBlock block = new PublicAccessBlock(
                flag(root, "BlockPublicAcls"),
                flag(root, "IgnorePublicAcls"),
                flag(root, "BlockPublicPolicy"),
                flag(root, "RestrictPublicBuckets"));
        request.store().putDocument(request.bucketName(), BucketDocument.PUBLIC_ACCESS_BLOCK, block.text());
        request.respond(200);
    }

    private static boolean flag(XmlElement root, String name) {
        String text = root.textOf(name).map(String::trim).orElse("false");
        return switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw ErrorCode.MalformedXML.error();
        };
    }

    /// *DeletePublicAccessBlock*.
    void deleteBlock(S3Request request) throws IOException {
        request.store().deleteDocument(request.bucketName(), BucketDocument.PUBLIC_ACCESS_BLOCK);
        request.respond(204);
    }

    // --- ownership

    /// *GetBucketOwnershipControls*.
    void getOwnership(S3Request request) throws IOException {
        String ownership = request.store()
                .document(request.bucketName(), BucketDocument.OWNERSHIP)
                .orElseThrow(ErrorCode.OwnershipControlsNotFoundError::error);
        request.respond(XmlWriter.root("OwnershipControls")
                .open("Rule")
                .element("ObjectOwnership", ownership)
                .close("Rule")
                .close("OwnershipControls"));
    }

    /// *PutBucketOwnershipControls*.
    void putOwnership(S3Request request) throws IOException {
        List<XmlElement> rules = request.xml("OwnershipControls").all("Rule");
        if (rules.size() != 1) {
            throw ErrorCode.MalformedXML.error();
        }
        ObjectOwnership ownership = ObjectOwnership.named(rules.getFirst().required("ObjectOwnership"))
                .orElseThrow(ErrorCode.MalformedXML::error);
        AccessControlList acl = AccessControlList.of(
                request.store().document(request.bucketName(), BucketDocument.ACL),
                request.bucket().owner());
        if (ownership == ObjectOwnership.BUCKET_OWNER_ENFORCED && !acl.isPrivate()) {
            throw ErrorCode.InvalidBucketAclWithObjectOwnership.error();
        }
        request.store().putDocument(request.bucketName(), BucketDocument.OWNERSHIP, ownership.apiName());
        request.respond(200);
    }

    /// *DeleteBucketOwnershipControls*.
    void deleteOwnership(S3Request request) throws IOException {
        request.store().deleteDocument(request.bucketName(), BucketDocument.OWNERSHIP);
        request.respond(204);
    }
}
