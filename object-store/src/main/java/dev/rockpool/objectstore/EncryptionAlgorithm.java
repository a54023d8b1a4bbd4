package dev.rockpool.objectstore;

/// Server-side encryption.
public enum EncryptionAlgorithm {
    /// With the store's own key; what every object has at the least (since 5 January 2023).
    SSE_S3("AES256"),
    /// With a data key of the key service.
    SSE_KMS("aws:kms"),
    /// With two layers, the outer under a data key of the key service.
    DSSE_KMS("aws:kms:dsse"),
    /// With a key that comes with each request.
    SSE_C("AES256");

    private final String apiName;

    EncryptionAlgorithm(String apiName) {
        this.apiName = apiName;
    }

    /// As headers and documents name it; of [#SSE_C], the name of the customer algorithm.
    public String apiName() {
        return apiName;
    }

    /// Whether the key service holds the key.
    public boolean usesKeyService() {
        return this == SSE_KMS || this == DSSE_KMS;
    }
}
