package dev.rockpool.objectstore;

import java.util.Optional;

/// A *DeleteObject*.
///
/// @param versionId empty for the key as a whole; `null` names the version of that id
/// @param bypassGovernance whether a governance retention gives way; the permission for it was checked
/// @param condition when it happens; only `ifMatch` counts
public record DeleteRequest(
        Requester requester, Optional<String> versionId, boolean bypassGovernance, WriteCondition condition) {
    /// Of the key as a whole.
    public static DeleteRequest by(Requester requester) {
        return new DeleteRequest(requester, Optional.empty(), false, WriteCondition.NONE);
    }

    /// The same of a version.
    public DeleteRequest version(String id) {
        return new DeleteRequest(requester, Optional.of(id), bypassGovernance, condition);
    }
}
