package dev.rockpool.streamengine.kinesis;

import dev.rockpool.gateway.Gateway;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Account;
import dev.rockpool.identity.Accounts;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.SignatureVerifier;
import dev.rockpool.identity.signature.Signer;
import dev.rockpool.keys.KeyService;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.Sync;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The streams of two accounts, served on a free port; their clock is moved by hand and changes take no time.
final class ServedStreams implements AutoCloseable {
    static final String MAIN = "111111111111";
    static final String OTHER = "222222222222";
    private static final String ACCOUNTS = """
        {"accounts":[
          {"id":"111111111111",
           "users":[{"name":"root","accessKey":"AKIAMAIN000000000000","secretKey":"main-secret","root":true},
                    {"name":"reader","accessKey":"AKIAREADER0000000000","secretKey":"reader-secret",
                     "policies":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                      "Action":["kinesis:Get*","kinesis:Describe*","kinesis:List*"],"Resource":"*"}]}]}]},
          {"id":"222222222222",
           "users":[{"name":"root","accessKey":"AKIAOTHER00000000000","secretKey":"other-secret","root":true},
                    {"name":"visitor","accessKey":"AKIAVISITOR000000000","secretKey":"visitor-secret",
                     "policies":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow",
                      "Action":"kinesis:*","Resource":"*"}]}]}]}]}
        """;

    final SettableClock clock = new SettableClock();
    final Accounts accounts;
    final KeyService keys;
    final KinesisEndpoint endpoint;
    final Gateway gateway;
    final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, StreamEngine> engines = new LinkedHashMap<>();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final JsonMapper json = JsonMapper.builder().build();

    /// A clock that the test moves.
    static final class SettableClock implements InstantSource {
        private volatile Instant now = Instant.parse("2026-10-01T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        void advance(Duration step) {
            now = now.plus(step);
        }
    }

    /// Whether the clock is one that runs; it is moved by hand all the same.
    volatile boolean ticks;

    ServedStreams(Path folder) {
        InstantSource wall = InstantSource.system();
        accounts = Accounts.parse("accounts", ACCOUNTS, new Random(1), wall);
        keys = KeyService.open(folder.resolve("keys"), clock, new SecureRandom(), event -> {});
        for (Account account : accounts.all()) {
            engines.put(
                    account.id(),
                    StreamEngine.open(
                            folder.resolve(account.id()),
                            clock,
                            StreamEngineOptions.standard()
                                    .with(Sync.OFF)
                                    .with(Duration.ZERO)
                                    .with(account.id(), "us-east-1"),
                            StreamListener.NONE));
        }
        endpoint = new KinesisEndpoint(new KinesisServices(
                account -> Optional.ofNullable(engines.get(account)),
                new SignatureVerifier(accounts, wall),
                keys,
                clock,
                "us-east-1",
                () -> ticks));
        gateway = Gateway.open(
                KinesisEndpoint.options(0)
                        .withFailures(
                                (id, method, path, failure) -> failures.add(method + " " + path + ": " + failure)),
                endpoint);
    }

    StreamEngine engine() {
        return Optional.ofNullable(engines.get(MAIN)).orElseThrow();
    }

    AccessKey key(String id) {
        return accounts.accessKey(id).orElseThrow();
    }

    AccessKey root() {
        return key("AKIAMAIN000000000000");
    }

    /// The client of the main account, as it comes out of the box but for the address.
    KinesisClient client() {
        return client(root());
    }

    KinesisClient client(AccessKey key) {
        return KinesisClient.builder()
                .endpointOverride(gateway.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(key))
                .build();
    }

    KinesisAsyncClient asyncClient() {
        return KinesisAsyncClient.builder()
                .endpointOverride(gateway.address())
                .region(Region.US_EAST_1)
                .credentialsProvider(credentials(root()))
                .build();
    }

    private static StaticCredentialsProvider credentials(AccessKey key) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(key.id(), key.secret()));
    }

    /// The answer of an operation to a body in JSON, signed by the main account's root user.
    HttpResponse<String> ask(String operation, String body) throws IOException {
        return ask(root(), operation, body);
    }

    HttpResponse<String> ask(AccessKey key, String operation, String body) throws IOException {
        return signed(
                key,
                List.of(
                        new RequestHead.Header("Content-Type", "application/x-amz-json-1.1"),
                        new RequestHead.Header("X-Amz-Target", "Kinesis_20131202." + operation)),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /// What an operation answered, which must be 200; a missing node where it has no body.
    JsonNode done(String operation, String body) throws IOException {
        HttpResponse<String> answer = ask(operation, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(operation + " " + body + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? json.missingNode() : json.readTree(answer.body());
    }

    /// The error of an operation as `code: sentence`.
    String refused(String operation, String body) throws IOException {
        return refused(root(), operation, body);
    }

    String refused(AccessKey key, String operation, String body) throws IOException {
        JsonNode error = json.readTree(ask(key, operation, body).body());
        return error.path("__type").asString("") + ": "
                + error.path("message").asString(error.path("Message").asString(""));
    }

    HttpResponse<String> signed(AccessKey key, List<RequestHead.Header> headers, byte[] body) throws IOException {
        List<RequestHead.Header> all = new ArrayList<>(headers);
        all.add(new RequestHead.Header("Host", gateway.address().getAuthority()));
        RequestHead head = new Signer(key, "us-east-1", "kinesis")
                .sign(new RequestHead("POST", "/", "", all), Instant.now(), new Payload.Hash(sha256(body)));
        return send("POST", "/", head.headers(), body);
    }

    HttpResponse<String> send(String method, String target, List<RequestHead.Header> headers, byte[] body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.address() + target))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.stream()
                .filter(header -> !header.name().equalsIgnoreCase("host"))
                .forEach(header -> request.header(header.name(), header.value()));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        endpoint.close();
        gateway.close();
        http.close();
        engines.values().forEach(StreamEngine::close);
    }
}
