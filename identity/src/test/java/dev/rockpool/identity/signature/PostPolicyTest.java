package dev.rockpool.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.SignatureFault.Code;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Upload forms: the published example (S3 API reference, *Example: Browser-based upload using HTTP POST*),
/// and what is refused.
final class PostPolicyTest {
    private static final Instant NOW = Instant.parse("2015-12-29T00:00:00Z");
    private static final String DOCUMENT = """
            { "expiration": "2015-12-30T12:00:00.000Z",
              "conditions": [
                {"bucket": "sigv4examplebucket"},
                ["starts-with", "$key", "user/user1/"],
                {"acl": "public-read"},
                {"success_action_redirect": "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html"},
                ["starts-with", "$Content-Type", "image/"],
                {"x-amz-meta-uuid": "14365123651274"},
                {"x-amz-server-side-encryption": "AES256"},
                ["starts-with", "$x-amz-meta-tag", ""],

                {"x-amz-credential": "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request"},
                {"x-amz-algorithm": "AWS4-HMAC-SHA256"},
                {"x-amz-date": "20151229T000000Z" }
              ]
            }""".replace("\n", "\r\n");
    private static final Accounts ACCOUNTS =
            Accounts.parse("accounts", """
            {"accounts": [{"id": "123456789012", "users": [{"name": "example", "root": true,
              "accessKey": "AKIAIOSFODNN7EXAMPLE", "secretKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}]}]}""", new SplittableRandom(7), InstantSource.fixed(NOW));
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(ACCOUNTS, InstantSource.fixed(NOW));

    private static Map<String, String> form() {
        Map<String, String> form = new HashMap<>();
        form.put("key", "user/user1/a.png");
        form.put("acl", "public-read");
        form.put("success_action_redirect", "http://sigv4examplebucket.s3.amazonaws.com/successful_upload.html");
        form.put("content-type", "image/png");
        form.put("x-amz-meta-uuid", "14365123651274");
        form.put("x-amz-meta-tag", "any");
        form.put("x-amz-server-side-encryption", "AES256");
        form.put("x-amz-credential", "AKIAIOSFODNN7EXAMPLE/20151229/us-east-1/s3/aws4_request");
        form.put("x-amz-algorithm", "AWS4-HMAC-SHA256");
        form.put("x-amz-date", "20151229T000000Z");
        form.put("policy", base64(DOCUMENT));
        form.put("x-amz-signature", "8afdbf4008c03f22c2cd3cdb72e4afbb1f6a588f3255ac628749a66d7f09699e");
        return form;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PostPolicy policy(String json) {
        return ((PostPolicy.Reading.Read) PostPolicy.read(base64(json))).policy();
    }

    @Test
    void thePublishedFormIsTaken() {
        AccessKey key = ACCOUNTS.accessKey("AKIAIOSFODNN7EXAMPLE").orElseThrow();
        assertThat(new Signer(key, "us-east-1", "s3").signPolicy(base64(DOCUMENT), "20151229T000000Z"))
                .isEqualTo(form().get("x-amz-signature"));
        assertThat(VERIFIER.verifyForm(form(), "s3")).isInstanceOf(Verification.Signed.class);
        PostPolicy policy = policy(DOCUMENT);
        assertThat(policy.fault("sigv4examplebucket", form(), NOW)).isEmpty();
        assertThat(policy.sizeFault(7)).isEmpty();
        assertThat(policy.largest()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aFormThatWasChangedIsNot() {
        Map<String, String> form = form();
        form.put("policy", base64(DOCUMENT.replace("user1", "user2")));
        assertThat(VERIFIER.verifyForm(form, "s3"))
                .isInstanceOfSatisfying(
                        Verification.Refused.class,
                        it -> assertThat(it.fault().code()).isEqualTo(Code.SIGNATURE_DOES_NOT_MATCH));
        form.remove("x-amz-signature");
        assertThat(VERIFIER.verifyForm(form, "s3"))
                .isInstanceOfSatisfying(
                        Verification.Refused.class,
                        it -> assertThat(it.fault().message())
                                .isEqualTo(
                                        "Bucket POST must contain a field named 'x-amz-signature'.  If it is specified, please check"
                                                + " the order of the fields."));
        assertThat(VERIFIER.verifyForm(Map.of("key", "a"), "s3")).isEqualTo(new Verification.Anonymous());
        assertThat(VERIFIER.verifyForm(Map.of("policy", "a", "awsaccesskeyid", "a"), "s3"))
                .isInstanceOf(Verification.Refused.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                key | user/user2/a.png | Policy Condition failed: ["starts-with", "$key", "user/user1/"]
                acl | private | Policy Condition failed: ["eq", "$acl", "public-read"]
                content-type | image/png,text/html | Policy Condition failed: ["starts-with", "$content-type", "image/"]
                cache-control | no-store | Extra input fields: cache-control
                """)
    void whatThePolicyDoesNotCoverIsDenied(String field, String value, String message) {
        Map<String, String> form = form();
        form.put(field, value);
        assertThat(policy(DOCUMENT).fault("sigv4examplebucket", form, NOW))
                .contains(new SignatureFault(Code.ACCESS_DENIED, "Invalid according to Policy: " + message));
    }

    @Test
    void endsBucketsAndSizesAreKept() {
        assertThat(policy(DOCUMENT).fault("another", form(), NOW)).isPresent();
        assertThat(policy(DOCUMENT).fault("sigv4examplebucket", form(), Instant.parse("2015-12-30T12:00:00Z")))
                .contains(new SignatureFault(Code.ACCESS_DENIED, "Invalid according to Policy: Policy expired."));
        Map<String, String> ignored = form();
        ignored.put("x-ignore-me", "1");
        assertThat(policy(DOCUMENT).fault("sigv4examplebucket", ignored, NOW)).isEmpty();
        PostPolicy sized =
                policy("{\"expiration\":\"2016-01-01T00:00:00Z\",\"conditions\":[[\"content-length-range\",2,\"9\"]]}");
        assertThat(sized.sizeFault(1))
                .hasValueSatisfying(it -> assertThat(it.code()).isEqualTo(Code.ENTITY_TOO_SMALL));
        assertThat(sized.sizeFault(2)).isEmpty();
        assertThat(sized.sizeFault(10))
                .hasValueSatisfying(it -> assertThat(it.details())
                        .containsEntry("ProposedSize", "10")
                        .containsEntry("MaxSizeAllowed", "9"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                nothing | Invalid JSON.
                {} | Policy missing expiration.
                {"expiration": "soon"} | Invalid 'expiration' value: 'soon'
                {"expiration": "2016-01-01T00:00:00Z"} | Policy missing conditions.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [7]} | Invalid Condition: must be an object or an array of three.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [["gt", "$key", "a"]]} | Invalid Condition operator: gt.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [["eq", "key", "a"]]} | Invalid Condition: field must begin with $.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [{"acl": []}]} | Invalid Condition: values must be strings.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [["content-length-range", "a", 1]]} | Invalid content-length-range: must be whole numbers of bytes.
                {"expiration": "2016-01-01T00:00:00Z", "conditions": [["content-length-range", -1, 1]]} | Invalid content-length-range: must not be negative.
                """)
    void aPolicyThatCannotBeReadSaysWhy(String json, String message) {
        assertThat(PostPolicy.read(base64(json)))
                .isEqualTo(new PostPolicy.Reading.Refused(
                        new SignatureFault(Code.INVALID_POLICY_DOCUMENT, "Invalid Policy: " + message)));
    }
}
