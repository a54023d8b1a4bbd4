package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.Account;
import dev.rockpool.objectstore.BucketDocument;
import dev.rockpool.objectstore.Owner;
import dev.rockpool.objectstore.access.AccessControlList;
import dev.rockpool.objectstore.access.Grant;
import dev.rockpool.objectstore.access.Grantee;
import dev.rockpool.objectstore.access.ObjectOwnership;
import dev.rockpool.objectstore.access.Permission;
import dev.rockpool.objectstore.access.PublicAccessBlock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ACLs as canned names, grant headers and documents say them.
final class AclDocuments {
    private static final String XSI = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"";
    private static final Map<String, Permission> GRANT_HEADERS = grantHeaders();

    private AclDocuments() {}

    private static Map<String, Permission> grantHeaders() {
        Map<String, Permission> headers = new LinkedHashMap<>();
        headers.put("x-amz-grant-read", Permission.READ);
        headers.put("x-amz-grant-write", Permission.WRITE);
        headers.put("x-amz-grant-read-acp", Permission.READ_ACP);
        headers.put("x-amz-grant-write-acp", Permission.WRITE_ACP);
        headers.put("x-amz-grant-full-control", Permission.FULL_CONTROL);
        return headers;
    }

    /// The ACL that the headers of a write say; empty if they say none.
    ///
    /// @param owner of what is written
    /// @throws S3Error `InvalidRequest` if they name a canned ACL and grants, `InvalidArgument`
    static Optional<AccessControlList> ofHeaders(S3Request request, Owner owner, Optional<Owner> bucketOwner) {
        Optional<String> canned = request.nonEmpty("x-amz-acl");
        List<Grant> grants = grants(request);
        if (canned.isPresent() && !grants.isEmpty()) {
            throw ErrorCode.InvalidRequest.error("Specifying both Canned ACLs and Header Grants is not allowed");
        }
        if (canned.isPresent()) {
            return Optional.of(canned(canned.get(), owner, bucketOwner));
        }
        return grants.isEmpty() ? Optional.empty() : Optional.of(new AccessControlList(owner, grants));
    }

    /// The ACL of that name.
    ///
    /// @param bucketOwner of an object's bucket; empty for a bucket
    /// @throws S3Error `InvalidArgument`
    static AccessControlList canned(String name, Owner owner, Optional<Owner> bucketOwner) {
        List<Grant> grants = new ArrayList<>();
        grants.add(new Grant(account(owner), Permission.FULL_CONTROL));
        switch (name) {
            case "private" -> {
                // the owner's only
            }
            case "public-read" -> grants.add(new Grant(Grantee.Group.ALL_USERS, Permission.READ));
            case "public-read-write" -> {
                grants.add(new Grant(Grantee.Group.ALL_USERS, Permission.READ));
                grants.add(new Grant(Grantee.Group.ALL_USERS, Permission.WRITE));
            }
            case "authenticated-read" -> grants.add(new Grant(Grantee.Group.AUTHENTICATED_USERS, Permission.READ));
            case "aws-exec-read" -> {
                // a grant to a service of the cloud that is not here
            }
            case "log-delivery-write" -> {
                grants.add(new Grant(Grantee.Group.LOG_DELIVERY, Permission.WRITE));
                grants.add(new Grant(Grantee.Group.LOG_DELIVERY, Permission.READ_ACP));
            }
            case "bucket-owner-read" -> ownerOfBucket(grants, owner, bucketOwner, Permission.READ);
            case "bucket-owner-full-control" -> ownerOfBucket(grants, owner, bucketOwner, Permission.FULL_CONTROL);
            default ->
                throw ErrorCode.InvalidArgument.error("")
                        .with("ArgumentName", "x-amz-acl")
                        .with("ArgumentValue", name);
        }
        return new AccessControlList(owner, grants);
    }

    private static void ownerOfBucket(
            List<Grant> grants, Owner owner, Optional<Owner> bucketOwner, Permission permission) {
        if (bucketOwner.isPresent() && !bucketOwner.get().canonicalId().equals(owner.canonicalId())) {
            grants.add(new Grant(account(bucketOwner.get()), permission));
        }
    }

    private static Grantee account(Owner owner) {
        return new Grantee.Account(owner.canonicalId(), owner.displayName());
    }

    private static List<Grant> grants(S3Request request) {
        List<Grant> grants = new ArrayList<>();
        for (Map.Entry<String, Permission> header : GRANT_HEADERS.entrySet()) {
            for (String grantee : request.list(header.getKey())) {
                int equals = grantee.indexOf('=');
                String kind = equals < 0 ? "" : grantee.substring(0, equals).trim();
                String value = grantee.substring(equals + 1).trim();
                String plain = Conditions.unquoted(value);
                grants.add(new Grant(
                        switch (kind) {
                            case "id" -> byId(request, plain);
                            case "uri" -> byUri(plain);
                            case "emailAddress" -> byEmail(request, plain);
                            default ->
                                throw ErrorCode.InvalidArgument.error("Argument format not recognized")
                                        .with("ArgumentName", header.getKey())
                                        .with("ArgumentValue", grantee);
                        },
                        header.getValue()));
            }
        }
        return grants;
    }

    private static Grantee byId(S3Request request, String id) {
        Account account = request.services
                .accounts()
                .byCanonicalId(id)
                .orElseThrow(() -> ErrorCode.InvalidArgument.error("Invalid id")
                        .with("ArgumentName", "CanonicalUser/ID")
                        .with("ArgumentValue", id));
        return account(S3Request.owner(account));
    }

    private static Grantee byUri(String uri) {
        return Grantee.Group.of(uri)
                .orElseThrow(() -> ErrorCode.InvalidArgument.error("Invalid group uri")
                        .with("ArgumentName", "Group/URI")
                        .with("ArgumentValue", uri));
    }

    private static Grantee byEmail(S3Request request, String email) {
        Account account = request.services
                .accounts()
                .byEmail(email)
                .filter(found -> !email.isEmpty())
                .orElseThrow(ErrorCode.UnresolvableGrantByEmailAddress::error);
        return account(S3Request.owner(account));
    }

    /// The ACL that a *PutBucketAcl* or *PutObjectAcl* says, in headers or in its body.
    ///
    /// @param before who owns it, which never changes
    static AccessControlList ofRequest(S3Request request, Owner before, Optional<Owner> bucketOwner)
            throws IOException {
        Optional<AccessControlList> headers = ofHeaders(request, before, bucketOwner);
        byte[] document = request.document();
        if (headers.isPresent()) {
            if (document.length > 0) {
                throw ErrorCode.InvalidRequest.error(
                        "This request does not support content when an ACL is given in headers");
            }
            return headers.get();
        }
        if (document.length == 0) {
            throw ErrorCode.MissingSecurityHeader.error("Your request was missing a required header")
                    .with("MissingHeaderName", "x-amz-acl");
        }
        return parse(request, XmlElement.parse(document), before);
    }

    private static AccessControlList parse(S3Request request, XmlElement root, Owner before) {
        if (!root.name().equals("AccessControlPolicy")) {
            throw ErrorCode.MalformedACLError.error();
        }
        XmlElement list = root.child("AccessControlList").orElseThrow(ErrorCode.MalformedACLError::error);
        Optional<String> owner = root.child("Owner").flatMap(element -> element.textOf("ID"));
        if (owner.isEmpty()) {
            throw ErrorCode.MalformedACLError.error();
        }
        if (!owner.get().equals(before.canonicalId())) {
            throw ErrorCode.AccessDenied.error();
        }
        List<Grant> grants = new ArrayList<>();
        for (XmlElement grant : list.all("Grant")) {
            if (grants.size() == AccessControlList.MOST_GRANTS) {
                throw ErrorCode.MalformedACLError.error();
            }
            grants.add(new Grant(grantee(request, grant), permission(grant)));
        }
        return new AccessControlList(before, grants);
    }

    private static Grantee grantee(S3Request request, XmlElement grant) {
        XmlElement grantee = grant.child("Grantee").orElseThrow(ErrorCode.MalformedACLError::error);
        Optional<String> id = grantee.textOf("ID");
        if (id.isPresent()) {
            return byId(request, id.get());
        }
        Optional<String> uri = grantee.textOf("URI");
        if (uri.isPresent()) {
            return byUri(uri.get());
        }
        return byEmail(request, grantee.textOf("EmailAddress").orElseThrow(ErrorCode.MalformedACLError::error));
    }

    private static Permission permission(XmlElement grant) {
        String name = grant.textOf("Permission").orElse("");
        for (Permission permission : Permission.values()) {
            if (permission.name().equals(name)) {
                return permission;
            }
        }
        throw ErrorCode.MalformedACLError.error();
    }

    /// The document of an ACL; grants to groups come first.
    static XmlWriter write(AccessControlList acl) {
        XmlWriter xml = XmlWriter.root("AccessControlPolicy");
        owner(xml, "Owner", acl.owner());
        xml.open("AccessControlList");
        for (Grant grant : acl.grants()) {
            if (grant.grantee() instanceof Grantee.Group group) {
                xml.open("Grant").open("Grantee", XSI + "Group\"").element("URI", group.uri());
                xml.close("Grantee")
                        .element("Permission", grant.permission().name())
                        .close("Grant");
            }
        }
        for (Grant grant : acl.grants()) {
            if (grant.grantee() instanceof Grantee.Account account) {
                xml.open("Grant").open("Grantee", XSI + "CanonicalUser\"").element("ID", account.canonicalId());
                if (!account.displayName().isEmpty()) {
                    xml.element("DisplayName", account.displayName());
                }
                xml.close("Grantee")
                        .element("Permission", grant.permission().name())
                        .close("Grant");
            }
        }
        return xml.close("AccessControlList").close("AccessControlPolicy");
    }

    /// An element that names an owner.
    static void owner(XmlWriter xml, String element, Owner owner) {
        xml.open(element).element("ID", owner.canonicalId());
        if (!owner.displayName().isEmpty()) {
            xml.element("DisplayName", owner.displayName());
        }
        xml.close(element);
    }

    /// Refuses an ACL that the bucket does not take: any but its owner's where ACLs do not count, a public
    /// one where those are blocked.
    ///
    /// @throws S3Error `AccessControlListNotSupported`, `AccessDenied`
    static void check(S3Request request, AccessControlList acl) {
        if (request.ownership() == ObjectOwnership.BUCKET_OWNER_ENFORCED) {
            // the one ACL that says what holds anyway is let pass, for those who send it always
            boolean passes = request.nonEmpty("x-amz-acl")
                    .map(name -> name.equals("bucket-owner-full-control"))
                    .orElse(isOwnersOnly(acl, request.bucket().owner()));
            if (!passes) {
                throw ErrorCode.AccessControlListNotSupported.error();
            }
        }
        if (acl.isPublic() && block(request).blockPublicAcls()) {
            throw ErrorCode.AccessDenied.error();
        }
    }

    private static boolean isOwnersOnly(AccessControlList acl, Owner owner) {
        return acl.grants().stream()
                .allMatch(grant -> grant.permission() == Permission.FULL_CONTROL
                        && grant.grantee() instanceof Grantee.Account account
                        && account.canonicalId().equals(owner.canonicalId()));
    }

    /// The public access block of the request's bucket.
    static PublicAccessBlock block(S3Request request) {
        return request.store()
                .document(request.bucket().name(), BucketDocument.PUBLIC_ACCESS_BLOCK)
                .map(PublicAccessBlock::parse)
                .orElse(PublicAccessBlock.NONE);
    }
}
