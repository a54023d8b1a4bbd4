package dev.rockpool.objectstore.access;

import dev.rockpool.identity.Caller;
import dev.rockpool.identity.policy.RequestContext;
import dev.rockpool.objectstore.Bucket;
import dev.rockpool.objectstore.StoredObject;
import java.util.Optional;
import java.util.function.Supplier;

/// A question about one action of one request.
///
/// @param action such as `s3:GetObject`
/// @param bucket empty for what concerns no bucket that exists: *ListBuckets*, *CreateBucket*
/// @param bucketName the name asked for; empty for *ListBuckets*
/// @param key of the object
/// @param object the version meant with its ACL and tags, looked up if asked; empty if there is none
/// @param context the condition keys that follow from the request: `s3:…` and `aws:…` of the connection;
///     made if asked. Those of the principal and of an existing object's tags are added by who decides
public record AccessRequest(
        Caller caller,
        String action,
        Optional<Bucket> bucket,
        Optional<String> bucketName,
        Optional<String> key,
        Supplier<Optional<StoredObject>> object,
        Supplier<RequestContext> context) {}
