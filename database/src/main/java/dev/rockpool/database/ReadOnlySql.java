package dev.rockpool.database;

import dev.rockpool.kernel.InputException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcException;

/// Answers questions that people ask of the open file in SQL, and changes nothing whatever they write.
///
/// That nothing is changed is not left to reading their SQL: it runs as a user of the database who may select and
/// nothing else, so H2 itself refuses every other statement, the functions that read or write files, and those that
/// end other sessions (H2 *Commands*, GRANT; *Functions*, FILE_READ, CSVREAD and LINK_SCHEMA want an administrator).
public final class ReadOnlySql {
    /// Nobody writes a longer question by hand.
    private static final int LONGEST = 100_000;

    /// H2 may list every word that it could have read instead.
    private static final int LONGEST_REASON = 200;

    /// A millisecond.
    private static final long BETWEEN_CALLS = 1_000_000;

    private static final String MARK = "[*]";
    private static final Pattern NAMED = Pattern.compile("\"([^\"]+)\" not found");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Database database;

    public ReadOnlySql(Database database) {
        this.database = database;
    }

    /// Asks one question. Rows come one by one, so an answer of any length can be read.
    ///
    /// @param sql one SELECT (or VALUES, WITH, EXPLAIN, SHOW) in H2's dialect
    /// @return the answer, to be closed
    /// @throws InputException when it is no SQL (`sql-wrong`), names what there is not (`sql-wrong`), would change
    ///     something (`sql-changes`), or is too long (`sql-long`)
    /// @throws CancellationException when it was cancelled while it ran
    public Selection select(String sql) {
        return select(sql, _ -> {});
    }

    /// Asks one question that somebody may want to end, as [#select(String)] does.
    ///
    /// @param running is given what ends the question, before it runs: for any thread, harmless once it is over
    public Selection select(String sql, Consumer<Runnable> running) {
        if (sql.length() > LONGEST) {
            throw new InputException(
                    "sql-long", "The SQL has " + sql.length() + " characters; at most " + LONGEST + " are read.");
        }
        if (sql.isBlank()) {
            throw new InputException("sql-wrong", "The SQL is empty: write a SELECT.");
        }
        Connection connection;
        try {
            connection = database.reader();
        } catch (SQLException failure) {
            throw Failure.of(database.file(), failure);
        }
        try {
            PreparedStatement statement = connection.prepareStatement(sql);
            Start start = new Start(session(connection), statement);
            running.accept(start::end);
            try {
                ResultSet rows = statement.executeQuery();
                return new Selection(this, sql, connection, statement, rows);
            } finally {
                start.over = true;
            }
        } catch (SQLException failure) {
            Selection.closeQuietly(connection);
            throw refused(sql, failure);
        }
    }

    /// A question up to its first row.
    ///
    /// H2 forgets a statement as soon as it was told to end it, even if that came before it ran, and then it
    /// runs on. So its session is told too, and again until the statement has answered.
    private final class Start {
        private final int session;
        private final PreparedStatement statement;
        private volatile boolean over;

        Start(int session, PreparedStatement statement) {
            this.session = session;
            this.statement = statement;
        }

        void end() {
            ReadOnlySql.end(statement);
            Thread.startVirtualThread(() -> {
                while (!over) {
                    database.read(handle -> handle.select("select cancel_session(?)", session)
                            .mapTo(Boolean.class)
                            .one());
                    LockSupport.parkNanos(BETWEEN_CALLS);
                }
            });
        }
    }

    private static int session(Connection connection) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement("select session_id()");
                ResultSet row = asked.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /// Ends what runs; a question that is over has nothing to end.
    static void end(PreparedStatement statement) {
        try {
            statement.cancel();
        } catch (SQLException _) {
            // it is over
        }
    }

    /// What a failure of H2 means to the one who asked.
    RuntimeException refused(String sql, SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.STATEMENT_WAS_CANCELED -> {
                CancellationException cancelled = new CancellationException("the question was cancelled");
                cancelled.initCause(failure);
                yield cancelled;
            }
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1,
                    ErrorCode.ADMIN_RIGHTS_REQUIRED,
                    ErrorCode.METHOD_ONLY_ALLOWED_FOR_QUERY ->
                new InputException(
                        "sql-changes",
                        "Only questions are answered (SELECT), and this is none or reads what is not yours to read;"
                                + " nothing was changed.",
                        failure);
            default ->
                isOurs(failure)
                        ? Failure.of(database.file(), failure)
                        : new InputException("sql-wrong", place(sql, failure) + reason(failure) + ".", failure);
        };
    }

    /// Whether the machine or the file is at fault.
    private static boolean isOurs(SQLException failure) {
        return switch (failure.getErrorCode()) {
            case ErrorCode.IO_EXCEPTION_1,
                    ErrorCode.IO_EXCEPTION_2,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.OUT_OF_MEMORY,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.GENERAL_ERROR_1 -> true;
            default -> false;
        };
    }

    private static String reason(SQLException failure) {
        String message = failure instanceof JdbcException h2 ? h2.getOriginalMessage() : failure.getMessage();
        if (message == null) {
            return "it cannot be read";
        }
        String expected = "";
        int quoted = message.indexOf("in SQL statement \"");
        if (quoted >= 0) {
            int end = message.indexOf("\"; expected ", quoted);
            expected = end < 0 ? "" : "; expected " + message.substring(end + "\"; expected ".length());
            message = "this is no SQL";
        }
        String oneLine = SPACE.matcher(message + expected).replaceAll(" ").strip();
        String first = oneLine.substring(0, 1).toLowerCase(Locale.ROOT) + oneLine.substring(1);
        return first.length() > LONGEST_REASON
                ? first.substring(0, LONGEST_REASON) + "…"
                : first.replaceAll("[.;]$", "");
    }

    /// Where in the question the fault is, as `line 2, column 8: `; nothing where H2 does not tell.
    private static String place(String sql, SQLException failure) {
        String message = failure instanceof JdbcException h2 ? h2.getOriginalMessage() : "";
        int at = message.indexOf(MARK);
        int begin = message.indexOf('"');
        if (at >= 0 && begin >= 0) {
            return place(sql, Math.min(at - begin - 1, sql.length()));
        }
        Matcher named = NAMED.matcher(message);
        if (named.find()) {
            String name = named.group(1).substring(named.group(1).lastIndexOf('.') + 1);
            int found = sql.toLowerCase(Locale.ROOT).indexOf(name.toLowerCase(Locale.ROOT));
            return found < 0 ? "" : place(sql, found);
        }
        return "";
    }

    private static String place(String sql, int offset) {
        String before = sql.substring(0, Math.max(offset, 0));
        int line = Math.toIntExact(before.lines().count()) + (before.endsWith("\n") || before.isEmpty() ? 1 : 0);
        int column = offset - (before.lastIndexOf('\n') + 1) + 1;
        return "line " + line + ", column " + column + ": ";
    }
}
