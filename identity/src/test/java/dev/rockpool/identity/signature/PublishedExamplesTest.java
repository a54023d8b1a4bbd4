package dev.rockpool.identity.signature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.RequestHead.Header;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// The examples that the service publishes with keys and signatures: S3 API reference, *Examples: Signature
/// Calculations*, *Authenticating Requests: Using Query Parameters*, *Transferring Payload in Multiple
/// Chunks*, *… with trailing headers*; IAM user guide, *Create a signed AWS API request*. Signed and
/// verified both.
final class PublishedExamplesTest {
    private static final Instant AT = Instant.parse("2013-05-24T00:00:00Z");
    private static final String NOTHING = Payload.Hash.OF_NOTHING.sha256();
    private static final Header HOST = new Header("Host", "examplebucket.s3.amazonaws.com");
    private static final Accounts ACCOUNTS =
            Accounts.parse("examples", """
            {"accounts": [{"id": "123456789012", "users": [
              {"name": "example", "root": true, "accessKey": "AKIAIOSFODNN7EXAMPLE",
               "secretKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"},
              {"name": "suite", "root": true, "accessKey": "AKIDEXAMPLE",
               "secretKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"}]}]}""", new SplittableRandom(1), InstantSource.fixed(AT));
    private static final SignatureVerifier VERIFIER = new SignatureVerifier(ACCOUNTS, InstantSource.fixed(AT));
    private static final Signer SIGNER = new Signer(key("AKIAIOSFODNN7EXAMPLE"), "us-east-1", "s3");

    private static AccessKey key(String id) {
        return ACCOUNTS.accessKey(id).orElseThrow();
    }

    private static void published(RequestHead head, Payload payload, String signedHeaders, String signature) {
        RequestHead signed = SIGNER.sign(head, AT, payload);
        assertThat(signed.header("authorization"))
                .contains("AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + " SignedHeaders=" + signedHeaders + ", Signature=" + signature);
        assertThat(VERIFIER.verify(signed, "s3"))
                .isInstanceOfSatisfying(
                        Verification.Signed.class,
                        it -> assertThat(it.payload()).isEqualTo(payload));
    }

    @Test
    void getObject() {
        published(
                new RequestHead("GET", "/test.txt", "", List.of(HOST, new Header("Range", "bytes=0-9"))),
                new Payload.Hash(NOTHING),
                "host;range;x-amz-content-sha256;x-amz-date",
                "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
    }

    @Test
    void putObject() {
        published(
                new RequestHead(
                        "PUT",
                        "/test$file.text",
                        "",
                        List.of(
                                HOST,
                                new Header("Date", "Fri, 24 May 2013 00:00:00 GMT"),
                                new Header("x-amz-storage-class", "REDUCED_REDUNDANCY"))),
                new Payload.Hash("44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072"),
                "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
                "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd");
    }

    @Test
    void getBucketLifecycle() {
        published(
                new RequestHead("GET", "/", "lifecycle", List.of(HOST)),
                new Payload.Hash(NOTHING),
                "host;x-amz-content-sha256;x-amz-date",
                "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543");
    }

    @Test
    void listObjects() {
        published(
                new RequestHead("GET", "/", "max-keys=2&prefix=J", List.of(HOST)),
                new Payload.Hash(NOTHING),
                "host;x-amz-content-sha256;x-amz-date",
                "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7");
    }

    @Test
    void presigned() {
        RequestHead signed =
                SIGNER.presign(new RequestHead("GET", "/test.txt", "", List.of(HOST)), AT, Duration.ofDays(1));
        assertThat(signed.rawQuery())
                .isEqualTo("X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
        assertThat(VERIFIER.verify(signed, "s3")).isInstanceOfSatisfying(Verification.Signed.class, it -> {
            assertThat(it.presigned()).isTrue();
            assertThat(it.payload()).isEqualTo(new Payload.Unsigned());
        });
    }

    @Test
    void chunks() throws Exception {
        RequestHead head = new RequestHead(
                "PUT",
                "/examplebucket/chunkObject.txt",
                "",
                List.of(
                        new Header("Host", "s3.amazonaws.com"),
                        new Header("x-amz-storage-class", "REDUCED_REDUNDANCY"),
                        new Header("Content-Encoding", "aws-chunked"),
                        new Header("x-amz-decoded-content-length", "66560"),
                        new Header("Content-Length", "66824")));
        published(
                head,
                new Payload.Streaming(true, false),
                "content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
                        + "x-amz-storage-class",
                "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9");
        ChunkVerifier chunks = seed(SIGNER.sign(head, AT, new Payload.Streaming(true, false)));
        assertThat(chunks.chunk("ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648", as(65_536)))
                .isTrue();
        assertThat(chunks.chunk("0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497", as(1024)))
                .isTrue();
        assertThat(chunks.chunk("b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9", as(0)))
                .isTrue();
    }

    @Test
    void chunksWithTrailer() throws Exception {
        RequestHead head = new RequestHead(
                "PUT",
                "/examplebucket/chunkObject.txt",
                "",
                List.of(
                        new Header("Host", "s3.amazonaws.com"),
                        new Header("x-amz-storage-class", "REDUCED_REDUNDANCY"),
                        new Header("Content-Encoding", "aws-chunked"),
                        new Header("x-amz-decoded-content-length", "66560"),
                        new Header("x-amz-trailer", "x-amz-checksum-crc32c")));
        published(
                head,
                new Payload.Streaming(true, true),
                "content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;"
                        + "x-amz-storage-class;x-amz-trailer",
                "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e");
        ChunkVerifier chunks = seed(SIGNER.sign(head, AT, new Payload.Streaming(true, true)));
        assertThat(chunks.chunk("b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2", as(65_536)))
                .isTrue();
        assertThat(chunks.chunk("1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7", as(1024)))
                .isTrue();
        assertThat(chunks.chunk("2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992", as(0)))
                .isTrue();
        assertThat(chunks.trailer(
                        "d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435",
                        List.of(new Header("x-amz-checksum-crc32c", "sOO8/Q=="))))
                .isTrue();
    }

    @Test
    void anotherServicesRequest() {
        Signer signer = new Signer(key("AKIDEXAMPLE"), "us-east-1", "iam");
        Instant at = Instant.parse("2015-08-30T12:36:00Z");
        RequestHead signed = signer.sign(
                new RequestHead(
                        "GET",
                        "/",
                        "Action=ListUsers&Version=2010-05-08",
                        List.of(
                                new Header("Host", "iam.amazonaws.com"),
                                new Header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"))),
                at,
                new Payload.Hash(NOTHING));
        assertThat(signed.header("Authorization"))
                .hasValueSatisfying(it -> assertThat(it)
                        .endsWith("Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7"));
        assertThat(new SignatureVerifier(ACCOUNTS, InstantSource.fixed(at)).verify(signed, "iam", new byte[0]))
                .isInstanceOf(Verification.Signed.class);
    }

    private static ChunkVerifier seed(RequestHead signed) {
        return ((Verification.Signed) VERIFIER.verify(signed, "s3")).seed().verifier();
    }

    private static byte[] as(int length) throws Exception {
        byte[] data = new byte[length];
        Arrays.fill(data, "a".getBytes(StandardCharsets.US_ASCII)[0]);
        return MessageDigest.getInstance("SHA-256").digest(data);
    }
}
