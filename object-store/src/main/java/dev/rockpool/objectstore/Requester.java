package dev.rockpool.objectstore;

/// Who acts, as far as the engine needs to know; whether they may is decided before.
///
/// @param owner the account that new buckets, objects and uploads belong to
/// @param arn the principal's ARN, told in events
/// @param keys the key service as this principal may use it
public record Requester(Owner owner, String arn, DataKeys keys) {
    /// The service itself: it executes rules and writes reports.
    public static final String SERVICE_ARN = "arn:aws:iam::rockpool:service/s3";
}
