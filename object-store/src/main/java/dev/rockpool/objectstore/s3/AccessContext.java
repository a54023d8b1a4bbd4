package dev.rockpool.objectstore.s3;

import dev.rockpool.identity.policy.RequestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The condition keys that follow from a request (service authorization reference, *Condition keys for
/// Amazon S3*, and the global ones of the connection).
final class AccessContext {
    /// Headers that are condition keys under their own name.
    private static final List<String> HEADERS = List.of(
            "x-amz-acl",
            "x-amz-content-sha256",
            "x-amz-copy-source",
            "x-amz-grant-full-control",
            "x-amz-grant-read",
            "x-amz-grant-read-acp",
            "x-amz-grant-write",
            "x-amz-grant-write-acp",
            "x-amz-metadata-directive",
            "x-amz-object-ownership",
            "x-amz-server-side-encryption",
            "x-amz-server-side-encryption-aws-kms-key-id",
            "x-amz-server-side-encryption-customer-algorithm",
            "x-amz-storage-class",
            "x-amz-website-redirect-location");

    private AccessContext() {}

    static RequestContext of(S3Request request, Optional<String> versionId) {
        RequestContext.Builder context = RequestContext.builder();
        for (String header : HEADERS) {
            request.nonEmpty(header).ifPresent(value -> context.put("s3:" + header, value));
        }
        for (String parameter : List.of("prefix", "delimiter", "max-keys")) {
            request.query.get(parameter).ifPresent(value -> context.put("s3:" + parameter, value));
        }
        versionId.ifPresent(id -> context.put("s3:VersionId", id));
        request.nonEmpty("x-amz-copy-source")
                .ifPresent(value -> context.put("s3:x-amz-copy-source", CopySources.plain(value)));
        request.nonEmpty("If-Match").ifPresent(value -> context.put("s3:if-match", value));
        request.nonEmpty("If-None-Match").ifPresent(value -> context.put("s3:if-none-match", value));
        request.nonEmpty("x-amz-object-lock-mode").ifPresent(value -> context.put("s3:object-lock-mode", value));
        request.nonEmpty("x-amz-object-lock-retain-until-date")
                .ifPresent(value -> context.put("s3:object-lock-retain-until-date", value));
        request.nonEmpty("x-amz-object-lock-legal-hold")
                .ifPresent(value -> context.put("s3:object-lock-legal-hold", value));
        request.nonEmpty("x-amz-tagging").ifPresent(value -> tags(context, Tags.parseHeader(value)));
        tags(context, request.bodyTags);
        bucketTags(context, request.bucketTags);
        request.bodyKeys.forEach(context::put);
        network(context, request);
        context.put(
                "aws:CurrentTime", Times.iso(request.services.settings().wall().instant()));
        context.put(
                "aws:EpochTime",
                Long.toString(request.services.settings().wall().instant().getEpochSecond()));
        request.nonEmpty("User-Agent").ifPresent(value -> context.put("aws:UserAgent", value));
        request.nonEmpty("Referer").ifPresent(value -> context.put("aws:Referer", value));
        request.signed.ifPresent(signed -> {
            context.put("s3:signatureversion", "AWS4-HMAC-SHA256");
            context.put("s3:authType", signed.presigned() ? "REST-QUERY-STRING" : "REST-HEADER");
            long age = request.services.settings().wall().millis()
                    - signed.signedAt().toEpochMilli();
            context.put("s3:signatureAge", Long.toString(Math.max(0, age)));
        });
        return context.build();
    }

    /// The way that a request came: its own, or the one that its `x-rockpool-` headers make believe. A
    /// request that says which VPC it comes from has no public address there, but a private one (IAM user
    /// guide, *Global condition context keys*: `aws:SourceIp` is not available through VPC endpoints,
    /// `aws:VpcSourceIp` only there).
    private static void network(RequestContext.Builder context, S3Request request) {
        context.put(
                "aws:SecureTransport",
                request.nonEmpty("x-rockpool-secure-transport")
                        .orElseGet(() -> Boolean.toString(request.exchange.secure())));
        String address = request.nonEmpty("x-rockpool-source-ip").orElseGet(request.exchange::remoteAddress);
        Optional<String> vpc = request.nonEmpty("x-rockpool-vpc");
        vpc.ifPresent(value -> context.put("aws:SourceVpc", value));
        context.put(vpc.isPresent() ? "aws:VpcSourceIp" : "aws:SourceIp", address);
        request.nonEmpty("x-rockpool-vpce").ifPresent(value -> context.put("aws:SourceVpce", value));
    }

    /// The tags that a request gives to a bucket; those of objects have keys of their own (service authorization
    /// reference: *CreateBucket* has `aws:RequestTag`, *PutObject* has `s3:RequestObjectTag`).
    private static void bucketTags(RequestContext.Builder context, Map<String, String> tags) {
        tags.forEach((key, value) -> context.put("aws:RequestTag/" + key, value));
        if (!tags.isEmpty()) {
            context.put("aws:TagKeys", new ArrayList<>(tags.keySet()));
        }
    }

    /// The tags that a request gives to an object.
    static void tags(RequestContext.Builder context, Map<String, String> tags) {
        tags.forEach((key, value) -> context.put("s3:RequestObjectTag/" + key, value));
        if (!tags.isEmpty()) {
            context.put("s3:RequestObjectTagKeys", new ArrayList<>(tags.keySet()));
        }
    }
}
