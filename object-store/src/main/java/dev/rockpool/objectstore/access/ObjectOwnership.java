package dev.rockpool.objectstore.access;

import java.util.Optional;

/// Who owns the objects that others write into a bucket, and whether ACLs count (S3 user guide,
/// *Controlling ownership of objects and disabling ACLs*). Stored by its API name.
public enum ObjectOwnership {
    /// The bucket's owner owns all; ACLs do not count. The default since April 2023.
    BUCKET_OWNER_ENFORCED("BucketOwnerEnforced"),
    /// The bucket's owner owns what is written with the canned ACL `bucket-owner-full-control`.
    BUCKET_OWNER_PREFERRED("BucketOwnerPreferred"),
    /// Who writes an object owns it.
    OBJECT_WRITER("ObjectWriter");

    private final String apiName;

    ObjectOwnership(String apiName) {
        this.apiName = apiName;
    }

    /// As documents and headers name it.
    public String apiName() {
        return apiName;
    }

    /// The ownership of that name, if there is one.
    public static Optional<ObjectOwnership> named(String apiName) {
        for (ObjectOwnership ownership : values()) {
            if (ownership.apiName.equals(apiName)) {
                return Optional.of(ownership);
            }
        }
        return Optional.empty();
    }
}
