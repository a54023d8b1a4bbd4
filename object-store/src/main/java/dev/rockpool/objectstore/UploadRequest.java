package dev.rockpool.objectstore;

import java.util.Optional;

/// A *CreateMultipartUpload*.
///
/// @param algorithm of the checksums; empty for none asked, which gives CRC64NVME of the whole
/// @param type empty for the algorithm's default
public record UploadRequest(
        Requester requester, NewObject object, Optional<ChecksumAlgorithm> algorithm, Optional<ChecksumType> type) {
    /// Of a plain object.
    public static UploadRequest by(Requester requester) {
        return new UploadRequest(requester, NewObject.PLAIN, Optional.empty(), Optional.empty());
    }
}
