package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.AccessTier;
import dev.rockpool.lifecycle.StorageClass;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;

/// A version of an object, or a delete marker: all that is known of it besides its bytes.
///
/// @param versionId `null` for what was written while the bucket kept no versions
/// @param showsVersion whether answers carry the id: the bucket has been versioned
/// @param isLatest whether it is the current version
/// @param isDeleteMarker whether it only says that the object is deleted
/// @param etag without quotes; empty for a delete marker
/// @param systemMetadata by lower-case header name
/// @param userMetadata without `x-amz-meta-`
/// @param accessTier of an object in Intelligent-Tiering
/// @param acl the ACL document; empty for the owner's full control
/// @param checksum the service always has one for what it took since this store exists
/// @param partsCount of an object made of parts
/// @param restore of an archived object that was asked back
public record StoredObject(
        String bucket,
        String key,
        String versionId,
        boolean showsVersion,
        boolean isLatest,
        boolean isDeleteMarker,
        Instant lastModified,
        long bytes,
        String etag,
        StorageClass storageClass,
        SequencedMap<String, String> systemMetadata,
        SequencedMap<String, String> userMetadata,
        Optional<String> websiteRedirect,
        SequencedMap<String, String> tags,
        Owner owner,
        Optional<String> acl,
        Optional<Retention> retention,
        boolean legalHold,
        EncryptionState encryption,
        Optional<Checksum> checksum,
        OptionalInt partsCount,
        Optional<AccessTier> accessTier,
        Optional<RestoreState> restore) {
    public StoredObject {
        systemMetadata = copy(systemMetadata);
        userMetadata = copy(userMetadata);
        tags = copy(tags);
    }

    private static SequencedMap<String, String> copy(SequencedMap<String, String> map) {
        return map.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /// Whether its bytes must be restored before they can be read, and are not.
    public boolean isOutOfReach() {
        boolean archived = storageClass.isArchive()
                || accessTier.map(AccessTier::isArchive).orElse(false);
        return archived && restore.map(RestoreState::ongoing).orElse(true);
    }
}
