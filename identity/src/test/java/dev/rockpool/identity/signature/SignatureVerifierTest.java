package dev.rockpool.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.RequestHead.Header;
import dev.rockpool.identity.signature.SignatureFault.Code;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the verifier takes, and with which code and words it refuses the rest.
final class SignatureVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Accounts ACCOUNTS = Accounts.parse(
            "accounts", """
            {"accounts": [{"id": "111122223333",
              "users": [{"name": "ana", "root": true, "accessKey": "AKIAONE", "secretKey": "first"},
                        {"name": "bo", "accessKey": "AKIA/TWO", "secretKey": "second"}],
              "roles": [{"name": "Reader"}]}]}""".replace("AKIA/TWO", "AKIATWO"), new SplittableRandom(7), InstantSource.fixed(NOW));
    private static final Payload NOTHING = Payload.Hash.OF_NOTHING;
    private static final RequestHead GET =
            new RequestHead("GET", "/pool/a", "", List.of(new Header("Host", "localhost:9700")));

    private static AccessKey one() {
        return ACCOUNTS.accessKey("AKIAONE").orElseThrow();
    }

    private static Signer signer() {
        return new Signer(one(), "eu-central-1", "s3");
    }

    private static Verification verify(RequestHead head) {
        return verify(head, NOW);
    }

    private static Verification verify(RequestHead head, Instant now) {
        return new SignatureVerifier(ACCOUNTS, InstantSource.fixed(now)).verify(head, "s3");
    }

    private static SignatureFault refused(RequestHead head) {
        return ((Verification.Refused) verify(head)).fault();
    }

    private static RequestHead with(RequestHead head, String name, String value) {
        List<Header> headers = new ArrayList<>(head.headers());
        headers.removeIf(header -> header.name().equalsIgnoreCase(name));
        if (!value.isEmpty()) {
            headers.add(new Header(name, value));
        }
        return new RequestHead(head.method(), head.rawPath(), head.rawQuery(), headers);
    }

    // --- taken

    @Test
    void nobodySignedIsAnonymous() {
        assertThat(verify(GET)).isEqualTo(new Verification.Anonymous());
        assertThat(verify(new RequestHead("GET", "/", "list-type=2", List.of())))
                .isEqualTo(new Verification.Anonymous());
    }

    @Test
    void theCallerIsTheKeysAndAnyRegionServes() {
        assertThat(verify(signer().sign(GET, NOW, NOTHING))).isInstanceOfSatisfying(Verification.Signed.class, it -> {
            assertThat(it.caller().arn()).isEqualTo("arn:aws:iam::111122223333:root");
            assertThat(it.scope()).isEqualTo(new CredentialScope("20261126", "eu-central-1", "s3"));
            assertThat(it.presigned()).isFalse();
            assertThat(it.signedAt()).isEqualTo(NOW);
            assertThat(it.payload()).isEqualTo(NOTHING);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a//b/../c", "/a%20b", "/%E2%82%AC/~!*'()", "/a+b", "/ä", "/%2F", "/"})
    void pathsOfTheStoreStayAsTheyAre(String path) {
        RequestHead head = new RequestHead("GET", path, "", GET.headers());
        assertThat(verify(signer().sign(head, NOW, NOTHING))).isInstanceOf(Verification.Signed.class);
        assertThat(Canonical.path(path, true)).doesNotContain("(", "'", "+", " ");
    }

    @Test
    void pathsOfOtherServicesAreNormalisedAndEncodedTwice() {
        assertThat(Canonical.path("/a//b/../c%20d/", false)).isEqualTo("/a/c%2520d/");
        assertThat(Canonical.path("/a//b/../c%20d/", true)).isEqualTo("/a//b/../c%20d/");
        assertThat(Canonical.path("/..", false)).isEqualTo("/");
        assertThat(Canonical.path("", false)).isEqualTo("/");
    }

    @Test
    void queriesAreSortedByNameThenValueAfterEncoding() {
        String canonical = Canonical.request(
                new RequestHead("GET", "/", "b=2&a-b=1&a=z&a=%2F&flag&&c=x+y&X-Amz-Signature=no", GET.headers()),
                true,
                List.of("host"),
                "X-Amz-Signature",
                "UNSIGNED-PAYLOAD");
        assertThat(canonical.lines().skip(2).findFirst()).contains("a=%2F&a=z&a-b=1&b=2&c=x%20y&flag=");
    }

    @Test
    void headersWithSpacesAndSeveralValuesAreJoined() {
        RequestHead head = new RequestHead(
                "GET",
                "/",
                "",
                List.of(
                        new Header("Host", " localhost "),
                        new Header("X-Amz-Meta-A", "  one   two "),
                        new Header("x-amz-meta-a", "three")));
        assertThat(Canonical.request(head, true, List.of("host", "x-amz-meta-a"), "\0", "x"))
                .contains("host:localhost\nx-amz-meta-a:one two,three\n\nhost;x-amz-meta-a\nx");
        assertThat(verify(signer().sign(head, NOW, NOTHING))).isInstanceOf(Verification.Signed.class);
    }

    @Test
    void theDateHeaderServesWhereTheOtherLacks() {
        RequestHead dated = with(GET, "Date", "Thu, 26 Nov 2026 12:00:00 GMT");
        String canonical = Canonical.request(
                with(dated, "x-amz-content-sha256", NOTHING.word()),
                true,
                List.of("date", "host", "x-amz-content-sha256"),
                "\0",
                NOTHING.word());
        CredentialScope scope = new CredentialScope("20261126", "us-east-1", "s3");
        String signature =
                SigningKey.derive("first", scope).sign(Canonical.stringToSign("20261126T120000Z", scope, canonical));
        RequestHead signed = with(
                with(dated, "x-amz-content-sha256", NOTHING.word()),
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAONE/" + scope
                        + ",SignedHeaders=date;host;x-amz-content-sha256,Signature=" + signature);
        assertThat(verify(signed)).isInstanceOf(Verification.Signed.class);
        assertThat(refused(with(signed, "Date", "Sun, 26 Nov 2026 12:00:00 -0000"))
                        .code())
                .isEqualTo(Code.SIGNATURE_DOES_NOT_MATCH);
        assertThat(refused(with(signed, "Date", "yesterday")).message())
                .isEqualTo("AWS authentication requires a valid Date or x-amz-date header");
    }

    @Test
    void whatTheBodyIsFollowsFromTheHeader() {
        for (Payload payload : List.of(
                new Payload.Unsigned(),
                new Payload.Streaming(true, false),
                new Payload.Streaming(true, true),
                new Payload.Streaming(false, true))) {
            assertThat(verify(signer().sign(GET, NOW, payload)))
                    .isInstanceOfSatisfying(
                            Verification.Signed.class,
                            it -> assertThat(it.payload()).isEqualTo(payload));
        }
    }

    @Test
    void chunksThatWereChangedAreFound() {
        RequestHead signed = signer().sign(GET, NOW, new Payload.Streaming(true, true));
        ChunkSigner chunks = signer().chunks(signed);
        byte[] first = new byte[32];
        byte[] second = {1};
        String right = chunks.chunk(first);
        String next = chunks.chunk(second);
        String trailer = chunks.trailer(List.of(new Header("x-amz-checksum-crc32", "AAAAAA==")));
        ChunkVerifier verifier = ((Verification.Signed) verify(signed)).seed().verifier();
        assertThat(verifier.chunk(right, first)).isTrue();
        assertThat(verifier.chunk(next, second)).isTrue();
        assertThat(verifier.trailer(trailer, List.of(new Header("X-Amz-Checksum-Crc32", " AAAAAA== "))))
                .isTrue();
        ChunkVerifier again = ((Verification.Signed) verify(signed)).seed().verifier();
        assertThat(again.chunk(next, first)).isFalse();
        assertThat(again.chunk(next, second)).isTrue();
        assertThat(again.trailer(trailer, List.of())).isFalse();
    }

    @Test
    void anotherServicesBodyIsCovered() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        Signer signer = new Signer(one(), "us-east-1", "kms");
        RequestHead signed = signer.sign(
                new RequestHead("POST", "/", "", GET.headers()), NOW, new Payload.Hash(Canonical.sha256Hex(body)));
        SignatureVerifier verifier = new SignatureVerifier(ACCOUNTS, InstantSource.fixed(NOW));
        assertThat(verifier.verify(signed, "kms", body)).isInstanceOf(Verification.Signed.class);
        assertThat(verifier.verify(signed, "kms", new byte[0]))
                .isInstanceOfSatisfying(
                        Verification.Refused.class,
                        it -> assertThat(it.fault().code().jsonCode()).isEqualTo("InvalidSignatureException"));
        assertThat(((Verification.Refused) verifier.verify(signed, "s3"))
                        .fault()
                        .message())
                .isEqualTo("The authorization header is malformed; incorrect service \"kms\". This endpoint belongs to"
                        + " \"s3\".");
    }

    // --- refused

    @Test
    void anotherSecretOrAnotherRequestDoesNotMatch() {
        RequestHead signed = signer().sign(GET, NOW, NOTHING);
        SignatureFault fault = refused(new RequestHead("GET", "/pool/b", "", signed.headers()));
        assertThat(fault.code()).isEqualTo(Code.SIGNATURE_DOES_NOT_MATCH);
        assertThat(fault.code().s3Code()).isEqualTo("SignatureDoesNotMatch");
        assertThat(fault.code().s3Status()).isEqualTo(403);
        assertThat(fault.details())
                .containsKeys("StringToSign", "CanonicalRequest", "StringToSignBytes", "CanonicalRequestBytes")
                .containsEntry("AWSAccessKeyId", "AKIAONE");
        assertThat(fault.details().get("CanonicalRequest")).startsWith("GET\n/pool/b\n\nhost:localhost:9700\n");
        AccessKey wrong = new AccessKey("AKIATWO", "guess", one().caller(), Optional.empty());
        assertThat(refused(new Signer(wrong, "us-east-1", "s3").sign(GET, NOW, NOTHING))
                        .code())
                .isEqualTo(Code.SIGNATURE_DOES_NOT_MATCH);
        AccessKey unknown = new AccessKey("AKIANONE", "guess", one().caller(), Optional.empty());
        assertThat(refused(new Signer(unknown, "us-east-1", "s3").sign(GET, NOW, NOTHING)))
                .isEqualTo(new SignatureRefusal(
                                Code.INVALID_ACCESS_KEY_ID,
                                "The AWS Access Key Id you provided does not exist in our records.",
                                "AWSAccessKeyId",
                                "AKIANONE")
                        .fault());
    }

    @Test
    void aClockFifteenMinutesOffIsTooFar() {
        for (Duration off : List.of(Duration.ofMinutes(15), Duration.ofMinutes(-15))) {
            assertThat(verify(signer().sign(GET, NOW.plus(off), NOTHING))).isInstanceOf(Verification.Signed.class);
            SignatureFault fault =
                    refused(signer().sign(GET, NOW.plus(off.multipliedBy(61).dividedBy(60)), NOTHING));
            assertThat(fault.code()).isEqualTo(Code.REQUEST_TIME_TOO_SKEWED);
            assertThat(fault.details())
                    .containsEntry("ServerTime", "2026-11-26T12:00:00Z")
                    .containsEntry("MaxAllowedSkewMilliseconds", "900000");
        }
    }

    @Test
    void everyHeaderOfTheServiceMustBeSigned() {
        SignatureFault fault = refused(with(signer().sign(GET, NOW, NOTHING), "x-amz-acl", "public-read"));
        assertThat(fault)
                .isEqualTo(new SignatureRefusal(
                                Code.ACCESS_DENIED,
                                "There were headers present in the request which were not signed",
                                "HeadersNotSigned",
                                "x-amz-acl")
                        .fault());
    }

    @Test
    void theDigestMustBeThereAndReadable() {
        RequestHead signed = signer().sign(GET, NOW, NOTHING);
        assertThat(refused(with(signed, "x-amz-content-sha256", "")).message())
                .isEqualTo("Missing required header for this request: x-amz-content-sha256");
        SignatureFault fault = refused(with(signed, "x-amz-content-sha256", "short"));
        assertThat(fault.code()).isEqualTo(Code.INVALID_ARGUMENT);
        assertThat(fault.details()).containsEntry("ArgumentValue", "short");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                AWS HAHAHA | INVALID_ARGUMENT | AWS authorization header is invalid.  Expected AwsAccessKeyId:signature
                AWS AKIAONE:c2ln | INVALID_REQUEST | The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.
                AWS4-ECDSA-P256-SHA256 Credential=x | INVALID_REQUEST | The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.
                Basic eDp5 | INVALID_ARGUMENT | Unsupported Authorization Type
                AWS4-HMAC-SHA256 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; the authorization header requires three components: Credential, SignedHeaders, and Signature.
                AWS4-HMAC-SHA256 Credential=a/20261126/us-east-1/s3/aws4_request, SignedHeaders=host | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; the authorization header requires three components: Credential, SignedHeaders, and Signature.
                AWS4-HMAC-SHA256 Credential=AKIAONE, SignedHeaders=host, Signature=0 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; the Credential is mal-formed; expecting "<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request".
                AWS4-HMAC-SHA256 Credential=AKIAONE/20261126/us-east-1/s3/aws5, SignedHeaders=host, Signature=0 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; incorrect terminal "aws5". This endpoint uses "aws4_request".
                AWS4-HMAC-SHA256 Credential=AKIAONE/20261126/us east/s3/aws4_request, SignedHeaders=host, Signature=0 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; the region 'us east' is wrong; expecting 'us-east-1'
                AWS4-HMAC-SHA256 Credential=AKIAONE/20261326/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; incorrect date format "20261326". This date in the credential must be in the format "yyyyMMdd".
                AWS4-HMAC-SHA256 Credential=AKIAONE/20261125/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0 | AUTHORIZATION_HEADER_MALFORMED | The authorization header is malformed; Invalid credential date "20261125". This date is not the same as X-Amz-Date: "20261126".
                """)
    void aHeaderThatCannotBeReadSaysWhy(String authorization, Code code, String message) {
        SignatureFault fault =
                refused(with(with(GET, "x-amz-date", "20261126T120000Z"), "Authorization", authorization));
        assertThat(fault.code()).isEqualTo(code);
        assertThat(fault.message()).isEqualTo(message);
    }

    // --- presigned

    @Test
    void aPresignedRequestHoldsFromItsDateForAsLongAsItSays() {
        RequestHead signed = signer().presign(with(GET, "x-amz-acl", "private"), NOW, Duration.ofSeconds(60));
        assertThat(verify(signed, NOW.plusSeconds(60))).isInstanceOf(Verification.Signed.class);
        SignatureFault expired = ((Verification.Refused) verify(signed, NOW.plusSeconds(61))).fault();
        assertThat(expired)
                .isEqualTo(new SignatureRefusal(
                                Code.ACCESS_DENIED,
                                "Request has expired",
                                "X-Amz-Expires",
                                "60",
                                "Expires",
                                "2026-11-26T12:01:00Z",
                                "ServerTime",
                                "2026-11-26T12:01:01Z")
                        .fault());
        assertThat(verify(signed, NOW.minusSeconds(900))).isInstanceOf(Verification.Signed.class);
        assertThat(((Verification.Refused) verify(signed, NOW.minusSeconds(901)))
                        .fault()
                        .message())
                .isEqualTo("Request is not yet valid");
        assertThat(verify(with(signed, "x-amz-acl", "public-read"))).isInstanceOf(Verification.Refused.class);
        assertThatThrownBy(() -> signer().presign(GET, NOW, Duration.ofDays(8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                X-Amz-Expires=60 | X-Amz-Expires=604801 | X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds
                X-Amz-Expires=60 | X-Amz-Expires=-9223372036854775808 | X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds
                X-Amz-Expires=60 | X-Amz-Expires=soon | X-Amz-Expires should be a number
                X-Amz-Expires=60& | '' | Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.
                X-Amz-Algorithm=AWS4-HMAC-SHA256 | X-Amz-Algorithm=AWS4 | X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"
                T120000Z | T12:00:00Z | X-Amz-Date must be in the ISO8601 Long Format "yyyyMMdd'T'HHmmss'Z'"
                %2Fs3%2F | %2Fkms%2F | Error parsing the X-Amz-Credential parameter; incorrect service "kms". This endpoint belongs to "s3".
                X-Amz-Date=20261126 | X-Amz-Date=20261125 | Invalid credential date "20261126". This date is not the same as X-Amz-Date: "20261125".
                """)
    void aPresignedQueryThatCannotBeReadSaysWhy(String part, String instead, String message) {
        RequestHead signed = signer().presign(GET, NOW, Duration.ofSeconds(60));
        SignatureFault fault = refused(
                new RequestHead("GET", signed.rawPath(), signed.rawQuery().replace(part, instead), signed.headers()));
        assertThat(fault.code()).isEqualTo(Code.AUTHORIZATION_QUERY_PARAMETERS);
        assertThat(fault.message()).isEqualTo(message);
    }

    @Test
    void whatEndsBeforeItBeginsHasExpired() {
        RequestHead signed = signer().presign(GET, NOW, Duration.ofSeconds(60));
        SignatureFault fault = refused(new RequestHead(
                "GET", "/pool/a", signed.rawQuery().replace("Expires=60", "Expires=-7"), signed.headers()));
        assertThat(fault.message()).isEqualTo("Request has expired");
        assertThat(fault.code().s3Status()).isEqualTo(403);
    }

    @Test
    void anEmptyHeaderIsNoneAndTimeGoesBeforeTheMechanism() {
        assertThat(verify(with(GET, "Authorization", " "))).isEqualTo(new Verification.Anonymous());
        RequestHead old = with(GET, "Authorization", "AWS AKIAONE:c2ln");
        assertThat(refused(old).code()).isEqualTo(Code.ACCESS_DENIED);
        assertThat(refused(with(old, "x-amz-date", "Bad Date")).code()).isEqualTo(Code.ACCESS_DENIED);
        assertThat(refused(with(old, "Date", "Fri, 07 Jul 1950 21:53:04 GMT")).code())
                .isEqualTo(Code.ACCESS_DENIED);
        assertThat(refused(with(old, "Date", "Tue, 07 Jul 2010 21:53:04 -0000")).code())
                .isEqualTo(Code.REQUEST_TIME_TOO_SKEWED);
        assertThat(refused(with(old, "Date", "Wed, 07 Jul 2010 21:53:04 GMT")).code())
                .isEqualTo(Code.REQUEST_TIME_TOO_SKEWED);
        RequestHead unknown = with(
                with(GET, "x-amz-date", "20261126T120000Z"),
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=NOBODY/20150930/us-east-1/s3/aws4_request,SignedHeaders=host,Signature=0");
        assertThat(refused(unknown).code()).isEqualTo(Code.INVALID_ACCESS_KEY_ID);
    }

    @Test
    void oldSignaturesAndTwoMechanismsAreRefused() {
        assertThat(refused(old(Long.toString(NOW.plusSeconds(9).getEpochSecond())))
                        .code())
                .isEqualTo(Code.INVALID_REQUEST);
        assertThat(refused(old("1")).message()).isEqualTo("Request has expired");
        assertThat(refused(old("soon")).message()).isEqualTo("Invalid date (should be seconds since epoch): soon");
        assertThat(refused(old("9999999999999999999")).code()).isEqualTo(Code.ACCESS_DENIED);
        assertThat(refused(old("999999999999999999")).code()).isEqualTo(Code.ACCESS_DENIED);
        RequestHead both = with(signer().presign(GET, NOW, Duration.ofSeconds(60)), "Authorization", "AWS a:b");
        assertThat(refused(both).code()).isEqualTo(Code.INVALID_ARGUMENT);
    }

    private static RequestHead old(String expires) {
        return new RequestHead(
                "GET", "/pool/a", "AWSAccessKeyId=AKIAONE&Expires=" + expires + "&Signature=c2ln", GET.headers());
    }

    // --- temporary credentials

    @Test
    void temporaryCredentialsNeedTheirTokenAndEnd() {
        AccessKey temporary = ACCOUNTS.assume(
                ACCOUNTS.role("arn:aws:iam::111122223333:role/Reader").orElseThrow(),
                "today",
                Optional.empty(),
                Map.of("team", "red"),
                Duration.ofHours(1));
        Signer signer = new Signer(temporary, "us-east-1", "s3");
        RequestHead signed = signer.sign(GET, NOW, NOTHING);
        assertThat(verify(signed))
                .isInstanceOfSatisfying(
                        Verification.Signed.class,
                        it -> assertThat(it.caller().arn())
                                .isEqualTo("arn:aws:sts::111122223333:assumed-role/Reader/today"));
        assertThat(verify(signer.presign(GET, NOW, Duration.ofMinutes(1)))).isInstanceOf(Verification.Signed.class);
        assertThat(refused(with(signed, "X-Amz-Security-Token", "other")).code())
                .isEqualTo(Code.INVALID_TOKEN);
        assertThat(refused(with(signed, "X-Amz-Security-Token", "")).code()).isEqualTo(Code.INVALID_TOKEN);
        Instant over = NOW.plusSeconds(3600);
        assertThat(((Verification.Refused) verify(signer.sign(GET, over, NOTHING), over))
                        .fault()
                        .code())
                .isEqualTo(Code.EXPIRED_TOKEN);
        RequestHead longTerm = with(GET, "X-Amz-Security-Token", "stray");
        assertThat(refused(signer().sign(longTerm, NOW, NOTHING)).code()).isEqualTo(Code.INVALID_TOKEN);
    }
}
