package dev.rockpool.objectstore.s3;

import java.time.InstantSource;

/// How the endpoint is run.
///
/// @param region where it says that it is, such as `us-east-1`
/// @param defaults what new buckets have
/// @param virtualHosts the domain below which a host names a bucket: `BUCKET.s3.localhost`
/// @param wall wall time: form policies end by it, whatever the platform's clock says
public record S3Settings(String region, BucketDefaults defaults, String virtualHosts, InstantSource wall) {
    /// What new buckets have.
    public enum BucketDefaults {
        /// ACLs off and public access blocked, as since April 2023.
        CURRENT,
        /// ACLs on, nothing blocked.
        OF_2022
    }

    /// In `us-east-1`, with today's defaults.
    public static S3Settings standard(InstantSource wall) {
        return new S3Settings("us-east-1", BucketDefaults.CURRENT, "s3.localhost", wall);
    }

    /// The same with other defaults of new buckets.
    public S3Settings withDefaults(BucketDefaults other) {
        return new S3Settings(region, other, virtualHosts, wall);
    }
}
