package dev.rockpool.objectstore;

/// A checksum that a client may ask for.
public enum ChecksumAlgorithm {
    CRC32(4),
    CRC32C(4),
    CRC64NVME(8),
    SHA1(20),
    SHA256(32),
    // those below since 2026
    SHA512(64),
    MD5(16),
    XXHASH64(8),
    XXHASH3(8),
    XXHASH128(16);

    private final int bytes;

    ChecksumAlgorithm(int bytes) {
        this.bytes = bytes;
    }

    /// How long a value is.
    public int bytes() {
        return bytes;
    }

    /// Whether the checksum of a whole follows from those of its parts.
    public boolean isLinear() {
        return this == CRC32 || this == CRC32C || this == CRC64NVME;
    }
}
