package dev.rockpool.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.objectstore.ObjectStoreOptions;
import dev.rockpool.platform.PlatformOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningPlatformTest {
    private final TaskRunner tasks = TestDesk.atOnce();
    private final StoredPreferences preferences = new StoredPreferences(Map.of(), tasks, _ -> {});

    @TempDir
    private Path folder;

    private RunningPlatform platform() {
        return new RunningPlatform(
                PlatformOptions.in(folder).with(ObjectStoreOptions.standard().sync(false)),
                InstantSource.system(),
                new SecureRandom(),
                PriceBook::shipped,
                preferences,
                tasks);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Math.min(socket.getLocalPort(), RunningPlatform.LAST_PORT);
        }
    }

    @Test
    void endpointsAreOffUntilSwitchedOnAndRememberedThen() throws IOException, InterruptedException {
        int port = freePort();
        try (RunningPlatform platform = platform()) {
            assertThat(platform.state().get()).isEqualTo(new PlatformState.Closed());
            platform.open();
            assertThat(platform.state().get())
                    .isInstanceOfSatisfying(
                            PlatformState.Open.class,
                            open -> assertThat(open.objects()).isEmpty());
            platform.serve(port);
            assertThat(status(port)).isEqualTo(403); // not signed
        }
        try (RunningPlatform again = platform()) {
            again.open();
            assertThat(again.state().get())
                    .isInstanceOfSatisfying(
                            PlatformState.Open.class,
                            open -> assertThat(open.objects()).contains(URI.create("http://127.0.0.1:" + port)));
            again.stopServing();
            assertThat(again.serves()).isFalse();
        }
    }

    private static int status(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void aFolderThatServeHoldsIsToldInASentenceAndTriedAgain() {
        RunningPlatform first = platform();
        first.open();
        try (RunningPlatform second = platform()) {
            second.open();
            assertThat(second.state().get())
                    .isInstanceOfSatisfying(
                            PlatformState.Refused.class,
                            refused -> assertThat(refused.sentence()).startsWith("Another Rockpool uses the platform"));
            first.close();
            second.open();
            assertThat(second.state().get()).isInstanceOf(PlatformState.Open.class);
        }
    }

    @Test
    void aTakenPortLeavesTheEndpointOffAndSaysWhy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RunningPlatform platform = platform()) {
            platform.open();
            platform.serve(taken.getLocalPort());
            assertThat(platform.refusal().get()).contains(Integer.toString(taken.getLocalPort()));
            assertThat(platform.serves()).isFalse();
        }
    }
}
