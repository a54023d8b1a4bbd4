package dev.rockpool.objectstore.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Configurations of buckets with the defaults of 2022, said byte by byte.
class BucketConfigurationsTest {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ALL_USERS = "http://acs.amazonaws.com/groups/global/AllUsers";

    @TempDir
    static Path folder;

    private static ServedStore served;
    private static SignedClient main;
    private static SignedClient other;
    private String bucket;

    @BeforeAll
    static void serve() {
        served = new ServedStore(folder, S3Settings.BucketDefaults.OF_2022);
        main = new SignedClient(served, served.accounts.accessKeys().getFirst());
        other = new SignedClient(served, served.accounts.accessKeys().getLast());
    }

    @AfterAll
    static void close() {
        served.close();
        assertThat(served.failures).isEmpty();
    }

    @BeforeEach
    void bucket() throws IOException {
        bucket = "/configured-" + COUNT.incrementAndGet();
        answers(200, main.signed("PUT", bucket, ""));
    }

    private static String answers(int status, HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("x-amz-request-id")).isPresent();
        return response.body();
    }

    private static void refuses(String code, int status, HttpResponse<String> response) {
        assertThat(answers(status, response)).contains("<Code>" + code + "</Code>");
    }

    private void putAndGet(String subResource, String document) throws IOException {
        int put = main.checked("PUT", bucket + "?" + subResource, document).statusCode();
        assertThat(put).isIn(200, 204);
        String got = answers(200, main.signed("GET", bucket + "?" + subResource, ""));
        assertThat(got.replace(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", ""))
                .endsWith(document);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cors|<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>|NoSuchCORSConfiguration",
                "website|<WebsiteConfiguration><IndexDocument><Suffix>i.html</Suffix></IndexDocument></WebsiteConfiguration>|NoSuchWebsiteConfiguration",
                "tagging|<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>|NoSuchTagSet",
                "publicAccessBlock|<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>|NoSuchPublicAccessBlockConfiguration",
                "ownershipControls|<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>|OwnershipControlsNotFoundError",
                "lifecycle|<LifecycleConfiguration><Rule><ID>r</ID><Filter><Prefix>a</Prefix></Filter><Status>Enabled</Status><Expiration><Days>3</Days></Expiration></Rule></LifecycleConfiguration>|NoSuchLifecycleConfiguration"
            })
    void putsGetsAndDeletes(String subResource, String document, String missing) throws IOException {
        refuses(missing, 404, main.signed("GET", bucket + "?" + subResource, ""));
        String sorted = document;
        assertThat(main.checked("PUT", bucket + "?" + subResource, sorted).statusCode())
                .isIn(200, 204);
        String got = answers(200, main.signed("GET", bucket + "?" + subResource, ""));
        assertThat(XmlElement.parse(got.getBytes(StandardCharsets.UTF_8)).children())
                .hasSameElementsAs(XmlElement.parse(document.getBytes(StandardCharsets.UTF_8))
                        .children());
        answers(204, main.signed("DELETE", bucket + "?" + subResource, ""));
        refuses(missing, 404, main.signed("GET", bucket + "?" + subResource, ""));
    }

    @Test
    void keepsWhatItCannotDelete() throws IOException {
        putAndGet("accelerate", "<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>");
        putAndGet(
                "requestPayment",
                "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>");
        putAndGet("versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
        putAndGet(
                "notification",
                "<NotificationConfiguration><EventBridgeConfiguration></EventBridgeConfiguration></NotificationConfiguration>");
        putAndGet(
                "logging",
                "<BucketLoggingStatus><LoggingEnabled><TargetBucket>" + bucket.substring(1)
                        + "</TargetBucket><TargetPrefix>l/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>");
        putAndGet(
                "replication",
                "<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status><Destination><Bucket>b</Bucket></Destination></Rule></ReplicationConfiguration>");
        answers(204, main.signed("DELETE", bucket + "?replication", ""));
    }

    @Test
    void policiesSeeTheTagsThatARequestGivesToABucket() throws IOException {
        answers(
                204,
                main.signed(
                        "PUT",
                        bucket + "?policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":\"*\","
                                + "\"Action\":\"s3:PutBucketTagging\",\"Resource\":\"arn:aws:s3:::"
                                + bucket.substring(1)
                                + "\",\"Condition\":{\"StringEquals\":{\"aws:RequestTag/owner\":\"nobody\"}}},"
                                + "{\"Effect\":\"Deny\",\"Principal\":\"*\",\"Action\":\"s3:PutBucketTagging\","
                                + "\"Resource\":\"arn:aws:s3:::" + bucket.substring(1)
                                + "\",\"Condition\":{\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":\"secret\"}}}]}"));
        answers(204, main.checked("PUT", bucket + "?tagging", tagging("owner", "us")));
        refuses("AccessDenied", 403, main.checked("PUT", bucket + "?tagging", tagging("owner", "nobody")));
        refuses("AccessDenied", 403, main.checked("PUT", bucket + "?tagging", tagging("secret", "x")));
    }

    @ParameterizedTest
    @CsvSource({"PUT,lifecycle", "PUT,cors", "PUT,tagging", "POST,delete"})
    void refusesDocumentsThatNothingIsSaidOf(String method, String subResource) throws IOException {
        String refusal = answers(400, main.signed(method, bucket + "?" + subResource, tagging("owner", "us")));
        assertThat(refusal)
                .contains("<Code>InvalidRequest</Code>")
                .contains("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
    }

    @Test
    void refusesLockedObjectsThatNothingIsSaidOf() throws IOException {
        String body = "kept";
        String target = bucket + "/kept";
        assertThat(main.signed("PUT", target, body, "x-amz-object-lock-legal-hold", "ON")
                        .body())
                .contains("<Code>InvalidRequest</Code>")
                .contains("Content-MD5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a<b", "half;colon", "ring#"})
    void refusesTagsWithOtherCharacters(String key) throws IOException {
        String escaped = key.replace("<", "&lt;");
        refuses("InvalidTag", 400, main.checked("PUT", bucket + "?tagging", tagging(escaped, "x")));
        refuses("InvalidTag", 400, main.checked("PUT", bucket + "?tagging", tagging("x", escaped)));
        assertThat(main.checked("PUT", bucket + "?tagging", tagging("gr&#246;&#223;e 1_a+b-c=d.e:f/g@h", ""))
                        .statusCode())
                .isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=5-", "bytes=5-9", "bytes=-0"})
    void namesTheRangeThatThereIsNot(String range) throws IOException {
        String target = bucket + "/short";
        answers(200, main.signed("PUT", target, "12345"));
        assertThat(answers(416, main.signed("GET", target, "", "Range", range)))
                .contains("<RangeRequested>" + range + "</RangeRequested>")
                .contains("<ActualObjectSize>5</ActualObjectSize>");
    }

    private static String tagging(String key, String value) {
        return "<Tagging><TagSet><Tag><Key>" + key + "</Key><Value>" + value + "</Value></Tag></TagSet></Tagging>";
    }

    @Test
    void refusesInventoriesInOrc() throws IOException {
        refuses(
                "NotImplemented",
                501,
                main.signed(
                        "PUT",
                        bucket + "?inventory&id=i",
                        "<InventoryConfiguration><Destination><S3BucketDestination><Bucket>arn:aws:s3:::b</Bucket><Format>ORC</Format></S3BucketDestination></Destination><IsEnabled>true</IsEnabled><Id>i</Id><IncludedObjectVersions>All</IncludedObjectVersions><Schedule><Frequency>Daily</Frequency></Schedule></InventoryConfiguration>"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inventory|<InventoryConfiguration><Destination><S3BucketDestination><Bucket>arn:aws:s3:::b</Bucket><Format>Parquet</Format><Prefix>p</Prefix></S3BucketDestination></Destination><IsEnabled>true</IsEnabled><Filter><Prefix>a</Prefix></Filter><Id>i</Id><IncludedObjectVersions>All</IncludedObjectVersions><OptionalFields><Field>Size</Field></OptionalFields><Schedule><Frequency>Weekly</Frequency></Schedule></InventoryConfiguration>",
                "analytics|<AnalyticsConfiguration><Id>i</Id><Filter><And><Prefix>a</Prefix><Tag><Key>k</Key><Value>v</Value></Tag></And></Filter><StorageClassAnalysis><DataExport><OutputSchemaVersion>V_1</OutputSchemaVersion><Destination><S3BucketDestination><Format>CSV</Format><Bucket>arn:aws:s3:::b</Bucket></S3BucketDestination></Destination></DataExport></StorageClassAnalysis></AnalyticsConfiguration>",
                "intelligent-tiering|<IntelligentTieringConfiguration><Id>i</Id><Status>Enabled</Status><Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering><Tiering><AccessTier>DEEP_ARCHIVE_ACCESS</AccessTier><Days>180</Days></Tiering></IntelligentTieringConfiguration>",
                "metrics|<MetricsConfiguration><Id>i</Id></MetricsConfiguration>"
            })
    void keepsSeveralByTheirIds(String kind, String document) throws IOException {
        refuses("NoSuchConfiguration", 404, main.signed("GET", bucket + "?" + kind + "&id=i", ""));
        assertThat(main.signed("PUT", bucket + "?" + kind + "&id=i", document).statusCode())
                .isIn(200, 204);
        String got = answers(200, main.signed("GET", bucket + "?" + kind + "&id=i", ""));
        assertThat(got.replace(" xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"", ""))
                .endsWith(document);
        assertThat(answers(200, main.signed("GET", bucket + "?" + kind, "")))
                .contains("<IsTruncated>false</IsTruncated>")
                .contains("<Id>i</Id>");
        refuses("MalformedXML", 400, main.signed("PUT", bucket + "?" + kind + "&id=other", document));
        answers(204, main.signed("DELETE", bucket + "?" + kind + "&id=i", ""));
        refuses("NoSuchConfiguration", 404, main.signed("DELETE", bucket + "?" + kind + "&id=i", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cors|<CORSConfiguration></CORSConfiguration>|MalformedXML",
                "cors|<CORSConfiguration><CORSRule><AllowedMethod>PATCH</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>|InvalidRequest",
                "cors|<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*a*</AllowedOrigin></CORSRule></CORSConfiguration>|InvalidRequest",
                "website|<WebsiteConfiguration><IndexDocument><Suffix>a/b</Suffix></IndexDocument></WebsiteConfiguration>|InvalidArgument",
                "website|<WebsiteConfiguration></WebsiteConfiguration>|InvalidArgument",
                "versioning|<VersioningConfiguration><Status>On</Status></VersioningConfiguration>|MalformedXML",
                "versioning|<VersioningConfiguration></VersioningConfiguration>|IllegalVersioningConfigurationException",
                "accelerate|<AccelerateConfiguration><Status>On</Status></AccelerateConfiguration>|MalformedXML",
                "requestPayment|<RequestPaymentConfiguration><Payer>Me</Payer></RequestPaymentConfiguration>|MalformedXML",
                "ownershipControls|<OwnershipControls></OwnershipControls>|MalformedXML",
                "publicAccessBlock|<PublicAccessBlockConfiguration><BlockPublicAcls>maybe</BlockPublicAcls></PublicAccessBlockConfiguration>|MalformedXML",
                "encryption|<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>rot13</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>|MalformedXML",
                "replication|<ReplicationConfiguration><Role>r</Role><Rule><Status>Enabled</Status><Destination></Destination></Rule></ReplicationConfiguration>|InvalidRequest",
                "lifecycle|<LifecycleConfiguration><Rule><ID>r</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Transition><Days>1</Days><StorageClass>STANDARD_IA</StorageClass></Transition></Rule></LifecycleConfiguration>|InvalidArgument",
                "logging|<BucketLoggingStatus><LoggingEnabled><TargetBucket>nowhere</TargetBucket></LoggingEnabled></BucketLoggingStatus>|InvalidTargetBucketForLogging",
                "policy|{}|MalformedPolicy",
                "acl|<AccessControlPolicy></AccessControlPolicy>|MalformedACLError",
                "tagging|<Tagging></Tagging>|MalformedXML",
                "tagging|no xml|MalformedXML",
                "intelligent-tiering&id=i|<IntelligentTieringConfiguration><Id>i</Id><Status>Enabled</Status></IntelligentTieringConfiguration>|MalformedXML"
            })
    void refusesConfigurationsThatCannotBe(String subResource, String document, String code) throws IOException {
        refuses(code, 400, main.checked("PUT", bucket + "?" + subResource, document));
    }

    @Test
    void changesEncryptionAndLocks() throws IOException {
        refuses("ServerSideEncryptionConfigurationNotFoundError", 404, main.signed("GET", bucket + "?encryption", ""));
        answers(
                200,
                main.signed(
                        "PUT",
                        bucket + "?encryption",
                        "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>"));
        HttpResponse<String> put = main.signed("PUT", bucket + "/k", "x");
        assertThat(put.headers().firstValue("x-amz-server-side-encryption")).hasValue("aws:kms");
        assertThat(put.headers().firstValue("x-amz-server-side-encryption-bucket-key-enabled"))
                .hasValue("true");
        answers(204, main.signed("DELETE", bucket + "?encryption", ""));
        refuses(
                "InvalidBucketState",
                409,
                main.signed(
                        "PUT",
                        bucket + "?object-lock",
                        "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>"));
        String locked = bucket + "-locked";
        answers(200, main.signed("PUT", locked, "", "x-amz-bucket-object-lock-enabled", "true"));
        answers(
                200,
                main.signed(
                        "PUT",
                        locked + "?object-lock",
                        "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>"));
        assertThat(answers(200, main.signed("GET", locked + "?object-lock", "")))
                .contains("<Days>1</Days>");
        String version = main.signed("PUT", locked + "/k", "x")
                .headers()
                .firstValue("x-amz-version-id")
                .orElseThrow();
        assertThat(answers(200, main.signed("GET", locked + "/k?retention", "")))
                .contains("GOVERNANCE");
        refuses("AccessDenied", 403, main.signed("DELETE", locked + "/k?versionId=" + version, ""));
        answers(200, main.signed("PUT", locked + "/k?legal-hold", "<LegalHold><Status>ON</Status></LegalHold>"));
        assertThat(answers(200, main.signed("GET", locked + "/k?legal-hold", "")))
                .contains("ON");
        answers(200, main.signed("PUT", locked + "/k?legal-hold", "<LegalHold><Status>OFF</Status></LegalHold>"));
        answers(
                200,
                main.signed(
                        "PUT",
                        locked + "/k?retention",
                        "<Retention><Mode>GOVERNANCE</Mode><RetainUntilDate>2140-01-01T00:00:00Z</RetainUntilDate></Retention>"));
        answers(
                204,
                main.signed(
                        "DELETE", locked + "/k?versionId=" + version, "", "x-amz-bypass-governance-retention", "true"));
    }

    @Test
    void sharesByLists() throws IOException {
        answers(200, main.signed("PUT", bucket + "/open", "x", "x-amz-acl", "public-read"));
        answers(200, main.signed("PUT", bucket + "/closed", "x"));

        assertThat(answers(200, main.plain("GET", bucket + "/open", ""))).isEqualTo("x");
        refuses("AccessDenied", 403, main.plain("GET", bucket + "/closed", ""));
        refuses("AccessDenied", 403, other.signed("GET", bucket, ""));
        answers(200, main.signed("PUT", bucket + "?acl", "", "x-amz-grant-read", "emailAddress=\"other@example.org\""));
        answers(200, other.signed("GET", bucket, ""));
        assertThat(answers(200, main.signed("GET", bucket + "?acl", ""))).contains("canonical-other");
        answers(
                200,
                main.signed(
                        "PUT",
                        bucket + "/closed?acl",
                        "<AccessControlPolicy><Owner><ID>canonical-main</ID></Owner><AccessControlList><Grant><Grantee><URI>"
                                + ALL_USERS
                                + "</URI></Grantee><Permission>READ</Permission></Grant></AccessControlList></AccessControlPolicy>"));
        answers(200, main.plain("GET", bucket + "/closed", ""));
        assertThat(answers(200, main.signed("GET", bucket + "/closed?acl", ""))).contains(ALL_USERS);
        refuses(
                "InvalidRequest",
                400,
                main.signed(
                        "PUT",
                        bucket + "/both",
                        "x",
                        "x-amz-acl",
                        "private",
                        "x-amz-grant-read",
                        "id=canonical-other"));
        refuses("InvalidArgument", 400, main.signed("PUT", bucket + "?acl", "", "x-amz-acl", "public-ready"));
        refuses("InvalidArgument", 400, main.signed("PUT", bucket + "?acl", "", "x-amz-grant-read", "id=nobody"));
        refuses(
                "UnresolvableGrantByEmailAddress",
                400,
                main.signed("PUT", bucket + "?acl", "", "x-amz-grant-read", "emailAddress=nobody@example.org"));
    }

    @Test
    void sharesByPolicies() throws IOException {
        String policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::" + bucket.substring(1) + "/*\"}]}";
        answers(200, main.signed("PUT", bucket + "/k", "x"));
        answers(204, main.signed("PUT", bucket + "?policy", policy));

        assertThat(answers(200, main.signed("GET", bucket + "?policy", ""))).isEqualTo(policy);
        assertThat(answers(200, main.signed("GET", bucket + "?policyStatus", "")))
                .contains("<IsPublic>true</IsPublic>");
        answers(200, main.plain("GET", bucket + "/k", ""));
        answers(204, main.signed("DELETE", bucket + "?policy", ""));
        refuses("NoSuchBucketPolicy", 404, main.signed("GET", bucket + "?policy", ""));
        answers(
                200,
                main.signed(
                        "PUT",
                        bucket + "?publicAccessBlock",
                        "<PublicAccessBlockConfiguration><BlockPublicPolicy>true</BlockPublicPolicy><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"));
        refuses("AccessDenied", 403, main.signed("PUT", bucket + "?policy", policy));
        refuses("AccessDenied", 403, main.signed("PUT", bucket + "?acl", "", "x-amz-acl", "public-read"));
    }

    @Test
    void tellsWhatIsMissingOnlyToWhoMayListIt() throws IOException {
        answers(
                204,
                main.signed(
                        "PUT",
                        bucket + "?policy",
                        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:ListBucket\","
                                + "\"Resource\":\"arn:aws:s3:::" + bucket.substring(1)
                                + "\",\"Condition\":{\"StringLike\":{\"s3:prefix\":\"public/*\"}}}]}"));

        refuses("NoSuchKey", 404, other.signed("GET", bucket + "/public/none", ""));
        refuses("AccessDenied", 403, other.signed("GET", bucket + "/private/none", ""));
    }

    @Test
    void takesNoListsWhereTheBucketsOwnerOwnsAll() throws IOException {
        answers(
                200,
                main.signed(
                        "PUT",
                        bucket + "?ownershipControls",
                        "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerEnforced</ObjectOwnership></Rule></OwnershipControls>"));

        refuses("AccessControlListNotSupported", 400, main.signed("PUT", bucket + "/k", "x", "x-amz-acl", "private"));
        refuses("AccessControlListNotSupported", 400, main.signed("PUT", bucket + "?acl", "", "x-amz-acl", "private"));
        answers(200, main.signed("PUT", bucket + "/k", "x", "x-amz-acl", "bucket-owner-full-control"));
        refuses(
                "AccessControlListNotSupported",
                400,
                main.signed("PUT", bucket + "/k?acl", "", "x-amz-acl", "private"));
    }

    @Test
    void answersPreflights() throws IOException {
        refuses(
                "AccessForbidden",
                403,
                main.plain(
                        "OPTIONS", bucket, "", "Origin", "http://a.example", "Access-Control-Request-Method", "GET"));
        answers(
                200,
                main.checked(
                        "PUT",
                        bucket + "?cors",
                        "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>http://*.example</AllowedOrigin><AllowedHeader>x-*</AllowedHeader><MaxAgeSeconds>7</MaxAgeSeconds><ExposeHeader>ETag</ExposeHeader></CORSRule></CORSConfiguration>"));
        HttpResponse<String> allowed = main.plain(
                "OPTIONS",
                bucket,
                "",
                "Origin",
                "http://a.example",
                "Access-Control-Request-Method",
                "GET",
                "Access-Control-Request-Headers",
                "X-Foo");
        answers(200, allowed);
        assertThat(allowed.headers().firstValue("access-control-allow-origin")).hasValue("http://a.example");
        assertThat(allowed.headers().firstValue("access-control-max-age")).hasValue("7");
        refuses(
                "AccessForbidden",
                403,
                main.plain(
                        "OPTIONS", bucket, "", "Origin", "http://a.example", "Access-Control-Request-Method", "PUT"));
        refuses("BadRequest", 400, main.plain("OPTIONS", bucket, "", "Origin", "http://a.example"));
        refuses("BadRequest", 400, main.plain("OPTIONS", bucket, ""));
        assertThat(main.signed("GET", bucket + "/none", "", "Origin", "http://a.example")
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .hasValue("http://a.example");
        assertThat(main.signed("GET", bucket, "", "Origin", "http://evil.test")
                        .headers()
                        .firstValue("access-control-allow-origin"))
                .isEmpty();
    }

    @Test
    void takesUploadForms() throws Exception {
        String policy = Base64.getEncoder()
                .encodeToString(("{\"expiration\":\"2999-01-01T00:00:00Z\",\"conditions\":["
                                + "{\"bucket\":\"" + bucket.substring(1) + "\"},[\"starts-with\",\"$key\",\"a/\"],"
                                + "[\"content-length-range\",1,5]]}")
                        .getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec("main-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        String signature = Base64.getEncoder().encodeToString(mac.doFinal(policy.getBytes(StandardCharsets.UTF_8)));

        answers(204, form("a/${filename}", policy, signature, "hello"));
        assertThat(answers(200, main.signed("GET", bucket + "/a/f.txt", ""))).isEqualTo("hello");
        refuses("EntityTooLarge", 400, form("a/b", policy, signature, "too long"));
        refuses("AccessDenied", 403, form("b", policy, signature, "hello"));
        refuses("SignatureDoesNotMatch", 403, form("a/b", policy, "AAAA", "hello"));
        refuses(
                "AccessDenied",
                403,
                main.plain(
                        "POST",
                        bucket,
                        String.join(
                                "\r\n",
                                "--B",
                                "Content-Disposition: form-data; name=\"key\"",
                                "",
                                "k",
                                "--B",
                                "Content-Disposition: form-data; name=\"file\"",
                                "",
                                "x",
                                "--B--"),
                        "Content-Type",
                        "multipart/form-data; boundary=B"));
        refuses("MethodNotAllowed", 405, main.plain("POST", bucket, "x"));
    }

    private HttpResponse<String> form(String key, String policy, String signature, String file) throws IOException {
        StringBuilder body = new StringBuilder();
        String[] fields = {
            "key", key, "AWSAccessKeyId", "AKIAMAIN000000000000", "policy", policy, "signature", signature
        };
        for (int i = 0; i < fields.length; i += 2) {
            body.append("--B\r\nContent-Disposition: form-data; name=\"")
                    .append(fields[i])
                    .append("\"\r\n\r\n")
                    .append(fields[i + 1])
                    .append("\r\n");
        }
        body.append("--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.txt\"\r\n\r\n")
                .append(file)
                .append("\r\n--B--\r\n");
        return main.plain("POST", bucket, body.toString(), "Content-Type", "multipart/form-data; boundary=B");
    }

    @Test
    void archivesAndRestores() throws IOException {
        answers(200, main.signed("PUT", bucket + "/g", "x", "x-amz-storage-class", "GLACIER"));

        refuses("InvalidObjectState", 403, main.signed("GET", bucket + "/g", ""));
        answers(
                202,
                main.signed(
                        "POST",
                        bucket + "/g?restore",
                        "<RestoreRequest><Days>2</Days><GlacierJobParameters><Tier>Standard</Tier></GlacierJobParameters></RestoreRequest>"));
        refuses(
                "RestoreAlreadyInProgress",
                409,
                main.signed("POST", bucket + "/g?restore", "<RestoreRequest><Days>2</Days></RestoreRequest>"));
        assertThat(main.signed("HEAD", bucket + "/g", "").headers().firstValue("x-amz-restore"))
                .hasValue("ongoing-request=\"true\"");
        refuses("InvalidStorageClass", 400, main.signed("PUT", bucket + "/g", "x", "x-amz-storage-class", "ICE"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x-amz-server-side-encryption|rot13|InvalidArgument",
                "x-amz-server-side-encryption-aws-kms-key-id|k|InvalidArgument",
                "x-amz-server-side-encryption-customer-algorithm|AES256|InvalidArgument",
                "x-amz-server-side-encryption-customer-key|k|InvalidArgument",
                "x-amz-tagging|a=1&a=2|InvalidArgument",
                "x-amz-checksum-crc32|bad|BadDigest",
                "x-amz-checksum-sha256|AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=|BadDigest",
                "content-md5|bad|InvalidDigest",
                "content-md5|rL0Y20xC+Fzt72VPzMSk2A==|BadDigest",
                "x-amz-object-lock-mode|GOVERNANCE|InvalidArgument",
                "x-amz-acl|nobody|InvalidArgument"
            })
    void refusesHeadersThatCannotBe(String name, String value, String code) throws IOException {
        refuses(code, 400, main.signed("PUT", bucket + "/k", "x", name, value));
        refuses("NoSuchKey", 404, main.signed("GET", bucket + "/k", ""));
    }
}
