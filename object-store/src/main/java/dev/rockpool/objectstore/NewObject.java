package dev.rockpool.objectstore;

import dev.rockpool.lifecycle.StorageClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What a new object is to have besides its bytes.
///
/// @param systemMetadata by lower-case header name: `content-type`, `cache-control`, `content-disposition`,
///     `content-encoding`, `content-language`, `expires`
/// @param userMetadata by name in lower case without `x-amz-meta-`; 2 KB at the most
/// @param websiteRedirect `x-amz-website-redirect-location`
/// @param storageClass empty for STANDARD
/// @param tags ten at the most
/// @param acl the ACL document
/// @param retention of its own; empty for the bucket's default
public record NewObject(
        SequencedMap<String, String> systemMetadata,
        SequencedMap<String, String> userMetadata,
        Optional<String> websiteRedirect,
        Optional<StorageClass> storageClass,
        SequencedMap<String, String> tags,
        Optional<String> acl,
        Optional<Retention> retention,
        boolean legalHold,
        EncryptionWish encryption) {
    /// Nothing said.
    public static final NewObject PLAIN = new NewObject(
            Collections.emptyNavigableMap(),
            Collections.emptyNavigableMap(),
            Optional.empty(),
            Optional.empty(),
            Collections.emptyNavigableMap(),
            Optional.empty(),
            Optional.empty(),
            false,
            EncryptionWish.NONE);

    public NewObject {
        systemMetadata = copy(systemMetadata);
        userMetadata = copy(userMetadata);
        tags = copy(tags);
    }

    private static SequencedMap<String, String> copy(Map<String, String> map) {
        return map.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }

    /// The same in a class.
    public NewObject in(StorageClass other) {
        return new NewObject(
                systemMetadata,
                userMetadata,
                websiteRedirect,
                Optional.of(other),
                tags,
                acl,
                retention,
                legalHold,
                encryption);
    }

    /// The same with other tags.
    public NewObject tagged(Map<String, String> other) {
        return new NewObject(
                systemMetadata,
                userMetadata,
                websiteRedirect,
                storageClass,
                copy(other),
                acl,
                retention,
                legalHold,
                encryption);
    }

    /// The same encrypted as `wish` says.
    public NewObject encrypted(EncryptionWish wish) {
        return new NewObject(
                systemMetadata, userMetadata, websiteRedirect, storageClass, tags, acl, retention, legalHold, wish);
    }

    /// The same with other metadata.
    public NewObject described(Map<String, String> system, Map<String, String> user) {
        return new NewObject(
                copy(system), copy(user), websiteRedirect, storageClass, tags, acl, retention, legalHold, encryption);
    }

    /// The same, locked.
    public NewObject locked(Optional<Retention> until, boolean hold) {
        return new NewObject(
                systemMetadata, userMetadata, websiteRedirect, storageClass, tags, acl, until, hold, encryption);
    }
}
