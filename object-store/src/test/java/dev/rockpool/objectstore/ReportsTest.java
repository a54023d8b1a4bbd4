package dev.rockpool.objectstore;

import static dev.rockpool.objectstore.StoreFixture.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReportsTest {
    private static final List<String> FIELDS = List.of(
            "Size",
            "LastModifiedDate",
            "StorageClass",
            "ETag",
            "IsMultipartUploaded",
            "ReplicationStatus",
            "EncryptionStatus",
            "ObjectLockRetainUntilDate",
            "ObjectLockMode",
            "ObjectLockLegalHoldStatus",
            "IntelligentTieringAccessTier",
            "BucketKeyStatus",
            "ChecksumAlgorithm",
            "ObjectOwner",
            "LifecycleExpirationDate",
            "Unheard");

    private final StoreFixture fixture = new StoreFixture();

    @TempDir
    Path folder;

    @BeforeEach
    void buckets() {
        fixture.bucket("reef");
        fixture.bucket("reports");
        fixture.store().putVersioning("reef", Versioning.ENABLED);
        fixture.put("reef", "a b/ü", bytes("text"), NewObject.PLAIN.in(StorageClass.INTELLIGENT_TIERING));
        fixture.put("reef", "gone", "x");
        fixture.delete("reef", "gone");
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private void inventory(InventoryConfiguration.Format format, boolean all, boolean weekly, String destination) {
        fixture.store()
                .putInventory(
                        "reef",
                        new InventoryConfiguration(
                                "list",
                                true,
                                Optional.empty(),
                                all,
                                FIELDS,
                                format,
                                weekly,
                                destination,
                                Optional.of("inv"),
                                Optional.empty()));
    }

    @Test
    void aDailyCsvSaysWhatWasThereAtMidnight() throws IOException {
        inventory(InventoryConfiguration.Format.CSV, false, false, "reports");
        fixture.clock.advanceDays(1);
        List<String> keys = fixture.keys("reports");
        assertThat(keys)
                .contains(
                        "inv/reef/list/2026-01-16T00-00Z/manifest.json",
                        "inv/reef/list/2026-01-16T00-00Z/manifest.checksum",
                        "inv/reef/list/hive/dt=2026-01-16-00-00/symlink.txt")
                .hasSize(4);
        String manifest = fixture.get("reports", "inv/reef/list/2026-01-16T00-00Z/manifest.json");
        assertThat(manifest)
                .contains("\"sourceBucket\":\"reef\"")
                .contains("\"destinationBucket\":\"arn:aws:s3:::reports\"")
                .contains("\"fileFormat\":\"CSV\"")
                .contains("\"creationTimestamp\":\"1768521600000\"")
                .contains("\"fileSchema\":\"Bucket, Key, Size, LastModifiedDate, StorageClass, ETag,");
        assertThat(fixture.get("reports", "inv/reef/list/2026-01-16T00-00Z/manifest.checksum"))
                .isEqualTo(HexFormat.of().formatHex(Digests.digest("MD5").digest(bytes(manifest))));
        String data =
                keys.stream().filter(key -> key.endsWith(".csv.gz")).findFirst().orElseThrow();
        assertThat(manifest).contains(data);
        assertThat(fixture.get("reports", "inv/reef/list/hive/dt=2026-01-16-00-00/symlink.txt"))
                .isEqualTo("s3://reports/" + data);
        byte[] packed = fixture.read("reports", data, GetRequest.by(fixture.requester));
        String csv = new String(
                new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(csv)
                .startsWith("\"reef\",\"a+b%2F%C3%BC\",\"4\",\"2026-01-15T10:30:00.000Z\",\"INTELLIGENT_TIERING\","
                        + "\"1cb251ec0d568de6a929b520c4aed8d1\",\"false\",\"\",\"SSE-S3\"")
                .hasLineCount(1);
        assertThat(fixture.events(StoreEvent.ReportWritten.class))
                .singleElement()
                .satisfies(report -> assertThat(report.objects()).isEqualTo(1));
        fixture.clock.advanceDays(3);
        assertThat(fixture.keys("reports")).hasSize(16);
        fixture.store().deleteInventory("reef", "list");
        fixture.clock.advanceDays(3);
        assertThat(fixture.keys("reports")).hasSize(16);
        assertThat(fixture.store().nextDue()).isEmpty();
    }

    @Test
    void weeklyReportsComeOnSundaysAndNowhereIsNowhere() {
        inventory(InventoryConfiguration.Format.ORC, true, false, "reports");
        fixture.clock.advanceDays(2);
        inventory(InventoryConfiguration.Format.CSV, true, false, "nowhere");
        fixture.clock.advanceDays(2);
        assertThat(fixture.keys("reports")).isEmpty();
        inventory(InventoryConfiguration.Format.CSV, true, true, "reports");
        fixture.clock.to("2026-01-24T23:00:00Z");
        assertThat(fixture.keys("reports")).isEmpty();
        fixture.clock.to("2026-01-25T00:00:00Z");
        assertThat(fixture.keys("reports")).hasSize(4);
        assertThat(fixture.events(StoreEvent.ReportWritten.class).getFirst().objects())
                .isEqualTo(3);
    }

    @Test
    void accessLogsAreDeliveredByTheHour() {
        fixture.store().putLogging("reef", Optional.of(new LoggingConfiguration("reports", "log/", "")));
        fixture.store().logAccess("reef", () -> "first");
        fixture.store().logAccess("reef", () -> "second");
        fixture.store().logAccess("reports", () -> "nobody wants this");
        assertThat(fixture.keys("reports")).isEmpty();
        fixture.clock.advance(Duration.ofHours(1));
        fixture.store().settle();
        String key = fixture.keys("reports").getFirst();
        assertThat(key).startsWith("log/2026-01-15-11-30-00-");
        assertThat(fixture.get("reports", key)).isEqualTo("first\nsecond\n");
        fixture.store().logAccess("reef", () -> "x".repeat(1 << 20));
        assertThat(fixture.keys("reports")).hasSize(2);
        fixture.disk().fillUpAt(0);
        fixture.store().logAccess("reef", () -> "x".repeat(1 << 20));
        assertThat(fixture.events(StoreEvent.LogUndelivered.class)).hasSize(1);
        fixture.disk().emptySpace();
        fixture.store().logAccess("reef", () -> "third");
        fixture.reopen();
        assertThat(fixture.keys("reports")).hasSize(3);
    }

    @Test
    void aParquetFileIsReadByADatabase() throws IOException, SQLException {
        inventory(InventoryConfiguration.Format.PARQUET, true, false, "reports");
        for (int at = 0; at < 20; at++) {
            fixture.put("reef", "more" + at, "x".repeat(at));
        }
        fixture.clock.advanceDays(1);
        String data = fixture.keys("reports").stream()
                .filter(key -> key.endsWith(".parquet"))
                .findFirst()
                .orElseThrow();
        Path file = folder.resolve("inventory.parquet");
        Files.write(file, fixture.read("reports", data, GetRequest.by(fixture.requester)));
        try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*), sum(size), count(size), sum(is_latest::int), sum(is_delete_marker::int),"
                                + " min(key), min(last_modified_date)::varchar, count(replication_status),"
                                + " min(encryption_status) from '" + file + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getLong(1)).isEqualTo(23);
            assertThat(rows.getLong(2)).isEqualTo(190 + 4 + 1);
            assertThat(rows.getLong(3)).isEqualTo(22);
            assertThat(rows.getLong(4)).isEqualTo(22);
            assertThat(rows.getLong(5)).isEqualTo(1);
            assertThat(rows.getString(6)).isEqualTo("a b/ü");
            assertThat(rows.getString(7)).startsWith("2026-01-15 10:30:00");
            assertThat(rows.getLong(8)).isZero();
            assertThat(rows.getString(9)).isEqualTo("SSE-S3");
        }
    }
}
