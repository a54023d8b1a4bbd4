package dev.rockpool.database;

import dev.rockpool.kernel.EnvironmentException;
import java.nio.file.Path;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Puts the rows of one database in the place of those of another, table by table. Both stand at the same migration.
final class Replacement {
    private static final int BATCH = 1_000;

    private final Database target;
    private final Database source;

    Replacement(Database target, Database source) {
        this.target = target;
        this.source = source;
    }

    /// One column of a table.
    private record Column(String name, boolean identity) {}

    void run() throws SQLException {
        Map<String, List<Column>> tables = target.read(handle -> tables(handle.getConnection()));
        Map<String, List<Column>> others = source.read(handle -> tables(handle.getConnection()));
        if (!tables.equals(others)) {
            throw differs(source.file());
        }
        // Outside of the transaction, for it ends one; numbers that are skipped harm nothing.
        source.read(from -> {
            target.read(to -> {
                moveIdentitiesOn(from.getConnection(), to.getConnection(), tables);
                return true;
            });
            return true;
        });
        source.read(from -> target.write(to -> {
            copy(from, to, tables);
            return true;
        }));
    }

    private static Map<String, List<Column>> tables(Connection connection) throws SQLException {
        Map<String, List<Column>> tables = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select c.table_name, c.column_name, c.is_identity from information_schema.columns c"
                                + " join information_schema.tables t on t.table_schema = c.table_schema"
                                + " and t.table_name = c.table_name where c.table_schema = 'PUBLIC'"
                                + " and t.table_type = 'BASE TABLE' and lower(c.table_name) <> 'flyway_schema_history'"
                                + " and c.is_generated = 'NEVER' order by c.table_name, c.ordinal_position")) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString(1), _ -> new ArrayList<>())
                        .add(new Column(rows.getString(2), rows.getString(3).equals("YES")));
            }
        }
        return tables;
    }

    private static void moveIdentitiesOn(Connection from, Connection to, Map<String, List<Column>> tables)
            throws SQLException {
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            for (Column column : table.getValue()) {
                if (column.identity()) {
                    long next =
                            1 + Math.max(highest(from, table.getKey(), column), highest(to, table.getKey(), column));
                    try (Statement statement = to.createStatement()) {
                        statement.execute("alter table " + quoted(table.getKey()) + " alter column "
                                + quoted(column.name()) + " restart with " + next);
                    }
                }
            }
        }
    }

    private static long highest(Connection connection, String table, Column column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select coalesce(max(" + quoted(column.name()) + "), 0) from " + quoted(table))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void copy(Handle from, Handle to, Map<String, List<Column>> tables) throws SQLException {
        for (Map.Entry<String, List<Column>> table : tables.entrySet()) {
            String names = String.join(
                    ", ",
                    table.getValue().stream()
                            .map(column -> quoted(column.name()))
                            .toList());
            String marks =
                    String.join(", ", table.getValue().stream().map(_ -> "?").toList());
            boolean identity = table.getValue().stream().anyMatch(Column::identity);
            try (Statement delete = to.getConnection().createStatement()) {
                delete.execute("delete from " + quoted(table.getKey()));
            }
            try (Statement select = from.getConnection().createStatement();
                    ResultSet rows = select.executeQuery("select " + names + " from " + quoted(table.getKey()));
                    PreparedStatement insert = to.getConnection()
                            .prepareStatement("insert into " + quoted(table.getKey()) + " (" + names + ")"
                                    + (identity ? " overriding system value" : "") + " values (" + marks + ")")) {
                int waiting = 0;
                while (rows.next()) {
                    for (int i = 1; i <= table.getValue().size(); i++) {
                        insert.setObject(i, value(rows, i));
                    }
                    insert.addBatch();
                    waiting++;
                    if (waiting == BATCH) {
                        insert.executeBatch();
                        waiting = 0;
                    }
                }
                if (waiting > 0) {
                    insert.executeBatch();
                }
            }
        }
    }

    /// Long texts are read here: a text of one database cannot be handed to another.
    private static @Nullable Object value(ResultSet rows, int column) throws SQLException {
        Object value = rows.getObject(column);
        return value instanceof Clob text ? text.getSubString(1, Math.toIntExact(text.length())) : value;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static EnvironmentException differs(Path file) {
        return Failure.newer(file, "other tables");
    }
}
