package dev.rockpool.simulators.access;

/// What is asked for something.
public enum Target {
    /// A bucket in the region of the VPC.
    BUCKET,
    /// A bucket in another region.
    BUCKET_ELSEWHERE,
    /// A table of DynamoDB in the region.
    TABLE,
    /// A stream of Kinesis in the region.
    STREAM;

    /// Whether it is a bucket, which has a policy here.
    public boolean isBucket() {
        return this == BUCKET || this == BUCKET_ELSEWHERE;
    }
}
