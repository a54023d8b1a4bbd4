package dev.rockpool.platform.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.Branches;
import dev.rockpool.platform.ClockSetting;
import dev.rockpool.platform.PlatformOptions;
import dev.rockpool.platform.Writer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Branches of a served platform on the real clock, asked over HTTP.
class BranchServingTest {
    private static final String TOKEN = "0123456789";

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Throwable> failures = new ArrayList<>();
    private Branches branches;
    private PlatformServer server;

    @BeforeEach
    void open() {
        InstantSource wall = InstantSource.system();
        PlatformOptions options = PlatformOptions.in(folder)
                .with(new ClockSetting.Real())
                .with(ObjectStoreOptions.standard().sync(false));
        branches = Branches.open(options, wall, new SecureRandom());
        server = PlatformServer.open(
                branches,
                ServeOptions.onFreePorts().withToken(TOKEN),
                PriceBook.shipped(),
                wall,
                new SecureRandom(),
                (id, method, path, failure) -> failures.add(failure));
    }

    @AfterEach
    void close() {
        server.close();
        branches.close();
        assertThat(failures).isEmpty();
    }

    private HttpResponse<String> control(URI address, String method, String route, String body, String token)
            throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(address.resolve("/_rockpool/" + route))
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> control(String method, String route, String body)
            throws IOException, InterruptedException {
        return control(origin(), method, route, body, TOKEN);
    }

    private URI origin() {
        return Optional.ofNullable(server.addresses().get("s3")).orElseThrow();
    }

    private JsonNode read(HttpResponse<String> response) {
        return json.readTree(response.body());
    }

    @Test
    void aBranchAnswersOnPortsOfItsOwnAndItsTimeMovesThere() throws Exception {
        new Writer(branches.origin()).bucket("data");
        assertThat(read(control("POST", "clock", "{\"advance\":\"P1Y\"}"))
                        .path("error")
                        .asString())
                .contains("branch");

        HttpResponse<String> made = control("POST", "branches", "{\"name\":\"next-year\"}");

        assertThat(made.statusCode()).isEqualTo(201);
        URI branch = URI.create(read(made).path("addresses").path("s3").asString());
        assertThat(branch.getPort()).isNotEqualTo(origin().getPort());
        Instant from = Instant.parse(read(made).path("from").asString());
        HttpResponse<String> moved = control(branch, "POST", "clock", "{\"advance\":\"P1Y\"}", TOKEN);
        assertThat(Instant.parse(read(moved).path("now").asString()))
                .isEqualTo(from.atOffset(ZoneOffset.UTC).plusYears(1).toInstant());
        assertThat(control(branch, "GET", "branches", "", TOKEN).statusCode()).isEqualTo(409);
        JsonNode listed = read(control("GET", "branches", "")).path("branches");
        assertThat(listed.valueStream().map(one -> one.path("name").asString())).containsExactly("next-year");

        assertThat(control("DELETE", "branches/next-year", "").statusCode()).isEqualTo(200);
        assertThat(read(control("GET", "branches", "")).path("branches")).isEmpty();
        assertThat(control("DELETE", "branches/next-year", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsAtFaultIsToldInASentence() throws Exception {
        assertThat(control("POST", "branches", "{\"name\":\"a\"}").statusCode()).isEqualTo(201);
        assertThat(control("POST", "branches", "{\"name\":\"a\"}").statusCode()).isEqualTo(409);
        for (String body :
                List.of("", "{", "{}", "{\"name\":7}", "{\"name\":\"../a\"}", "{\"name\":\"b\",\"clockSpeed\":-1}")) {
            HttpResponse<String> refused = control("POST", "branches", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(read(refused).path("error").asString()).isNotEmpty();
        }
        assertThat(control("POST", "branches/none/keep", "").statusCode()).isEqualTo(404);
        assertThat(control("GET", "branches/a/b/c", "").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTheTokenOrUnderAForeignNameThereIsNoBranch() throws Exception {
        assertThat(control(origin(), "POST", "branches", "{\"name\":\"a\"}", "other")
                        .statusCode())
                .isEqualTo(401);
        assertThat(rawStatus("Host: evil.example")).isEqualTo(403);
        assertThat(branches.all()).isEmpty();
    }

    private int rawStatus(String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin().getPort())) {
            socket.getOutputStream()
                    .write(("POST /_rockpool/branches HTTP/1.1\r\n" + host + "\r\nAuthorization: Bearer " + TOKEN
                                    + "\r\nContent-Length: 12\r\nConnection: close\r\n\r\n{\"name\":\"a\"}")
                            .getBytes(StandardCharsets.US_ASCII));
            String head = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(head.substring(9, 12));
        }
    }

    @Test
    void thePortsOfTheOriginServeTheBranchThatIsKept() throws Exception {
        new Writer(branches.origin()).bucket("data");
        assertThat(control("POST", "branches", "{\"name\":\"kept\"}").statusCode())
                .isEqualTo(201);
        assertThat(control("POST", "branches", "{\"name\":\"stays\"}").statusCode())
                .isEqualTo(201);
        Instant later = branches.branch("kept").from().plusSeconds(100_000_000);
        Instant _ = branches.branch("kept").platform().advanceTo(later);
        URI before = origin();

        HttpResponse<String> kept = control("POST", "branches/kept/keep", "");

        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(origin()).isEqualTo(before);
        assertThat(read(control("GET", "clock", "")).path("now").asString()).isEqualTo(later.toString());
        assertThat(control("POST", "clock", "{\"advance\":\"P1D\"}").statusCode())
                .isEqualTo(200);
        assertThat(read(control("GET", "branches", "")).path("branches")).hasSize(1);
    }

    @Test
    void aYearOfTwoFuturesStandsSideBySide() throws Exception {
        Writer origin = new Writer(branches.origin());
        origin.bucket("data");
        origin.put("data", "<b>&\"key", new byte[100_000]);
        assertThat(control("POST", "branches", "{\"name\":\"year\"}").statusCode())
                .isEqualTo(201);
        Instant from = branches.branch("year").from();
        Instant _ = branches.branch("year").platform().advanceTo(from.plus(Duration.ofDays(365)));
        new Writer(branches.branch("year").platform()).delete("data", "<b>&\"key");

        JsonNode compared = read(control("GET", "branches/year/compare?object=data%2F%3Cb%3E%26%22key", ""));

        assertThat(compared.path("axis").path("unit").asString()).isEqualTo("days");
        assertThat(compared.path("left").path("name").asString()).isEqualTo("origin");
        assertThat(compared.path("right").path("points").size()).isGreaterThan(300);
        assertThat(new BigDecimal(compared.path("more").asString())).isPositive();
        assertThat(compared.path("differences").path(0).path("sentence").asString())
                .contains("more in year than in origin");
        assertThat(compared.path("object").path("left")).hasSize(1);
        assertThat(compared.path("object").path("right")).hasSize(2);
        HttpResponse<String> page =
                control("GET", "branches/year/compare?format=html&object=data%2F%3Cb%3E%26%22key", "");
        assertThat(page.body()).contains("<svg", "&lt;b&gt;&amp;&quot;key").doesNotContain("<script", "<b>&");
        assertThat(control("GET", "branches/year/compare?format=pdf", "").statusCode())
                .isEqualTo(400);
        assertThat(control("GET", "branches/year/compare?with=none", "").statusCode())
                .isEqualTo(404);
    }
}
