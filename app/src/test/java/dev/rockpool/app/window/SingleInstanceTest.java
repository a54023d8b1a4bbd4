package dev.rockpool.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.DataDirectory;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path folder;

    private final RandomGenerator secrets = new Seed(1).derive("secrets");

    private Optional<SingleInstance> claim(Runnable onSecondStart) {
        return SingleInstance.claim(new DataDirectory(folder), secrets, onSecondStart);
    }

    @Test
    void aSecondStartTellsTheFirstAndGetsNothing() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(2);
        try (SingleInstance first = claim(told::countDown).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(claim(() -> {})).isEmpty();
            assertThat(claim(() -> {})).isEmpty();
            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void theRightIsFreeAgainAfterClosing() {
        claim(() -> {}).orElseThrow().close();
        assertThat(folder.resolve("instance")).doesNotExist();
        claim(() -> {}).orElseThrow().close();
    }

    @Test
    void whatAKilledProcessLeftIsNoObstacle() throws IOException {
        Files.writeString(folder.resolve("instance"), "1 0123456789abcdef0123456789abcdef\n");
        Files.writeString(folder.resolve("instance.lock"), "");
        try (SingleInstance instance = claim(() -> {}).orElseThrow()) {
            assertThat(instance).isNotNull();
            assertThat(claim(() -> {})).isEmpty();
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsNotHeard() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        try (SingleInstance instance = claim(told::countDown).orElseThrow()) {
            assertThat(instance).isNotNull();
            int port = Integer.parseInt(
                    Files.readString(folder.resolve("instance")).split(" ", -1)[0]);
            try (Socket stranger = new Socket(InetAddress.getLoopbackAddress(), port)) {
                stranger.getOutputStream().write("guess\n".getBytes(StandardCharsets.UTF_8));
                assertThat(stranger.getInputStream().readAllBytes()).isEmpty();
            }
            assertThat(told.getCount()).isEqualTo(1);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX modes; the profile's folder is private")
    void onlyTheUserCanReadTheToken() throws IOException {
        try (SingleInstance instance = claim(() -> {}).orElseThrow()) {
            assertThat(instance).isNotNull();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("instance"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> SingleInstance.claim(new DataDirectory(file), secrets, () -> {}))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        failure -> assertThat(failure.code()).isEqualTo("app-data-unwritable"));
    }

    @Test
    void aFirstOneThatDoesNotAnswerIsSaid() throws IOException {
        try (SingleInstance instance = claim(() -> {}).orElseThrow()) {
            assertThat(instance).isNotNull();
            Files.writeString(folder.resolve("instance"), "nonsense");
            assertThatThrownBy(() -> claim(() -> {}))
                    .isInstanceOfSatisfying(
                            EnvironmentException.class,
                            failure -> assertThat(failure.code()).isEqualTo("app-already-running"));
        }
    }
}
