package dev.rockpool.simulators.encryption;

import java.util.Arrays;
import java.util.List;

/// How an object is encrypted: its layers from the outside in, each with who holds its key.
///
/// Sources: S3 user guide, *Protecting data with encryption* and its pages on SSE-S3, SSE-KMS, DSSE-KMS (the second
/// layer's key is S3's), SSE-C, and client-side encryption. An object encrypted by its client gets SSE-S3 around it, as
/// every object since 5 January 2023.
public enum EncryptionMode {
    /// Objects from before 2023 that nobody encrypted.
    NONE("none", false),
    SSE_S3("sse-s3", false, KeyHolder.S3),
    /// SSE-KMS with the key `aws/s3`.
    SSE_KMS_MANAGED("sse-kms-managed", false, KeyHolder.KMS_MANAGED),
    /// SSE-KMS with a customer managed key.
    SSE_KMS("sse-kms", false, KeyHolder.KMS_CUSTOMER),
    /// SSE-KMS with a customer managed key and an S3 Bucket Key.
    SSE_KMS_BUCKET_KEY("sse-kms-bucket-key", true, KeyHolder.KMS_CUSTOMER),
    DSSE_KMS("dsse-kms", false, KeyHolder.S3, KeyHolder.KMS_CUSTOMER),
    SSE_C("sse-c", false, KeyHolder.REQUESTER),
    CLIENT("client", false, KeyHolder.S3, KeyHolder.CLIENT);

    private final String word;
    private final boolean bucketKey;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<KeyHolder> layers;

    EncryptionMode(String word, boolean bucketKey, KeyHolder... layers) {
        this.word = word;
        this.bucketKey = bucketKey;
        this.layers = List.of(layers);
    }

    /// The mode of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static EncryptionMode of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no mode " + word));
    }

    /// The words of all modes.
    static List<String> words() {
        return Arrays.stream(values()).map(EncryptionMode::word).toList();
    }

    /// As scenarios have it: `sse-kms`.
    public String word() {
        return word;
    }

    /// Whether a bucket key stands between KMS and the objects' keys.
    public boolean hasBucketKey() {
        return bucketKey;
    }

    /// Who holds the key of each layer, from the outside in; none for what is not encrypted.
    public List<KeyHolder> layers() {
        return layers;
    }

    /// Whether S3 asks KMS for one of its keys.
    public boolean usesKms() {
        return layers.stream().anyMatch(KeyHolder::isKms);
    }

    /// What a new bucket makes of it: since 5 January 2023 nothing stays unencrypted.
    EncryptionMode inNewBucket() {
        return this == NONE ? SSE_S3 : this;
    }
}
