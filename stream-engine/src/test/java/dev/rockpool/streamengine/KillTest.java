package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import dev.rockpool.trials.KilledJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process that puts under load, at seeded moments, again and again over the same folder: five times in the
/// build, two hundred times in the campaign.
final class KillTest {
    private static final int LIVES_A_FOLDER = 10;

    @TempDir
    Path folder;

    private final Map<String, Integer> acknowledged = new HashMap<>();
    private long acknowledgements;

    @Test
    void whatWasAcknowledgedIsThereOnceAndInOrder() throws IOException {
        int kills = Campaign.size(5, 200);
        RandomGenerator random = new Seed(20_261_001).derive("kills");
        for (int kill = 0; kill < kills; kill++) {
            int life = kill % LIVES_A_FOLDER;
            Path streams = folder.resolve("streams-" + kill / LIVES_A_FOLDER);
            if (life == 0) {
                acknowledged.clear();
            }
            live(streams, life, random.nextInt(1, 400));
            verify(streams, life, "kill " + kill);
        }
        Campaign.tell(
                "kill -9 of the stream engine under load",
                "%,d kills, %,d calls acknowledged; no record lost, repeated or out of order"
                        .formatted(kills, acknowledgements));
    }

    private void live(Path streams, int life, int enough) throws IOException {
        List<String> arguments = List.of(streams.toString(), Integer.toString(life));
        for (String line : KilledJvm.live(folder, KilledProcess.class, arguments, enough, 0)) {
            String[] words = line.split(" ", -1);
            if (words.length == 4 && words[3].equals(".")) {
                acknowledged.put(words[0], Integer.parseInt(words[1]) + Integer.parseInt(words[2]));
                acknowledgements++;
            }
        }
    }

    private void verify(Path streams, int life, String kill) {
        MovingClock clock = new MovingClock("2026-10-01T12:00:00Z");
        clock.advanceSeconds(3L * life + 2);
        StreamEngineOptions options = StreamEngineOptions.standard().with(StreamEngineOptions.Limits.OFF);
        Map<String, Set<Integer>> found = new HashMap<>();
        try (StreamEngine engine = StreamEngine.open(streams, clock, options, StreamListener.NONE)) {
            for (Shard shard : engine.openShards(KilledProcess.STREAM)) {
                Map<String, Integer> last = new HashMap<>();
                for (String text : read(engine, shard.id())) {
                    String[] words = text.split(" ", 3);
                    int number = Integer.parseInt(words[1]);
                    assertThat(words[2]).as(kill).isEqualTo("x".repeat(number * 37 % 1500));
                    assertThat(found.computeIfAbsent(words[0], any -> new HashSet<>())
                                    .add(number))
                            .as(kill + ": once")
                            .isTrue();
                    Integer before = last.put(words[0], number);
                    assertThat(before == null || before < number)
                            .as(kill + ": in order")
                            .isTrue();
                }
            }
        }
        acknowledged.forEach((thread, count) -> {
            Set<Integer> numbers = found.getOrDefault(thread, Set.of());
            for (int number = 0; number < count; number++) {
                assertThat(numbers.contains(number))
                        .as(kill + ": " + thread + " " + number)
                        .isTrue();
            }
            assertThat(numbers.size())
                    .as(kill + ": none invented by " + thread)
                    .isLessThanOrEqualTo(count + KilledProcess.MOST_AT_ONCE);
        });
    }

    private static List<String> read(StreamEngine engine, ShardId shard) {
        List<String> all = new ArrayList<>();
        ShardIterator next = engine.shardIterator(KilledProcess.STREAM, shard, new StartingPosition.TrimHorizon());
        while (true) {
            ReadResult read = engine.getRecords(next, 10_000, KilledProcess.KEYS);
            all.addAll(EngineFixture.texts(read.records()));
            next = read.next().orElseThrow();
            if (read.millisBehindLatest() == 0 && read.records().isEmpty()) {
                return all;
            }
        }
    }
}
