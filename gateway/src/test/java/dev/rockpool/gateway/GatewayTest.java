package dev.rockpool.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayTest {
    private static final GatewayLimits SMALL = new GatewayLimits(
            4096, 100_000, 64, 16, Duration.ofSeconds(3), Duration.ofMillis(400), Duration.ofSeconds(2));

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
    private Gateway gateway;

    @BeforeEach
    void open() {
        gateway = Gateway.open(
                GatewayOptions.onPort(0)
                        .withLimits(SMALL)
                        .withControl(exchange -> exchange.respond(200, bytes("control")))
                        .withFailures((id, method, path, failure) -> failures.add(method + " " + path)),
                GatewayTest::handle);
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private static void handle(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/echo" -> {
                byte[] body = exchange.body().readAllBytes();
                exchange.set("Content-Type", "text/plain").respond(200, body);
            }
            case "/small" -> exchange.respond(200, exchange.readBody(10));
            case "/ignore" -> exchange.respond(403, bytes("no"));
            case "/field" -> {
                StringBuilder fields = new StringBuilder();
                exchange.eachHeader((name, value) ->
                        fields.append(name).append('=').append(value).append('|'));
                exchange.respond(200, bytes(fields.toString()));
            }
            case "/head" -> {
                RequestHead head = exchange.head();
                exchange.respond(
                        200,
                        bytes(head.method() + " " + head.rawPath() + " " + head.rawQuery() + " "
                                + head.headerValues("host") + " " + head.headerValues("x") + " "
                                + exchange.headers("X") + " " + exchange.authority() + " "
                                + exchange.contentLength()));
            }
            case "/none" -> exchange.respond(204);
            case "/fail" -> throw new IllegalStateException("a fault of ours");
            case "/stream" -> {
                try (OutputStream out = exchange.stream(200, -1)) {
                    out.write(bytes("one "));
                    out.flush();
                    out.write(bytes("two"));
                }
            }
            case "/short" -> {
                try (OutputStream out = exchange.stream(200, 10)) {
                    out.write(bytes("one"));
                }
            }
            case "/sized" -> {
                try (OutputStream out = exchange.stream(200, 7)) {
                    out.write(bytes("one "));
                    out.write(bytes("two"));
                }
            }
            default ->
                exchange.set("X-Id", exchange.requestId())
                        .respond(
                                200,
                                bytes(exchange.method() + " " + exchange.path() + " ? " + exchange.query() + " @ "
                                        + exchange.host()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private RawClient raw() throws IOException {
        return new RawClient(gateway.port());
    }

    private String get(String target, String host) {
        return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    }

    @Test
    void keepsAConnectionAlive() throws IOException {
        try (RawClient client = raw()) {
            String first = client.send(get("/a", "localhost")).answer().fields().get("x-id");
            RawClient.Answer second = client.send(get("/b", "localhost")).answer();

            assertThat(second.body()).isEqualTo("GET /b ?  @ localhost");
            assertThat(second.fields().get("x-id")).matches("[0-9A-F]{16}").isNotEqualTo(first);
            assertThat(second.fields()).containsKey("date").doesNotContainKey("server");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/b//k", "/b/../k", "/b/./k", "/b/a%2Fb", "/b/a;b=c", "/b/%FF", "/b/a+b%20c", "/b/%5c", "//"})
    void leavesPathsAsSent(String path) throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send(get(path + "?x=%2F&y", "localhost")).answer().body())
                    .isEqualTo("GET " + path + " ? x=%2F&y @ localhost");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "localhost:9700", "[::1]:80", "LOCALHOST", "b.s3.localhost", "a_b.localhost:1"})
    void answersToNamesOfThisMachine(String host) throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send(get("/", host)).answer().status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "localhost.example.org",
                "127.0.0.1.example.org",
                "evillocalhost",
                "127.0.0.2",
                "0.0.0.0",
                "192.168.1.1:80",
                ".localhost"
            })
    void refusesForeignNames(String host) throws IOException {
        try (RawClient client = raw()) {
            RawClient.Answer answer = client.send(get("/", host)).answer();
            if (host.equals(".localhost")) {
                assertThat(answer.status()).isIn(200, 400, 403);
            } else {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.body()).isEqualTo("FOREIGN_HOST\n");
            }
        }
    }

    @Test
    void refusesAForeignNameInAnAbsoluteTarget() throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send("GET http://example.org/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer()
                            .status())
                    .isIn(400, 403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: -3\r\n\r\nabc",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: +3\r\n\r\nabc",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999999999999\r\n\r\nabc",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                "POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\n X: folded\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%2 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/3.7\r\nHost: localhost\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n"
            })
    void refusesWhatTwoReadersCouldReadDifferently(String request) throws IOException {
        try (RawClient client = raw()) {
            client.send(request);
            try {
                RawClient.Answer answer = client.answer();
                assertThat(answer.status()).isIn(400, 403, 501, 505);
                assertThat(answer.body()).isNotEqualTo("abc");
            } catch (java.io.EOFException | java.net.SocketException | NumberFormatException e) {
                assertThat(request).startsWith("PRI");
                return;
            }
            assertThat(client.ended()).isTrue();
        }
        assertThat(failures).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain; charset=UTF-8",
                "text/plain;charset=utf-8",
                "TEXT/HTML; charset=UTF-8",
                "application/json;charset=UTF-8",
                "application/x-www-form-urlencoded;  charset=utf-8"
            })
    void leavesFieldsAsSent(String contentType) throws IOException {
        try (RawClient client = raw()) {
            client.send("GET /field HTTP/1.1\r\nHost: LocalHost\r\nCONTENT-Type: " + contentType
                    + "\r\nx-Foo: a  b\r\nConnection: Keep-Alive\r\n\r\n");
            assertThat(client.answer().body())
                    .isEqualTo("Host=LocalHost|CONTENT-Type=" + contentType + "|x-Foo=a  b|Connection=Keep-Alive|");
        }
    }

    @Test
    void tellsWhatItAnswered() throws IOException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (Gateway telling = Gateway.open(GatewayOptions.onPort(0), exchange -> {
                    handle(exchange);
                    told.add(exchange.status() + " " + exchange.sentBytes());
                });
                RawClient client = new RawClient(telling.port())) {
            for (String target : List.of("/sized", "/none", "/ignore", "/stream", "/none")) {
                client.send(get(target, "localhost")).answer();
            }
            assertThat(told).startsWith("200 7", "204 0", "403 2", "200 7");
        }
    }

    @Test
    void readsFieldsOfEitherEncoding() throws IOException {
        for (String bytes : List.of("caf\u00e9", "caf\u00c3\u00a9")) {
            try (RawClient client = raw()) {
                client.send("GET /field HTTP/1.1\r\nHost: a\r\n\r\n");
                assertThat(client.answer().status()).isEqualTo(403);
            }
            try (RawClient client = raw()) {
                client.send("GET /field HTTP/1.1\r\nHost: localhost\r\nX: " + bytes + "\r\n\r\n");
                assertThat(client.answer().body()).isEqualTo("Host=localhost|X=caf\u00c3\u00a9|");
            }
        }
    }

    @Test
    void speaksTls(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "secret",
                        "-dname",
                        "CN=localhost",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "a")
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        try (Gateway secure = Gateway.open(
                GatewayOptions.onPort(0).withTls(new Tls(store, "secret")).withRequestIdSeed(7),
                exchange -> exchange.respond(
                        200, bytes(exchange.secure() + " " + exchange.protocol() + " " + exchange.remoteAddress())))) {
            SSLContext trusting = SSLContext.getInstance("TLS");
            KeyStore trusted = KeyStore.getInstance(store.toFile(), "secret".toCharArray());
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            trusting.init(null, factory.getTrustManagers(), null);
            try (Socket socket = trusting.getSocketFactory().createSocket("127.0.0.1", secure.port())) {
                socket.getOutputStream()
                        .write(bytes(get("/", "localhost").replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")));
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .endsWith("true HTTP/1.1 127.0.0.1");
            }
            assertThat(secure.address().toString()).startsWith("https://127.0.0.1:");
        }
        assertThatThrownBy(() -> Gateway.open(
                        GatewayOptions.onPort(0).withTls(new Tls(folder.resolve("none"), "x")), GatewayTest::handle))
                .isInstanceOfSatisfying(
                        EnvironmentException.class, e -> assertThat(e.code()).isEqualTo("gateway-tls"));
        assertThat(new Tls(store, "secret").toString()).doesNotContain("secret");
    }

    @Test
    void givesTheHeadThatSignaturesAreMadeOf() throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send("GET /head?b&a=1 HTTP/1.1\r\nHost: localhost\r\nX: 1\r\nX: 2\r\n\r\n")
                            .answer()
                            .body())
                    .isEqualTo("GET /head b&a=1 [localhost] [1, 2] [1, 2] localhost -1");
        }
    }

    @Test
    void refusesLimitsAndPortsThatCannotBe() {
        assertThatThrownBy(() -> GatewayOptions.onPort(65_536)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GatewayLimits(
                        10, 1, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void boundsTheHead() throws IOException {
        try (RawClient client = raw()) {
            RawClient.Answer answer =
                    client.send(get("/" + "x".repeat(5000), "localhost")).answer();
            assertThat(answer.status()).isEqualTo(414);
            assertThat(answer.body()).isEqualTo("TARGET_TOO_LONG\n");
        }
        try (RawClient client = raw()) {
            RawClient.Answer answer = client.send(
                            "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(5000) + "\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(431);
            assertThat(answer.body()).isEqualTo("HEADERS_TOO_LARGE\n");
        }
    }

    @Test
    void boundsBodiesAnnouncedAndNot() throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100001\r\n\r\n")
                            .answer()
                            .status())
                    .isEqualTo(413);
        }
        try (RawClient client = raw()) {
            client.send("POST /echo HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n1e240\r\n"
                    + "x".repeat(0x1e240) + "\r\n0\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(413);
        }
        try (RawClient client = raw()) {
            assertThat(client.send("POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 11\r\n\r\n12345678901")
                            .answer()
                            .body())
                    .isEqualTo("BODY_TOO_LARGE\n");
        }
        try (RawClient client = raw()) {
            assertThat(client.send("POST /small HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\n1234567890")
                            .answer()
                            .body())
                    .isEqualTo("1234567890");
        }
    }

    @Test
    void givesLeaveToSend() throws IOException {
        try (RawClient client = raw()) {
            client.send("PUT /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(100);
            assertThat(client.send("abc").answer().body()).isEqualTo("abc");
            assertThat(client.send(get("/a", "localhost")).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void givesLeaveToSendNothing() throws IOException {
        for (String path : List.of("/echo", "/ignore", "/none", "/stream")) {
            try (RawClient client = raw()) {
                client.send("PUT " + path
                        + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nExpect: 100-continue\r\n\r\n");
                assertThat(client.answer().status()).as(path).isEqualTo(100);
                assertThat(client.answer().status()).as(path).isIn(200, 204, 403);
                assertThat(client.send(get("/a", "localhost")).answer().status())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void refusesWithoutGivingLeave() throws IOException {
        try (RawClient client = raw()) {
            client.send("PUT /ignore HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n");
            assertThat(client.answer().status()).isEqualTo(403);
        }
        try (RawClient client = raw()) {
            client.send("PUT /echo HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: other\r\n\r\nabc");
            assertThat(client.answer().body()).isEqualTo("abc");
        }
    }

    @Test
    void readsAnUnwantedBodySoThatTheNextRequestIsUnderstood() throws IOException {
        try (RawClient client = raw()) {
            client.send(
                    "PUT /ignore HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000\r\n\r\n" + "x".repeat(90_000));
            assertThat(client.answer().status()).isEqualTo(403);
            assertThat(client.send(get("/a", "localhost")).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void streamsAndTellsWhenAStreamBroke() throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send(get("/stream", "localhost")).answer().body()).isEqualTo("one two");
            assertThat(client.send(get("/sized", "localhost")).answer().body()).isEqualTo("one two");
            assertThat(client.send("HEAD /sized HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .answer(true)
                            .fields())
                    .containsEntry("content-length", "7");
            assertThat(client.send(get("/none", "localhost")).answer().status()).isEqualTo(204);
            client.send(get("/short", "localhost"));
            assertThat(client.answer().body()).isEqualTo("one");
            assertThat(client.ended()).isTrue();
        }
    }

    @Test
    void blocksAWriterWhileItsReaderIsSlow() throws Exception {
        AtomicLong written = new AtomicLong();
        CountDownLatch stuck = new CountDownLatch(1);
        try (Gateway slow = Gateway.open(GatewayOptions.onPort(0), exchange -> {
            byte[] part = new byte[1024 * 1024];
            try (OutputStream out = exchange.stream(200, -1)) {
                for (int i = 0; i < 64; i++) {
                    out.write(part);
                    written.addAndGet(part.length);
                    if (i == 1) {
                        stuck.countDown();
                    }
                }
            }
        })) {
            HttpClient client = HttpClient.newHttpClient();
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(slow.address()).build(), HttpResponse.BodyHandlers.ofInputStream());
            assertThat(stuck.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(written.get()).isLessThan(40L * 1024 * 1024);
            try (InputStream in = response.body()) {
                assertThat(in.readAllBytes()).hasSize(64 * 1024 * 1024);
            }
        }
    }

    @Test
    void reportsAHandlersFailureAndSaysNothingOfIt() throws IOException {
        try (RawClient client = raw()) {
            RawClient.Answer answer = client.send(get("/fail", "localhost")).answer();
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.body()).isEqualTo("FAILURE\n");
            assertThat(client.send(get("/a", "localhost")).answer().status()).isEqualTo(200);
        }
        assertThat(failures).containsExactly("GET /fail");
    }

    @Test
    void keepsControlRoutesOffBucketsHosts() throws IOException {
        try (RawClient client = raw()) {
            assertThat(client.send(get("/_rockpool/clock", "localhost"))
                            .answer()
                            .body())
                    .isEqualTo("control");
            assertThat(client.send(get("/_rockpool/clock", "b.s3.localhost"))
                            .answer()
                            .body())
                    .startsWith("GET /_rockpool");
        }
    }

    @Test
    void endsAHeadThatNeverEnds() throws IOException {
        try (RawClient client = raw()) {
            client.send("GET / HTTP/1.1\r\nHost: localhost\r\nX: ");
            long start = System.nanoTime();
            assertThat(client.ended()).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2900));
        }
    }

    @Test
    void speaksHttp2ByPriorKnowledge() throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        // the first request upgrades, the rest of the connection is HTTP/2
        URI echo = gateway.address().resolve("/echo");
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(echo)
                            .POST(HttpRequest.BodyPublishers.ofString("body " + i))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).isEqualTo("body " + i);
        }
    }

    @Test
    void finishesWhatRunsWhenItIsClosed() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Gateway closing = Gateway.open(GatewayOptions.onPort(0).withLimits(SMALL), exchange -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.respond(200, bytes("done"));
        });
        try (RawClient client = new RawClient(closing.port())) {
            client.send(get("/", "localhost"));
            begun.await();
            Thread closer = Thread.ofVirtual().start(closing::close);
            goOn.countDown();
            assertThat(client.answer().body()).isEqualTo("done");
            closer.join();
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        int port = gateway.port();
        assertThatThrownBy(() -> Gateway.open(GatewayOptions.onPort(port), GatewayTest::handle))
                .isInstanceOfSatisfying(
                        EnvironmentException.class, e -> assertThat(e.code()).isEqualTo("gateway-port"))
                .hasMessageContaining(Integer.toString(port));
    }
}
