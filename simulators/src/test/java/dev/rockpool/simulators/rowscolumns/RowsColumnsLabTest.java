package dev.rockpool.simulators.rowscolumns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabProof;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RowsColumnsLabTest {
    private static final RowsColumnsLab LAB = new RowsColumnsLab();

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(new RowsColumnsLab((scenario, number) ->
                TableRepository.round(scenario.withMeasuredRows(1_000), number, System::nanoTime)));
    }

    @Test
    void aSumReadsItsColumnsOrEveryPage() {
        JsonNode sum = run("{}");
        assertThat(sum.get("columnBytes").asDouble()).isEqualTo(16e9);
        // 25 rows of 320 B on a page
        assertThat(sum.get("rowBytes").asDouble()).isEqualTo(40_000_000 * 8_192.0);
        assertThat(sum.get("ratio").asDouble()).isCloseTo(20.48, within(1e-9));
    }

    @Test
    void oneRowIsAFewPagesOrABlockOfEveryColumn() {
        JsonNode read = run("{\"rows\":1000000,\"columns\":20,\"operation\":\"point-read\"}");
        assertThat(read.get("pages").asLong()).isEqualTo(19_608);
        assertThat(read.get("levels").asInt()).isEqualTo(3);
        assertThat(read.get("rowBytes").asDouble()).isEqualTo(3 * 8_192);
        assertThat(read.get("columnBytes").asDouble()).isEqualTo(20 * 262_144);
        JsonNode wide = run("{\"rows\":10,\"columns\":100,\"valueBytes\":100,\"operation\":\"point-read\"}");
        // a row of 10,000 B takes two pages; 20 pages hang on one root
        assertThat(wide.get("pages").asLong()).isEqualTo(20);
        assertThat(wide.get("rowBytes").asDouble()).isEqualTo(3 * 8_192);
        assertThat(wide.get("columnBytes").asDouble()).isEqualTo(100 * 1_000);
    }

    @Test
    void aChangeRewritesAPageOrABlock() {
        JsonNode change = run("{\"rows\":1000000,\"columns\":20,\"operation\":\"point-update\"}");
        assertThat(change.get("rowBytes").asDouble()).isEqualTo(4 * 8_192);
        assertThat(change.get("columnBytes").asDouble()).isEqualTo(3 * 262_144);
    }

    @Test
    void packingMakesColumnsSmaller() {
        JsonNode packed = run("{\"rows\":1000000,\"columns\":20,\"operation\":\"load\",\"compression\":4}");
        assertThat(packed.get("columnTableBytes").asDouble()).isEqualTo(40e6);
        assertThat(packed.get("rowTableBytes").asDouble()).isEqualTo(19_608 * 8_192.0);
    }

    /// Real databases, a clock that counts its own calls.
    @Test
    void bothDatabasesAreMeasuredWithTheSameTable() {
        long[] calls = {0};
        for (RowsColumnsScenario table : List.of(
                LAB.standard().withMeasuredRows(2_000),
                LAB.standard().withMeasuredRows(2_000).withIndex(false).withOrder(false))) {
            Measured.Round round = TableRepository.round(table, 0, () -> calls[0] += 1_000);
            for (Operation operation : Operation.values()) {
                assertThat(round.rows().nanos(operation)).isEqualTo(1_000);
                assertThat(round.columns().nanos(operation)).isEqualTo(1_000);
            }
            assertThat(round.rows().fileBytes()).isGreaterThan(2_000L * 20);
            assertThat(round.columns().fileBytes()).isPositive();
        }
    }

    @Test
    void roundsGiveAMedianAndAnInterval() {
        List<Measured.Round> rounds = LongStream.of(5, 1, 9, 3, 7, 4)
                .mapToObj(time -> new Measured.Round(new Timings(0, 0, 0, 10 * time, 0), new Timings(0, 0, 0, time, 0)))
                .toList();
        Measured all = new Measured(rounds);
        assertThat(all.median(round -> round.rows().aggregateNanos())).isEqualTo(45);
        assertThat(all.interval(round -> round.rows().aggregateNanos())).isEqualTo(new Figure.Interval(10, 90));
        assertThat(new Measured(rounds.subList(0, 5))
                        .median(round -> round.columns().aggregateNanos()))
                .isEqualTo(5);
    }

    /// One row of a million without a B-tree, and among row groups that all may hold it.
    @Test
    void whatIsLostIsReadInFull() {
        String orders = "\"rows\":1000000,\"columns\":20,\"operation\":\"point-read\"";
        JsonNode dropped = run("{" + orders + ",\"index\":false}");
        assertThat(dropped.get("rowBytes").asDouble()).isEqualTo(19_608 * 8_192.0);
        assertThat(dropped.get("columnBytes").asDouble()).isEqualTo(20 * 262_144);
        JsonNode mixed = run("{" + orders + ",\"ordered\":false}");
        assertThat(mixed.get("rowBytes").asDouble()).isEqualTo(3 * 8_192);
        assertThat(mixed.get("columnBytes").asDouble()).isEqualTo(8e6 + 19 * 262_144);
        // nine row groups
        assertThat(mixed.get("chunksTouched").asLong()).isEqualTo(9 + 19);
        JsonNode change = run("{\"rows\":1000000,\"operation\":\"point-update\",\"ordered\":false,\"index\":false}");
        assertThat(change.get("columnBytes").asDouble()).isEqualTo(8e6 + 2 * 262_144);
        assertThat(change.get("pagesTouched").asLong())
                .isEqualTo(change.get("pages").asLong() + 1);
    }

    @Test
    void everyChallengeCanBeDone() {
        RowsColumnsScenario one =
                LAB.standard().withTable(1_000_000_000, 200, 8).withOperation(Operation.AGGREGATE, 1);
        assertThat(LAB.challenges().get(0).check().apply(one, LAB.run(one))).isEmpty();
        RowsColumnsScenario read = LAB.standard().withOperation(Operation.POINT_READ, 2);
        assertThat(LAB.challenges().get(1).check().apply(read, LAB.run(read))).isEmpty();
        RowsColumnsScenario small = LAB.challenges().get(2).start().withTable(10_000, 1, 1);
        assertThat(LAB.challenges().get(2).check().apply(small, LAB.run(small))).isEmpty();
        assertThat(LAB.challenges().get(0).check().apply(read, LAB.run(read))).isPresent();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(LAB, "{\"rows\":0}", "rows is 0, it must be 1 to");
        LabProof.refuses(LAB, "{\"operation\":\"guess\"}", "operation is");
        LabProof.refuses(LAB, "{\"measuredRows\":5}", "measuredRows is 5");
        LabProof.refuses(LAB, "{\"index\":1}", "index is true or false");
        LabProof.refuses(LAB, "{\"pages\":5}", "There is no field \"pages\"");
    }
}
