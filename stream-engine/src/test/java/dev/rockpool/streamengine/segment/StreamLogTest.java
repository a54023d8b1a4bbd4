package dev.rockpool.streamengine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class StreamLogTest {
    private static final Path FOLDER = Path.of("/streams/stream-1");
    private static final long STREAM = 7;
    private static final LogSettings SMALL = new LogSettings(true, 4096, 3_600_000, 1 << 20);
    private static final LogSettings UNSYNCED = new LogSettings(false, 4096, 3_600_000, 1 << 20);

    private FaultyDisk disk = new FaultyDisk();

    private StreamLog create(LogSettings settings) throws IOException {
        return StreamLog.create(disk, FOLDER, STREAM, 1_000, settings, new LogResources());
    }

    private StreamLog open(LogSettings settings) throws IOException {
        return StreamLog.open(disk, FOLDER, STREAM, settings, new LogResources());
    }

    private static long put(StreamLog log, int shard, long millis, String... data) throws IOException {
        CommitGroup.Ticket ticket;
        long last = -1;
        log.lock().lock();
        try {
            log.awaitRoom();
            for (String one : data) {
                last = log.append(shard, millis, bytes("k"), bytes(one), Optional.empty());
            }
            ticket = log.commit();
        } finally {
            log.lock().unlock();
        }
        ticket.await();
        return last;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read(StreamLog log, int shard) throws IOException {
        return read(log, shard, Long.MIN_VALUE);
    }

    private static List<String> read(StreamLog log, int shard, long notBefore) throws IOException {
        List<String> all = new ArrayList<>();
        long next = 0;
        LogSpan span;
        do {
            span = log.read(shard, next, notBefore, 7, 1 << 20);
            for (LogRecord record : span.records()) {
                all.add(new String(record.data(), StandardCharsets.UTF_8));
            }
            next = span.next();
        } while (span.more());
        return all;
    }

    @Test
    void shardsShareALogAndAreReadApart() throws IOException {
        StreamLog log = create(SMALL);
        for (int at = 0; at < 300; at++) {
            put(log, at % 3, 1_000 + at, "record " + at);
        }
        assertThat(disk.list(FOLDER)).hasSizeGreaterThan(3);
        assertThat(read(log, 0)).hasSize(100).startsWith("record 0", "record 3");
        assertThat(read(log, 2)).hasSize(100).endsWith("record 299");
        assertThat(read(log, 9)).isEmpty();
        log.close();
        StreamLog again = open(SMALL);
        assertThat(read(again, 1)).hasSize(100).startsWith("record 1").endsWith("record 298");
        assertThat(again.bytes()).isGreaterThan(300L * 31);
        assertThat(put(again, 0, 2_000, "next")).isEqualTo(301);
    }

    @Test
    void aReadStopsAtItsBounds() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "a".repeat(99), "b".repeat(99), "c".repeat(99));
        LogSpan two = log.read(0, 0, Long.MIN_VALUE, 10, 200);
        assertThat(two.records()).hasSize(2);
        assertThat(two.more()).isTrue();
        LogSpan one = log.read(0, two.next(), Long.MIN_VALUE, 10, 1);
        assertThat(one.records()).hasSize(1);
        assertThat(one.more()).isFalse();
        assertThat(one.next()).isEqualTo(log.settled());
    }

    @Test
    void timesFindRecords() throws IOException {
        StreamLog log = create(SMALL);
        for (int at = 0; at < 200; at++) {
            put(log, at % 2, 10_000 + at * 10L, "at " + (10_000 + at * 10));
        }
        assertThat(read(log, 0, 10_985)).startsWith("at 11000");
        assertThat(read(log, 1, 11_000)).startsWith("at 11010");
        assertThat(read(log, 1, 99_000)).isEmpty();
        for (long millis : new long[] {0, 10_000, 10_001, 10_555, 11_980, 11_981, 12_000}) {
            List<String> expected = read(log, 0).stream()
                    .filter(text -> Long.parseLong(text.substring(3)) >= millis)
                    .toList();
            LogSpan span = log.read(0, log.firstOrdinalAt(0, millis), Long.MIN_VALUE, 1_000, 1 << 20);
            assertThat(span.records()).hasSize(expected.size());
        }
    }

    @Test
    void arrivalsNeverFall() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 5_000, "first");
        put(log, 0, 4_000, "set back");
        assertThat(log.read(0, 0, 5_000, 10, 1 << 20).records())
                .extracting(LogRecord::arrivalMillis)
                .containsExactly(5_000L, 5_000L);
    }

    @Test
    void trimmingDeletesWholeSegmentsAndKeepsTheCount() throws IOException {
        StreamLog log = create(SMALL);
        for (int at = 0; at < 200; at++) {
            put(log, 0, 1_000 + at, "record " + at);
        }
        int before = disk.list(FOLDER).size();
        log.trim(1_100, 9_000);
        assertThat(disk.list(FOLDER)).hasSizeLessThan(before).hasSizeGreaterThan(1);
        assertThat(read(log, 0, 1_100)).hasSize(100);
        log.trim(8_000, 9_000);
        assertThat(disk.list(FOLDER)).hasSize(1);
        assertThat(read(log, 0)).isEmpty();
        assertThat(log.oldestArrivalBound()).isEmpty();
        log.close();
        StreamLog again = open(SMALL);
        assertThat(put(again, 0, 9_500, "next")).isEqualTo(201);
        assertThat(read(again, 0)).containsExactly("next");
    }

    @Test
    void segmentsOfAnHourEnd() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "first");
        put(log, 0, 3_601_000, "an hour later");
        assertThat(disk.list(FOLDER)).hasSize(2);
        assertThat(log.oldestArrivalBound()).contains(1_000L);
    }

    @Test
    void aTornTailIsCut() throws IOException {
        StreamLog log = create(UNSYNCED);
        put(log, 0, 1_000, "whole", "torn");
        Path file = disk.list(FOLDER).getFirst();
        log.close();
        try (DiskFile opened = disk.open(file)) {
            opened.truncate(opened.size() - 1);
        }
        StreamLog again = open(SMALL);
        assertThat(read(again, 0)).containsExactly("whole");
        assertThat(put(again, 0, 1_000, "after")).isEqualTo(2);
        assertThat(read(again, 0)).containsExactly("whole", "after");
    }

    @Test
    void damageBeforeAcknowledgedRecordsIsReportedAndNothingIsChanged() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "one");
        long middle = log.bytes();
        put(log, 0, 1_000, "two");
        put(log, 0, 1_000, "three");
        Path file = disk.list(FOLDER).getFirst();
        log.close();
        long size = disk.used();
        disk.corrupt(file, middle + 30);
        assertThatThrownBy(() -> open(SMALL))
                .isInstanceOf(DamagedException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("broken");
        assertThat(disk.used()).isEqualTo(size);
    }

    @Test
    void damageInAnOlderSegmentIsReportedWhenItIsRead() throws IOException {
        StreamLog log = create(SMALL);
        for (int at = 0; at < 200; at++) {
            put(log, 0, 1_000 + at, "record " + at);
        }
        Path first = disk.list(FOLDER).getFirst();
        log.close();
        disk.corrupt(first, 100);
        StreamLog again = open(SMALL);
        assertThatThrownBy(() -> read(again, 0)).isInstanceOf(DamagedException.class);
        assertThat(put(again, 0, 2_000, "goes on")).isEqualTo(201);
        assertThat(again.read(0, 150, Long.MIN_VALUE, 1_000, 1 << 20).records()).hasSize(52);
    }

    @Test
    void damageUnderARunningReaderIsReported() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "one");
        disk.corrupt(disk.list(FOLDER).getFirst(), 80);
        assertThatThrownBy(() -> read(log, 0)).isInstanceOf(DamagedException.class);
    }

    @Test
    void brokenHeadersAreDamageAndLaterVersionsAreNamed() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "one");
        Path file = disk.list(FOLDER).getFirst();
        log.close();
        disk.corrupt(file, 20);
        assertThatThrownBy(() -> open(SMALL)).isInstanceOf(DamagedException.class);
        disk.corrupt(file, 20);
        assertThatThrownBy(() -> StreamLog.open(disk, FOLDER, STREAM + 1, SMALL, new LogResources()))
                .hasMessageContaining("another stream");
        disk.corrupt(file, 7);
        assertThatThrownBy(() -> open(SMALL)).isInstanceOf(NewerFormatException.class);
        disk.delete(file);
        assertThatThrownBy(() -> open(SMALL)).hasMessageContaining("no segment is left");
    }

    @Test
    void aFullDiskRefusesPutsUntilSpaceReturns() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "kept");
        disk.fillUpAt(disk.used() + 60);
        assertThatThrownBy(() -> put(log, 0, 1_001, "x".repeat(500)))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(read(log, 0)).containsExactly("kept");
        assertThat(log.readOnly()).isEmpty();
        disk.emptySpace();
        put(log, 0, 1_002, "space is back");
        assertThat(read(log, 0)).containsExactly("kept", "space is back");
        log.close();
        assertThat(read(open(SMALL), 0)).containsExactly("kept", "space is back");
    }

    @Test
    void aFullDiskThatAlsoRefusesTheNextSegmentLeavesTheLogWhole() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "x".repeat(4_000));
        disk.fillUpAt(disk.used() + 10);
        assertThatThrownBy(() -> put(log, 0, 1_001, "y".repeat(500))).isInstanceOf(IOException.class);
        disk.emptySpace();
        put(log, 0, 1_002, "z");
        log.close();
        assertThat(read(open(SMALL), 0)).hasSize(2);
    }

    @Test
    void aFailedFsyncRefusesItsPutsAndNoOthers() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "kept");
        disk.failForceAfter(0);
        assertThatThrownBy(() -> put(log, 0, 1_001, "refused")).hasMessage("Input/output error");
        put(log, 0, 1_002, "next");
        assertThat(read(log, 0)).containsExactly("kept", "next");
    }

    @Test
    void aDiskThatCannotTakeBackMakesTheLogReadOnlyUntilReopened() throws IOException {
        StreamLog log = create(SMALL);
        put(log, 0, 1_000, "kept");
        disk.failForceAfter(0);
        disk.failCuts(true);
        assertThatThrownBy(() -> put(log, 0, 1_001, "refused")).hasMessage("Input/output error");
        disk.failCuts(false);
        assertThat(log.readOnly()).isPresent();
        assertThatThrownBy(() -> put(log, 0, 1_002, "later"))
                .hasMessageContaining("read-only until it is opened again");
        assertThat(read(log, 0)).containsExactly("kept");
        log.close();
        StreamLog again = open(SMALL);
        put(again, 0, 1_003, "writable");
        assertThat(read(again, 0)).startsWith("kept").endsWith("writable");
    }

    @Test
    void aClosedLogRefuses() throws IOException {
        StreamLog log = create(UNSYNCED);
        log.close();
        assertThatThrownBy(() -> put(log, 0, 1, "x")).hasMessage("The stream is closed.");
    }

    /// Whatever the moment at which the power goes: every acknowledged record is there once, unchanged and in order,
    /// and none that was never put.
    @Test
    void acknowledgedRecordsSurviveAnyLossOfPower() {
        Campaign.run(400, random -> {
            disk = new FaultyDisk();
            run(random, SMALL, true);
        });
    }

    /// Without sync the same holds when only the process dies.
    @Test
    void acknowledgedRecordsSurviveAKilledProcess() {
        Campaign.run(100, random -> {
            disk = new FaultyDisk();
            run(random, UNSYNCED, false);
        });
    }

    private void run(RandomGenerator random, LogSettings settings, boolean power) throws IOException {
        Map<Long, String> acknowledged = new TreeMap<>();
        Map<Long, String> attempted = new TreeMap<>();
        StreamLog log = create(settings);
        long millis = 1_000;
        for (int life = 0; life < 4; life++) {
            int acts = random.nextInt(1, 60);
            disk.losePowerAfter(acts);
            try {
                for (int step = 0; step < 40 && log.readOnly().isEmpty(); step++) {
                    millis += random.nextInt(50);
                    meddle(random);
                    step(log, random, millis, acknowledged, attempted);
                    disk.emptySpace();
                }
            } catch (FaultyDisk.PowerLoss gone) {
                // the rest of this life is not lived
            }
            disk = power ? disk.afterPowerLoss(random) : disk.afterKill();
            log = open(settings);
            verify(log, acknowledged, attempted);
        }
    }

    private void meddle(RandomGenerator random) {
        switch (random.nextInt(12)) {
            case 0 -> disk.fillUpAt(disk.used() + random.nextInt(300));
            case 1 -> disk.failForceAfter(random.nextInt(2));
            default -> {}
        }
    }

    private static void step(
            StreamLog log,
            RandomGenerator random,
            long millis,
            Map<Long, String> acknowledged,
            Map<Long, String> attempted)
            throws IOException {
        Map<Long, String> batch = new TreeMap<>();
        int shard = random.nextInt(3);
        CommitGroup.Ticket ticket;
        log.lock().lock();
        try {
            for (int at = 0; at < random.nextInt(1, 6); at++) {
                String text = "shard " + shard + " at " + millis + " " + "x".repeat(random.nextInt(400));
                batch.put(log.append(shard, millis, bytes("key"), bytes(text), Optional.empty()), text);
            }
            if (batch.isEmpty()) {
                return;
            }
            ticket = log.commit();
        } finally {
            log.lock().unlock();
        }
        attempted.putAll(batch);
        try {
            ticket.await();
            acknowledged.putAll(batch);
        } catch (IOException refused) {
            assertThat(refused).hasMessageMatching("No space left on device|Input/output error");
        }
    }

    private static void verify(StreamLog log, Map<Long, String> acknowledged, Map<Long, String> attempted)
            throws IOException {
        Map<Long, String> found = new TreeMap<>();
        for (int shard = 0; shard < 3; shard++) {
            long next = 0;
            LogSpan span;
            do {
                span = log.read(shard, next, Long.MIN_VALUE, random(shard), 1 << 20);
                for (LogRecord record : span.records()) {
                    String text = new String(record.data(), StandardCharsets.UTF_8);
                    assertThat(text).startsWith("shard " + shard + " ");
                    assertThat(found.put(record.ordinal(), text)).isNull();
                }
                next = span.next();
            } while (span.more());
        }
        assertThat(found).containsAllEntriesOf(acknowledged);
        assertThat(attempted).containsAllEntriesOf(found);
        // what is there now is as good as acknowledged: it must not change any more
        acknowledged.putAll(found);
    }

    private static int random(int shard) {
        return 3 + shard * 5;
    }

    @Test
    void manyThreadsShareGroups() throws InterruptedException, IOException {
        StreamLog log = create(new LogSettings(true, 64 << 10, 3_600_000, 8 << 10));
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < 16; thread++) {
            int shard = thread;
            threads.add(Thread.ofVirtual().start(() -> {
                for (int at = 0; at < 100; at++) {
                    try {
                        put(log, shard, 1_000, "record " + at, "x".repeat(100));
                    } catch (IOException refused) {
                        throw new IllegalStateException(refused);
                    }
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int shard = 0; shard < 16; shard++) {
            List<String> found = read(log, shard);
            assertThat(found).hasSize(200);
            for (int at = 0; at < 100; at++) {
                assertThat(found.get(2 * at)).isEqualTo("record " + at);
            }
        }
    }

    @Test
    void settingsAreBounded() {
        assertThatThrownBy(() -> new LogSettings(true, 0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Arrays.asList(SMALL, UNSYNCED)).doesNotHaveDuplicates();
    }
}
