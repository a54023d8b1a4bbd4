package dev.rockpool.costmodel.fleet;

import dev.rockpool.costmodel.storage.BillingCalendar;
import dev.rockpool.costmodel.storage.ObjectBatch;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.Midnight;
import dev.rockpool.lifecycle.StorageClass;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A real S3 Inventory report as a source of cohorts: DuckDB groups its rows, so that ten million take seconds.
///
/// The one class that talks to DuckDB. It reads the files of the report and nothing else: extensions are neither
/// installed nor loaded, its memory is bounded, and what does not fit goes to a folder of its own.
///
/// An inventory does not tell when an object entered its class, when it was last read, nor its tags: objects are taken
/// to have been in their class since they were created, reads are none, and rules that ask for tags find no object. In
/// Intelligent-Tiering, the access tier that the report names sets how long ago an object was last accessed.
public final class Inventory implements CohortSource {
    private static final String MEMORY = "SET memory_limit = '600MB'";
    private static final int MILLIS_A_DAY = 86_400_000;

    private final InventoryFiles files;
    private final List<String> prefixes;
    private final Path temporary;

    private Inventory(InventoryFiles files, List<String> prefixes, Path temporary) {
        this.files = files;
        this.prefixes = prefixes;
        this.temporary = temporary;
    }

    /// The report that `file` names: its `manifest.json`, a CSV file or a Parquet file.
    ///
    /// @param configurations whose prefixes distinguish objects
    /// @param temporary a folder for what does not fit into memory; made when needed
    /// @throws InputException if the report is missing, truncated, or lacks a column
    public static Inventory open(Path file, Collection<LifecycleConfiguration> configurations, Path temporary) {
        TreeSet<String> prefixes = new TreeSet<>();
        configurations.forEach(configuration ->
                configuration.rules().forEach(rule -> rule.filter().prefix().ifPresent(prefixes::add)));
        InventoryFiles files = InventoryReader.open(file);
        return new Inventory(
                files.isParquet() ? withParquetColumns(files, temporary) : files, List.copyOf(prefixes), temporary);
    }

    @Override
    public boolean isVersioned() {
        return files.isVersioned();
    }

    /// The month after the report: the first that is still to come. Of a report without a manifest, the month after the
    /// newest object.
    ///
    /// @throws InputException if the files cannot be read
    public YearMonth nextMonth() {
        Instant taken = files.taken().orElseGet(() -> Midnight.at(newestDay()));
        return YearMonth.from(taken.atOffset(ZoneOffset.UTC)).plusMonths(1);
    }

    @Override
    public void cohorts(BillingCalendar calendar, SizeBands bands, Sink sink) {
        Map<List<Object>, ObjectKind> kinds = new HashMap<>();
        long startDay = Midnight.dayOf(calendar.start(0));
        query(files, temporary, grouped(bands), rows -> {
            while (rows.next()) {
                if (rows.getLong("faulty") > 0) {
                    throw firstFault();
                }
                ObjectBatch batch = new ObjectBatch(
                        rows.getLong("objects"),
                        rows.getLong("bytes"),
                        rows.getLong("shortfall"),
                        rows.getLong("monitored_objects"),
                        rows.getLong("monitored_bytes"));
                sink.accept(kind(kinds, rows, startDay), rows.getLong("day"), batch);
            }
        });
    }

    private ObjectKind kind(Map<List<Object>, ObjectKind> kinds, ResultSet rows, long startDay) throws SQLException {
        String storageClass = rows.getString("class");
        String tier = rows.getString("tier");
        long noncurrent = rows.getLong("noncurrent_day");
        boolean isNoncurrent = !rows.wasNull();
        List<Object> same = List.of(
                rows.getInt("band"),
                rows.getString("signature"),
                storageClass,
                tier,
                isNoncurrent ? noncurrent : "current",
                rows.getLong("newer"));
        ObjectKind known = kinds.get(same);
        if (known != null) {
            return known;
        }
        Optional<ObjectKind.Version> version = Optional.empty();
        if (files.isVersioned()) {
            version = Optional.of(
                    isNoncurrent
                            ? new ObjectKind.Version(OptionalLong.of(noncurrent), rows.getInt("newer"))
                            : ObjectKind.Version.CURRENT);
        }
        ObjectKind kind = new ObjectKind(
                rows.getString("example"),
                Map.of(),
                rows.getLong("size"),
                StorageClass.named(storageClass).orElseThrow(),
                ReadPattern.NEVER,
                OptionalInt.empty(),
                accessed(tier, startDay),
                version);
        kinds.put(same, kind);
        return kind;
    }

    /// The latest day of the last access that an object of this access tier can have had.
    private static OptionalLong accessed(String tier, long startDay) {
        return switch (tier) {
            case "FREQUENT" -> OptionalLong.of(startDay);
            case "INFREQUENT" -> OptionalLong.of(startDay - IntelligentTiering.INFREQUENT_AFTER_DAYS);
            case "ARCHIVE_INSTANT_ACCESS" -> OptionalLong.of(startDay - IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS);
            default -> OptionalLong.empty();
        };
    }

    private long newestDay() {
        long[] newest = new long[1];
        query(files, temporary, "SELECT coalesce(max(day), 0) AS newest FROM " + rows(), rows -> {
            rows.next();
            newest[0] = rows.getLong("newest");
        });
        return newest[0];
    }

    // --- SQL

    private String grouped(SizeBands bands) {
        StringBuilder band = new StringBuilder("CASE");
        for (int index = bands.count() - 1; index >= 0; index--) {
            band.append(" WHEN size >= ")
                    .append(bands.start(index))
                    .append(" THEN ")
                    .append(index);
        }
        band.append(" ELSE 0 END");
        String signature = prefixes.isEmpty()
                ? "''"
                : prefixes.stream()
                        .map(prefix -> "CASE WHEN starts_with(" + decodedKey() + ", " + quoted(prefix)
                                + ") THEN '1' ELSE '0' END")
                        .collect(Collectors.joining(" || "));
        String floor = Long.toString(ObjectBatch.FLOOR_BYTES);
        String example = prefixes.isEmpty() ? "''" : "any_value(" + decodedKey() + ")";
        return "SELECT day, coalesce(class, '') AS class, coalesce(tier, '') AS tier, noncurrent_day, newer, " + band
                + " AS band, " + signature + " AS signature, " + example + " AS example,"
                + " min(size) AS size, count(*) AS objects, CAST(sum(size) AS BIGINT) AS bytes,"
                + " CAST(sum(greatest(0, " + floor + " - size)) AS BIGINT) AS shortfall,"
                + " count(*) FILTER (size >= " + floor + ") AS monitored_objects,"
                + " CAST(coalesce(sum(size) FILTER (size >= " + floor + "), 0) AS BIGINT) AS monitored_bytes,"
                + " count(*) FILTER (" + faulty() + ") AS faulty"
                + " FROM " + (files.isVersioned() ? versions() : rows())
                + " WHERE NOT coalesce(is_marker, false) OR day IS NULL"
                + " GROUP BY day, class, tier, noncurrent_day, newer, band, signature"
                + " ORDER BY faulty DESC, day, class, tier, noncurrent_day, newer, band, signature";
    }

    private String decodedKey() {
        return files.isParquet() ? "key" : "url_decode(replace(key, '+', '%20'))";
    }

    private static String faulty() {
        String classes = Arrays.stream(StorageClass.values())
                .map(storageClass -> quoted(storageClass.name()))
                .collect(Collectors.joining(", "));
        return "day IS NULL OR day <= 0 OR is_marker IS NULL OR is_latest IS NULL OR size IS NULL OR size < 0"
                + " OR size > " + SizeDistribution.LARGEST + " OR coalesce(class, '') NOT IN (" + classes + ")";
    }

    /// The rows of the report with the columns that matter, typed; what cannot be read is null.
    private String rows() {
        String time = column(InventoryColumn.LAST_MODIFIED);
        String millis = files.isParquet() ? "epoch_ms(" + time + ")" : "epoch_ms(TRY_CAST(" + time + " AS TIMESTAMP))";
        return "(SELECT " + column(InventoryColumn.KEY) + " AS key,"
                + " TRY_CAST(" + column(InventoryColumn.SIZE) + " AS BIGINT) AS size,"
                + " " + millis + " AS millis,"
                + " " + millis + " // " + MILLIS_A_DAY + " AS day,"
                + " " + column(InventoryColumn.STORAGE_CLASS) + " AS class,"
                + " " + (files.has(InventoryColumn.ACCESS_TIER) ? column(InventoryColumn.ACCESS_TIER) : "''")
                + " AS tier,"
                + " " + flag(InventoryColumn.IS_DELETE_MARKER, "false") + " AS is_marker,"
                + " " + flag(InventoryColumn.IS_LATEST, "true") + " AS is_latest,"
                + " CAST(NULL AS BIGINT) AS noncurrent_day, CAST(0 AS BIGINT) AS newer"
                + " FROM " + table() + ")";
    }

    /// The rows with, of noncurrent versions, the day of the successor and how many newer noncurrent ones there are.
    private String versions() {
        return "(SELECT * REPLACE (CASE WHEN is_latest THEN NULL ELSE coalesce(lead(day) OVER newest_last, day) END"
                + " AS noncurrent_day, CASE WHEN is_latest THEN 0 ELSE coalesce(count(*) FILTER"
                + " (NOT is_latest AND NOT is_marker) OVER (PARTITION BY key ORDER BY is_latest DESC, millis DESC"
                + " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) END AS newer) FROM " + rows()
                + " WINDOW newest_last AS (PARTITION BY key ORDER BY is_latest, millis))";
    }

    private String flag(InventoryColumn column, String otherwise) {
        return files.has(column) ? "TRY_CAST(" + column(column) + " AS BOOLEAN)" : otherwise;
    }

    private String column(InventoryColumn column) {
        Integer place = files.columns().get(column);
        if (place == null) {
            throw new IllegalStateException("Every report has " + column + ".");
        }
        return "\"" + (files.isParquet() ? files.names().get(place).replace("\"", "\"\"") : "c" + place) + "\"";
    }

    private String table() {
        String list =
                files.files().stream().map(file -> quoted(file.toString())).collect(Collectors.joining(", ", "[", "]"));
        if (files.isParquet()) {
            return "read_parquet(" + list + ")";
        }
        List<String> columns = new ArrayList<>();
        for (int place = 0; place < files.names().size(); place++) {
            columns.add("'c" + place + "': 'VARCHAR'");
        }
        return "read_csv(" + list + ", columns = {" + String.join(", ", columns)
                + "}, auto_detect = false, delim = ','," + " quote = '\"', escape = '\"', header = " + files.hasHeader()
                + ", strict_mode = true)";
    }

    private static InventoryFiles withParquetColumns(InventoryFiles files, Path temporary) {
        List<String> names = new ArrayList<>();
        String described = "DESCRIBE SELECT * FROM read_parquet("
                + quoted(files.files().getFirst().toString()) + ")";
        query(files, temporary, described, rows -> {
            while (rows.next()) {
                names.add(rows.getString("column_name"));
            }
        });
        return new InventoryFiles(
                files.name(),
                files.files(),
                true,
                false,
                names,
                InventoryReader.columns(files.name(), names),
                files.taken());
    }

    private InputException firstFault() {
        if (!files.isParquet()) {
            return InventoryReader.firstFault(files)
                    .orElseGet(() -> InventoryReader.fault(files.name(), "a row of the inventory is at fault"));
        }
        InputException[] fault = new InputException[1];
        query(
                files,
                temporary,
                "SELECT row FROM (SELECT *, row_number() OVER () AS row FROM " + rows() + ") WHERE (" + faulty()
                        + ") AND NOT coalesce(is_marker, false) ORDER BY row LIMIT 1",
                rows -> {
                    String row = rows.next() ? " " + rows.getLong("row") : "";
                    fault[0] = InventoryReader.fault(
                            files.name(),
                            "row" + row + " has no size of 0 or more bytes, no time, or no known storage class");
                });
        return fault[0];
    }

    // --- DuckDB

    private interface Rows {
        void take(ResultSet rows) throws SQLException;
    }

    private static void query(InventoryFiles files, Path temporary, String sql, Rows taker) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String setting : List.of(
                    "SET autoinstall_known_extensions = false",
                    "SET autoload_known_extensions = false",
                    MEMORY,
                    "SET temp_directory = " + quoted(temporary.toString()),
                    "SET lock_configuration = true")) {
                statement.execute(setting);
            }
            try (ResultSet rows = statement.executeQuery(sql)) {
                taker.take(rows);
            }
        } catch (SQLException e) {
            Optional<InputException> fault =
                    files.isParquet() || files.names().isEmpty() ? Optional.empty() : InventoryReader.firstFault(files);
            throw fault.orElseGet(() -> new InputException(
                    InventoryReader.CODE, files.name() + ": the inventory cannot be read, or is damaged.", e));
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
