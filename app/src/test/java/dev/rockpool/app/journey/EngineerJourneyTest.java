package dev.rockpool.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// `docs/journeys/engineer.md`, by keyboard; the script speaks through the SDK for Java.
@ExtendWith(ApplicationExtension.class)
class EngineerJourneyTest {
    private static final int FIRST_PORT = 21_000;
    private static final int LAST_PORT = 30_000;
    private static final int PORTS = 3;
    private static final int LOGS = 6;
    private static final int LOG_BYTES = 1 << 20;
    private static final String RULES = """
        {"Rules":[{"ID":"logs end","Status":"Enabled","Filter":{"Prefix":"logs/"},"Expiration":{"Days":30}}]}
        """;

    private final TestDesk desk;
    private final Path folder;
    private Optional<Walk> walk = Optional.empty();

    EngineerJourneyTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = TestDesk.ofTides(folder);
        // requests are signed by the SDK at the time of this computer
        desk.wait(
                Duration.between(desk.clock().instant(), InstantSource.system().instant()));
    }

    @Start
    void start(Stage stage) {
        walk = Optional.of(new Walk(stage, desk, folder, freePorts()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void fromAScriptToALowerBill() {
        Walk walk = this.walk.orElseThrow();
        walk.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        walk.press(KeyCode.E, KeyCode.DIGIT5);
        walk.takeNamed("Copy: 1. The profile, with the endpoint inside");
        String profile = walk.copied();
        try (S3Client s3 = client(profile)) {
            s3.createBucket(bucket -> bucket.bucket("app"));
            s3.putObject(put -> put.bucket("app").key("settings.json"), RequestBody.fromString("{}"));
            for (int log = 0; log < LOGS; log++) {
                String key = "logs/" + log + ".log";
                s3.putObject(put -> put.bucket("app").key(key), RequestBody.fromBytes(new byte[LOG_BYTES]));
            }
            walk.press(KeyCode.DIGIT4);
            assertThat(walk.texts()).contains("What the platform has used so far");
            walk.press(KeyCode.B);
            walk.press(KeyCode.ENTER);
            walk.press(KeyCode.DIGIT2);
            assertThat(walk.texts()).contains("No rules: nothing moves or expires by itself.");
            walk.paste("#store-rules", RULES);
            walk.push(KeyCode.CONTROL, KeyCode.S);
            walk.press(KeyCode.Y, KeyCode.DIGIT1);
            assertThat(walk.texts())
                    .anyMatch(
                            text -> text.startsWith("next-year costs $") && text.endsWith(" less than next-year-as-is"))
                    .anyMatch(text -> text.startsWith("Rule logs end of bucket app deleted 6 objects"));
            walk.press(KeyCode.K);
            walk.push(KeyCode.SHIFT, KeyCode.TAB);
            walk.press(KeyCode.SPACE);
            assertThat(walk.texts()).contains("next-year is the store now.");
            assertThat(s3.listObjectsV2(list -> list.bucket("app")).keyCount())
                    .as("the future that was kept")
                    .isOne();
        }
        assertThat(walk.faults()).isEmpty();
    }

    private static S3Client client(String profile) {
        return S3Client.builder()
                .endpointOverride(URI.create(field(profile, "endpoint_url")))
                .region(Region.of(field(profile, "region")))
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        field(profile, "aws_access_key_id"), field(profile, "aws_secret_access_key"))))
                .build();
    }

    private static String field(String profile, String name) {
        Matcher found =
                Pattern.compile("^" + name + " = (\\S+)$", Pattern.MULTILINE).matcher(profile);
        assertThat(found.find()).as(name + " in the profile").isTrue();
        return found.group(1);
    }

    /// The first of three free ports below those that systems give out by themselves.
    private static int freePorts() {
        return IntStream.iterate(FIRST_PORT, port -> port < LAST_PORT, port -> port + PORTS)
                .filter(port -> IntStream.range(port, port + PORTS).allMatch(EngineerJourneyTest::isFree))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
