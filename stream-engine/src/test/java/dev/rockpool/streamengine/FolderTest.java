package dev.rockpool.streamengine;

import static dev.rockpool.streamengine.EngineFixture.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an engine finds in its folder: another engine, strange files, damage, what a crash left.
final class FolderTest {
    private static final Path MEMORY = Path.of("/streams");
    private static final StreamEngineOptions OPTIONS =
            StreamEngineOptions.standard().with(Duration.ZERO).with(StreamEngineOptions.Limits.OFF);

    @TempDir
    Path folder;

    private final MovingClock clock = new MovingClock("2026-10-01T12:00:00Z");

    private StreamEngine open() {
        return StreamEngine.open(folder, clock, Sync.ON);
    }

    private void assertRefused(String code) {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(EnvironmentException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.sentence()).contains(folder.toString()).doesNotContain("\n");
        });
    }

    @Test
    void oneEngineAtATime() {
        StreamEngine engine = open();
        assertRefused("stream-folder-locked");
        engine.close();
        open().close();
    }

    @Test
    void aFolderOfSomethingElseIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("holiday.txt"), "sun");
        assertRefused("stream-folder-foreign");
        assertThat(folder).isDirectoryContaining("glob:**/holiday.txt");
        Files.delete(folder.resolve("holiday.txt"));
        Files.writeString(folder.resolve("journal"), "Dear diary, today I went to the sea.");
        assertRefused("stream-folder-foreign");
    }

    @Test
    void aLaterFormatIsNamed() throws IOException {
        open().close();
        byte[] journal = Files.readAllBytes(folder.resolve("journal"));
        ByteBuffer.wrap(journal).putInt(4, 2);
        Files.write(folder.resolve("journal"), journal);
        assertRefused("stream-folder-newer");
    }

    @Test
    void damageIsNamedAndChangesNothing() throws IOException {
        try (StreamEngine engine = open()) {
            engine.createStream(ORDERS, 1);
            clock.advanceSeconds(1);
            engine.describeStream(ORDERS);
        }
        Path journal = folder.resolve("journal");
        byte[] bytes = Files.readAllBytes(journal);
        bytes[40] ^= 1;
        Files.write(journal, bytes);
        assertRefused("stream-damaged");
        assertThat(journal).hasBinaryContent(bytes);
        bytes[40] ^= 1;
        Files.write(journal, bytes);
        open().close();
        Files.delete(folder.resolve("stream-0000000000000001/0000000000000001.segment"));
        assertRefused("stream-damaged");
    }

    @Test
    void aFileInTheFoldersPlaceIsADiskMatter() throws IOException {
        Path file = folder.resolve("file");
        Files.writeString(file, "x");
        assertThatThrownBy(() -> StreamEngine.open(file, clock, Sync.ON))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        refused -> assertThat(refused.code()).isEqualTo("stream-disk"));
    }

    @Test
    void anInterruptedPutterTakesNoFileFromOthers() {
        try (StreamEngine engine = open()) {
            engine.createStream(ORDERS, 1);
            clock.advanceSeconds(1);
            Thread.currentThread().interrupt();
            PutResult.Accepted accepted = engine.putRecord(ORDERS, PutEntry.of("k", new byte[10]));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(engine.putRecord(ORDERS, PutEntry.of("k", new byte[10])).sequenceNumber())
                    .isGreaterThan(accepted.sequenceNumber());
        }
    }

    @Test
    void aFullDiskRefusesPutsAndReadsGoOn() {
        FaultyDisk disk = new FaultyDisk();
        try (EngineFixture fixture = new EngineFixture(disk, MEMORY, OPTIONS)) {
            fixture.stream(1);
            fixture.put("k", "kept");
            disk.fillUpAt(disk.used() + 20);
            assertThatThrownBy(() -> fixture.put("k", "x".repeat(100)))
                    .isInstanceOfSatisfying(
                            StreamRefusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(StreamRefusal.Code.INTERNAL_FAILURE))
                    .hasMessage("The disk refused: No space left on device");
            assertThat(fixture.engine.putRecords(ORDERS, List.of(PutEntry.of("k", new byte[100]))))
                    .containsExactly(
                            new PutResult.Failed("InternalFailure", "The disk refused: No space left on device"));
            assertThatThrownBy(() -> fixture.engine.createStream(new StreamName("other"), 1))
                    .hasMessageContaining("No space left on device");
            assertThatThrownBy(() -> fixture.engine.increaseRetention(ORDERS, 48))
                    .hasMessageContaining("No space left on device");
            assertThat(fixture.engine.describeStream(ORDERS).retentionHours()).isEqualTo(24);
            assertThat(fixture.all(0)).containsExactly("kept");
            fixture.clock.advance(Duration.ofDays(3));
            assertThat(fixture.all(0)).isEmpty();
            disk.emptySpace();
            fixture.put("k", "again");
            assertThat(fixture.all(0)).containsExactly("again");
            assertThat(fixture.events(StreamEvent.RecordsPut.class)).hasSize(2);
            fixture.engine.createStream(new StreamName("other"), 1);
        }
    }

    @Test
    void theJournalIsCompactedAndIdsAreNotUsedTwice() {
        FaultyDisk disk = new FaultyDisk();
        try (EngineFixture fixture = new EngineFixture(disk, MEMORY, OPTIONS)) {
            fixture.engine.createStream(new StreamName("gone"), 1);
            fixture.engine.deleteStream(new StreamName("gone"), false);
            fixture.engine.settle();
            fixture.stream(200);
            for (int at = 0; at < 200; at++) {
                fixture.engine.updateMaxRecordSize(ORDERS, 1_024 + at);
            }
            assertThat(disk.used()).isLessThan(2 << 20);
            fixture.engine.deleteStream(ORDERS, false);
            fixture.reopen();
            fixture.stream(1);
            assertThat(fixture.engine.describeStream(ORDERS).id()).isEqualTo(3);
        }
    }

    /// Whatever the moment at which the power goes: acknowledged records are there once and in order, and so are
    /// acknowledged streams and shards.
    @Test
    void acknowledgedActsSurviveAnyLossOfPower() {
        Campaign.run(150, FolderTest::live);
    }

    private static void live(RandomGenerator random) {
        FaultyDisk disk = new FaultyDisk();
        Map<String, List<String>> acknowledged = new HashMap<>();
        MovingClock clock = new MovingClock("2026-10-01T12:00:00Z");
        int written = 0;
        for (int life = 0; life < 4; life++) {
            List<String> unsure = new ArrayList<>();
            disk.losePowerAfter(random.nextInt(5, 160));
            try {
                StreamEngine engine = StreamEngine.open(disk, MEMORY, clock, OPTIONS, StreamListener.NONE);
                for (int step = 0; step < 40; step++) {
                    clock.advanceSeconds(1);
                    StreamName name = new StreamName("stream-" + random.nextInt(3));
                    if (!acknowledged.containsKey(name.value())) {
                        if (engine.listStreams().stream()
                                .noneMatch(stream -> stream.name().equals(name))) {
                            engine.createStream(name, 1 + random.nextInt(3));
                        }
                        acknowledged.put(name.value(), new ArrayList<>());
                    } else if (random.nextInt(8) == 0) {
                        reshape(engine, name, random);
                    } else {
                        List<PutEntry> entries = new ArrayList<>();
                        List<String> texts = new ArrayList<>();
                        for (int at = 0; at <= random.nextInt(4); at++) {
                            String text = name + " record " + written++ + " " + "x".repeat(random.nextInt(600));
                            texts.add(text);
                            entries.add(PutEntry.of("key-" + random.nextInt(5), text.getBytes(StandardCharsets.UTF_8)));
                        }
                        unsure.addAll(texts);
                        engine.putRecords(name, entries);
                        acknowledged.get(name.value()).addAll(texts);
                        unsure.removeAll(texts);
                    }
                }
            } catch (FaultyDisk.PowerLoss gone) {
                // the rest of this life is not lived
            }
            disk = disk.afterPowerLoss(random);
            StreamEngine engine = StreamEngine.open(disk, MEMORY, clock, OPTIONS, StreamListener.NONE);
            acknowledged.forEach((name, texts) -> {
                List<String> found = everything(engine, new StreamName(name));
                assertThat(found).doesNotHaveDuplicates().containsAll(texts);
                List<String> surplus = new ArrayList<>(found);
                surplus.removeAll(texts);
                assertThat(unsure).containsAll(surplus);
                texts.addAll(surplus);
            });
            engine.close();
        }
    }

    private static void reshape(StreamEngine engine, StreamName name, RandomGenerator random) {
        engine.describeStream(name);
        List<Shard> open = engine.openShards(name);
        if (random.nextBoolean() || open.size() < 2) {
            Shard shard = open.get(random.nextInt(open.size()));
            engine.splitShard(name, shard.id(), shard.range().midpoint());
        } else {
            engine.mergeShards(name, open.get(0).id(), open.get(1).id());
        }
    }

    private static List<String> everything(StreamEngine engine, StreamName name) {
        List<String> found = new ArrayList<>();
        List<Shard> shards = engine.listShards(name, new ShardFilter.FromTrimHorizon(), Optional.empty(), 10_000)
                .shards();
        Map<ShardId, SequenceNumber> last = new HashMap<>();
        for (Shard shard : shards) {
            Optional<ShardIterator> next =
                    Optional.of(engine.shardIterator(name, shard.id(), new StartingPosition.TrimHorizon()));
            while (next.isPresent()) {
                ReadResult read = engine.getRecords(next.get(), 5);
                for (StreamRecord record : read.records()) {
                    SequenceNumber before = last.put(shard.id(), record.sequenceNumber());
                    assertThat(before == null || before.compareTo(record.sequenceNumber()) < 0)
                            .isTrue();
                    assertThat(record.sequenceNumber().shard()).isEqualTo(shard.id());
                }
                found.addAll(EngineFixture.texts(read.records()));
                next = read.records().isEmpty() && read.millisBehindLatest() == 0 ? Optional.empty() : read.next();
            }
        }
        return found;
    }
}
