package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Requests that nobody sensible sends, signed all the same. None may be answered with 500. A seeded sample;
/// the whole campaign, 100,000.
class HostileRequestsTest {
    private static final List<Operation> OPERATIONS = List.of(Operation.values());
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "2147483648",
            "0.5",
            "\"\"",
            "\"a\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"a\":{}}",
            "\"orders\"",
            "\"shardId-000000000000\"",
            "\"99999999999999999999999999999999999999\"",
            "\"340282366920938463463374607431768211455\"",
            "\"arn:aws:kinesis:us-east-1:111111111111:stream/orders\"",
            "\"arn:aws:kinesis:us-east-1:111111111111:stream/orders/consumer/fan:1\"",
            "\"arn:aws:kinesis:us-east-1:999999999999:stream/orders\"",
            "\"arn:aws:kinesis:::stream/\"",
            "\"TRIM_HORIZON\"",
            "\"AT_TIMESTAMP\"",
            "\"KMS\"",
            "\"ON_DEMAND\"",
            "\"UNIFORM_SCALING\"",
            "\"AAAA\"",
            "\"=AAA\"",
            "[\"a\"]",
            "[{\"PartitionKey\":\"k\",\"Data\":\"\"}]",
            "{\"Type\":\"AT_TIMESTAMP\",\"Timestamp\":1e308}",
            "{\"Type\":\"AFTER_SHARD_ID\",\"ShardId\":\"9\"}",
            "{\"StreamMode\":\"PROVISIONED\"}",
            "{\"k\":\"v\"}",
            "{\"Status\":\"ENABLED\"}",
            "253402300800",
            "-1e300",
            "{\"Version\":\"2012-10-17\"}");

    @TempDir
    Path folder;

    private final RequestModel model = RequestModel.load();

    @Test
    void nothingIsAnsweredWithAFailure() throws IOException {
        int count = Campaign.size(600, 100_000);
        long seed = 20_261_126;
        Random random = new Random(seed);
        try (ServedStreams served = new ServedStreams(folder)) {
            served.done("CreateStream", "{\"StreamName\":\"orders\",\"ShardCount\":1}");
            for (int at = 0; at < count; at++) {
                Operation operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
                boolean isCbor = random.nextInt(4) == 0;
                byte[] body = isCbor ? bytes(random) : text(random, model.request(operation));
                HttpResponse<String> answer = served.signed(
                        served.root(),
                        List.of(
                                new RequestHead.Header(
                                        "Content-Type", "application/x-amz-" + (isCbor ? "cbor" : "json") + "-1.1"),
                                new RequestHead.Header("X-Amz-Target", "Kinesis_20131202." + operation)),
                        body);
                assertThat(answer.statusCode())
                        .as(
                                "seed %d, request %d: %s %s: %s",
                                seed, at, operation, new String(body, StandardCharsets.UTF_8), answer.body())
                        .isIn(200, 400);
            }
            assertThat(served.failures).isEmpty();
            Campaign.tell(
                    "hostile requests to the stream endpoint", "%,d requests; no 500, no failure".formatted(count));
        }
    }

    /// A request with members of the model and values of anywhere, at times cut or spoilt.
    private static byte[] text(Random random, Shape.Structure shape) {
        List<String> members = new ArrayList<>();
        for (Shape.Member member : shape.members()) {
            if (member.required() || random.nextInt(3) == 0) {
                members.add("\"" + member.name() + "\":" + VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        byte[] body = ("{" + String.join(",", members) + "}").getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        if (bytes.length > 0 && random.nextBoolean()) {
            bytes[0] = (byte) 0xbf;
        }
        return bytes;
    }
}
