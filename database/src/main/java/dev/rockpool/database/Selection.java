package dev.rockpool.database;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The answer to a question in SQL, read row by row. For one thread, but [#cancel] may come from any.
public final class Selection implements AutoCloseable {
    private final ReadOnlySql asked;
    private final String sql;
    private final Connection connection;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final List<Column> columns;

    /// A column of an answer.
    ///
    /// @param name as the question calls it; what it leaves unquoted, which H2 writes in capitals, in small letters
    /// @param kind what its values are
    public record Column(String name, Kind kind) {}

    /// What the values of a column are, and by which Java type they come.
    public enum Kind {
        /// [Long] or [BigDecimal] where exact, [Double] where not.
        NUMBER,
        /// [LocalDate].
        DATE,
        /// [OffsetDateTime].
        TIME,
        /// [Boolean].
        TRUTH,
        /// [String], also for everything else.
        TEXT
    }

    Selection(ReadOnlySql asked, String sql, Connection connection, PreparedStatement statement, ResultSet rows)
            throws SQLException {
        this.asked = asked;
        this.sql = sql;
        this.connection = connection;
        this.statement = statement;
        this.rows = rows;
        this.columns = columns(rows.getMetaData());
    }

    /// The columns, left to right.
    public List<Column> columns() {
        return columns;
    }

    /// The next row, a value a column, empty where there is none; empty after the last row.
    ///
    /// @throws dev.rockpool.kernel.InputException when it goes wrong at this row, as with a division by zero
    public Optional<List<Optional<Object>>> next() {
        try {
            if (!rows.next()) {
                return Optional.empty();
            }
            List<Optional<Object>> row = new ArrayList<>(columns.size());
            for (int at = 0; at < columns.size(); at++) {
                row.add(value(at));
            }
            return Optional.of(row);
        } catch (SQLException failure) {
            throw asked.refused(sql, failure);
        }
    }

    /// Ends the question, wherever it is; whoever waits for a row is told.
    public void cancel() {
        ReadOnlySql.end(statement);
    }

    @Override
    public void close() {
        closeQuietly(connection);
    }

    /// A connection that only read has nothing to lose.
    static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // it holds nothing
        }
    }

    private Optional<Object> value(int at) throws SQLException {
        int column = at + 1;
        return switch (columns.get(at).kind()) {
            case NUMBER -> number(column);
            case DATE -> Optional.ofNullable(rows.getObject(column, LocalDate.class));
            case TIME -> Optional.ofNullable(rows.getObject(column, OffsetDateTime.class));
            case TRUTH -> {
                boolean value = rows.getBoolean(column);
                yield rows.wasNull() ? Optional.empty() : Optional.of(value);
            }
            case TEXT -> Optional.ofNullable(rows.getString(column));
        };
    }

    private Optional<Object> number(int column) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (value) {
                    case BigDecimal exact -> exact;
                    case Double inexact -> inexact;
                    case Float inexact -> inexact.doubleValue();
                    case Number whole -> whole.longValue();
                    default -> new BigDecimal(value.toString());
                });
    }

    private static List<Column> columns(ResultSetMetaData data) throws SQLException {
        List<Column> found = new ArrayList<>();
        for (int column = 1; column <= data.getColumnCount(); column++) {
            String label = data.getColumnLabel(column);
            boolean unquoted = label.equals(label.toUpperCase(Locale.ROOT));
            found.add(new Column(unquoted ? label.toLowerCase(Locale.ROOT) : label, kind(data.getColumnType(column))));
        }
        return List.copyOf(found);
    }

    private static Kind kind(int type) {
        return switch (type) {
            case Types.TINYINT,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.BIGINT,
                    Types.NUMERIC,
                    Types.DECIMAL,
                    Types.REAL,
                    Types.FLOAT,
                    Types.DOUBLE -> Kind.NUMBER;
            case Types.DATE -> Kind.DATE;
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.TIME;
            case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
            default -> Kind.TEXT;
        };
    }
}
