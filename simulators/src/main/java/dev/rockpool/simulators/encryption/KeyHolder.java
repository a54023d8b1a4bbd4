package dev.rockpool.simulators.encryption;

/// Who holds the key of a layer.
public enum KeyHolder {
    /// S3 itself: whoever may read the object needs no further permission.
    S3,
    /// The account's AWS managed key `aws/s3` in KMS: its policy lets every identity of the account use it, through S3
    /// only. It cannot be deleted.
    KMS_MANAGED,
    /// A customer managed key in KMS: its policy, with IAM, decides who may use it.
    KMS_CUSTOMER,
    /// Who asks: the key comes with every request, and S3 forgets it.
    REQUESTER,
    /// The client: the key never leaves it, and is not in KMS.
    CLIENT;

    /// Whether S3 asks KMS for the key.
    public boolean isKms() {
        return this == KMS_MANAGED || this == KMS_CUSTOMER;
    }

    /// Whether the owner of the data keeps the key, and can lose it.
    public boolean isOwn() {
        return this == REQUESTER || this == CLIENT;
    }

    /// Whether somebody can delete the key for good.
    public boolean canBeDeleted() {
        return this == KMS_CUSTOMER || isOwn();
    }
}
