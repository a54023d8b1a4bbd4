package dev.rockpool.simulators.rowscolumns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RowsColumnsLabTest {
    private static final RowsColumnsLab LAB = new RowsColumnsLab();

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(LAB);
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
        Measured measured = TableRepository.measure(20_000, () -> calls[0] += 1_000);
        for (Operation operation : Operation.values()) {
            assertThat(measured.rows().nanos(operation)).isEqualTo(1_000);
            assertThat(measured.columns().nanos(operation)).isEqualTo(1_000);
        }
        assertThat(measured.rows().fileBytes()).isGreaterThan(20_000L * 20);
        assertThat(measured.columns().fileBytes()).isPositive();
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
        LabProof.refuses(LAB, "{\"pages\":5}", "There is no field \"pages\"");
    }
}
