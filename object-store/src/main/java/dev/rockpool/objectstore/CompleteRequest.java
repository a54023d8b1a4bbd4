package dev.rockpool.objectstore;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// A *CompleteMultipartUpload*.
///
/// @param parts ascending
/// @param condition when it happens
/// @param expected the object's checksum, if the client gave one
/// @param type as the client gave it
/// @param expectedBytes `x-amz-mp-object-size`
public record CompleteRequest(
        Requester requester,
        String uploadId,
        List<CompletedPart> parts,
        WriteCondition condition,
        Optional<Checksum> expected,
        Optional<ChecksumType> type,
        OptionalLong expectedBytes) {
    public CompleteRequest {
        parts = List.copyOf(parts);
    }

    /// Of `parts`, nothing else said.
    public static CompleteRequest by(Requester requester, String uploadId, List<CompletedPart> parts) {
        return new CompleteRequest(
                requester,
                uploadId,
                parts,
                WriteCondition.NONE,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }
}
