package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is answered before any operation is done: forms of refusal, ids, cross-origin headers (mhart/kinesalite,
/// `test/connection.js`, captured from the service).
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireTest {
    private static final String JSON = "application/x-amz-json-1.1";
    private static final String LIST = "Kinesis_20131202.ListStreams";

    private ServedStreams served;

    @BeforeAll
    void serve(@TempDir Path folder) {
        served = new ServedStreams(folder);
    }

    @AfterAll
    void close() {
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private HttpResponse<String> plain(String method, String target, String body, String... headers)
            throws IOException {
        List<RequestHead.Header> fields = new ArrayList<>();
        for (int at = 0; at < headers.length; at += 2) {
            fields.add(new RequestHead.Header(headers[at], headers[at + 1]));
        }
        return served.send(method, target, fields, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void answers(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("x-amzn-RequestId").orElse(""))
                .matches("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}");
        assertThat(Base64.getDecoder()
                        .decode(answer.headers().firstValue("x-amz-id-2").orElse("")))
                .hasSizeBetween(72, 80);
    }

    private static String xml(String code, String sentence) {
        return "<" + code + ">\n  <Message>" + sentence + "</Message>\n</" + code + ">\n";
    }

    @Test
    void whatIsNoRequestOfTheServiceIsRefusedInXml() throws IOException {
        String missing = xml("MissingAuthenticationTokenException", "Missing Authentication Token");
        for (String method : List.of("GET", "PUT", "OPTIONS", "DELETE", "POST")) {
            answers(plain(method, "/", ""), 403, missing);
        }
        String denied = xml("AccessDeniedException", "Unable to determine service/operation name to be authorized");
        answers(plain("GET", "/", "", "Authorization", "AWS4-HMAC-SHA256 x"), 403, denied);
        answers(plain("POST", "/", "{}", "Authorization", "x"), 403, denied);
        answers(
                plain("POST", "/", "{}", "Authorization", "x", "Content-Type", "application/x-amz-json-1.0"),
                403,
                denied);
    }

    @Test
    void theOperationIsLookedForFirst() throws IOException {
        String unknown = "{\"__type\":\"UnknownOperationException\"}";
        answers(plain("POST", "/", "", "Content-Type", JSON), 400, unknown);
        answers(plain("POST", "/", "{}", "Content-Type", JSON), 400, unknown);
        answers(plain("POST", "/", "{}", "Content-Type", JSON, "X-Amz-Target", LIST + "x"), 400, unknown);
        answers(
                plain("POST", "/", "{}", "Content-Type", JSON, "X-Amz-Target", "Kinesis_20131203.ListStreams"),
                400,
                unknown);
    }

    @Test
    void thenTheBody() throws IOException {
        String unreadable = "{\"__type\":\"SerializationException\"}";
        for (String body : List.of("", "hello", "[]", "\"a\"", "{", "{} {}", "{\"Limit\":}")) {
            answers(plain("POST", "/", body, "Content-Type", JSON, "X-Amz-Target", LIST), 400, unreadable);
        }
    }

    @Test
    void thenTheSignature() throws IOException {
        answers(
                plain("POST", "/", "{}", "Content-Type", JSON, "X-Amz-Target", LIST),
                400,
                "{\"__type\":\"MissingAuthenticationTokenException\",\"message\":\"Missing Authentication Token\"}");
        answers(
                plain("POST", "/", "{}", "Content-Type", JSON, "X-Amz-Target", LIST, "Authorization", "X"),
                400,
                "{\"__type\":\"IncompleteSignatureException\",\"message\":\"Authorization header requires 'Credential'"
                        + " parameter. Authorization header requires 'Signature' parameter. Authorization header"
                        + " requires 'SignedHeaders' parameter. Authorization header requires existence of either a"
                        + " 'X-Amz-Date' or a 'Date' header. Authorization=X\"}");
        answers(
                plain(
                        "POST",
                        "/?X-Amz-Algorithm",
                        "{}",
                        "Content-Type",
                        JSON,
                        "X-Amz-Target",
                        LIST,
                        "Authorization",
                        "X"),
                400,
                "{\"__type\":\"InvalidSignatureException\",\"message\":\"Found both 'X-Amz-Algorithm' as a query-string"
                        + " param and 'Authorization' as HTTP header.\"}");
        assertThat(plain("POST", "/?X-Amz-Algorithm", "{}", "Content-Type", JSON, "X-Amz-Target", LIST)
                        .body())
                .contains(
                        "IncompleteSignatureException",
                        "must include 'X-Amz-Algorithm'",
                        "Re-examine the query-string parameters.");
    }

    @Test
    void anotherBodyThanTheSignedOneIsRefused() throws IOException {
        HttpResponse<String> right = served.ask("ListStreams", "{}");
        assertThat(right.statusCode()).isEqualTo(200);
        List<RequestHead.Header> fields = new ArrayList<>();
        right.request()
                .headers()
                .map()
                .forEach((name, values) -> fields.add(new RequestHead.Header(name, values.getFirst())));
        HttpResponse<String> other = served.send("POST", "/", fields, "{\"Limit\":1}".getBytes(StandardCharsets.UTF_8));
        assertThat(other.body()).contains("InvalidSignatureException");
        assertThat(other.headers().firstValue("x-amzn-ErrorType")).hasValue("InvalidSignatureException");
    }

    @Test
    void theProtocolOfLongAgoIsAnsweredAsTheServiceStillDoes() throws IOException {
        answers(
                plain("POST", "/", "{}", "Content-Type", "application/json", "X-Amz-Target", LIST),
                200,
                "{\"Output\":{\"__type\":\"com.amazon.coral.service#UnknownOperationException\",\"message\":null},"
                        + "\"Version\":\"1.0\"}");
        answers(
                plain("POST", "/", "hello", "Content-Type", "application/json", "X-Amz-Target", LIST),
                200,
                "{\"Output\":{\"__type\":\"com.amazon.coral.service#SerializationException\",\"Message\":null},"
                        + "\"Version\":\"1.0\"}");
    }

    @Test
    void pagesOfOtherOriginsMayAsk() throws IOException {
        HttpResponse<String> preflight =
                plain("OPTIONS", "/", "", "Origin", "http://example.org", "Access-Control-Request-Headers", "a, b");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValue("a, b");
        assertThat(preflight.headers().firstValue("Access-Control-Max-Age")).hasValue("172800");
        assertThat(plain("POST", "/", "{}", "Origin", "http://example.org", "Content-Type", JSON)
                        .headers()
                        .firstValue("Access-Control-Allow-Origin"))
                .hasValue("*");
    }

    @Test
    void whatHasNoMembersHasNoBody() throws IOException {
        HttpResponse<String> made = served.ask("CreateStream", "{\"StreamName\":\"bare\",\"ShardCount\":1}");
        assertThat(made.statusCode()).isEqualTo(200);
        assertThat(made.body()).isEmpty();
        JsonNode summary = served.done("DescribeStreamSummary", "{\"StreamName\":\"bare\"}")
                .path("StreamDescriptionSummary");
        assertThat(summary.path("StreamCreationTimestamp").decimalValue())
                .isEqualByComparingTo(
                        String.valueOf(Instant.parse("2026-10-01T12:00:00Z").getEpochSecond()));
    }
}
