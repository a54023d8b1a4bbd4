package dev.rockpool.platform.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.identity.signature.Signer;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.objectstore.s3.S3Settings.BucketDefaults;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.Platform;
import dev.rockpool.platform.PlatformOptions;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform on its ports, asked over HTTP.
class PlatformServerTest {
    private static final Instant START = Instant.parse("2026-01-15T10:30:00Z");
    private static final String LIFECYCLE = """
        <LifecycleConfiguration><Rule><ID>sink</ID><Status>Enabled</Status><Filter><Prefix></Prefix></Filter>\
        <Transition><Days>30</Days><StorageClass>STANDARD_IA</StorageClass></Transition>\
        <Expiration><Days>90</Days></Expiration></Rule></LifecycleConfiguration>\
        """;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Throwable> failures = new ArrayList<>();
    private Platform platform;
    private PlatformServer server;

    private void open(Path kept, ClockSetting clock) {
        InstantSource wall = InstantSource.system();
        platform = Platform.open(
                PlatformOptions.in(kept)
                        .with(clock)
                        .with(ObjectStoreOptions.standard().sync(false)),
                wall,
                new SecureRandom());
        ServeOptions options =
                new ServeOptions(0, 0, 0, Optional.of("secret"), BucketDefaults.CURRENT, Optional.empty());
        server = PlatformServer.open(
                platform,
                options,
                PriceBook.shipped(),
                wall,
                new SecureRandom(),
                (id, method, path, failure) -> failures.add(failure));
    }

    @BeforeEach
    void openStanding() {
        open(folder.resolve("standing"), new ClockSetting.Virtual(START, 0));
    }

    @AfterEach
    void close() {
        server.close();
        platform.close();
        assertThat(failures).isEmpty();
    }

    private URI address(String service) {
        return Optional.ofNullable(server.addresses().get(service)).orElseThrow();
    }

    private HttpResponse<String> control(String method, String route, String body)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address("kms").resolve("/_rockpool/" + route))
                        .header("Authorization", "Bearer secret")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> s3(String method, String path, String query, String body)
            throws IOException, InterruptedException {
        AccessKey key = platform.accounts().accessKeys().getFirst();
        URI address = address("s3");
        RequestHead signed = new Signer(key, "us-east-1", "s3")
                .sign(
                        new RequestHead(
                                method, path, query, List.of(new RequestHead.Header("Host", address.getAuthority()))),
                        Instant.now(),
                        new Payload.Unsigned());
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve(path + (query.isEmpty() ? "" : "?" + query)))
                .method(method, BodyPublishers.ofString(body));
        signed.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("host"))
                .forEach(header -> request.header(header.name(), header.value()));
        request.header("Content-MD5", md5(body)); // some documents must have it
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> kinesis(String operation, String body) throws IOException, InterruptedException {
        AccessKey key = platform.accounts().accessKeys().getFirst();
        URI address = address("kinesis");
        List<RequestHead.Header> headers = List.of(
                new RequestHead.Header("Host", address.getAuthority()),
                new RequestHead.Header("Content-Type", "application/x-amz-json-1.1"),
                new RequestHead.Header("X-Amz-Target", "Kinesis_20131202." + operation));
        RequestHead signed = new Signer(key, "us-east-1", "kinesis")
                .sign(new RequestHead("POST", "/", "", headers), Instant.now(), new Payload.Hash(sha256(body)));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve("/")).POST(BodyPublishers.ofString(body));
        signed.headers().stream()
                .filter(header -> !header.name().equalsIgnoreCase("host"))
                .forEach(header -> request.header(header.name(), header.value()));
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static String sha256(String body) {
        return HexFormat.of().formatHex(digest("SHA-256", body));
    }

    private static String md5(String body) {
        return Base64.getEncoder().encodeToString(digest("MD5", body));
    }

    private static byte[] digest(String algorithm, String body) {
        try {
            return MessageDigest.getInstance(algorithm).digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aStreamIsActiveAtOnceOnAStandingClockAndItsShardsAreBilled() throws Exception {
        assertThat(kinesis("CreateStream", "{\"StreamName\":\"orders\",\"ShardCount\":2}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(kinesis("DescribeStreamSummary", "{\"StreamName\":\"orders\"}")
                        .body())
                .contains(
                        "\"StreamStatus\":\"ACTIVE\"",
                        "\"StreamARN\":\"arn:aws:kinesis:us-east-1:"
                                + platform.accounts().first().id() + ":stream/orders\"");
        String put = "{\"StreamName\":\"orders\",\"PartitionKey\":\"k\",\"Data\":\"AAAA\"}";
        assertThat(kinesis("PutRecord", put).statusCode()).isEqualTo(200);
        assertThat(control("POST", "clock", "{\"advance\":\"PT10H\"}").statusCode())
                .isEqualTo(200);
        JsonNode bill = json.readTree(control("GET", "bill", "").body());
        // two shards for ten hours at 0.015, and the begun payload unit
        assertThat(bill.path("others").toString()).contains("shard-hour");
        assertThat(new BigDecimal(bill.path("total").asString()))
                .isBetween(new BigDecimal("0.30"), new BigDecimal("0.3001"));
        assertThat(kinesis("PutRecord", put).statusCode()).isEqualTo(200);
        assertThat(control("GET", "events", "").body()).contains("RecordsPut");
    }

    @Test
    void objectsAgeAsTheClockIsMovedAndTheBillAndTheEventsTellIt() throws Exception {
        assertThat(s3("PUT", "/archive", "", "").statusCode()).isEqualTo(200);
        assertThat(s3("PUT", "/archive", "lifecycle=", LIFECYCLE).statusCode()).isEqualTo(200);
        assertThat(s3("PUT", "/archive/old.bin", "", "x".repeat(200_000)).statusCode())
                .isEqualTo(200);

        HttpResponse<String> moved = control("POST", "clock", "{\"advance\":\"P40D\"}");

        assertThat(json.readTree(moved.body()).path("now").asString()).isEqualTo("2026-02-24T10:30:00Z");
        assertThat(s3("GET", "/archive/old.bin", "", "").body()).hasSize(200_000);
        JsonNode bill = json.readTree(control("GET", "bill", "").body());
        assertThat(new BigDecimal(bill.path("total").asString())).isPositive();
        JsonNode events = json.readTree(control("GET", "events?since=0", "").body());
        assertThat(events.path("events")
                        .valueStream()
                        .map(event -> event.path("sentence").asString()))
                .contains(
                        "old.bin came into archive: 200000 bytes in STANDARD.",
                        "200000 bytes of old.bin in archive were read.");
        long last = events.path("last").asLong();
        assertThat(json.readTree(control("GET", "events?since=" + last, "").body())
                        .path("events"))
                .isEmpty();
    }

    @Test
    void aRealClockIsNotMoved() throws Exception {
        close();
        open(folder.resolve("real"), new ClockSetting.Kept());
        HttpResponse<String> refused = control("POST", "clock", "{\"advance\":\"P1D\"}");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("real clock");
        assertThat(json.readTree(control("GET", "clock", "").body())
                        .path("real")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void withoutTheTokenOrUnderAForeignNameNothingIsTold() throws Exception {
        URI clock = address("s3").resolve("/_rockpool/clock");
        assertThat(client.send(HttpRequest.newBuilder(clock).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
        assertThat(client.send(
                                HttpRequest.newBuilder(clock)
                                        .header("Authorization", "Bearer secretary")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void timesThatCannotBeAreRefusedWithASentence() throws Exception {
        for (String body : List.of(
                "",
                "{",
                "{}",
                "{\"advance\":\"P1D\",\"to\":\"2027-01-01T00:00:00Z\"}",
                "{\"advance\":\"soon\"}",
                "{\"advance\":\"-P1D\"}",
                "{\"to\":\"2020-01-01T00:00:00Z\"}",
                "{\"to\":\"tomorrow\"}",
                "{\"advance\":\"P99999Y\"}")) {
            HttpResponse<String> refused = control("POST", "clock", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(json.readTree(refused.body()).path("error").asString()).isNotEmpty();
        }
        assertThat(json.readTree(control("GET", "clock", "").body()).path("now").asString())
                .isEqualTo(START.toString());
        assertThat(control("GET", "tides", "").statusCode()).isEqualTo(404);
        assertThat(control("GET", "events?since=x", "").statusCode()).isEqualTo(400);
        assertThat(json.readTree(control("POST", "clock", "{\"advance\":\"P1Y2M\"}")
                                .body())
                        .path("now")
                        .asString())
                .isEqualTo("2027-03-15T10:30:00Z");
    }
}
