package dev.rockpool.objectstore;

import dev.rockpool.objectstore.checksum.Crc64Nvme;
import dev.rockpool.objectstore.checksum.CrcOfWhole;
import dev.rockpool.objectstore.checksum.XxHash3;
import dev.rockpool.objectstore.checksum.XxHash64;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/// What is computed of bytes on their way in.
final class Digests {
    private final Optional<MessageDigest> md5;
    private final Map<ChecksumAlgorithm, java.util.zip.Checksum> cyclic = new EnumMap<>(ChecksumAlgorithm.class);
    private final Map<ChecksumAlgorithm, MessageDigest> hashes = new EnumMap<>(ChecksumAlgorithm.class);

    Digests(boolean withMd5, Set<ChecksumAlgorithm> algorithms) {
        md5 = withMd5 ? Optional.of(digest("MD5")) : Optional.empty();
        for (ChecksumAlgorithm algorithm : algorithms) {
            switch (algorithm) {
                case CRC32 -> cyclic.put(algorithm, new CRC32());
                case CRC32C -> cyclic.put(algorithm, new CRC32C());
                case CRC64NVME -> cyclic.put(algorithm, new Crc64Nvme());
                case SHA1 -> hashes.put(algorithm, digest("SHA-1"));
                case SHA256 -> hashes.put(algorithm, digest("SHA-256"));
                case SHA512 -> hashes.put(algorithm, digest("SHA-512"));
                case MD5 -> hashes.put(algorithm, digest("MD5"));
                case XXHASH64 -> hashes.put(algorithm, new XxHash64());
                case XXHASH3 -> hashes.put(algorithm, new XxHash3(64));
                case XXHASH128 -> hashes.put(algorithm, new XxHash3(128));
            }
        }
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + name, e);
        }
    }

    void update(byte[] bytes, int from, int count) {
        md5.ifPresent(digest -> digest.update(bytes, from, count));
        for (java.util.zip.Checksum checksum : cyclic.values()) {
            checksum.update(bytes, from, count);
        }
        for (MessageDigest digest : hashes.values()) {
            digest.update(bytes, from, count);
        }
    }

    /// The MD5; once.
    Optional<byte[]> md5() {
        return md5.map(MessageDigest::digest);
    }

    /// The values; once.
    Map<ChecksumAlgorithm, byte[]> values() {
        Map<ChecksumAlgorithm, byte[]> values = new EnumMap<>(ChecksumAlgorithm.class);
        cyclic.forEach((algorithm, checksum) -> values.put(algorithm, bytes(algorithm, checksum.getValue())));
        hashes.forEach((algorithm, digest) -> values.put(algorithm, digest.digest()));
        return values;
    }

    private static byte[] bytes(ChecksumAlgorithm algorithm, long value) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(value).array();
        return Arrays.copyOfRange(all, Long.BYTES - algorithm.bytes(), Long.BYTES);
    }

    private static long number(byte[] value) {
        long number = 0;
        for (byte octet : value) {
            number = (number << 8) | (octet & 0xff);
        }
        return number;
    }

    /// The bytes of the checksum of a part.
    static byte[] bytes(Checksum checksum) {
        return Base64.getDecoder().decode(checksum.value());
    }

    static String base64(byte[] value) {
        return Base64.getEncoder().encodeToString(value);
    }

    /// The checksum of the checksums of parts.
    static String composite(ChecksumAlgorithm algorithm, List<byte[]> parts) {
        Digests whole = new Digests(false, Set.of(algorithm));
        parts.forEach(part -> whole.update(part, 0, part.length));
        return base64(whole.values().getOrDefault(algorithm, new byte[0])) + "-" + parts.size();
    }

    /// The checksum of all bytes of parts, by a linear algorithm.
    static String whole(ChecksumAlgorithm algorithm, List<byte[]> parts, List<Long> bytes) {
        CrcOfWhole crc = switch (algorithm) {
            case CRC32 -> CrcOfWhole.CRC32;
            case CRC32C -> CrcOfWhole.CRC32C;
            case CRC64NVME -> CrcOfWhole.CRC64NVME;
            case SHA1, SHA256, SHA512, MD5, XXHASH64, XXHASH3, XXHASH128 ->
                throw new IllegalArgumentException(algorithm + " of a whole needs its bytes");
        };
        long value = 0;
        for (int at = 0; at < parts.size(); at++) {
            value = crc.combine(value, number(parts.get(at)), bytes.get(at));
        }
        return base64(bytes(algorithm, value));
    }
}
