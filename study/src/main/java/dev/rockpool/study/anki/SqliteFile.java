package dev.rockpool.study.anki;

import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.sqlite.Collation;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// One SQLite file: written from nothing, or read without trust. Nothing else of Rockpool touches SQLite, and its
/// native library is loaded when the first of these is made.
final class SqliteFile implements AutoCloseable {
    /// The most bytes of one value or one row that is read.
    static final int LONGEST_VALUE = 64 * 1024 * 1024;

    private static final int LONGEST_SQL = 100_000;
    private static final int MOST_COLUMNS = 100;
    private static final int BATCH = 1_000;

    /// A table whose rows or values would be computed while they are read.
    private static final Pattern COMPUTED =
            Pattern.compile("^\\s*create\\s+virtual|\\bgenerated\\s+always\\b|\\bas\\s*\\(", Pattern.CASE_INSENSITIVE);

    private final String name;
    private final Connection connection;

    private SqliteFile(String name, Connection connection) {
        this.name = name;
        this.connection = connection;
    }

    /// One row that is read.
    interface Row {
        /// The whole number in a column, counted from 1; 0 for what is none.
        long number(int column);

        /// The text in a column, counted from 1; empty for none.
        String text(int column);

        /// The bytes in a column, counted from 1; empty for none.
        byte[] bytes(int column);
    }

    /// Makes a new file, quickly: whoever needs it whole moves it into place when it is closed.
    static SqliteFile create(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            connection.setAutoCommit(false);
            addCollation(connection);
            return new SqliteFile(file.toString(), connection);
        } catch (SQLException e) {
            throw unwritable(file.toString(), e);
        }
    }

    /// Opens the collection of a package to read it: read-only, without extensions, memory maps or functions that its
    /// schema brings, and with bounds on every value.
    ///
    /// @param name how failures name the package
    static SqliteFile read(Path file, String name) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.enableLoadExtension(false);
        config.setPragma(SQLiteConfig.Pragma.LIMIT_LENGTH, Integer.toString(LONGEST_VALUE));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_SQL_LENGTH, Integer.toString(LONGEST_SQL));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_COLUMN, Integer.toString(MOST_COLUMNS));
        config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
        config.setPragma(SQLiteConfig.Pragma.MMAP_SIZE, "0");
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + file);
            SqliteFile read = new SqliteFile(name, connection);
            try {
                addCollation(connection);
                read.distrust();
            } catch (SQLException e) {
                connection.close();
                throw read.unreadable(e);
            } catch (InputException e) {
                connection.close();
                throw e;
            }
            return read;
        } catch (SQLException e) {
            throw damaged(name, e);
        }
    }

    /// Whether there is an ordinary table of that name.
    boolean hasTable(String table) {
        boolean[] found = new boolean[1];
        each("select 1 from sqlite_schema where type = 'table' and name = '" + table + "'", _ -> found[0] = true);
        return found[0];
    }

    /// Hands over each row of a query.
    void each(String sql, Consumer<Row> reader) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            Row row = new ResultRow(rows);
            while (rows.next()) {
                reader.accept(row);
            }
        } catch (SQLException e) {
            throw unreadable(e);
        } catch (Refused e) {
            throw unreadable(e.failure);
        }
    }

    /// Runs statements that answer nothing.
    void execute(String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw unwritable(name, e);
        }
    }

    /// Adds rows to a table.
    ///
    /// @param rows their values: numbers as `Long` or `Integer`, texts, bytes
    void insert(String table, List<List<Object>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        String marks = "?, ".repeat(rows.getFirst().size() - 1) + "?";
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            int waiting = 0;
            for (List<Object> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    insert.setObject(i + 1, row.get(i));
                }
                insert.addBatch();
                waiting++;
                if (waiting == BATCH) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw unwritable(name, e);
        }
    }

    /// Writes everything; to be called before a file that was created is closed.
    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw unwritable(name, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unwritable(name, e);
        }
    }

    private void distrust() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
        }
        Map<String, String> schema = new HashMap<>();
        each("select name, coalesce(sql, ''), type from sqlite_schema where type in ('table', 'view')", row -> {
            if (row.text(3).equals("view") || COMPUTED.matcher(row.text(2)).find()) {
                schema.put(row.text(1), row.text(2));
            }
        });
        if (!schema.isEmpty()) {
            throw new InputException(
                    "anki-package-schema",
                    "The package " + Quote.of(name)
                            + " cannot be imported: its collection computes what it holds ("
                            + Quote.of(schema.keySet().iterator().next()) + "), which Anki's never do.");
        }
        String[] fault = {""};
        each("pragma quick_check(1)", row -> fault[0] = row.text(1));
        if (!fault[0].equals("ok")) {
            throw damaged(name, null);
        }
    }

    /// The order that Anki's schema names: by letter, whatever their case.
    private static void addCollation(Connection connection) throws SQLException {
        Collation.create(connection, "unicase", new Collation() {
            @Override
            protected int xCompare(String one, String other) {
                return one.compareToIgnoreCase(other);
            }
        });
    }

    private InputException unreadable(SQLException failure) {
        if (failure instanceof SQLiteException sqlite && sqlite.getResultCode() == SQLiteErrorCode.SQLITE_TOOBIG) {
            return new InputException(
                    "anki-package-large",
                    "The package " + Quote.of(name) + " cannot be imported: a field of its collection has more than "
                            + LONGEST_VALUE / 1024 / 1024 + " MiB.",
                    failure);
        }
        return damaged(name, failure);
    }

    static InputException damaged(String name, @org.jspecify.annotations.Nullable Throwable cause) {
        return new InputException(
                "anki-package-damaged",
                "The package " + Quote.of(name) + " cannot be imported: it is damaged or incomplete; export it again.",
                cause);
    }

    private static EnvironmentException unwritable(String name, SQLException cause) {
        return new EnvironmentException(
                "anki-unwritable",
                "The package cannot be written at " + Quote.of(name) + ": check the folder's rights and the disk.",
                cause);
    }

    /// Carries a failure out of a row's reader.
    private static final class Refused extends RuntimeException {
        private final SQLException failure;

        Refused(SQLException failure) {
            super(failure);
            this.failure = failure;
        }
    }

    private record ResultRow(ResultSet row) implements Row {
        @Override
        public long number(int column) {
            try {
                return row.getLong(column);
            } catch (SQLException e) {
                throw new Refused(e);
            }
        }

        @Override
        public String text(int column) {
            try {
                String text = row.getString(column);
                return text == null ? "" : text;
            } catch (SQLException e) {
                throw new Refused(e);
            }
        }

        @Override
        public byte[] bytes(int column) {
            try {
                byte[] bytes = row.getBytes(column);
                return bytes == null ? new byte[0] : bytes;
            } catch (SQLException e) {
                throw new Refused(e);
            }
        }
    }
}
