package dev.rockpool.objectstore;

import java.util.Optional;

/// A *CopyObject*.
///
/// @param object what the copy is to have; its metadata and tags count only if replaced
/// @param replacesMetadata `x-amz-metadata-directive: REPLACE`
/// @param replacesTags `x-amz-tagging-directive: REPLACE`
/// @param algorithm of the copy's checksum; empty for the source's
/// @param condition when it happens
public record CopyRequest(
        Requester requester,
        CopySource source,
        NewObject object,
        boolean replacesMetadata,
        boolean replacesTags,
        Optional<ChecksumAlgorithm> algorithm,
        WriteCondition condition) {
    /// A copy that takes everything with it.
    public static CopyRequest by(Requester requester, CopySource source) {
        return new CopyRequest(requester, source, NewObject.PLAIN, false, false, Optional.empty(), WriteCondition.NONE);
    }
}
