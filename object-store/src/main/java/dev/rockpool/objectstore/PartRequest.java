package dev.rockpool.objectstore;

import java.util.Optional;
import java.util.OptionalLong;

/// An *UploadPart* or *UploadPartCopy*.
///
/// @param number 1 to 10,000
/// @param customerKey the upload's, if it has one
/// @param expectedBytes how many bytes the body has
public record PartRequest(
        Requester requester,
        String uploadId,
        int number,
        BodyChecks checks,
        Optional<CustomerKey> customerKey,
        OptionalLong expectedBytes) {
    /// Of bytes of any number.
    public static PartRequest by(Requester requester, String uploadId, int number) {
        return new PartRequest(requester, uploadId, number, BodyChecks.NONE, Optional.empty(), OptionalLong.empty());
    }
}
