package dev.rockpool.objectstore;

/// A kind of configuration that the engine keeps as a text for those who act on it.
public enum BucketDocument {
    POLICY(0),
    ACL(1),
    CORS(2),
    WEBSITE(3),
    NOTIFICATION(4),
    TAGGING(5),
    OWNERSHIP(6),
    PUBLIC_ACCESS_BLOCK(7),
    ACCELERATE(8),
    REQUEST_PAYMENT(9),
    REPLICATION(10),
    METRICS(11),
    ABAC(12),
    METADATA(13);

    private final int code;

    BucketDocument(int code) {
        this.code = code;
    }

    /// As the index names it; never another's.
    int code() {
        return code;
    }

    static BucketDocument of(int code) {
        for (BucketDocument kind : values()) {
            if (kind.code == code) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No document has the code " + code);
    }
}
