package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.Signer;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that nobody sensible sends. None may be answered with 500, none may read what needs a
/// signature, and none may leave a file outside the data folder. A seeded sample;
/// the whole campaign, 100,000.
class HostileRequestsTest {
    private static final String SECRET = "the-content-that-nobody-may-see";
    private static final String[] METHODS = {"GET", "PUT", "POST", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "get"
    };
    private static final String[] PATHS = {
        "/",
        "/private",
        "/private/",
        "/private/secret",
        "//private/secret",
        "/private/../private/secret",
        "/private/%2e%2e/secret",
        "/private//etc/passwd",
        "/private/..%2f..%2f..%2ftmp%2fx",
        "/private/%00",
        "/private/%FF%FE",
        "/PRIVATE/secret",
        "/private;x/secret",
        "/private/secret%3Facl",
        "/private/" + "k".repeat(1500),
        "/.%2e/private/secret",
        "*",
        "http://localhost/private/secret",
        "/private/secret#x",
        "/_rockpool/clock",
        "/private/\\..\\x",
        "/a b",
        "/open/k",
        "/open/../../x"
    };
    private static final String[] QUERIES = {
        "",
        "?acl",
        "?policy",
        "?versionId=x",
        "?versionId=",
        "?uploads",
        "?uploadId=%00&partNumber=1",
        "?partNumber=99999",
        "?partNumber=-1",
        "?list-type=2",
        "?list-type=9",
        "?max-keys=-1",
        "?max-keys=9999999999",
        "?continuation-token=AAAA",
        "?delete",
        "?tagging",
        "?lifecycle",
        "?restore",
        "?select&select-type=2",
        "?attributes",
        "?torrent",
        "?%zz",
        "?&&&=",
        "?X-Amz-Signature=a",
        "?X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "?AWSAccessKeyId=x&Signature=y&Expires=99999999999",
        "?encoding-type=rot13",
        "?inventory&id=..%2f..%2fx",
        "?object-lock",
        "?versions&key-marker=%ff",
        "?response-content-type=a%0d%0aX-Evil:1",
        "?cors",
        "?website"
    };
    private static final String[] HEADERS = {
        "Range: bytes=0-0",
        "Range: bytes=-99999999999999999999",
        "Range: lines=1-2",
        "Range: bytes=9-1",
        "Content-MD5: x",
        "x-amz-checksum-crc32: x",
        "x-amz-checksum-crc32: AAAAAA==",
        "x-amz-content-sha256: STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "x-amz-decoded-content-length: -5",
        "x-amz-decoded-content-length: 99999999999999999999",
        "x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
        "x-amz-copy-source: /private/secret",
        "x-amz-copy-source: ..",
        "x-amz-copy-source: %00",
        "x-amz-acl: public-read-write",
        "x-amz-grant-read: id=",
        "x-amz-tagging: a=b&a=c",
        "x-amz-server-side-encryption: aws:kms",
        "x-amz-server-side-encryption-customer-algorithm: AES256",
        "x-amz-server-side-encryption-customer-key: AAAA",
        "If-Match: *",
        "If-None-Match: *",
        "If-Modified-Since: yesterday",
        "Expect: 100-continue",
        "Origin: http://evil.example",
        "Access-Control-Request-Method: GET",
        "Content-Type: multipart/form-data; boundary=B",
        "x-amz-storage-class: GLACIER",
        "x-amz-object-lock-mode: COMPLIANCE",
        "x-amz-metadata-directive: NOPE",
        "x-amz-meta-\u00e9: \u00e9",
        "x-amz-date: never",
        "Authorization: AWS AKIAMAIN000000000000:x",
        "Authorization: AWS4-HMAC-SHA256 Credential=x",
        "Authorization: Bearer x",
        "x-amz-bypass-governance-retention: true",
        "x-amz-expected-bucket-owner: 1",
        "x-amz-object-attributes: Everything",
        "x-amz-mp-object-size: x",
        "Connection: close, Upgrade",
        "Upgrade: h2c",
        "Content-Encoding: aws-chunked",
        "Cookie: a=b"
    };
    private static final String[] BODIES = {
        "",
        "x",
        "<a>",
        "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
        "{}",
        "0\r\n\r\n",
        "5\r\nhello\r\n0\r\n\r\n",
        "<Delete><Object><Key>secret</Key></Object></Delete>",
        "<Tagging><TagSet/></Tagging>",
        "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>x</ETag></Part></CompleteMultipartUpload>",
        "<CreateBucketConfiguration><LocationConstraint>x</LocationConstraint></CreateBucketConfiguration>",
        "--B\r\nContent-Disposition: form-data; name=\"key\"\r\n\r\nk\r\n--B\r\nContent-Disposition: form-data;"
                + " name=\"file\"\r\n\r\nx\r\n--B--",
        "<RestoreRequest><Days>0</Days></RestoreRequest>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><Tagging><TagSet/></Tagging>",
        "\u00fe\u00ff\u0000<\u0000a\u0000/\u0000>",
        "<Tagging><TagSet><Tag><Key>\u00ff</Key><Value>&#0;</Value></Tag></TagSet></Tagging>",
        "<LifecycleConfiguration><Rule><Status>Enabled</Status><Prefix/><Expiration><Days>99999999999999999999</Days>"
                + "<Date>-999999999-01-01T00:00:00Z</Date></Expiration></Rule></LifecycleConfiguration>",
        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>+999999999-12-31T23:59:59Z</RetainUntilDate></Retention>",
        "<Delete><Object><Key>k</Key><VersionId>null</VersionId><Size>-1</Size><LastModifiedTime>x</LastModifiedTime>"
                + "</Object></Delete>",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:PutObject\","
                + "\"Resource\":\"arn:aws:s3:::private/*\",\"Condition\":{\"NumericLessThan\":{\"s3:max-keys\":1e400}}}]}",
        "ffffffffffffffff;chunk-signature=x\r\nz\r\n0\r\nx-amz-checksum-crc32:x\r\n\r\n",
        "<" + "a><".repeat(200) + "/a>",
        "\u0000\u00ff\u0001"
    };

    @TempDir
    Path folder;

    @Test
    void answersNothingWith500AndLeaksNothing() throws Exception {
        int trials = Campaign.size(1_500, 100_000);
        long seed = Campaign.isWhole() ? Instant.now().toEpochMilli() : 20_261_126;
        Path data = Files.createDirectory(folder.resolve("data"));
        try (ServedStore served = new ServedStore(data, S3Settings.BucketDefaults.OF_2022)) {
            SignedClient owner = new SignedClient(served, served.mainKey());
            assertThat(owner.signed("PUT", "/private", "").statusCode()).isEqualTo(200);
            assertThat(owner.signed("PUT", "/private/secret", SECRET).statusCode())
                    .isEqualTo(200);
            assertThat(owner.signed("PUT", "/open", "", "x-amz-acl", "public-read-write")
                            .statusCode())
                    .isEqualTo(200);
            Random random = new Random(seed);
            List<String> seen = new ArrayList<>();
            for (int trial = 0; trial < trials; trial++) {
                boolean signed = random.nextInt(3) == 0;
                String request = request(served, random, signed);
                String answer = exchange(served.gateway.port(), request);
                String what = "seed " + seed + ", trial " + trial + ":\n" + request + "\n=>\n" + answer;
                assertThat(answer.startsWith("HTTP/1.1 500")).as(what).isFalse();
                if (!signed) {
                    assertThat(answer.contains(SECRET)).as(what).isFalse();
                }
                assertThat(answer.contains("\nX-Evil")).as(what).isFalse();
                if (seen.size() < 20) {
                    seen.add(answer.substring(0, Math.min(12, answer.length())));
                }
            }
            assertThat(served.failures).isEmpty();
            assertThat(seen).isNotEmpty();
            Campaign.tell(
                    "hostile requests to the object store",
                    "%,d requests from seed %d; no 500, nothing secret, no file outside".formatted(trials, seed));
            assertThat(new SignedClient(served, served.mainKey())
                            .signed("GET", "/", "")
                            .statusCode())
                    .isEqualTo(200);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList()).containsExactly(data);
        }
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static String request(ServedStore served, Random random, boolean signed) {
        String method = any(random, METHODS);
        // what is signed may not destroy what the trials look for
        boolean writes = signed && !method.equals("GET") && !method.equals("HEAD");
        String path = !writes ? any(random, PATHS) : random.nextInt(3) == 0 ? "/open" : "/open/k";
        String query = any(random, QUERIES);
        String body = any(random, BODIES);
        List<RequestHead.Header> headers = new ArrayList<>();
        headers.add(new RequestHead.Header("Host", random.nextInt(20) == 0 ? "evil.example" : "localhost"));
        for (int i = random.nextInt(4); i > 0; i--) {
            String[] field = any(random, HEADERS).split(": ", 2);
            headers.add(new RequestHead.Header(field[0], field[1]));
        }
        if (random.nextBoolean()) {
            byte[] md5 = Digests.md5().digest(body.getBytes(StandardCharsets.ISO_8859_1));
            headers.add(
                    new RequestHead.Header("Content-MD5", Base64.getEncoder().encodeToString(md5)));
        }
        RequestHead head = new RequestHead(method, path, query.isEmpty() ? "" : query.substring(1), headers);
        if (signed && path.startsWith("/")) {
            head = new Signer(served.mainKey(), "us-east-1", "s3").sign(head, Instant.now(), new Payload.Unsigned());
        }
        StringBuilder text =
                new StringBuilder(method).append(' ').append(path).append(query).append(" HTTP/1.1\r\n");
        for (RequestHead.Header header : head.headers()) {
            text.append(header.name()).append(": ").append(header.value()).append("\r\n");
        }
        int lie = random.nextInt(30) == 0 ? random.nextInt(9) - 4 : 0;
        text.append("Connection: close\r\nContent-Length: ")
                .append(Math.max(0, body.length() + lie))
                .append("\r\n\r\n")
                .append(body);
        if (random.nextInt(8) == 0) {
            int at = random.nextInt(text.length());
            text.setCharAt(at, (char) random.nextInt(256));
        }
        return text.toString();
    }

    private static String exchange(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (java.net.SocketException e) {
            return "";
        }
    }
}
