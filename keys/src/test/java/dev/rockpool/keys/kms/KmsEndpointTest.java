package dev.rockpool.keys.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.gateway.Gateway;
import dev.rockpool.gateway.GatewayOptions;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.Signer;
import dev.rockpool.keys.KeyService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The key service and the token service over HTTP, with requests signed as clients sign them.
class KmsEndpointTest {
    private static final String ACCOUNTS = """
        {"accounts":[{"id":"111111111111","displayName":"one","email":"one@example.com",
        "users":[{"name":"root","accessKey":"AKROOT","secretKey":"s1","root":true},
                 {"name":"ann","accessKey":"AKANN","secretKey":"s2","policies":[
                   {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:AssumeRole","Resource":"*"}},
                   {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:CreateKey","Resource":"*",
                    "Condition":{"StringEquals":{"aws:RequestTag/team":"a"},
                                 "ForAllValues:StringEquals":{"aws:TagKeys":["team"]}}}}]}],
        "roles":[{"name":"reader","trust":[{"Version":"2012-10-17","Statement":{"Effect":"Allow",
                   "Principal":{"AWS":"111111111111"},"Action":"sts:AssumeRole"}}],
                  "policies":[{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"kms:Decrypt",
                   "Resource":"*"}}]}]}]}
        """;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final InstantSource wall = InstantSource.system();
    private Gateway gateway;
    private Accounts accounts;

    @BeforeEach
    void open() {
        accounts = Accounts.parse("accounts", ACCOUNTS, RandomGenerator.getDefault(), wall);
        KeyService keys = KeyService.open(folder, wall, new SecureRandom(), event -> {});
        gateway = Gateway.open(GatewayOptions.onPort(0), new KmsEndpoint(keys, accounts, wall, new SecureRandom()));
    }

    @AfterEach
    void close() {
        gateway.close();
        client.close();
    }

    private AccessKey root() {
        return accounts.accessKey("AKROOT").orElseThrow();
    }

    private HttpResponse<String> send(AccessKey key, String service, List<RequestHead.Header> headers, String body)
            throws IOException, InterruptedException {
        URI address = gateway.address();
        List<RequestHead.Header> all = new ArrayList<>(headers);
        all.add(new RequestHead.Header("Host", address.getAuthority()));
        RequestHead signed = new Signer(key, "us-east-1", service)
                .sign(new RequestHead("POST", "/", "", all), Instant.now(), new Payload.Hash(sha256(body)));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve("/")).POST(HttpRequest.BodyPublishers.ofString(body));
        signed.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("host")
                        && !header.name().equalsIgnoreCase("x-amz-content-sha256"))
                .forEach(header -> request.header(header.name(), header.value()));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> call(AccessKey key, String operation, String body)
            throws IOException, InterruptedException {
        return send(
                key,
                "kms",
                List.of(
                        new RequestHead.Header("X-Amz-Target", "TrentService." + operation),
                        new RequestHead.Header("Content-Type", "application/x-amz-json-1.1")),
                body);
    }

    private JsonNode done(AccessKey key, String operation, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(key, operation, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    }

    private String refused(AccessKey key, String operation, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = call(key, operation, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return json.readTree(answer.body()).path("__type").asString();
    }

    @Test
    void aKeyIsMadeNamedUsedAndSetToBeDeleted() throws Exception {
        JsonNode made = done(
                        root(), "CreateKey", "{\"Description\":\"d\",\"Tags\":[{\"TagKey\":\"a\",\"TagValue\":\"b\"}]}")
                .path("KeyMetadata");
        assertThat(made.path("KeyState").asString()).isEqualTo("Enabled");
        String id = made.path("KeyId").asString();
        done(root(), "CreateAlias", "{\"AliasName\":\"alias/x\",\"TargetKeyId\":\"" + id + "\"}");
        JsonNode sealed = done(
                root(),
                "Encrypt",
                "{\"KeyId\":\"alias/x\",\"Plaintext\":\"c2Vh\",\"EncryptionContext\":{\"a\":\"b\"}}");
        JsonNode opened = done(
                root(),
                "Decrypt",
                "{\"CiphertextBlob\":\"" + sealed.path("CiphertextBlob").asString()
                        + "\",\"EncryptionContext\":{\"a\":\"b\"}}");
        assertThat(opened.path("Plaintext").asString()).isEqualTo("c2Vh");
        assertThat(opened.path("KeyId").asString()).isEqualTo(made.path("Arn").asString());
        assertThat(done(root(), "ListResourceTags", "{\"KeyId\":\"" + id + "\"}")
                        .path("Tags")
                        .get(0)
                        .path("TagKey")
                        .asString())
                .isEqualTo("a");
        JsonNode data = done(root(), "GenerateDataKey", "{\"KeyId\":\"alias/x\",\"KeySpec\":\"AES_256\"}");
        assertThat(data.path("Plaintext").asString()).hasSize(44);
        JsonNode again = done(
                root(),
                "ReEncrypt",
                "{\"CiphertextBlob\":\"" + data.path("CiphertextBlob").asString() + "\",\"DestinationKeyId\":\"" + id
                        + "\",\"DestinationEncryptionContext\":{\"n\":\"1\"}}");
        assertThat(again.path("SourceKeyId").asString())
                .isEqualTo(made.path("Arn").asString());
        done(root(), "EnableKeyRotation", "{\"KeyId\":\"" + id + "\"}");
        assertThat(done(root(), "GetKeyRotationStatus", "{\"KeyId\":\"" + id + "\"}")
                        .path("KeyRotationEnabled")
                        .asBoolean())
                .isTrue();
        done(root(), "RotateKeyOnDemand", "{\"KeyId\":\"" + id + "\"}");
        assertThat(done(root(), "ListKeyRotations", "{\"KeyId\":\"" + id + "\"}")
                        .path("Rotations"))
                .hasSize(1);
        assertThat(done(root(), "ScheduleKeyDeletion", "{\"KeyId\":\"" + id + "\",\"PendingWindowInDays\":7}")
                        .path("KeyState")
                        .asString())
                .isEqualTo("PendingDeletion");
        assertThat(refused(root(), "Encrypt", "{\"KeyId\":\"" + id + "\",\"Plaintext\":\"c2Vh\"}"))
                .isEqualTo("KMSInvalidStateException");
        done(root(), "CancelKeyDeletion", "{\"KeyId\":\"" + id + "\"}");
        assertThat(done(root(), "DescribeKey", "{\"KeyId\":\"" + id + "\"}")
                        .path("KeyMetadata")
                        .path("KeyState")
                        .asString())
                .isEqualTo("Disabled");
    }

    @Test
    void listsComeInPages() throws Exception {
        for (int at = 0; at < 5; at++) {
            done(root(), "CreateKey", "");
        }
        JsonNode first = done(root(), "ListKeys", "{\"Limit\":3}");
        assertThat(first.path("Keys")).hasSize(3);
        assertThat(first.path("Truncated").asBoolean()).isTrue();
        JsonNode rest = done(
                root(), "ListKeys", "{\"Marker\":\"" + first.path("NextMarker").asString() + "\"}");
        assertThat(rest.path("Keys")).hasSize(2);
        assertThat(refused(root(), "ListKeys", "{\"Marker\":\"x\"}")).isEqualTo("InvalidMarkerException");
    }

    @Test
    void grantsAndPoliciesAreToldAsTheyWerePut() throws Exception {
        String id = done(root(), "CreateKey", "{}")
                .path("KeyMetadata")
                .path("KeyId")
                .asString();
        JsonNode grant = done(
                root(),
                "CreateGrant",
                "{\"KeyId\":\"" + id + "\",\"GranteePrincipal\":\"arn:aws:iam::111111111111:user/ann\","
                        + "\"Operations\":[\"Encrypt\"],\"Constraints\":{\"EncryptionContextSubset\":{\"a\":\"b\"}}}");
        AccessKey ann = accounts.accessKey("AKANN").orElseThrow();
        assertThat(refused(ann, "Encrypt", "{\"KeyId\":\"" + id + "\",\"Plaintext\":\"c2Vh\"}"))
                .isEqualTo("AccessDeniedException");
        done(ann, "Encrypt", "{\"KeyId\":\"" + id + "\",\"Plaintext\":\"c2Vh\",\"EncryptionContext\":{\"a\":\"b\"}}");
        assertThat(done(root(), "ListGrants", "{\"KeyId\":\"" + id + "\"}")
                        .path("Grants")
                        .get(0)
                        .path("GrantId"))
                .isEqualTo(grant.path("GrantId"));
        done(
                root(),
                "RevokeGrant",
                "{\"KeyId\":\"" + id + "\",\"GrantId\":\""
                        + grant.path("GrantId").asString() + "\"}");
        assertThat(json.readTree(done(root(), "GetKeyPolicy", "{\"KeyId\":\"" + id + "\",\"PolicyName\":\"default\"}")
                                .path("Policy")
                                .asString())
                        .path("Id")
                        .asString())
                .isEqualTo("key-default-1");
    }

    @Test
    void whatIsWrongIsToldInTheServicesWords() throws Exception {
        assertThat(refused(root(), "Encrypt", "{\"Plaintext\":\"c2Vh\"}")).isEqualTo("ValidationException");
        assertThat(refused(root(), "Encrypt", "{\"KeyId\":1}")).isEqualTo("ValidationException");
        assertThat(refused(root(), "Encrypt", "{")).isEqualTo("SerializationException");
        assertThat(refused(root(), "Encrypt", "[]")).isEqualTo("SerializationException");
        assertThat(refused(root(), "Sign", "{}")).isEqualTo("UnsupportedOperationException");
        assertThat(refused(root(), "Sing", "{}")).isEqualTo("UnsupportedOperationException");
        assertThat(refused(root(), "CreateKey", "{\"KeySpec\":\"RSA_2048\"}"))
                .isEqualTo("UnsupportedOperationException");
        assertThat(refused(root(), "Decrypt", "{\"CiphertextBlob\":\"c2Vh\"}")).isEqualTo("InvalidCiphertextException");
        assertThat(refused(root(), "DescribeKey", "{\"KeyId\":\"alias/none\"}")).isEqualTo("NotFoundException");
        assertThat(refused(new AccessKey("AKROOT", "wrong", Caller.ANONYMOUS, Optional.empty()), "ListKeys", "{}"))
                .isEqualTo("InvalidSignatureException");
        assertThat(refused(new AccessKey("AKNONE", "s", Caller.ANONYMOUS, Optional.empty()), "ListKeys", "{}"))
                .isEqualTo("UnrecognizedClientException");
    }

    @Test
    void aRoleIsAssumedAndItsSessionUsed() throws Exception {
        String id = done(root(), "CreateKey", "{}")
                .path("KeyMetadata")
                .path("KeyId")
                .asString();
        String blob = done(root(), "Encrypt", "{\"KeyId\":\"" + id + "\",\"Plaintext\":\"c2Vh\"}")
                .path("CiphertextBlob")
                .asString();
        AccessKey ann = accounts.accessKey("AKANN").orElseThrow();
        HttpResponse<String> assumed = sts(
                ann,
                "Action=AssumeRole&RoleArn=arn%3Aaws%3Aiam%3A%3A111111111111%3Arole%2Freader"
                        + "&RoleSessionName=s1&Version=2011-06-15");
        assertThat(assumed.statusCode()).as(assumed.body()).isEqualTo(200);
        AccessKey session =
                accounts.accessKey(element(assumed.body(), "AccessKeyId")).orElseThrow();
        assertThat(session.secret()).isEqualTo(element(assumed.body(), "SecretAccessKey"));

        assertThat(done(session, "Decrypt", "{\"CiphertextBlob\":\"" + blob + "\"}")
                        .path("Plaintext")
                        .asString())
                .isEqualTo("c2Vh");
        assertThat(refused(session, "ListKeys", "{}")).isEqualTo("AccessDeniedException");
        HttpResponse<String> who = sts(session, "Action=GetCallerIdentity&Version=2011-06-15");
        assertThat(element(who.body(), "Arn")).isEqualTo("arn:aws:sts::111111111111:assumed-role/reader/s1");
    }

    @Test
    void policiesSeeTheTagsOfARequest() throws Exception {
        AccessKey ann = accounts.accessKey("AKANN").orElseThrow();
        String tag = "{\"TagKey\":\"%s\",\"TagValue\":\"%s\"}";
        done(
                ann,
                "CreateKey",
                "{\"BypassPolicyLockoutSafetyCheck\":true,\"Tags\":[" + tag.formatted("team", "a") + "]}");
        assertThat(refused(ann, "CreateKey", "{}")).isEqualTo("AccessDeniedException");
        assertThat(refused(ann, "CreateKey", "{\"Tags\":[" + tag.formatted("team", "b") + "]}"))
                .isEqualTo("AccessDeniedException");
        assertThat(refused(
                        ann,
                        "CreateKey",
                        "{\"Tags\":[" + tag.formatted("team", "a") + "," + tag.formatted("other", "x") + "]}"))
                .isEqualTo("AccessDeniedException");
    }

    @Test
    void theTokenServiceRefusesWithCodes() throws Exception {
        AccessKey ann = accounts.accessKey("AKANN").orElseThrow();
        assertThat(element(
                        sts(ann, "Action=AssumeRole&RoleArn=arn:aws:iam::111111111111:role/none&RoleSessionName=ss")
                                .body(),
                        "Code"))
                .isEqualTo("AccessDenied");
        assertThat(element(sts(ann, "Action=AssumeRole&RoleSessionName=ss").body(), "Code"))
                .isEqualTo("ValidationError");
        assertThat(element(
                        sts(ann, "Action=AssumeRole&RoleArn=r&RoleSessionName=ss&DurationSeconds=1")
                                .body(),
                        "Code"))
                .isEqualTo("ValidationError");
        assertThat(element(sts(ann, "Action=GetFederationToken").body(), "Code"))
                .isEqualTo("InvalidAction");
        HttpResponse<String> unsigned = client.send(
                HttpRequest.newBuilder(gateway.address())
                        .POST(HttpRequest.BodyPublishers.ofString("Action=GetCallerIdentity"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(element(unsigned.body(), "Code")).isEqualTo("MissingAuthenticationToken");
    }

    private HttpResponse<String> sts(AccessKey key, String form) throws IOException, InterruptedException {
        return send(
                key, "sts", List.of(new RequestHead.Header("Content-Type", "application/x-www-form-urlencoded")), form);
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]*)</" + name + ">").matcher(xml);
        assertThat(matcher.find()).as(name + " in " + xml).isTrue();
        return matcher.group(1);
    }

    private static String sha256(String body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
