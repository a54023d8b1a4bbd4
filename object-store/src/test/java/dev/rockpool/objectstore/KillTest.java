package dev.rockpool.objectstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.Disk;
import dev.rockpool.trials.Campaign;
import dev.rockpool.trials.KilledJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private long acknowledgements;

    @Test
    void whatWasAcknowledgedIsThere() throws IOException {
        int kills = Campaign.size(4, 200);
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
        Campaign.tell(
                "kill -9 of the object store under mixed load",
                "%,d kills, %,d acts acknowledged; all there with their bytes, none half-written, verify clean"
                        .formatted(kills, acknowledgements));
    }

    private void live(Path store, int life, int enough) throws IOException {
        List<String> arguments = List.of(store.toString(), Integer.toString(life));
        for (String line : KilledJvm.live(folder, KilledProcess.class, arguments, enough, 0)) {
            String[] words = line.split(" ", -1);
            if (words.length == 3 && words[2].equals(".")) {
                acknowledged.put(words[0], Integer.parseInt(words[1]));
                acknowledgements++;
            }
        }
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
