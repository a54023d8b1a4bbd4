package dev.rockpool.identity;

import java.util.random.RandomGenerator;

/// Random texts over an alphabet, each character as likely as any other.
final class Randomness {
    static final String DIGITS = "0123456789";
    static final String HEX = "0123456789abcdef";
    /// Of access key ids: base 32 (RFC 4648).
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    /// Of secrets: letters and digits alone, so that no client or shell has to quote one.
    static final String SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Randomness() {}

    static String text(RandomGenerator random, String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
