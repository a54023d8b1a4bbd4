package dev.rockpool.objectstore.access;

import java.util.Optional;

/// Decides whether a request may do what it asks for.
public interface AccessControl {
    /// May it?
    AccessDecision decide(AccessRequest request);

    /// Whether a bucket policy, as JSON, lets everybody in (S3 user guide, *The meaning of "public"*).
    boolean isPublicPolicy(String json);

    /// What is wrong with a bucket policy; empty if the service would take it.
    ///
    /// @param bucket whose policy it is to be: all resources must be in it
    Optional<String> policyFault(String bucket, String json);
}
