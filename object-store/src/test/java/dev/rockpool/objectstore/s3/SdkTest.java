package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.MetadataDirective;
import software.amazon.awssdk.services.s3.model.ObjectAttributes;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;

/// The AWS SDK for Java as it comes, against a served store.
class SdkTest {
    @TempDir
    static Path folder;

    private static ServedStore served;
    private static S3Client client;

    @BeforeAll
    static void serve() {
        served = new ServedStore(folder, S3Settings.BucketDefaults.CURRENT);
        client = served.main();
    }

    @AfterAll
    static void close() {
        client.close();
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private static String bucket(String name) {
        client.createBucket(b -> b.bucket(name));
        return name;
    }

    private static void refused(String code, int status, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(S3Exception.class, e -> {
            assertThat(e.statusCode()).isEqualTo(status);
            assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
            assertThat(e.requestId()).matches("[0-9A-F]{16}");
            assertThat(e.extendedRequestId()).isNotBlank();
        });
    }

    private static String text(String bucket, String key) {
        return client.getObjectAsBytes(b -> b.bucket(bucket).key(key)).asUtf8String();
    }

    @Test
    void putsGetsAndDeletes() {
        String bucket = bucket("sdk-basics");
        var put = client.putObject(
                b -> b.bucket(bucket)
                        .key("a/b é+ .txt")
                        .contentType("text/plain")
                        .cacheControl("no-cache")
                        .metadata(Map.of("Color", "blue"))
                        .tagging("t=1"),
                RequestBody.fromString("hello"));
        assertThat(put.eTag()).isEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(put.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
        assertThat(put.checksumCRC32()).isEqualTo("NhCmhg==");

        ResponseBytes<GetObjectResponse> got =
                client.getObjectAsBytes(b -> b.bucket(bucket).key("a/b é+ .txt"));
        assertThat(got.asUtf8String()).isEqualTo("hello");
        assertThat(got.response().contentType()).isEqualTo("text/plain");
        assertThat(got.response().cacheControl()).isEqualTo("no-cache");
        assertThat(got.response().metadata()).containsEntry("color", "blue");
        assertThat(got.response().tagCount()).isEqualTo(1);
        assertThat(got.response().storageClass()).isNull();

        HeadObjectResponse head = client.headObject(b -> b.bucket(bucket).key("a/b é+ .txt"));
        assertThat(head.contentLength()).isEqualTo(5);
        client.deleteObject(b -> b.bucket(bucket).key("a/b é+ .txt"));
        refused("NoSuchKey", 404, () -> text(bucket, "a/b é+ .txt"));
        client.deleteBucket(b -> b.bucket(bucket));
        refused("NoSuchBucket", 404, () -> client.listObjectsV2(b -> b.bucket(bucket)));
    }

    @Test
    void storesLargeBodiesInChunksAndReadsRanges() {
        String bucket = bucket("sdk-large");
        byte[] bytes = new byte[3_000_000];
        new Random(5).nextBytes(bytes);
        client.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromBytes(bytes));

        assertThat(client.getObjectAsBytes(b -> b.bucket(bucket).key("k")).asByteArray())
                .isEqualTo(bytes);
        ResponseBytes<GetObjectResponse> range =
                client.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=100-199"));
        assertThat(range.asByteArray()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 100, 200));
        assertThat(range.response().contentRange()).isEqualTo("bytes 100-199/3000000");
        assertThat(client.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=-5"))
                        .asByteArray())
                .hasSize(5);
        refused(
                "InvalidRange",
                416,
                () -> client.getObjectAsBytes(b -> b.bucket(bucket).key("k").range("bytes=3000000-")));
    }

    @Test
    void listsPages() {
        String bucket = bucket("sdk-lists");
        List<String> keys = new ArrayList<>(List.of("a", "b/1", "b/2", "c\u0001<&>", "\uff5e", "\ud83d\ude00"));
        keys.forEach(key -> client.putObject(b -> b.bucket(bucket).key(key), RequestBody.empty()));

        List<String> listed =
                client.listObjectsV2Paginator(b -> b.bucket(bucket).maxKeys(2).encodingType("url")).contents().stream()
                        .map(object -> object.key())
                        .toList();
        assertThat(listed).isEqualTo(keys);
        ListObjectsV2Response rolled = client.listObjectsV2(
                b -> b.bucket(bucket).delimiter("/").fetchOwner(true).prefix("b"));
        assertThat(rolled.commonPrefixes())
                .extracting(prefix -> prefix.prefix())
                .containsExactly("b/");
        assertThat(rolled.keyCount()).isEqualTo(1);
        assertThat(client.listObjects(
                                b -> b.bucket(bucket).marker("b/2").maxKeys(1).encodingType("url"))
                        .contents()
                        .getFirst()
                        .owner()
                        .displayName())
                .isEqualTo("Main");
        refused(
                "InvalidArgument",
                400,
                () -> client.listObjectsV2(b -> b.bucket(bucket).continuationToken("x")));
        assertThat(client.listBuckets().buckets())
                .extracting(found -> found.name())
                .contains(bucket);
    }

    @Test
    void keepsVersions() {
        String bucket = bucket("sdk-versions");
        client.putBucketVersioning(
                b -> b.bucket(bucket).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
        String first = client.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("1"))
                .versionId();
        client.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("2"));
        var deleted = client.deleteObject(b -> b.bucket(bucket).key("k"));

        assertThat(deleted.deleteMarker()).isTrue();
        refused("NoSuchKey", 404, () -> text(bucket, "k"));
        refused(
                "MethodNotAllowed",
                405,
                () -> client.getObjectAsBytes(b -> b.bucket(bucket).key("k").versionId(deleted.versionId())));
        assertThat(client.getObjectAsBytes(b -> b.bucket(bucket).key("k").versionId(first))
                        .asUtf8String())
                .isEqualTo("1");
        var versions = client.listObjectVersions(b -> b.bucket(bucket));
        assertThat(versions.versions()).hasSize(2);
        assertThat(versions.deleteMarkers())
                .singleElement()
                .satisfies(marker -> assertThat(marker.isLatest()).isTrue());
    }

    @Test
    void uploadsParts() {
        String bucket = bucket("sdk-parts");
        String upload = client.createMultipartUpload(
                        b -> b.bucket(bucket).key("k").checksumAlgorithm(ChecksumAlgorithm.CRC32))
                .uploadId();
        byte[] part = new byte[5 * 1024 * 1024];
        List<CompletedPart> parts = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            int number = i;
            byte[] body = i == 1 ? part : "tail".getBytes(StandardCharsets.UTF_8);
            var stored = client.uploadPart(
                    b -> b.bucket(bucket).key("k").uploadId(upload).partNumber(number), RequestBody.fromBytes(body));
            parts.add(CompletedPart.builder()
                    .partNumber(number)
                    .eTag(stored.eTag())
                    .checksumCRC32(stored.checksumCRC32())
                    .build());
        }
        assertThat(client.listParts(b -> b.bucket(bucket).key("k").uploadId(upload))
                        .parts())
                .hasSize(2);
        assertThat(client.listMultipartUploads(b -> b.bucket(bucket)).uploads()).hasSize(1);
        var completed = client.completeMultipartUpload(
                b -> b.bucket(bucket).key("k").uploadId(upload).multipartUpload(m -> m.parts(parts)));

        assertThat(completed.eTag()).endsWith("-2\"");
        assertThat(client.getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(2))
                        .asUtf8String())
                .isEqualTo("tail");
        refused(
                "InvalidPart",
                400,
                () -> client.getObjectAsBytes(b -> b.bucket(bucket).key("k").partNumber(3)));
        var attributes = client.getObjectAttributes(b -> b.bucket(bucket)
                .key("k")
                .objectAttributes(ObjectAttributes.OBJECT_PARTS, ObjectAttributes.OBJECT_SIZE, ObjectAttributes.E_TAG));
        assertThat(attributes.objectParts().totalPartsCount()).isEqualTo(2);
        assertThat(attributes.objectSize()).isEqualTo(part.length + 4L);
        String aborted =
                client.createMultipartUpload(b -> b.bucket(bucket).key("k2")).uploadId();
        client.abortMultipartUpload(b -> b.bucket(bucket).key("k2").uploadId(aborted));
        refused(
                "NoSuchUpload",
                404,
                () -> client.listParts(b -> b.bucket(bucket).key("k2").uploadId(aborted)));
    }

    @Test
    void copies() {
        String bucket = bucket("sdk-copies");
        client.putObject(
                b -> b.bucket(bucket).key("from x").metadata(Map.of("a", "1")), RequestBody.fromString("body"));

        client.copyObject(b -> b.sourceBucket(bucket)
                .sourceKey("from x")
                .destinationBucket(bucket)
                .destinationKey("to"));
        assertThat(client.headObject(b -> b.bucket(bucket).key("to")).metadata())
                .containsEntry("a", "1");
        client.copyObject(b -> b.sourceBucket(bucket)
                .sourceKey("from x")
                .destinationBucket(bucket)
                .destinationKey("to")
                .metadata(Map.of("b", "2"))
                .metadataDirective(MetadataDirective.REPLACE));
        assertThat(client.headObject(b -> b.bucket(bucket).key("to")).metadata())
                .containsOnlyKeys("b");
        refused(
                "InvalidRequest",
                400,
                () -> client.copyObject(b -> b.sourceBucket(bucket)
                        .sourceKey("to")
                        .destinationBucket(bucket)
                        .destinationKey("to")));
        refused(
                "NoSuchKey",
                404,
                () -> client.copyObject(b -> b.sourceBucket(bucket)
                        .sourceKey("none")
                        .destinationBucket(bucket)
                        .destinationKey("to")));
    }

    @Test
    void deletesSeveral() {
        String bucket = bucket("sdk-deletes");
        client.putObject(b -> b.bucket(bucket).key("a"), RequestBody.empty());

        var result = client.deleteObjects(b -> b.bucket(bucket)
                .delete(d -> d.objects(
                        ObjectIdentifier.builder().key("a").build(),
                        ObjectIdentifier.builder().key("none<&>").build())));
        assertThat(result.deleted()).extracting(object -> object.key()).containsExactly("a", "none<&>");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void writesUnderConditions() {
        String bucket = bucket("sdk-conditions");
        String etag = client.putObject(b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("1"))
                .eTag();

        refused(
                "PreconditionFailed",
                412,
                () -> client.putObject(b -> b.bucket(bucket).key("k").ifNoneMatch("*"), RequestBody.fromString("2")));
        refused(
                "PreconditionFailed",
                412,
                () -> client.putObject(
                        b -> b.bucket(bucket).key("k").ifMatch("\"other\""), RequestBody.fromString("2")));
        client.putObject(b -> b.bucket(bucket).key("k").ifMatch(etag), RequestBody.fromString("2"));
        assertThat(text(bucket, "k")).isEqualTo("2");
        assertThatThrownBy(() -> client.getObjectAsBytes(
                        b -> b.bucket(bucket).key("k").ifNoneMatch("\"c81e728d9d4c2f636f067f89cc14862c\"")))
                .isInstanceOfSatisfying(
                        S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(304));
    }

    @Test
    void tagsObjectsAndBuckets() {
        String bucket = bucket("sdk-tags");
        client.putObject(b -> b.bucket(bucket).key("k"), RequestBody.empty());
        Tag tag = Tag.builder().key("a").value("b").build();

        client.putObjectTagging(b -> b.bucket(bucket).key("k").tagging(t -> t.tagSet(tag)));
        assertThat(client.getObjectTagging(b -> b.bucket(bucket).key("k")).tagSet())
                .containsExactly(tag);
        client.deleteObjectTagging(b -> b.bucket(bucket).key("k"));
        assertThat(client.getObjectTagging(b -> b.bucket(bucket).key("k")).tagSet())
                .isEmpty();
        List<Tag> many = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            many.add(Tag.builder().key("k" + i).value("").build());
        }
        refused(
                "InvalidTag",
                400,
                () -> client.putObjectTagging(b -> b.bucket(bucket).key("k").tagging(t -> t.tagSet(many))));
        refused("NoSuchTagSet", 404, () -> client.getBucketTagging(b -> b.bucket(bucket)));
        client.putBucketTagging(b -> b.bucket(bucket).tagging(t -> t.tagSet(tag)));
        assertThat(client.getBucketTagging(b -> b.bucket(bucket)).tagSet()).containsExactly(tag);
    }

    @Test
    void keepsOthersOut() {
        String bucket = bucket("sdk-private");
        client.putObject(b -> b.bucket(bucket).key("k"), RequestBody.fromString("secret"));

        try (S3Client other = served.other()) {
            refused(
                    "AccessDenied",
                    403,
                    () -> other.getObjectAsBytes(b -> b.bucket(bucket).key("k")));
            refused(
                    "AccessDenied",
                    403,
                    () -> other.getObjectAsBytes(b -> b.bucket(bucket).key("none")));
            refused("BucketAlreadyExists", 409, () -> other.createBucket(b -> b.bucket(bucket)));
        }
        client.createBucket(b -> b.bucket(bucket));
        refused(
                "AccessDenied",
                403,
                () -> client.listObjectsV2(b -> b.bucket(bucket).expectedBucketOwner("222222222222")));
        client.listObjectsV2(b -> b.bucket(bucket).expectedBucketOwner("111111111111"));
    }

    @Test
    void encryptsWithKeysOfTheKeyService() {
        String bucket = bucket("sdk-kms");
        var put = client.putObject(
                b -> b.bucket(bucket).key("k").serverSideEncryption(ServerSideEncryption.AWS_KMS),
                RequestBody.fromString("hello"));

        assertThat(put.ssekmsKeyId()).startsWith("arn:aws:kms:us-east-1:111111111111:key/");
        assertThat(put.eTag()).isNotEqualTo("\"5d41402abc4b2a76b9719d911017c592\"");
        assertThat(text(bucket, "k")).isEqualTo("hello");
        refused(
                "KMS.NotFoundException",
                400,
                () -> client.putObject(
                        b -> b.bucket(bucket)
                                .key("k")
                                .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                                .ssekmsKeyId("no-such-key"),
                        RequestBody.fromString("hello")));
    }

    @Test
    void saysOfNewBucketsWhatTheServiceSays() {
        String bucket = bucket("sdk-defaults");

        assertThat(client.getPublicAccessBlock(b -> b.bucket(bucket))
                        .publicAccessBlockConfiguration()
                        .restrictPublicBuckets())
                .isTrue();
        assertThat(client.getBucketOwnershipControls(b -> b.bucket(bucket))
                        .ownershipControls()
                        .rules()
                        .getFirst()
                        .objectOwnershipAsString())
                .isEqualTo("BucketOwnerEnforced");
        assertThat(client.getBucketLocation(b -> b.bucket(bucket)).locationConstraintAsString())
                .isIn(null, "");
        assertThat(client.getBucketEncryption(b -> b.bucket(bucket))
                        .serverSideEncryptionConfiguration()
                        .rules())
                .hasSize(1);
        refused(
                "AccessControlListNotSupported",
                400,
                () -> client.putObject(b -> b.bucket(bucket).key("k").acl("public-read"), RequestBody.empty()));
        refused(
                "NoSuchLifecycleConfiguration",
                404,
                () -> client.getBucketLifecycleConfiguration(b -> b.bucket(bucket)));
        refused("NoSuchBucketPolicy", 404, () -> client.getBucketPolicy(b -> b.bucket(bucket)));
        refused("NoSuchCORSConfiguration", 404, () -> client.getBucketCors(b -> b.bucket(bucket)));
        refused("NoSuchWebsiteConfiguration", 404, () -> client.getBucketWebsite(b -> b.bucket(bucket)));
        refused("ReplicationConfigurationNotFoundError", 404, () -> client.getBucketReplication(b -> b.bucket(bucket)));
        refused(
                "ObjectLockConfigurationNotFoundError",
                404,
                () -> client.getObjectLockConfiguration(b -> b.bucket(bucket)));
        assertThat(client.headBucket(b -> b.bucket(bucket)).bucketRegion()).isEqualTo("us-east-1");
    }
}
