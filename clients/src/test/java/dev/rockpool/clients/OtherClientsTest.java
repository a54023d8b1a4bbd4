package dev.rockpool.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Programs that people use against the real services, unchanged: boto3, awscli, s3cmd, rclone, restic. One that is not
/// installed is named in a sentence.
class OtherClientsTest {
    private static final Path SCRIPTS =
            Path.of(System.getProperty("rockpool.scripts", "src/campaign")).toAbsolutePath();
    private static final int FILES = 20;

    @TempDir
    Path folder;

    private ServedPlatform platform;
    private Path files;

    @BeforeEach
    void serve() throws IOException {
        platform = new ServedPlatform(folder);
        files = Files.createDirectories(folder.resolve("files/below"));
        var random = new Seed(20_261_127).derive("files");
        for (int number = 0; number < FILES; number++) {
            byte[] bytes = new byte[random.nextInt(200_000)];
            random.nextBytes(bytes);
            Files.write(files.resolve("file " + number + ".bin"), bytes);
        }
        byte[] large = new byte[12 << 20]; // in parts
        random.nextBytes(large);
        Files.write(folder.resolve("files/large.bin"), large);
        files = folder.resolve("files");
    }

    @AfterEach
    void nothingFailed() {
        platform.close();
        assertThat(platform.failures).isEmpty();
    }

    /// `when_supported` is what boto3 does since 1.36 (a checksum in a trailer), `when_required` what it did before.
    @ParameterizedTest
    @ValueSource(strings = {"when_supported", "when_required"})
    void boto3StoresInBothDialects(String checksums) throws Exception {
        JsonNode told = JsonMapper.shared()
                .readTree(run(
                        Map.of(
                                "AWS_REQUEST_CHECKSUM_CALCULATION",
                                checksums,
                                "AWS_RESPONSE_CHECKSUM_VALIDATION",
                                checksums),
                        "python3",
                        SCRIPTS.resolve("boto3_store.py").toString(),
                        platform.s3().toString(),
                        "boto"));
        assertThat(told.get("keys").asInt()).isEqualTo(31);
        assertThat(told.get("versions").asInt()).isEqualTo(1);
        assertThat(told.get("whole").asBoolean()).isTrue();
        assertThat(told.get("range").asString()).isEqualTo("ff0001");
        assertThat(told.get("copy").asString()).isEqualTo("line 7");
        assertThat(told.get("tag").asString()).isEqualTo("log");
        Campaign.tell("boto3 on the object store, checksums " + checksums, "passed");
    }

    @Test
    void boto3Streams() throws Exception {
        JsonNode told = JsonMapper.shared()
                .readTree(run(
                        Map.of(),
                        "python3",
                        SCRIPTS.resolve("boto3_streams.py").toString(),
                        platform.kinesis().toString(),
                        "orders"));
        assertThat(told.get("failed").asInt()).isZero();
        assertThat(told.get("inOrder").asBoolean()).isTrue();
        assertThat(told.get("shards").asInt()).isEqualTo(3);
        Campaign.tell("boto3 on streams", "passed");
    }

    @Test
    void awscliSyncsThereAndBackAndStreams() throws Exception {
        String s3 = platform.s3().toString();
        run(Map.of(), "aws", "--endpoint-url", s3, "s3", "mb", "s3://cli");
        run(Map.of(), "aws", "--endpoint-url", s3, "s3", "sync", files.toString(), "s3://cli/there");
        Path back = folder.resolve("back");
        run(Map.of(), "aws", "--endpoint-url", s3, "s3", "sync", "s3://cli/there", back.toString());
        assertSame(back);
        run(Map.of(), "aws", "--endpoint-url", s3, "s3", "rb", "--force", "s3://cli");
        String kinesis = platform.kinesis().toString();
        run(
                Map.of(),
                "aws",
                "--endpoint-url",
                kinesis,
                "kinesis",
                "create-stream",
                "--stream-name",
                "cli",
                "--shard-count",
                "1");
        run(Map.of(), "aws", "--endpoint-url", kinesis, "kinesis", "wait", "stream-exists", "--stream-name", "cli");
        assertThat(run(
                        Map.of(),
                        "aws",
                        "--endpoint-url",
                        kinesis,
                        "kinesis",
                        "put-record",
                        "--stream-name",
                        "cli",
                        "--partition-key",
                        "one",
                        "--data",
                        "b25l"))
                .contains("SequenceNumber");
        Campaign.tell("awscli on both", "passed");
    }

    @Test
    void s3cmdPutsAndGets() throws Exception {
        String host = platform.s3().getAuthority();
        List<String> to = List.of(
                "s3cmd",
                "--no-ssl",
                "--host=" + host,
                "--host-bucket=" + host,
                "--access_key=" + ServedPlatform.ACCESS_KEY,
                "--secret_key=" + ServedPlatform.SECRET_KEY,
                "--config=" + Files.createFile(folder.resolve("s3cfg")));
        run(Map.of(), with(to, "mb", "s3://cmd"));
        run(Map.of(), with(to, "put", "--recursive", files + "/", "s3://cmd/there/"));
        Path back = Files.createDirectories(folder.resolve("back"));
        run(Map.of(), with(to, "get", "--recursive", "s3://cmd/there/", back + "/"));
        assertSame(back);
        Campaign.tell("s3cmd on the object store", "passed");
    }

    @Test
    void rcloneCopiesAndChecks() throws Exception {
        Map<String, String> remote = Map.of(
                "RCLONE_CONFIG",
                folder.resolve("rclone.conf").toString(),
                "RCLONE_CONFIG_ROCKPOOL_TYPE",
                "s3",
                "RCLONE_CONFIG_ROCKPOOL_PROVIDER",
                "Other",
                "RCLONE_CONFIG_ROCKPOOL_ENDPOINT",
                platform.s3().toString(),
                "RCLONE_CONFIG_ROCKPOOL_ACL", // a bucket of today takes no other, and rclone would send `private`
                "bucket-owner-full-control",
                "RCLONE_CONFIG_ROCKPOOL_ACCESS_KEY_ID",
                ServedPlatform.ACCESS_KEY,
                "RCLONE_CONFIG_ROCKPOOL_SECRET_ACCESS_KEY",
                ServedPlatform.SECRET_KEY);
        run(remote, "rclone", "mkdir", "rockpool:clone");
        run(remote, "rclone", "copy", files.toString(), "rockpool:clone/there");
        run(remote, "rclone", "check", "--download", files.toString(), "rockpool:clone/there");
        Campaign.tell("rclone on the object store", "passed");
    }

    @Test
    void resticBacksUpAndRestores() throws Exception {
        Map<String, String> repository = Map.of(
                "RESTIC_REPOSITORY",
                "s3:" + platform.s3() + "/restic",
                "RESTIC_PASSWORD",
                "secret",
                "RESTIC_CACHE_DIR",
                folder.resolve("cache").toString());
        run(repository, "restic", "init");
        run(repository, "restic", "backup", files.toString());
        run(repository, "restic", "check", "--read-data");
        Path back = folder.resolve("back");
        run(repository, "restic", "restore", "latest", "--target", back.toString());
        assertSame(back.resolve(folder.getRoot().relativize(files)));
        Campaign.tell("restic on the object store", "passed");
    }

    private void assertSame(Path back) throws IOException {
        try (var all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(back.resolve(files.relativize(file).toString())).hasSameBinaryContentAs(file);
            }
        }
    }

    private static String[] with(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(Arrays.asList(more));
        return all.toArray(String[]::new);
    }

    /// What a program prints; it must end well.
    private String run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path errors = folder.resolve("errors.txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile());
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID",
                ServedPlatform.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                ServedPlatform.SECRET_KEY,
                "AWS_DEFAULT_REGION",
                "us-east-1",
                "AWS_CONFIG_FILE",
                folder.resolve("no-config").toString(),
                "AWS_EC2_METADATA_DISABLED",
                "true"));
        all.putAll(environment);
        builder.environment().remove("AWS_CA_BUNDLE"); // for others than this machine
        builder.environment().putAll(all);
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            throw new AssertionError(
                    command[0] + " is not installed: on Debian, apt-get install --no-install-recommends"
                            + " python3-boto3 awscli s3cmd rclone restic.",
                    missing);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + ": " + out + read(errors))
                .isZero();
        return out;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return gone.toString();
        }
    }
}
