package dev.rockpool.objectstore.s3;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The digests of the JDK.
final class Digests {
    private Digests() {}

    static MessageDigest sha256() {
        return of("SHA-256");
    }

    static MessageDigest sha1() {
        return of("SHA-1");
    }

    static MessageDigest sha512() {
        return of("SHA-512");
    }

    static MessageDigest md5() {
        return of("MD5");
    }

    private static MessageDigest of(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + algorithm, e);
        }
    }
}
