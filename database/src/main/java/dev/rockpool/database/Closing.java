package dev.rockpool.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Closes the file of a connection, and writes it anew before when most of it is garbage: while it is open H2 frees no
/// space, and closing by itself gives it only a fifth of a second to do so.
final class Closing {
    /// A smaller file is left to H2.
    private static final long SMALL_BYTES = 64L << 20;

    private static final int LEAST_LIVE_PERCENT = 50;

    private Closing() {}

    static void close(Connection connection) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(isMostlyGarbage(statement) ? "shutdown compact" : "shutdown");
        }
    }

    /// The settings are H2's own figures: `FILL_RATE` is the percentage of the file that chunks take,
    /// `CHUNKS_FILL_RATE` the percentage of the chunks that is alive.
    private static boolean isMostlyGarbage(Statement statement) throws SQLException {
        return setting(statement, "info.FILE_SIZE") > SMALL_BYTES
                && setting(statement, "info.FILL_RATE") * setting(statement, "info.CHUNKS_FILL_RATE")
                        < LEAST_LIVE_PERCENT * 100L;
    }

    private static long setting(Statement statement, String name) throws SQLException {
        try (ResultSet value = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = '" + name + "'")) {
            return value.next() ? Long.parseLong(value.getString(1)) : 0;
        }
    }
}
