package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.OwnershipControlsRule;
import software.amazon.awssdk.services.s3.model.Payer;
import software.amazon.awssdk.services.s3.model.RequestPayer;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Two accounts and everybody else, by the AWS SDK and without a signature, against a served store whose buckets begin
/// open (`--bucket-defaults 2022`).
class AccessSdkTest {
    @TempDir
    static Path folder;

    private static ServedStore served;
    private static S3Client main;
    private static S3Client other;
    private static HttpClient anybody;

    @BeforeAll
    static void serve() {
        served = new ServedStore(folder, S3Settings.BucketDefaults.OF_2022);
        main = served.main();
        other = served.other();
        anybody = HttpClient.newHttpClient();
    }

    @AfterAll
    static void close() {
        main.close();
        other.close();
        anybody.close();
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private static String bucket(String name) {
        main.createBucket(b -> b.bucket(name));
        main.putObject(b -> b.bucket(name).key("a.txt").tagging("class=open"), RequestBody.fromString("hello"));
        return name;
    }

    private static void policy(String bucket, String statement) {
        main.putBucketPolicy(b -> b.bucket(bucket)
                .policy(("{'Version':'2012-10-17','Statement':" + statement.replace("BUCKET", bucket) + "}")
                        .replace('\'', '"')));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        S3Exception.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code));
    }

    private static int anybodyGets(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(served.address().toString() + path));
        for (int at = 0; at < headers.length; at += 2) {
            request.header(headers[at], headers[at + 1]);
        }
        return anybody.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void read(S3Client client, String bucket) {
        client.getObjectAsBytes(b -> b.bucket(bucket).key("a.txt"));
    }

    @Test
    void nothingIsOpenUntilSomethingOpensIt() throws Exception {
        String bucket = bucket("closed");
        assertThat(anybodyGets("/closed/a.txt")).isEqualTo(403);
        assertThat(anybodyGets("/closed/none")).isEqualTo(403);
        assertThat(anybodyGets("/closed")).isEqualTo(403);
        assertThat(anybodyGets("/")).isEqualTo(403);
        refused("AccessDenied", () -> read(other, bucket));
        refused("AccessDenied", () -> other.listObjectsV2(b -> b.bucket(bucket)));
        refused("AccessDenied", () -> other.deleteBucket(b -> b.bucket(bucket)));
    }

    @Test
    void accessControlListsOpenWhatTheySay() throws Exception {
        String bucket = bucket("lists");
        main.putObjectAcl(b -> b.bucket(bucket).key("a.txt").acl(ObjectCannedACL.PUBLIC_READ));
        assertThat(anybodyGets("/lists/a.txt")).isEqualTo(200);
        assertThat(anybodyGets("/lists/a.txt?acl")).isEqualTo(403);
        assertThat(anybodyGets("/lists")).isEqualTo(403);
        main.putObjectAcl(b -> b.bucket(bucket).key("a.txt").acl(ObjectCannedACL.AUTHENTICATED_READ));
        assertThat(anybodyGets("/lists/a.txt")).isEqualTo(403);
        read(other, bucket);
        main.putObjectAcl(b -> b.bucket(bucket).key("a.txt").grantFullControl("emailAddress=\"other@example.org\""));
        other.getObjectAcl(b -> b.bucket(bucket).key("a.txt"));
        main.putBucketAcl(b -> b.bucket(bucket).acl(BucketCannedACL.PUBLIC_READ_WRITE));
        assertThat(anybodyGets("/lists")).isEqualTo(200);
        other.putObject(b -> b.bucket(bucket).key("theirs"), RequestBody.fromString("x"));
        refused(
                "AccessDenied",
                () -> main.getObjectAsBytes(b -> b.bucket(bucket).key("theirs")));
        main.deleteObject(b -> b.bucket(bucket).key("theirs"));
        main.putBucketAcl(b -> b.bucket(bucket).acl(BucketCannedACL.PRIVATE));
        main.putBucketOwnershipControls(b -> b.bucket(bucket)
                .ownershipControls(controls -> controls.rules(OwnershipControlsRule.builder()
                        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                        .build())));
        refused("AccessDenied", () -> read(other, bucket));
        refused(
                "AccessControlListNotSupported",
                () -> main.putObjectAcl(b -> b.bucket(bucket).key("a.txt").acl(ObjectCannedACL.PUBLIC_READ)));
    }

    @Test
    void aPublicPolicyIsToldAndCanBeTakenBack() throws Exception {
        String bucket = bucket("open");
        policy(bucket, "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::BUCKET/*'}");
        assertThat(anybodyGets("/open/a.txt")).isEqualTo(200);
        assertThat(main.getBucketPolicyStatus(b -> b.bucket(bucket))
                        .policyStatus()
                        .isPublic())
                .isTrue();
        main.putPublicAccessBlock(b -> b.bucket(bucket)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        assertThat(anybodyGets("/open/a.txt")).isEqualTo(403);
        refused("AccessDenied", () -> read(other, bucket));
        read(main, bucket);
        refused(
                "AccessDenied",
                () -> policy(
                        bucket,
                        "{'Effect':'Allow','Principal':'*','Action':'s3:PutObject','Resource':'arn:aws:s3:::BUCKET/*'}"));
        refused(
                "AccessDenied",
                () -> main.putObjectAcl(b -> b.bucket(bucket).key("a.txt").acl(ObjectCannedACL.PUBLIC_READ)));
    }

    @Test
    void conditionsSeeTagsNetworkAndWhatAWriteSays() throws Exception {
        String bucket = bucket("conditions");
        policy(
                bucket,
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':'arn:aws:s3:::BUCKET/*','Condition':"
                        + "{'StringEquals':{'s3:ExistingObjectTag/class':'open'}}}");
        refused("AccessDenied", () -> read(main, bucket));
        main.putObject(b -> b.bucket(bucket).key("a.txt").tagging("class=open"), RequestBody.fromString("again"));
        main.putObject(
                b -> b.bucket(bucket).key("a.txt").ifMatch("\"639849f6b368019778991b32434354fc\""),
                RequestBody.fromString("no tags"));
        read(main, bucket);
        policy(
                bucket,
                "{'Effect':'Deny','Principal':'*','Action':'s3:PutObject','Resource':'arn:aws:s3:::BUCKET/*',"
                        + "'Condition':{'StringNotEquals':{'s3:RequestObjectTag/team':'red'}}}");
        refused("AccessDenied", () -> main.putObject(b -> b.bucket(bucket).key("b"), RequestBody.empty()));
        main.putObject(b -> b.bucket(bucket).key("b").tagging("team=red"), RequestBody.empty());
        policy(
                bucket,
                "{'Effect':'Allow','Principal':'*','Action':'s3:GetObject','Resource':'arn:aws:s3:::BUCKET/*',"
                        + "'Condition':{'StringEquals':{'aws:SourceVpce':'vpce-1'}}}");
        assertThat(anybodyGets("/conditions/a.txt")).isEqualTo(403);
        assertThat(anybodyGets("/conditions/a.txt", "x-rockpool-vpce", "vpce-1"))
                .isEqualTo(200);
        assertThat(main.getBucketPolicyStatus(b -> b.bucket(bucket))
                        .policyStatus()
                        .isPublic())
                .isFalse();
    }

    @Test
    void whoLocksThemselvesOutCanUnlock() {
        String bucket = bucket("locked");
        policy(
                bucket,
                "{'Effect':'Deny','Principal':'*','Action':'s3:*','Resource':"
                        + "['arn:aws:s3:::BUCKET','arn:aws:s3:::BUCKET/*']}");
        refused("AccessDenied", () -> main.listObjectsV2(b -> b.bucket(bucket)));
        refused("AccessDenied", () -> other.deleteBucketPolicy(b -> b.bucket(bucket)));
        main.deleteBucketPolicy(b -> b.bucket(bucket));
        main.listObjectsV2(b -> b.bucket(bucket));
        refused("MalformedPolicy", () -> policy(bucket, "{'Effect':'Allow'}"));
    }

    @Test
    void whoAsksPaysWhereTheOwnerSaysSo() {
        String bucket = bucket("pays");
        policy(
                bucket,
                "{'Effect':'Allow','Principal':{'CanonicalUser':'canonical-other'},'Action':'s3:GetObject',"
                        + "'Resource':'arn:aws:s3:::BUCKET/*'}");
        read(other, bucket);
        main.putBucketRequestPayment(
                b -> b.bucket(bucket).requestPaymentConfiguration(payment -> payment.payer(Payer.REQUESTER)));
        refused("AccessDenied", () -> read(other, bucket));
        other.getObjectAsBytes(b -> b.bucket(bucket).key("a.txt").requestPayer(RequestPayer.REQUESTER));
        read(main, bucket);
        refused("AccessDenied", () -> main.listObjectsV2(b -> b.bucket(bucket).expectedBucketOwner("222222222222")));
    }
}
