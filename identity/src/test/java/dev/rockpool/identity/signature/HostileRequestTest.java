package dev.rockpool.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.RequestHead.Header;
import dev.rockpool.trials.Trials;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Requests of every shape: what was signed is taken, what was changed is not, and nothing throws.
final class HostileRequestTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Accounts ACCOUNTS =
            Accounts.parse("accounts", """
                {"accounts": [{"id": "111122223333",
                  "users": [{"name": "ana", "root": true, "accessKey": "AKIAONE", "secretKey": "first"}]}]}\
                """, new SplittableRandom(7), InstantSource.fixed(NOW));
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(ACCOUNTS, InstantSource.fixed(NOW));
    private static final String PATH = "ab/.~-_ %é+(*'!&=;:@$,\u4e2d";

    private static Signer signer() {
        AccessKey key = ACCOUNTS.accessKey("AKIAONE").orElseThrow();
        return new Signer(key, "us-east-1", "s3");
    }

    private static String text(RandomGenerator random, String alphabet, int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static RequestHead head(RandomGenerator random) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Host", "localhost:9700")));
        for (int left = random.nextInt(4); left > 0; left--) {
            headers.add(new Header("x-amz-meta-" + text(random, "abC", 3) + "x", text(random, "a b,\t", 8)));
        }
        String path =
                "/" + (random.nextBoolean() ? Canonical.encoded(text(random, PATH, 12), true) : text(random, PATH, 12));
        return new RequestHead(
                List.of("GET", "PUT", "DELETE", "POST").get(random.nextInt(4)),
                path.replace("?", ""),
                text(random, "ab=&%20+/é", 16),
                headers);
    }

    @Test
    void whatWasSignedIsTakenAndWhatWasChangedIsNot() {
        Trials.run(500, random -> {
            RequestHead head = head(random);
            RequestHead signed = random.nextBoolean()
                    ? signer().sign(head, NOW, new Payload.Unsigned())
                    : signer().presign(head, NOW, Duration.ofMinutes(5));
            assertThat(VERIFIER.verify(signed, "s3")).as("%s", signed).isInstanceOf(Verification.Signed.class);
            RequestHead changed = switch (random.nextInt(3)) {
                case 0 -> new RequestHead(signed.method() + "X", signed.rawPath(), signed.rawQuery(), signed.headers());
                case 1 -> new RequestHead(signed.method(), signed.rawPath() + "x", signed.rawQuery(), signed.headers());
                default ->
                    new RequestHead(signed.method(), signed.rawPath(), signed.rawQuery() + "&zz=1", signed.headers());
            };
            assertThat(VERIFIER.verify(changed, "s3")).isInstanceOf(Verification.Refused.class);
        });
    }

    @Test
    void anyAuthorizationIsAnswered() {
        String good = signer().sign(
                        new RequestHead("GET", "/", "", List.of(new Header("Host", "h"))), NOW, new Payload.Unsigned())
                .header("Authorization")
                .orElseThrow();
        Trials.run(2_000, random -> {
            char[] letters = good.toCharArray();
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                letters[random.nextInt(letters.length)] = " ,;=/aZ0\u0000é\n".charAt(random.nextInt(11));
            }
            List<Header> headers = new ArrayList<>(List.of(
                    new Header("Host", "h"),
                    new Header(
                            "X-Amz-Date", random.nextInt(4) == 0 ? text(random, "0123T Z-", 16) : "20261126T120000Z"),
                    new Header("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD"),
                    new Header("Authorization", new String(letters))));
            Verification answer = VERIFIER.verify(new RequestHead("GET", "/", "", headers), "s3");
            if (!new String(letters).equals(good)) {
                assertThat(answer instanceof Verification.Signed && !insignificant(good, new String(letters)))
                        .as("%s", new String(letters))
                        .isFalse();
            }
        });
    }

    /// Spaces between the parts, and the case and order of header names, say nothing.
    private static boolean insignificant(String good, String given) {
        return good.replace(" ", "").equals(given.replace(" ", "").replace("\n", ""));
    }

    @Test
    void anyQueryAndAnyPolicyOfAFormIsAnswered() {
        String good = signer().presign(
                        new RequestHead("GET", "/", "", List.of(new Header("Host", "h"))), NOW, Duration.ofDays(1))
                .rawQuery();
        Trials.run(1_000, random -> {
            char[] letters = good.toCharArray();
            for (int left = 1 + random.nextInt(6); left > 0; left--) {
                letters[random.nextInt(letters.length)] = "&=%+XaZ09\u0000é".charAt(random.nextInt(11));
            }
            String query = new String(letters);
            assertThat(VERIFIER.verify(new RequestHead("GET", "/", query, List.of(new Header("Host", "h"))), "s3"))
                    .isNotNull();
            assertThat(PostPolicy.read(text(random, "eyJA+/= \u4e2d", 40))).isNotNull();
        });
    }
}
