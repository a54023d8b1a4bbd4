package dev.rockpool.simulators.access;

/// The policies that a request meets.
///
/// @param identity of who asks
/// @param bucket of the bucket
/// @param endpoint of the VPC endpoint
/// @param boundary of who asks
/// @param session of the session
/// @param publicBlocked whether the bucket blocks public access, as each new one does
public record Rules(
        IdentityPolicy identity,
        BucketPolicy bucket,
        EndpointPolicy endpoint,
        LimitPolicy boundary,
        LimitPolicy session,
        boolean publicBlocked) {
    public Rules withIdentity(IdentityPolicy other) {
        return new Rules(other, bucket, endpoint, boundary, session, publicBlocked);
    }

    public Rules withBucket(BucketPolicy other) {
        return new Rules(identity, other, endpoint, boundary, session, publicBlocked);
    }

    public Rules withEndpoint(EndpointPolicy other) {
        return new Rules(identity, bucket, other, boundary, session, publicBlocked);
    }

    public Rules withBoundary(LimitPolicy other) {
        return new Rules(identity, bucket, endpoint, other, session, publicBlocked);
    }

    public Rules withSession(LimitPolicy other) {
        return new Rules(identity, bucket, endpoint, boundary, other, publicBlocked);
    }

    public Rules withPublicBlocked(boolean other) {
        return new Rules(identity, bucket, endpoint, boundary, session, other);
    }
}
