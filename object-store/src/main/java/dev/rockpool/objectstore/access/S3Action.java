package dev.rockpool.objectstore.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The actions that policies of buckets speak of (service authorization reference, *Actions, resources, and
/// condition keys for Amazon S3*, read 2026-11-26), and what of them an ACL can give (S3 user guide,
/// *Access control list (ACL) overview*, *Mapping of ACL permissions and access policy permissions*).
final class S3Action {
    /// On a bucket.
    private static final Set<String> OF_BUCKETS =
            names("CreateBucket DeleteBucket DeleteBucketPolicy DeleteBucketWebsite DeleteBucketOwnershipControls"
                    + " GetAccelerateConfiguration GetAnalyticsConfiguration GetBucketAcl GetBucketCORS"
                    + " GetBucketLocation GetBucketLogging GetBucketMetadataTableConfiguration GetBucketNotification"
                    + " GetBucketObjectLockConfiguration GetBucketOwnershipControls GetBucketPolicy"
                    + " GetBucketPolicyStatus GetBucketPublicAccessBlock GetBucketRequestPayment GetBucketTagging"
                    + " GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration"
                    + " GetIntelligentTieringConfiguration GetInventoryConfiguration GetLifecycleConfiguration"
                    + " GetMetricsConfiguration GetReplicationConfiguration ListBucket ListBucketMultipartUploads"
                    + " ListBucketVersions PutAccelerateConfiguration PutAnalyticsConfiguration PutBucketAcl"
                    + " PutBucketCORS PutBucketLogging PutBucketNotification PutBucketObjectLockConfiguration"
                    + " PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock"
                    + " PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite"
                    + " PutEncryptionConfiguration PutIntelligentTieringConfiguration PutInventoryConfiguration"
                    + " PutLifecycleConfiguration PutMetricsConfiguration PutReplicationConfiguration"
                    + " CreateBucketMetadataTableConfiguration DeleteBucketMetadataTableConfiguration"
                    + " UpdateBucketMetadataInventoryTableConfiguration TagResource UntagResource"
                    + " ListTagsForResource PutBucketAbac GetBucketAbac CreateSession");

    /// On an object.
    private static final Set<String> OF_OBJECTS =
            names("AbortMultipartUpload BypassGovernanceRetention DeleteObject DeleteObjectTagging DeleteObjectVersion"
                    + " DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold"
                    + " GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion GetObjectVersionAcl"
                    + " GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging"
                    + " GetObjectVersionTorrent InitiateReplication ListMultipartUploadParts"
                    + " ObjectOwnerOverrideToBucketOwner PutObject PutObjectAcl PutObjectLegalHold"
                    + " PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionTagging"
                    + " ReplicateDelete ReplicateObject ReplicateTags RestoreObject UpdateObjectEncryption");

    /// On an object that exists: where its owner is not the bucket's, its owner decides. Tags are the bucket owner's
    /// ("by default, the bucket owner has this permission": API, *GetObjectTagging* and its kin).
    private static final Set<String> DECIDED_BY_OBJECT_OWNER =
            names("GetObject GetObjectAcl GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTorrent"
                    + " GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes GetObjectVersionTorrent"
                    + " PutObjectAcl PutObjectVersionAcl");

    /// Which see `s3:ExistingObjectTag/…`. Neither PutObject nor DeleteObject does, as measured on the
    /// service (github.com/floci-io/floci/issues/3945).
    private static final Set<String> SEE_TAGS =
            names("DeleteObjectTagging DeleteObjectVersionTagging GetObject GetObjectAcl GetObjectAttributes"
                    + " GetObjectTagging GetObjectVersion GetObjectVersionAcl GetObjectVersionAttributes"
                    + " GetObjectVersionTagging PutObjectAcl PutObjectTagging PutObjectVersionAcl"
                    + " PutObjectVersionTagging");

    private static final Map<String, Permission> BY_BUCKET_ACL = permissions(Map.of(
            Permission.READ, "ListBucket ListBucketVersions ListBucketMultipartUploads",
            Permission.WRITE, "PutObject DeleteObject AbortMultipartUpload ListMultipartUploadParts",
            Permission.READ_ACP, "GetBucketAcl",
            Permission.WRITE_ACP, "PutBucketAcl"));

    private static final Map<String, Permission> BY_OBJECT_ACL = permissions(Map.of(
            Permission.READ, "GetObject GetObjectVersion GetObjectTorrent",
            Permission.READ_ACP, "GetObjectAcl GetObjectVersionAcl",
            Permission.WRITE_ACP, "PutObjectAcl PutObjectVersionAcl"));

    private S3Action() {}

    /// Names with their prefix, lower case: actions are compared without regard to case.
    private static Set<String> names(String names) {
        Set<String> found = new HashSet<>();
        for (String name : names.split(" ", -1)) {
            found.add("s3:" + name.toLowerCase(Locale.ROOT));
        }
        return Set.copyOf(found);
    }

    private static Map<String, Permission> permissions(Map<Permission, String> names) {
        Map<String, Permission> found = new HashMap<>();
        names.forEach((permission, each) -> names(each).forEach(name -> found.put(name, permission)));
        return Map.copyOf(found);
    }

    static boolean isDecidedByObjectOwner(String action) {
        return DECIDED_BY_OBJECT_OWNER.contains(action.toLowerCase(Locale.ROOT));
    }

    static boolean seesTags(String action) {
        return SEE_TAGS.contains(action.toLowerCase(Locale.ROOT));
    }

    /// What a grant of a bucket's ACL must give for the action; empty if no ACL can.
    static Optional<Permission> neededOfBucket(String action) {
        return Optional.ofNullable(BY_BUCKET_ACL.get(action.toLowerCase(Locale.ROOT)));
    }

    /// What a grant of an object's ACL must give for the action; empty if no ACL can.
    static Optional<Permission> neededOfObject(String action) {
        return Optional.ofNullable(BY_OBJECT_ACL.get(action.toLowerCase(Locale.ROOT)));
    }

    /// The actions on buckets, lower case.
    static Set<String> ofBuckets() {
        return OF_BUCKETS;
    }

    /// The actions on objects, lower case.
    static Set<String> ofObjects() {
        return OF_OBJECTS;
    }
}
