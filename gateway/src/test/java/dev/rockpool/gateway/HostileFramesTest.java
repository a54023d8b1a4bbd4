package dev.rockpool.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.trials.Campaign;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// HTTP/2 frames that nobody sensible sends (RFC 9113, §6): of any type, with flags, streams and lengths that do not go
/// together, heads that never end, windows that overflow. The gateway must stay able to answer others, and no handler
/// may fail. A seeded sample; the whole campaign sends 100,000.
class HostileFramesTest {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};
    private static final int[] STREAMS = {0, 1, 1, 1, 3, 5, 2, 7, Integer.MAX_VALUE};
    private static final int FRAMES_A_CONNECTION = 20;
    private static final int HEADERS = 1;
    private static final int SETTLED_MILLIS = 3_000;

    private final List<String> failures = Collections.synchronizedList(new ArrayList<>());

    @Test
    void framesThatMakeNoSenseEndTheirConnectionAndNothingElse() throws Exception {
        int connections = Campaign.size(1_000, 100_000) / FRAMES_A_CONNECTION;
        long seed = 20_261_127;
        Random random = new Random(seed);
        try (Gateway gateway = Gateway.open(
                        GatewayOptions.onPort(0)
                                .withFailures((id, method, path, failure) ->
                                        failures.add(method + " " + path + ": " + failure)),
                        exchange -> exchange.respond(200, exchange.readBody(1_000)));
                HttpClient client = HttpClient.newHttpClient()) {
            answers(client, gateway, HttpClient.Version.HTTP_2);
            int threads = Thread.activeCount();
            for (int connection = 0; connection < connections; connection++) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout(20);
                    try {
                        socket.getOutputStream().write(frames(random));
                        drain(socket.getInputStream());
                    } catch (SocketException _) {
                        // it was thrown out, as it should be
                    }
                }
            }
            answers(client, gateway, HttpClient.Version.HTTP_2);
            answers(client, gateway, HttpClient.Version.HTTP_1_1);
            assertThat(failures).as("seed %d", seed).isEmpty();
            long until = System.nanoTime() + Duration.ofMillis(SETTLED_MILLIS).toNanos();
            while (Thread.activeCount() > threads + 8 && System.nanoTime() < until) {
                Thread.sleep(20);
            }
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 8);
            Campaign.tell(
                    "HTTP/2 frames that make no sense",
                    "%,d frames on %,d connections; each ends its connection and nothing else, no thread stays"
                            .formatted(connections * FRAMES_A_CONNECTION, connections));
        }
    }

    private static void answers(HttpClient client, Gateway gateway, HttpClient.Version version)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + "/"))
                        .version(version)
                        .POST(HttpRequest.BodyPublishers.ofString("still here"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("still here");
    }

    private static void drain(InputStream in) throws IOException {
        byte[] sink = new byte[4096];
        try {
            while (in.read(sink) >= 0) {
                // whatever it says
            }
        } catch (SocketTimeoutException _) {
            // it waits for more
        }
    }

    private static byte[] frames(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PREFACE);
        if (random.nextInt(10) > 0) {
            out.writeBytes(SETTINGS);
        }
        for (int frame = 0; frame < FRAMES_A_CONNECTION; frame++) {
            boolean isRequest = random.nextInt(4) == 0;
            byte[] payload = isRequest ? head(random) : new byte[random.nextInt(80)];
            if (!isRequest) {
                random.nextBytes(payload);
            }
            int length = random.nextInt(30) == 0 ? random.nextInt(1 << 24) : payload.length;
            out.write(length >> 16);
            out.write(length >> 8);
            out.write(length);
            out.write(isRequest ? HEADERS : random.nextInt(12));
            out.write(isRequest && random.nextBoolean() ? 4 | random.nextInt(2) : random.nextInt(256));
            out.writeBytes(ByteBuffer.allocate(4)
                    .putInt(STREAMS[random.nextInt(STREAMS.length)])
                    .array());
            out.writeBytes(payload);
        }
        return out.toByteArray();
    }

    /// A request's fields by HPACK's static table (RFC 7541, appendix A), at times spoilt.
    private static byte[] head(Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x83, (byte) 0x86, (byte) 0x84, 0x41});
        byte[] host = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);
        out.write(host.length);
        out.writeBytes(host);
        byte[] head = out.toByteArray();
        if (random.nextInt(3) == 0) {
            head[random.nextInt(head.length)] = (byte) random.nextInt(256);
        }
        return head;
    }
}
