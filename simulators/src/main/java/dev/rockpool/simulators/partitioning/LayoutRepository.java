package dev.rockpool.simulators.partitioning;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Real files in a layout, and DuckDB that queries them.
///
/// A replica of the table: six users, ten days, three events each, a CSV file a partition or up to three, in a
/// temporary folder that is removed again. DuckDB prunes by the names of the folders and says how many files it read;
/// extensions are neither installed nor loaded. A layout and a query are counted once.
public final class LayoutRepository {
    static final int USERS = 6;
    static final int DAYS = 10;
    static final int QUERY_DAYS = 2;
    static final int EVENTS = 3;
    static final LocalDate FIRST = LocalDate.of(2026, 1, 26);
    private static final int USER = 3;
    private static final Pattern READ = Pattern.compile("Total Files Read: (\\d+)");
    private static final String CODE = "lab-files";
    private static final Map<List<Object>, Counted> KNOWN = new ConcurrentHashMap<>();

    private LayoutRepository() {}

    /// What DuckDB counted.
    ///
    /// @param files that it read
    /// @param events that the query found in them
    public record Counted(long files, long events) {}

    /// Counts the layout and the query of `scenario`, on the replica.
    static Counted count(PartitioningScenario scenario) {
        int files = replica(scenario).filesPerPartition();
        return KNOWN.computeIfAbsent(
                List.of(scenario.keyParts(), scenario.asked(), files),
                _ -> count(scenario.keyParts(), scenario.asked(), files));
    }

    /// The replica as a scenario, for the formula.
    static PartitioningScenario replica(PartitioningScenario scenario) {
        return scenario.withTable(USERS, DAYS, EVENTS, scenario.eventBytes())
                .withFilesPerPartition(Math.min(scenario.filesPerPartition(), EVENTS))
                .withQuery(scenario.asked(), QUERY_DAYS);
    }

    private static Counted count(List<KeyPart> parts, Asked asked, int files) {
        Path root = null;
        try {
            root = Files.createTempDirectory("rockpool-layout-");
            write(root, parts, files);
            return query(root, parts, asked);
        } catch (IOException e) {
            throw new EnvironmentException(CODE, "The files of the layout cannot be written: " + e.getMessage(), e);
        } catch (SQLException e) {
            throw new EnvironmentException(CODE, "The files of the layout cannot be counted: " + e.getMessage(), e);
        } finally {
            remove(root);
        }
    }

    private static void write(Path root, List<KeyPart> parts, int perPartition) throws IOException {
        List<KeyPart> inFile = Stream.of(KeyPart.values())
                .filter(part -> !parts.contains(part))
                .toList();
        String header = Stream.concat(Stream.of("event"), inFile.stream().map(KeyPart::word))
                .collect(Collectors.joining(",", "", "\n"));
        Map<Path, StringBuilder> files = new LinkedHashMap<>();
        for (LocalDate day : FIRST.datesUntil(FIRST.plusDays(DAYS)).toList()) {
            for (int user = 1; user <= USERS; user++) {
                Path folder = root;
                for (KeyPart part : parts) {
                    folder = folder.resolve(part.word() + "=" + value(part, day, user));
                }
                for (int event = 1; event <= EVENTS; event++) {
                    Path file = folder.resolve("part-" + event % perPartition + ".csv");
                    StringBuilder rows = files.computeIfAbsent(file, _ -> new StringBuilder(header));
                    rows.append(event);
                    for (KeyPart part : inFile) {
                        rows.append(',').append(value(part, day, user));
                    }
                    rows.append('\n');
                }
            }
        }
        for (Map.Entry<Path, StringBuilder> file : files.entrySet()) {
            Files.createDirectories(file.getKey().resolveSibling(""));
            Files.writeString(file.getKey(), file.getValue());
        }
    }

    private static int value(KeyPart part, LocalDate day, int user) {
        return part == KeyPart.USER ? user : part.of(day);
    }

    private static Counted query(Path root, List<KeyPart> parts, Asked asked) throws SQLException {
        List<KeyPart> inFile = Stream.of(KeyPart.values())
                .filter(part -> !parts.contains(part))
                .toList();
        String columns = Stream.concat(Stream.of("event"), inFile.stream().map(KeyPart::word))
                .map(name -> "'" + name + "': 'BIGINT'")
                .collect(Collectors.joining(", ", "{", "}"));
        String types = parts.stream()
                .map(part -> "'" + part.word() + "': 'BIGINT'")
                .collect(Collectors.joining(", ", ", hive_types = {", "}"));
        String table = "read_csv('" + root.toString().replace("'", "''") + (parts.isEmpty() ? "/*.csv" : "/**/*.csv")
                + "', header = true, auto_detect = false, columns = " + columns + ", hive_partitioning = "
                + !parts.isEmpty() + (parts.isEmpty() ? "" : types) + ")";
        String counted = "SELECT count(*) FROM " + table + where(asked);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET autoinstall_known_extensions = false");
            statement.execute("SET autoload_known_extensions = false");
            statement.execute("SET threads = 1");
            return new Counted(files(statement, counted), events(statement, counted));
        }
    }

    private static String where(Asked asked) {
        List<String> terms = new ArrayList<>();
        if (asked == Asked.DAYS || asked == Asked.USER_DAYS) {
            LocalDate last = FIRST.plusDays(DAYS - 1L);
            terms.add("\"year\" = " + last.getYear());
            terms.add("\"month\" = " + last.getMonthValue());
            terms.add("\"day\" IN (" + (last.getDayOfMonth() - 1) + ", " + last.getDayOfMonth() + ")");
        }
        if (asked == Asked.USER || asked == Asked.USER_DAYS) {
            terms.add("\"user\" = " + USER);
        }
        return terms.isEmpty() ? "" : terms.stream().collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    private static long files(Statement statement, String counted) throws SQLException {
        StringBuilder profile = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("EXPLAIN ANALYZE " + counted)) {
            while (rows.next()) {
                profile.append(rows.getString(2));
            }
        }
        Matcher read = READ.matcher(profile);
        if (!read.find()) {
            throw new SQLException("the profile names no files");
        }
        return Long.parseLong(read.group(1));
    }

    private static long events(Statement statement, String counted) throws SQLException {
        try (ResultSet rows = statement.executeQuery(counted)) {
            rows.next();
            return rows.getLong(1);
        }
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
