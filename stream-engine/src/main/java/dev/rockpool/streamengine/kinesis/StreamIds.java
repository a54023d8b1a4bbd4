package dev.rockpool.streamengine.kinesis;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The `StreamId` of the API: another name of a stream that, unlike its own, is never used twice. The service promises
/// its form alone; here it is made of the account and the engine's number of the stream.
final class StreamIds {
    private static final int FIRST_DIGITS = 20;
    private static final int LAST_DIGITS = 3;

    private StreamIds() {}

    /// The id of an account's stream.
    ///
    /// @param number the engine's id of the stream
    static String of(String account, long number) {
        byte[] digest;
        try {
            digest = MessageDigest.getInstance("SHA-256")
                    .digest((account + ":" + number).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("SHA-256 is part of every JDK", failure);
        }
        String digits = new BigInteger(1, digest).setBit(8 * digest.length).toString(Character.MAX_RADIX);
        int end = digits.length();
        return digits.substring(end - FIRST_DIGITS - LAST_DIGITS, end - LAST_DIGITS) + "-"
                + digits.substring(end - LAST_DIGITS);
    }
}
