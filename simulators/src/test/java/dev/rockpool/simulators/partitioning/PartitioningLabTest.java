package dev.rockpool.simulators.partitioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.simulators.LabProof;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PartitioningLabTest {
    private static final PartitioningLab LAB = new PartitioningLab();

    private static JsonNode run(String json) {
        return LAB.report(LAB.run(LAB.codec().parse(json)));
    }

    @Test
    void itKeepsWhatEveryLabKeeps() {
        LabProof.of(LAB);
    }

    /// The numbers of a thousand users over a year (own arithmetic).
    @Test
    void orderChangesListingsAndNotBytes() {
        String date = "\"keyParts\":[\"year\",\"month\",\"day\",\"user\"]";
        String user = "\"keyParts\":[\"user\",\"year\",\"month\",\"day\"]";
        for (String asked : Asked.words()) {
            JsonNode one = run("{" + date + ",\"asked\":\"" + asked + "\"}");
            JsonNode other = run("{" + user + ",\"asked\":\"" + asked + "\"}");
            assertThat(one.get("bytesScanned")).isEqualTo(other.get("bytesScanned"));
            assertThat(one.get("filesOpened")).isEqualTo(other.get("filesOpened"));
            assertThat(one.get("files").asLong()).isEqualTo(365_000);
        }
        assertThat(lists(date, "days")).isEqualTo(1);
        assertThat(lists(user, "days")).isEqualTo(1_000);
        assertThat(lists(date, "user")).isEqualTo(365);
        assertThat(lists(user, "user")).isEqualTo(1);
    }

    private static long lists(String key, String asked) {
        return run("{" + key + ",\"catalog\":false,\"asked\":\"" + asked + "\"}")
                .get("listCalls")
                .asLong();
    }

    @Test
    void theFinestLayoutCostsNoLessThanDays() {
        JsonNode finest = run("{}");
        JsonNode days = run("{\"keyParts\":[\"year\",\"month\",\"day\"]}");
        assertThat(finest.get("bytesScanned").asLong()).isEqualTo(2_000);
        assertThat(finest.get("fileBytes").asDouble()).isEqualTo(2_000);
        assertThat(days.get("bytesScanned").asLong()).isEqualTo(2_000_000);
        assertThat(days.get("queryPrice")).isEqualTo(finest.get("queryPrice"));
        assertThat(days.get("bytesBilled").asLong()).isEqualTo(10 << 20);
    }

    @Test
    void aPartitionByMonthGivesTheWholeMonth() {
        JsonNode months = run("{\"keyParts\":[\"year\",\"month\"],\"asked\":\"days\",\"queryDays\":2}");
        assertThat(months.get("filesOpened").asLong()).isEqualTo(1);
        assertThat(months.get("bytesScanned").asLong()).isEqualTo(31 * 2_000_000L);
        // a key without year and month has the same day of every month
        JsonNode days = run("{\"keyParts\":[\"day\"],\"asked\":\"days\",\"queryDays\":1}");
        assertThat(days.get("files").asLong()).isEqualTo(31);
        assertThat(days.get("bytesScanned").asLong()).isEqualTo(7 * 2_000_000L);
    }

    @Test
    void whatOrderIsFor() {
        assertThat(run("{}").get("erasePrefixes").asLong()).isEqualTo(365);
        assertThat(run("{}").get("dropPrefixes").asLong()).isEqualTo(1);
        JsonNode user = run("{\"keyParts\":[\"user\",\"year\",\"month\"]}");
        assertThat(user.get("erasePrefixes").asLong()).isEqualTo(1);
        assertThat(user.get("dropPrefixes").asLong()).isEqualTo(1_000);
        JsonNode none = run("{\"keyParts\":[\"day\"]}");
        assertThat(none.get("erasePrefixes").isNull()).isTrue();
        assertThat(none.get("dropPrefixes").isNull()).isTrue();
        assertThat(none.get("rewrittenFiles").asLong()).isEqualTo(31);
    }

    @Test
    void publishedPricesComeOut() {
        assertThat(LAB.run(LAB.preset("eight-terabytes").scenario()).value(PartitioningFigures.QUERY))
                .isCloseTo(40, within(0.001));
        PartitioningScenario whole = LAB.preset("ten-terabytes").scenario().withQuery(Asked.ALL, 1);
        assertThat(LAB.run(whole).value(PartitioningFigures.QUERY)).isCloseTo(50, within(0.001));
    }

    /// What DuckDB reads of real files is what the formula says.
    @Test
    void duckDbOpensTheFilesThatTheFormulaForesees() {
        for (List<KeyPart> layout : layouts()) {
            for (Asked asked : Asked.values()) {
                PartitioningScenario scenario =
                        LAB.standard().withKeyParts(layout).withQuery(asked, 1);
                LayoutReading foreseen = PartitioningFigures.replica(scenario);
                LayoutRepository.Counted counted = LayoutRepository.count(scenario);
                assertThat(counted.files()).as(layout + " " + asked).isEqualTo(foreseen.filesOpened());
                assertThat(counted.events())
                        .as(layout + " " + asked)
                        .isEqualTo(
                                switch (asked) {
                                    case DAYS -> 2 * 6 * 3;
                                    case USER -> 10 * 3;
                                    case USER_DAYS -> 2 * 3;
                                    case ALL -> 10 * 6 * 3;
                                });
            }
        }
    }

    private static List<List<KeyPart>> layouts() {
        return List.of(
                List.of(),
                List.of(KeyPart.USER),
                List.of(KeyPart.DAY),
                List.of(KeyPart.MONTH, KeyPart.USER),
                List.of(KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY),
                List.of(KeyPart.USER, KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY));
    }

    /// A file every five minutes, but never more files than events.
    @Test
    void smallFilesCostRequestsUntilTheyAreCompacted() {
        String days = "\"keyParts\":[\"year\",\"month\",\"day\"],\"asked\":\"days\",\"queryDays\":10";
        JsonNode flooded = run("{" + days + ",\"filesPerPartition\":288,\"catalog\":false}");
        assertThat(flooded.get("files").asLong()).isEqualTo(365 * 288);
        assertThat(flooded.get("filesOpened").asLong()).isEqualTo(10 * 288);
        assertThat(flooded.get("listCalls").asLong()).isEqualTo(10);
        JsonNode compact = run("{" + days + "}");
        assertThat(compact.get("bytesScanned")).isEqualTo(flooded.get("bytesScanned"));
        assertThat(compact.get("filesOpened").asLong()).isEqualTo(10);
        assertThat(run("{\"filesPerPartition\":288}").get("files").asLong()).isEqualTo(365_000 * 10);
        PartitioningScenario three = LAB.standard().withQuery(Asked.DAYS, 1).withFilesPerPartition(288);
        assertThat(LayoutRepository.count(three).files()).isEqualTo(2 * 6 * 3);
        assertThat(LayoutRepository.count(three).events()).isEqualTo(2 * 6 * 3);
        assertThat(PartitioningFigures.replica(three).filesOpened()).isEqualTo(2 * 6 * 3);
        LabProof.refuses(LAB, "{\"filesPerPartition\":0}", "filesPerPartition is 0, it must be 1 to 100000.");
    }

    @Test
    void everyChallengeCanBeDone() {
        PartitioningScenario one = LAB.challenges().get(0).start().withPart(0, KeyPart.USER);
        assertThat(LAB.challenges().get(0).check().apply(one, LAB.run(one))).isEmpty();
        PartitioningScenario large = LAB.challenges().get(1).start().withDepth(3);
        assertThat(LAB.challenges().get(1).check().apply(large, LAB.run(large))).isEmpty();
        assertThat(LAB.challenges().get(0).check().apply(large, LAB.run(large))).isPresent();
    }

    @Test
    void whatCannotBeIsRefusedInOneSentence() {
        LabProof.refuses(LAB, "{\"keyParts\":[\"day\",\"day\"]}", "keyParts has a part twice");
        LabProof.refuses(LAB, "{\"keyParts\":[\"hour\"]}", "keyParts[0] must be one of year, month, day, user.");
        LabProof.refuses(LAB, "{\"users\":0}", "users is 0, it must be 1 to");
        LabProof.refuses(LAB, "{\"asked\":\"nobody\"}", "asked is");
        LabProof.refuses(
                LAB,
                "{\"users\":1000000,\"days\":3650,\"eventsPerUserDay\":10000000,\"eventBytes\":1000000}",
                "The table has more than");
        LabProof.refuses(LAB, "{\"region\":\"nowhere\"}", "");
    }
}
