package dev.rockpool.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that writes under load, at seeded moments, again and again over the same folder: four times in the
/// build, two hundred times in the campaign.
final class KillTest {
    private static final int LIVES_A_FOLDER = 10;

    @TempDir
    Path folder;

    /// The highest number that was acknowledged for each key.
    private final Map<String, Integer> acknowledged = new HashMap<>();

    @Test
    void whatWasAcknowledgedIsThere() throws IOException {
        int kills = Trials.full() ? 200 : 4;
        RandomGenerator random = new Seed(20_261_126).derive("kills");
        for (int kill = 0; kill < kills; kill++) {
            int life = kill % LIVES_A_FOLDER;
            Path store = folder.resolve("store-" + kill / LIVES_A_FOLDER);
            if (life == 0) {
                acknowledged.clear();
            }
            live(store, life, random.nextInt(1, 500));
            verify(store, "kill " + kill);
        }
    }

    private void live(Path store, int life, int acknowledgements) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        java.toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcess.class.getName(),
                        store.toString(),
                        Integer.toString(life))
                .redirectError(errors.toFile())
                .start();
        int lines = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.US_ASCII)) {
            for (Optional<String> line = next(out); line.isPresent(); line = next(out)) {
                String[] words = line.get().split(" ", -1);
                if (words.length == 3 && words[2].equals(".")) {
                    acknowledged.put(words[0], Integer.parseInt(words[1]));
                }
                if (++lines == acknowledgements) {
                    process.toHandle().destroyForcibly();
                }
            }
        } finally {
            process.destroyForcibly();
        }
        assertThat(lines)
                .as("the process ran until it was killed; it said: " + Files.readString(errors))
                .isGreaterThanOrEqualTo(acknowledgements);
    }

    private static Optional<String> next(BufferedReader out) throws IOException {
        return Optional.ofNullable(out.readLine());
    }

    private void verify(Path folder, String kill) throws IOException {
        try (ObjectStore store =
                ObjectStore.open(folder, Disk.real(), KilledProcess.CLOCK, KilledProcess.OPTIONS, StoreListener.NONE)) {
            assertThat(store.verify()).as(kill).isEmpty();
            for (Map.Entry<String, Integer> entry : acknowledged.entrySet()) {
                GetRequest get = GetRequest.by(KilledProcess.REQUESTER);
                try (ObjectReading reading = store.getObject(KilledProcess.BUCKET, entry.getKey(), get)) {
                    int number =
                            Integer.parseInt(reading.object().userMetadata().getOrDefault("number", "-1"));
                    assertThat(number).as(kill + ": " + entry.getKey()).isGreaterThanOrEqualTo(entry.getValue());
                    assertThat(reading.bytes()).as(kill).isEqualTo(KilledProcess.body(number));
                }
            }
        }
    }
}
