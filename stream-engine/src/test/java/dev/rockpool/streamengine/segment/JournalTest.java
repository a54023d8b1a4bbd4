package dev.rockpool.streamengine.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.disk.DiskFile;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JournalTest {
    private static final Path PATH = Path.of("/streams/journal");

    private FaultyDisk disk = new FaultyDisk();

    private List<String> reopened() throws IOException {
        Journal.Opened opened = Journal.open(disk, PATH, true);
        opened.journal().close();
        return opened.entries().stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void entriesAreFoundInOrder() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        journal.append(bytes("one"));
        journal.append(bytes(""));
        journal.append(bytes("three"));
        assertThat(reopened()).containsExactly("one", "", "three");
    }

    @Test
    void aTornTailIsCutAndTheJournalGoesOn() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        journal.append(bytes("one"));
        journal.append(bytes("two"));
        try (DiskFile file = disk.open(PATH)) {
            file.truncate(file.size() - 2);
        }
        Journal.Opened opened = Journal.open(disk, PATH, true);
        assertThat(opened.entries()).hasSize(1);
        opened.journal().append(bytes("three"));
        assertThat(reopened()).containsExactly("one", "three");
    }

    @Test
    void damageBeforeLaterEntriesIsReported() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        journal.append(bytes("one"));
        journal.append(bytes("two"));
        journal.append(bytes("three"));
        disk.corrupt(PATH, 30);
        assertThatThrownBy(() -> Journal.open(disk, PATH, true)).isInstanceOf(DamagedException.class);
    }

    @Test
    void foreignAndLaterFilesAreNamed() throws IOException {
        try (DiskFile file = disk.open(PATH)) {
            file.write(ByteBuffer.wrap(bytes("something else altogether")), 0);
        }
        assertThatThrownBy(() -> Journal.open(disk, PATH, true)).isInstanceOf(ForeignFileException.class);
        disk.delete(PATH);
        Journal.open(disk, PATH, true).journal().close();
        disk.corrupt(PATH, 7);
        assertThatThrownBy(() -> Journal.open(disk, PATH, true)).isInstanceOf(NewerFormatException.class);
    }

    @Test
    void aRefusedEntryIsNotThere() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        journal.append(bytes("one"));
        disk.fillUpAt(disk.used() + 5);
        assertThatThrownBy(() -> journal.append(bytes("two"))).hasMessage("No space left on device");
        disk.emptySpace();
        journal.append(bytes("three"));
        assertThat(reopened()).containsExactly("one", "three");
    }

    @Test
    void aJournalThatCannotTakeBackRefuses() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        disk.failForceAfter(0);
        disk.failCuts(true);
        assertThatThrownBy(() -> journal.append(bytes("one"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> journal.append(bytes("two"))).hasMessageContaining("read-only");
    }

    @Test
    void rewritingLeavesWhatCounts() throws IOException {
        Journal journal = Journal.open(disk, PATH, true).journal();
        for (int at = 0; at < 100; at++) {
            journal.append(bytes("entry " + at));
        }
        long before = journal.bytes();
        journal.rewrite(List.of(bytes("sum")));
        assertThat(journal.bytes()).isLessThan(before);
        journal.append(bytes("next"));
        assertThat(reopened()).containsExactly("sum", "next");
        disk.fillUpAt(disk.used());
        assertThatThrownBy(() -> journal.rewrite(List.of(bytes("never")))).isInstanceOf(IOException.class);
        disk.emptySpace();
        journal.append(bytes("still"));
        assertThat(reopened()).containsExactly("sum", "next", "still");
        assertThatThrownBy(() -> journal.append(new byte[Journal.LONGEST + 1]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entriesSurviveAnyLossOfPower() {
        Campaign.run(300, random -> {
            disk = new FaultyDisk();
            List<String> acknowledged = new ArrayList<>();
            Journal.open(disk, PATH, true).journal().close();
            for (int life = 0; life < 4; life++) {
                String trying = "";
                disk.losePowerAfter(random.nextInt(1, 40));
                try {
                    Journal journal = Journal.open(disk, PATH, true).journal();
                    for (int at = 0; at < 20; at++) {
                        trying = "entry " + life + "." + at + "x".repeat(random.nextInt(900));
                        journal.append(bytes(trying));
                        acknowledged.add(trying);
                        trying = "";
                        if (random.nextInt(6) == 0) {
                            journal.rewrite(acknowledged.stream()
                                    .map(JournalTest::bytes)
                                    .toList());
                        }
                    }
                } catch (FaultyDisk.PowerLoss gone) {
                    // the rest of this life is not lived
                }
                disk = disk.afterPowerLoss(random);
                List<String> found = reopened();
                if (found.size() == acknowledged.size() + 1) {
                    assertThat(found.getLast()).isEqualTo(trying);
                    acknowledged.add(trying);
                }
                assertThat(found).isEqualTo(acknowledged);
            }
        });
    }
}
