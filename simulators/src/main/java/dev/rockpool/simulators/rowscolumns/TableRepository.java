package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The same table in H2 and in DuckDB, in a temporary folder that is removed again.
///
/// Honest caches: H2 does not reuse results (`OPTIMIZE_REUSE_RESULTS=0`), both are opened anew after loading, each
/// operation is warmed up, both make a change durable before they acknowledge it (H2 with `WRITE_DELAY=0`), one thread
/// each. H2 finds a row by its primary key, if it has one, DuckDB by the least and greatest key of its row groups,
/// which help if the rows lie in order. DuckDB neither installs nor loads extensions. Each round has files of its own;
/// what was measured is kept.
final class TableRepository {
    static final int COLUMNS = 20;
    private static final int WARM = 10;
    private static final int POINTS = 21;
    private static final int UPDATES = 11;
    private static final int SUMS = 5;
    /// A large step that meets rows all over the table, the same ones in both.
    private static final int STEP = 7_919;

    private static final String CODE = "lab-files";
    private static final Map<List<Object>, Measured.Round> KNOWN = new ConcurrentHashMap<>();

    private TableRepository() {}

    private enum Database {
        H2(
                "jdbc:h2:file:%s/rows;OPTIMIZE_REUSE_RESULTS=0;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
                "x", "SYSTEM_RANGE(1, %d)", "rows.mv.db"),
        DUCKDB("jdbc:duckdb:%s/columns.duckdb", "range", "range(1, %d + 1)", "columns.duckdb");

        private final String address;
        private final String value;
        private final String range;
        private final String file;

        Database(String address, String value, String range, String file) {
            this.address = address;
            this.value = value;
            this.range = range;
            this.file = file;
        }

        String create(boolean hasIndex) {
            String columns = IntStream.range(1, COLUMNS)
                    .mapToObj(column -> "c" + column + " BIGINT NOT NULL")
                    .collect(Collectors.joining(", "));
            return "CREATE TABLE t (id BIGINT NOT NULL" + (this == H2 && hasIndex ? " PRIMARY KEY, " : ", ") + columns
                    + ")";
        }

        /// Rows out of order lie by a number that jumps about.
        String load(int rows, boolean isOrdered) {
            String columns = IntStream.range(1, COLUMNS)
                    .mapToObj(column -> "(" + value + " * " + (column * 2 + 1) + ") % 1000003")
                    .collect(Collectors.joining(", "));
            return "INSERT INTO t SELECT " + value + ", " + columns + " FROM " + range.formatted(rows)
                    + (isOrdered ? "" : " ORDER BY (" + value + " * " + STEP + ") % 1000003");
        }
    }

    private static Connection open(Database database, Path folder) throws SQLException {
        Connection connection = DriverManager.getConnection(database.address.formatted(folder));
        if (database == Database.DUCKDB) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                statement.execute("SET threads = 1");
            }
        }
        return connection;
    }

    /// Measures the table of `scenario` once.
    ///
    /// @param round its number, from 0 on
    /// @param nanos a clock for durations
    static Measured.Round round(RowsColumnsScenario scenario, int round, LongSupplier nanos) {
        List<Object> key = List.of(scenario.measuredRows(), scenario.hasIndex(), scenario.isOrdered(), round);
        return KNOWN.computeIfAbsent(key, _ -> {
            Path folder = null;
            try {
                folder = Files.createTempDirectory("rockpool-tables-");
                return new Measured.Round(
                        measure(Database.H2, folder, scenario, nanos),
                        measure(Database.DUCKDB, folder, scenario, nanos));
            } catch (IOException | SQLException e) {
                throw new EnvironmentException(CODE, "The tables cannot be measured: " + e.getMessage(), e);
            } finally {
                remove(folder);
            }
        });
    }

    private static Timings measure(Database database, Path folder, RowsColumnsScenario scenario, LongSupplier nanos)
            throws SQLException, IOException {
        int rows = scenario.measuredRows();
        long load;
        try (Connection connection = open(database, folder);
                Statement statement = connection.createStatement()) {
            statement.execute(database.create(scenario.hasIndex()));
            long begun = nanos.getAsLong();
            statement.execute(database.load(rows, scenario.isOrdered()));
            statement.execute("CHECKPOINT");
            load = nanos.getAsLong() - begun;
        }
        long read;
        long update;
        long aggregate;
        try (Connection connection = open(database, folder)) {
            read = reads(connection, rows, nanos);
            aggregate = sums(connection, nanos);
            update = updates(connection, rows, nanos);
        }
        return new Timings(load, read, update, aggregate, Files.size(folder.resolve(database.file)));
    }

    private static long reads(Connection connection, int rows, LongSupplier nanos) throws SQLException {
        long[] took = new long[POINTS];
        try (PreparedStatement select = connection.prepareStatement("SELECT * FROM t WHERE id = ?")) {
            for (int at = -WARM; at < POINTS; at++) {
                long begun = nanos.getAsLong();
                select.setLong(1, key(at, rows));
                try (ResultSet found = select.executeQuery()) {
                    if (!found.next()) {
                        throw new SQLException("row " + key(at, rows) + " is missing");
                    }
                }
                took[Math.max(0, at)] = nanos.getAsLong() - begun;
            }
        }
        return median(took);
    }

    private static long updates(Connection connection, int rows, LongSupplier nanos) throws SQLException {
        long[] took = new long[UPDATES];
        try (PreparedStatement update = connection.prepareStatement("UPDATE t SET c7 = c7 + 1 WHERE id = ?")) {
            for (int at = -2; at < UPDATES; at++) {
                long begun = nanos.getAsLong();
                update.setLong(1, key(at, rows));
                update.executeUpdate();
                took[Math.max(0, at)] = nanos.getAsLong() - begun;
            }
        }
        return median(took);
    }

    private static long sums(Connection connection, LongSupplier nanos) throws SQLException {
        long[] took = new long[SUMS];
        try (PreparedStatement sum = connection.prepareStatement("SELECT sum(c7) FROM t")) {
            for (int at = -2; at < SUMS; at++) {
                long begun = nanos.getAsLong();
                try (ResultSet found = sum.executeQuery()) {
                    found.next();
                }
                took[Math.max(0, at)] = nanos.getAsLong() - begun;
            }
        }
        return median(took);
    }

    private static long key(int at, int rows) {
        return 1 + Math.floorMod((long) (at + WARM) * STEP, (long) rows);
    }

    private static long median(long[] took) {
        return LongStream.of(took).sorted().skip(took.length / 2).findFirst().orElse(0);
    }

    private static void remove(@Nullable Path root) {
        if (root == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
