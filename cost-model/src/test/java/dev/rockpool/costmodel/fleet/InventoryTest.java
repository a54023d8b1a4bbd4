package dev.rockpool.costmodel.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleFilter;
import dev.rockpool.lifecycle.LifecycleRule;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.TransitionMinimum;
import dev.rockpool.lifecycle.When;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryTest {
    private static final TransitionMinimum MINIMUM = TransitionMinimum.ALL_STORAGE_CLASSES_128K;
    private static final LifecycleConfiguration RULES = new LifecycleConfiguration(List.of(
            LifecycleRule.of("logs", LifecycleFilter.prefix("logs/a b"))
                    .moving(90, StorageClass.GLACIER_IR)
                    .expiring(new When.AfterDays(400)),
            LifecycleRule.of("all", LifecycleFilter.ALL).moving(180, StorageClass.DEEP_ARCHIVE)));

    private static final List<StorageClass> CLASSES = List.of(
            StorageClass.STANDARD,
            StorageClass.INTELLIGENT_TIERING,
            StorageClass.STANDARD_IA,
            StorageClass.GLACIER_IR,
            StorageClass.GLACIER);

    @TempDir
    private Path folder;

    @Test
    void aReportCostsWhatItsObjectsCostOneByOne() throws IOException {
        RandomGenerator random = new Seed(1).derive("inventory");
        StringBuilder csv = new StringBuilder();
        FleetTerms terms = FleetRunTest.terms(14);
        SizeBands bands = SizeBands.of(List.of(RULES));
        FleetRun oneByOne = new FleetRun(terms, RULES, MINIMUM, false);
        for (int object = 0; object < 2_000; object++) {
            String key = random.nextBoolean() ? "logs/a b/" + object : "data/" + object;
            long size = random.nextBoolean() ? random.nextLong(200_000) : random.nextLong(5_000_000_000L);
            Instant modified = Instant.parse("2026-11-30T00:00:00Z").minusSeconds(random.nextLong(40_000_000));
            StorageClass storageClass = CLASSES.get(random.nextInt(CLASSES.size()));
            csv.append(row(key.replace(" ", "+"), size, modified, storageClass));
            oneByOne.accept(
                    new ObjectKind(
                            key,
                            Map.of(),
                            size,
                            storageClass,
                            ReadPattern.NEVER,
                            OptionalInt.empty(),
                            OptionalLong.empty(),
                            Optional.empty()),
                    Midnight.dayOf(modified),
                    ObjectBatch.of(size, 1));
        }
        Plan plan = FleetRun.plan(terms, open(write("report.csv", csv.toString())), bands, RULES, MINIMUM);
        assertThat(plan).isEqualTo(oneByOne.plan());
        assertThat(plan.total().amount()).isPositive();
        // gzipped, with a header, and as Parquet it is the same
        assertThat(FleetRun.plan(terms, open(gzip("report.csv.gz", csv.toString())), bands, RULES, MINIMUM))
                .isEqualTo(plan);
        String header = "Bucket,Key,Size,LastModifiedDate,ETag,StorageClass\n";
        assertThat(FleetRun.plan(terms, open(write("headed.csv", header + csv)), bands, RULES, MINIMUM))
                .isEqualTo(plan);
        for (String type : List.of("TIMESTAMP", "TIMESTAMPTZ", "TIMESTAMP_MS")) {
            assertThat(FleetRun.plan(terms, open(parquet(folder.resolve("report.csv"), type)), bands, RULES, MINIMUM))
                    .as(type)
                    .isEqualTo(plan);
        }
    }

    @Test
    void aManifestNamesFilesColumnsAndTheMonth() throws IOException {
        Path data = folder.resolve("bucket/report/data");
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("one.csv"),
                row("a", 1 << 20, Instant.parse("2026-05-01T00:00:00Z"), StorageClass.STANDARD));
        Path manifest = manifest("bucket/report/2026-11-15T00-00Z", "CSV", Files.size(data.resolve("one.csv")));
        Inventory report = open(manifest);
        assertThat(report.nextMonth()).isEqualTo(YearMonth.of(2026, 12));
        assertThat(objects(report)).isEqualTo(1);
    }

    @Test
    void withoutAManifestTheMonthFollowsTheNewestObject() throws IOException {
        Path file = write(
                "report.csv",
                row("a", 1, Instant.parse("2026-05-01T00:00:00Z"), StorageClass.STANDARD)
                        + row("b", 1, Instant.parse("2026-07-31T23:59:59.999Z"), StorageClass.STANDARD));
        assertThat(open(file).nextMonth()).isEqualTo(YearMonth.of(2026, 8));
    }

    @Test
    void versionsLiveAsNoncurrentOnesFromTheirSuccessorsDay() throws IOException {
        // a: a noncurrent version of 100 days ago, replaced 40 days ago; b: deleted 10 days ago by a marker
        String csv = version("a", "2", true, false, 1 << 20, "2026-10-22T10:00:00.000Z")
                + version("a", "1", false, false, 1 << 20, "2026-08-23T10:00:00.000Z")
                + version("b", "4", true, true, 0, "2026-11-21T10:00:00.000Z")
                + version("b", "3", false, false, 1 << 20, "2026-08-23T10:00:00.000Z");
        LifecycleRule expire = new LifecycleRule(
                "noncurrent",
                true,
                LifecycleFilter.ALL,
                Optional.empty(),
                List.of(),
                Optional.of(new LifecycleRule.NoncurrentExpiration(60, OptionalInt.empty())),
                List.of(),
                OptionalInt.empty());
        LifecycleConfiguration rules = new LifecycleConfiguration(List.of(expire));
        Inventory report = Inventory.open(write("versions.csv", csv), List.of(rules), folder.resolve("temporary"));
        assertThat(report.isVersioned()).isTrue();
        Plan plan = FleetRun.plan(FleetRunTest.terms(3), report, SizeBands.of(List.of(rules)), rules, MINIMUM);
        // the first goes on 22 December, the second on 21 January; the current one stays
        assertThat(plan.stocks())
                .extracting(stock -> stock.objectsIn(StorageClass.STANDARD))
                .containsExactly(2L, 1L, 1L);
    }

    @Test
    void theAccessTierOfIntelligentTieringIsTaken() throws IOException {
        String csv = """
                Bucket,Key,Size,LastModifiedDate,StorageClass,IntelligentTieringAccessTier
                b,a,1048576,2025-01-01T00:00:00.000Z,INTELLIGENT_TIERING,FREQUENT
                b,c,1048576,2025-01-01T00:00:00.000Z,INTELLIGENT_TIERING,ARCHIVE_INSTANT_ACCESS
                """;
        LifecycleConfiguration nothing = LifecycleConfiguration.NONE;
        Plan plan = FleetRun.plan(
                FleetRunTest.terms(1), open(write("tiers.csv", csv)), SizeBands.of(List.of(nothing)), nothing, MINIMUM);
        assertThat(plan.months().getFirst().bill().lines())
                .extracting(line -> line.usage().item())
                .contains("storage.INTELLIGENT_TIERING.FA", "storage.INTELLIGENT_TIERING.AIA");
    }

    @Test
    void aRowAtFaultIsNamedByFileAndLine() throws IOException {
        String good = row("a", 1, Instant.parse("2026-05-01T00:00:00Z"), StorageClass.STANDARD);
        for (String[] bad : new String[][] {
            {good.replace(",1,", ",-1,"), "Size \"-1\""},
            {good.replace(",1,", ",one,"), "Size \"one\""},
            {good.replace("2026-05-01T", "2026-13-01T"), "LastModifiedDate"},
            {good.replace("STANDARD", "STANDART"), "near matches: \"STANDARD\""},
            {"bucket,a,1\n", "3 values"}
        }) {
            Path file = write("bad.csv", good + good + good + bad[0] + good);
            assertThatThrownBy(() -> objects(open(file)))
                    .as(bad[0])
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(file + ":4:")
                    .hasMessageContaining(bad[1]);
        }
    }

    @Test
    void whatIsTruncatedMissingOrNoReportIsRefusedInOneSentence() throws IOException {
        Path csv = write(
                "good.csv",
                row("a", 1, Instant.parse("2026-05-01T00:00:00Z"), StorageClass.STANDARD)
                        .repeat(5_000));
        Path parquet = parquet(csv, "TIMESTAMP");
        byte[] whole = Files.readAllBytes(parquet);
        for (int length : new int[] {0, 3, 7, whole.length / 2, whole.length - 1}) {
            Path cut = folder.resolve("cut.parquet");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));
            refused(cut, length < 4 ? "not a Parquet file" : "truncated");
        }
        byte[] zipped = Files.readAllBytes(gzip("good.csv.gz", Files.readString(csv)));
        Path cut = folder.resolve("cut.csv.gz");
        Files.write(cut, java.util.Arrays.copyOf(zipped, zipped.length / 2));
        refused(cut, "");
        refused(folder.resolve("none.csv"), "no such file");
        refused(write("empty.csv", ""), "empty");
        refused(write("other.csv", "a,b\nc,d\n"), "no column");
        refused(write("noclass.csv", "Key,Size,LastModifiedDate\na,1,2026-01-01T00:00:00Z\n"), "StorageClass");
        refused(write("manifest.json", "{\"fileFormat\": \"ORC\"}"), "ORC");
        refused(write("manifest.json", "{\"fileFormat\": \"CSV\", \"files\": []}"), "one file or more");
        refused(write("manifest.json", "{\"files\""), "not valid JSON");
        refused(manifest("elsewhere", "CSV", 1), "not beside the manifest");
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/one.csv"), "x");
        refused(manifest(".", "CSV", 2), "truncated or another one");
        Path sums = manifest(".", "CSV", 1);
        Files.writeString(folder.resolve("manifest.checksum"), "0".repeat(32));
        refused(sums, "manifest.checksum");
    }

    private void refused(Path file, String why) {
        assertThatThrownBy(() -> objects(open(file)))
                .as("%s", file)
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.getFileName().toString().startsWith("manifest") ? "" : file.toString())
                .hasMessageContaining(why);
    }

    private Inventory open(Path file) {
        return Inventory.open(file, List.of(RULES), folder.resolve("temporary"));
    }

    private static long objects(Inventory report) {
        return CohortList.of(report, BillingCalendar.of(YearMonth.of(2026, 12), 1), SizeBands.of(List.of(RULES)))
                .all()
                .objects();
    }

    private static String row(String key, long size, Instant modified, StorageClass storageClass) {
        return "bucket," + key + "," + size + "," + modified + ",abcdef," + storageClass + "\n";
    }

    private static String version(
            String key, String id, boolean isLatest, boolean isMarker, long size, String modified) {
        return "bucket," + key + "," + id + "," + isLatest + "," + isMarker + "," + (isMarker ? "" : size) + ","
                + modified + "," + (isMarker ? "" : "STANDARD") + "\n";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private Path manifest(String under, String format, long size) throws IOException {
        Path file = folder.resolve(under).resolve("manifest.json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, """
                {"sourceBucket": "bucket", "version": "2016-11-30", "creationTimestamp": "1794700800000",
                 "fileFormat": "%s", "fileSchema": "Bucket, Key, Size, LastModifiedDate, ETag, StorageClass",
                 "files": [{"key": "bucket/report/data/one.csv", "size": %d}]}
                """.formatted(format, size));
    }

    /// The CSV report as a Parquet report, keys decoded, with names as the vendor writes them.
    private Path parquet(Path csv, String timestamp) throws IOException {
        Path file = folder.resolve("report-" + timestamp + ".parquet");
        List<String> statements = new ArrayList<>();
        statements.add("SET TimeZone = 'UTC'");
        statements.add("COPY (SELECT column0 AS bucket, replace(column1, '+', ' ') AS key, column2::BIGINT AS size,"
                + " column3::" + timestamp + " AS last_modified_date, column5 AS storage_class FROM read_csv('" + csv
                + "', header = false, all_varchar = true)) TO '" + file + "' (FORMAT parquet)");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return file;
    }
}
