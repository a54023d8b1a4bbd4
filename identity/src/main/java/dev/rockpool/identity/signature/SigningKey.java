package dev.rockpool.identity.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A key derived from a secret for one day, region and service.
///
/// A `Mac` is not safe for several threads and expensive to set up, so each signing clones one that is set
/// up.
final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    private SigningKey(Mac mac) {
        this.mac = mac;
    }

    /// HMAC of HMAC of … as *Deriving the signing key* prescribes.
    static SigningKey derive(String secret, CredentialScope scope) {
        byte[] date = hmac(("AWS4" + secret).getBytes(StandardCharsets.UTF_8), scope.date());
        byte[] region = hmac(date, scope.region());
        byte[] service = hmac(region, scope.service());
        return new SigningKey(mac(hmac(service, "aws4_request")));
    }

    /// The signature of a string to sign: 64 lower-case hexadecimal digits.
    String sign(String stringToSign) {
        try {
            Mac own = (Mac) mac.clone();
            return HexFormat.of().formatHex(own.doFinal(stringToSign.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HMAC cannot be cloned", e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform lacks " + ALGORITHM, e);
        }
    }
}
