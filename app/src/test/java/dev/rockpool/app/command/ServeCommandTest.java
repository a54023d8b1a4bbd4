package dev.rockpool.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `serve` says before it serves; what it serves is tested with the platform.
class ServeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void theKeyPairOfTheAccountIsShownAndKept() {
        assertThat(run("serve", "--show-credentials")).isEqualTo(ExitCode.DONE);
        String first = out.toString();
        assertThat(first).contains(":root", "aws_access_key_id = ", "aws_secret_access_key = ");
        assertThat(run("serve", "--show-credentials")).isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).isEqualTo(first);
        assertThat(folder.resolve("home").resolve("platform")).isDirectory();
    }

    @Test
    void optionsThatCannotBeAreRefusedInOneSentence() {
        for (List<String> options : List.of(
                List.of("--sync", "maybe"),
                List.of("--bucket-defaults", "2019"),
                List.of("--clock", "yesterday"),
                List.of("--clock-speed", "-5"),
                List.of("--clock", "2026-01-01T00:00:00Z", "--clock-speed", "-1"),
                List.of("--clock", "real", "--clock-speed", "60"))) {
            Object[] arguments = Stream.concat(Stream.of("serve", "--show-credentials"), options.stream())
                    .toArray();
            assertThat(run(arguments)).as(options.toString()).isEqualTo(ExitCode.INPUT);
            assertThat(err.toString().lines()).as(options.toString()).hasSize(1);
        }
    }

    @Test
    void aSpeedAloneIsThatOfAClockFromNow() {
        assertThat(run("serve", "--show-credentials", "--clock-speed", "8640")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void faultyAccountsAreToldWithTheFile() throws IOException {
        Path accounts = Files.writeString(folder.resolve("accounts.json"), "{\"accounts\":[{}]}");
        assertThat(run("serve", "--show-credentials", "--accounts", accounts)).isEqualTo(ExitCode.INPUT);
        assertThat(err.toString()).contains("accounts.json");
    }

    @Test
    void aTakenPortIsSaid() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThat(run("serve", "--s3-port", port, "--kinesis-port", 0, "--kms-port", 0))
                    .isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(err.toString()).contains("Port " + port);
        }
        assertThat(out.toString()).isEmpty();
    }

    private int run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Machine machine = new Machine(
                "Linux",
                folder,
                Map.of(),
                InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")),
                ZoneOffset.UTC,
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        String[] texts = Stream.concat(Stream.of(arguments), Stream.of("--home", folder.resolve("home")))
                .map(String::valueOf)
                .toArray(String[]::new);
        return new CommandLineRunner(machine, new Commands.NoDesktop()).run(texts);
    }
}
