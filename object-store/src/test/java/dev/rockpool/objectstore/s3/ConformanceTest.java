package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.core.sync.RequestBody.fromString;

import dev.rockpool.objectstore.s3.S3Settings.BucketDefaults;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/// What public suites of tests ask beyond what the SDK's own use shows, by the defaults of 2022 and by today's.
final class ConformanceTest {
    private static final String CUSTOMER_KEY =
            Base64.getEncoder().encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8));
    private static final String OTHER_KEY =
            Base64.getEncoder().encodeToString("abcdef0123456789abcdef0123456789".getBytes(StandardCharsets.UTF_8));

    @TempDir
    Path folder;

    private ServedStore served;
    private S3Client main;
    private S3Client other;

    @BeforeEach
    void open() {
        serve(BucketDefaults.OF_2022);
    }

    @AfterEach
    void close() {
        main.close();
        other.close();
        served.close();
    }

    private void serve(BucketDefaults defaults) {
        served = new ServedStore(folder.resolve(defaults.name()), defaults);
        main = served.main();
        other = served.other();
        main.createBucket(bucket -> bucket.bucket("reef"));
    }

    private static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        refusal -> assertThat(List.of(
                                        refusal.statusCode(),
                                        refusal.awsErrorDetails().errorCode()))
                                .isEqualTo(List.of(status, code)));
    }

    private void putUnless(String etag) {
        main.putObject(put -> put.bucket("reef").key("k").ifNoneMatch(etag), fromString("text"));
    }

    @Test
    void anETagThatMustNotMatchIsTakenByTheDefaultsOf2022Only() {
        putUnless("\"0123\"");
        String etag = main.headObject(head -> head.bucket("reef").key("k")).eTag();
        refused(() -> putUnless(etag), 412, "PreconditionFailed");
        refused(() -> putUnless("*"), 412, "PreconditionFailed");
        close();
        serve(BucketDefaults.CURRENT);
        refused(() -> putUnless("\"0123\""), 501, "NotImplemented");
        putUnless("*");
    }

    @Test
    void aBareKeyNameIsMadeByTheDefaultsOf2022Only() {
        String put = putByKey("testkey-1");
        assertThat(put).isEqualTo("testkey-1");
        assertThat(main.headObject(head -> head.bucket("reef").key("k")).ssekmsKeyId())
                .isEqualTo("testkey-1");
        assertThat(main.getObjectAsBytes(get -> get.bucket("reef").key("k")).asUtf8String())
                .isEqualTo("text");
        refused(() -> putByKey("01234567-89ab-cdef-0123-456789abcdef"), 400, "KMS.NotFoundException");
        close();
        serve(BucketDefaults.CURRENT);
        refused(() -> putByKey("testkey-1"), 400, "KMS.NotFoundException");
    }

    private String putByKey(String key) {
        return main.putObject(
                        put -> put.bucket("reef")
                                .key("k")
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId(key),
                        fromString("text"))
                .ssekmsKeyId();
    }

    @Test
    void aFilterWithoutAnAndIsJoinedByTheDefaultsOf2022Only() throws Exception {
        assertThat(putFilter().statusCode()).isEqualTo(200);
        assertThat(main.getBucketLifecycleConfiguration(get -> get.bucket("reef"))
                        .rules()
                        .getFirst()
                        .filter()
                        .and()
                        .tags())
                .extracting(tag -> tag.key() + "=" + tag.value())
                .containsExactly("tom=sawyer", "huck=finn");
        close();
        serve(BucketDefaults.CURRENT);
        assertThat(putFilter().body()).contains("<Code>MalformedXML</Code>");
    }

    private HttpResponse<String> putFilter() throws Exception {
        return new SignedClient(served, served.mainKey()).checked("PUT", "/reef?lifecycle=", """
                <LifecycleConfiguration><Rule><ID>r</ID><Status>Enabled</Status><Filter><Prefix>days1/</Prefix>
                <Tag><Key>tom</Key><Value>sawyer</Value></Tag><And><Prefix>days1</Prefix>
                <Tag><Key>huck</Key><Value>finn</Value></Tag></And></Filter>
                <Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>""");
    }

    @Test
    void rulesMayShareAPrefixByTheDefaultsOf2022() throws Exception {
        String rule = "<Rule><ID>%s</ID><Prefix></Prefix><Status>Enabled</Status>%s</Rule>";
        String body = "<LifecycleConfiguration>"
                + rule.formatted(
                        "a", "<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>")
                + rule.formatted(
                        "b",
                        "<NoncurrentVersionExpiration><NoncurrentDays>1</NoncurrentDays></NoncurrentVersionExpiration>")
                + "</LifecycleConfiguration>";
        assertThat(new SignedClient(served, served.mainKey())
                        .checked("PUT", "/reef?lifecycle=", body)
                        .statusCode())
                .isEqualTo(200);
        assertThat(main.getBucketLifecycleConfiguration(get -> get.bucket("reef"))
                        .rules())
                .hasSize(2);
    }

    @Test
    void anAccountThatBeganAnUploadIsToldByItsCanonicalId() {
        main.createMultipartUpload(create -> create.bucket("reef").key("k"));
        assertThat(main.listMultipartUploads(list -> list.bucket("reef"))
                        .uploads()
                        .getFirst()
                        .initiator()
                        .id())
                .isEqualTo("canonical-main");
    }

    @Test
    void aBucketsLogHasALineForEachRequest() {
        main.createBucket(bucket -> bucket.bucket("reef-logs"));
        main.putBucketLogging(put -> put.bucket("reef")
                .bucketLoggingStatus(status ->
                        status.loggingEnabled(to -> to.targetBucket("reef-logs").targetPrefix("log/"))));
        main.putObject(put -> put.bucket("reef").key("a b"), fromString("text"));
        refused(() -> main.getObjectAsBytes(get -> get.bucket("reef").key("none")), 404, "NoSuchKey");
        main.putBucketLogging(put -> put.bucket("reef").bucketLoggingStatus(status -> {}));
        served.store.logAccess("reef", () -> "not wanted any more");
        main.putBucketLogging(put -> put.bucket("reef")
                .bucketLoggingStatus(status ->
                        status.loggingEnabled(to -> to.targetBucket("reef-logs").targetPrefix("log/"))));
        served.store.logAccess("reef", () -> "x".repeat(1 << 20));
        String key = main.listObjectsV2(list -> list.bucket("reef-logs"))
                .contents()
                .getFirst()
                .key();
        List<String> lines = main.getObjectAsBytes(
                        get -> get.bucket("reef-logs").key(key))
                .asUtf8String()
                .lines()
                .toList();
        assertThat(key).startsWith("log/");
        assertThat(lines)
                .anyMatch(line -> line.matches("canonical-main reef \\[[^]]+] 127\\.0\\.0\\.1"
                        + " arn:aws:iam::111111111111:root [0-9A-F]{16} REST\\.PUT\\.OBJECT a%20b"
                        + " \"PUT /reef/a%20b HTTP/1\\.1\" 200 - - 4 \\d+ \\d+ - \"[^\"]+\" - [0-9A-F]{16}"
                        + " SigV4 - AuthHeader \\S+ - - -"))
                .anyMatch(line -> line.contains(" REST.GET.OBJECT none ") && line.contains("\" 404 NoSuchKey "));
    }

    @Test
    void theBucketsOwnerMayTagWhatOthersPutThere() {
        main.putBucketAcl(acl -> acl.bucket("reef").acl("public-read-write"));
        other.putObject(put -> put.bucket("reef").key("theirs"), fromString("x"));
        main.putObjectTagging(put -> put.bucket("reef")
                .key("theirs")
                .tagging(tags -> tags.tagSet(Tag.builder().key("a").value("b").build())));
        assertThat(main.getObjectTagging(get -> get.bucket("reef").key("theirs"))
                        .tagSet())
                .hasSize(1);
        refused(() -> main.getObjectAsBytes(get -> get.bucket("reef").key("theirs")), 403, "AccessDenied");
    }

    @Test
    void aPartSentTwiceUnderACustomersKeyKeepsItsETag() {
        String upload = main.createMultipartUpload(create -> create.bucket("reef")
                        .key("k")
                        .sseCustomerAlgorithm("AES256")
                        .sseCustomerKey(CUSTOMER_KEY)
                        .sseCustomerKeyMD5(md5(CUSTOMER_KEY)))
                .uploadId();
        String first = part(upload, CUSTOMER_KEY, "bytes");
        assertThat(part(upload, CUSTOMER_KEY, "bytes")).isEqualTo(first);
        assertThat(part(upload, CUSTOMER_KEY, "other")).isNotEqualTo(first);
        refused(() -> part(upload, OTHER_KEY, "bytes"), 400, "InvalidRequest");
        String last = part(upload, CUSTOMER_KEY, "bytes");
        main.completeMultipartUpload(complete -> complete.bucket("reef")
                .key("k")
                .uploadId(upload)
                .sseCustomerAlgorithm("AES256")
                .sseCustomerKey(CUSTOMER_KEY)
                .sseCustomerKeyMD5(md5(CUSTOMER_KEY))
                .multipartUpload(parts -> parts.parts(
                        CompletedPart.builder().partNumber(1).eTag(last).build())));
        refused(() -> main.getObjectAsBytes(get -> get.bucket("reef").key("k").partNumber(2)), 400, "InvalidPart");
    }

    private String part(String upload, String key, String text) {
        return main.uploadPart(
                        part -> part.bucket("reef")
                                .key("k")
                                .uploadId(upload)
                                .partNumber(1)
                                .sseCustomerAlgorithm("AES256")
                                .sseCustomerKey(key)
                                .sseCustomerKeyMD5(md5(key)),
                        fromString(text))
                .eTag();
    }

    private static String md5(String key) {
        return Base64.getEncoder()
                .encodeToString(Digests.md5().digest(Base64.getDecoder().decode(key)));
    }
}
