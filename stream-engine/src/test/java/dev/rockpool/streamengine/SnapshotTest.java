package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.kernel.disk.FaultyDisk;
import dev.rockpool.kernel.disk.FaultyDisk.PowerLoss;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A second engine on a snapshot of the first: both go their own ways.
final class SnapshotTest {
    private static final Path FIRST = Path.of("/first");
    private static final Path SECOND = Path.of("/second");

    private final FaultyDisk disk = new FaultyDisk();
    private final EngineFixture origin = new EngineFixture(disk, FIRST, StreamEngineOptions.standard());

    private EngineFixture branch() throws IOException {
        origin.engine.snapshot(SECOND);
        EngineFixture branch = new EngineFixture(disk, SECOND, StreamEngineOptions.standard());
        branch.clock.advanceSeconds(100);
        return branch;
    }

    @Test
    void recordsOfOneAreNotInTheOther() throws IOException {
        origin.stream(1);
        PutResult.Accepted first = origin.put("a", "both");
        try (EngineFixture branch = branch()) {
            PutResult.Accepted _ = origin.put("a", "in origin");
            PutResult.Accepted second = branch.put("a", "in branch");
            assertThat(origin.all(0)).containsExactly("both", "in origin");
            assertThat(branch.all(0)).containsExactly("both", "in branch");
            assertThat(second.sequenceNumber()).isGreaterThan(first.sequenceNumber());
            branch.reopen();
            origin.reopen();
            PutResult.Accepted _ = branch.put("a", "later");
            assertThat(branch.all(0)).containsExactly("both", "in branch", "later");
            assertThat(origin.all(0)).containsExactly("both", "in origin");
        }
        origin.close();
    }

    @Test
    void aBranchWithoutARecordOfItsOwnWritesToNothingThatIsShared() throws IOException {
        origin.stream(1);
        PutResult.Accepted _ = origin.put("a", "both");
        EngineFixture branch = branch();
        branch.reopen();
        branch.reopen();
        PutResult.Accepted _ = branch.put("a", "in branch");
        origin.reopen();
        assertThat(origin.all(0)).containsExactly("both");
        assertThat(branch.all(0)).containsExactly("both", "in branch");
        branch.close();
        origin.close();
    }

    @Test
    void retentionTrimsEachForItself() throws IOException {
        origin.stream(1);
        PutResult.Accepted _ = origin.put("a", "old");
        try (EngineFixture branch = branch()) {
            branch.clock.advanceSeconds(3 * 86_400L);
            branch.engine.settle();
            assertThat(branch.all(0)).isEmpty();
            assertThat(origin.all(0)).containsExactly("old");
            PutResult.Accepted _ = branch.put("a", "new");
            branch.reopen();
            assertThat(branch.all(0)).containsExactly("new");
        }
        origin.close();
    }

    @Test
    void whateverMomentThePowerGoesTheOriginHasItsRecords() throws IOException {
        RandomGenerator random = new Seed(20_261_126).derive("stream-snapshot-power");
        for (int moment = 0; moment < 30; moment++) {
            FaultyDisk failing = new FaultyDisk();
            EngineFixture first = new EngineFixture(failing, FIRST, StreamEngineOptions.standard());
            first.stream(1);
            List<String> put = new ArrayList<>();
            for (int record = 0; record < 5; record++) {
                put.add("record " + record);
                PutResult.Accepted _ = first.put("a", put.getLast());
            }
            failing.losePowerAfter(moment);
            try {
                first.engine.snapshot(SECOND);
                StreamEngine second = StreamEngine.open(
                        failing, SECOND, first.clock, StreamEngineOptions.standard(), StreamListener.NONE);
                PutResult.Accepted _ = second.putRecord(
                        EngineFixture.ORDERS, PutEntry.of("a", "more".getBytes(StandardCharsets.UTF_8)));
            } catch (PowerLoss lost) {
                // what is found afterwards counts
            }
            EngineFixture found =
                    new EngineFixture(failing.afterPowerLoss(random), FIRST, StreamEngineOptions.standard());
            found.clock.advanceSeconds(10);
            assertThat(found.all(0)).as("moment " + moment).isEqualTo(put);
            found.close();
        }
    }
}
