package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AnalysesTest {
    private static final int LARGE = 256 * 1024;
    private static final String EXPORT = "sca/reef/logs.csv";

    private final StoreFixture fixture = new StoreFixture();

    @BeforeEach
    void buckets() {
        fixture.bucket("reef");
        fixture.bucket("reports");
        analyse(Optional.of("log/"), Map.of());
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void analyse(Optional<String> prefix, Map<String, String> tags) {
        fixture.store()
                .putAnalytics(
                        "reef",
                        new AnalyticsConfiguration("logs", prefix, tags, Optional.of("reports"), Optional.of("sca")));
    }

    private void put(String key, int size) {
        fixture.put("reef", key, new byte[size], NewObject.PLAIN);
    }

    private List<String> lines(String beginning) {
        return fixture.get("reports", EXPORT)
                .lines()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    @Test
    void aDaySaysWhatWasKeptPutAndReadByAge() {
        put("log/large", LARGE);
        put("log/small", 1024 * 64);
        put("other", LARGE);
        fixture.get("reef", "log/large");
        fixture.get("reef", "log/large");
        fixture.get("reef", "log/small");
        fixture.get("reef", "other");
        fixture.clock.advanceDays(1);
        String csv = fixture.get("reports", EXPORT);
        assertThat(csv)
                .startsWith("Date,ConfigId,Filter,StorageClass,ObjectAge,ObjectCount,DataUploaded_MB,Storage_MB,"
                        + "DataRetrieved_MB,GetRequestCount,CumulativeAccessRatio,ObjectAgeForSIATransition,"
                        + "RecommendedObjectAgeForSIATransition\n"
                        + "01-15-2026,logs,log/,STANDARD,000-014,,,0.25,0.5,2,2,,\n"
                        + "01-15-2026,logs,log/,STANDARD,015-029,,,0,0,0,,,\n")
                .endsWith("\n01-15-2026,logs,log/,STANDARD,ALL,2,0.3125,0.3125,0.5625,3,1.8,,\n")
                .hasLineCount(14);
        fixture.clock.advanceDays(1);
        assertThat(lines("01-16-2026,logs,log/,STANDARD,ALL"))
                .containsExactly("01-16-2026,logs,log/,STANDARD,ALL,2,0,0.3125,0,0,0,,");
        assertThat(fixture.events(StoreEvent.ReportWritten.class))
                .extracting(StoreEvent.ReportWritten::kind)
                .containsOnly("analysis")
                .hasSize(2);
    }

    @Test
    void anAgeIsObservedAfterAMonthAndRecommendedWhenItStays() {
        put("log/a", LARGE);
        for (int day = 0; day < 50; day++) {
            if (day < 40) {
                fixture.get("reef", "log/a");
            }
            fixture.clock.advanceDays(1);
        }
        fixture.store().settle();
        List<String> all = fixture.get("reports", EXPORT)
                .lines()
                .filter(line -> line.contains(",ALL,"))
                .toList();
        assertThat(all).hasSize(50);
        // read every day: at 30 days of observation nothing is that old; then it is, and it is read
        assertThat(all.get(29)).endsWith(",1,0,0.25,0.25,1,1,,");
        // 45 days old and no longer read
        assertThat(all.getLast()).startsWith("03-05-2026,").endsWith(",0,0.25,0,0,0,45,");
        fixture.clock.advanceDays(8);
        assertThat(lines("03-13-2026,logs,log/,STANDARD,ALL"))
                .singleElement()
                .asString()
                .endsWith(",45,45");
    }

    @Test
    void theCountsOfADayOutliveClosingAndTheHistoryItsConfigurationOnlyUnchanged() {
        put("log/large", LARGE);
        fixture.get("reef", "log/large");
        fixture.reopen();
        fixture.get("reef", "log/large");
        fixture.clock.advanceDays(2);
        assertThat(lines("01-15-2026,logs,log/,STANDARD,ALL"))
                .containsExactly("01-15-2026,logs,log/,STANDARD,ALL,1,0.25,0.25,0.5,2,2,,");
        assertThat(lines("01-16-2026")).hasSize(13);
        analyse(Optional.of("log/"), Map.of());
        fixture.clock.advanceDays(1);
        assertThat(lines("01-15-2026")).hasSize(13);
        analyse(Optional.empty(), Map.of("kind", "a, b"));
        fixture.put("reef", "tagged", bytes("x"), NewObject.PLAIN.tagged(new TreeMap<>(Map.of("kind", "a, b"))));
        fixture.clock.advanceDays(1);
        assertThat(lines("01-15-2026")).isEmpty();
        assertThat(lines("01-18-2026,logs,\"kind=a, b\",STANDARD,ALL,1,")).hasSize(1);
        fixture.store().deleteAnalytics("reef", "logs");
        fixture.clock.advanceDays(3);
        assertThat(lines("01-20-2026")).isEmpty();
        assertThat(fixture.store().nextDue()).isEmpty();
        fixture.delete("reef", "log/large");
        fixture.delete("reef", "tagged");
        fixture.store().deleteBucket("reef");
        fixture.reopen();
        assertThat(fixture.store().buckets()).hasSize(1);
    }
}
