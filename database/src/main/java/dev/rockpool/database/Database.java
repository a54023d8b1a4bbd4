package dev.rockpool.database;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.SetObjectArgumentFactory;

/// The embedded H2 file of one data directory, open. Safe for use by several threads.
public final class Database implements AutoCloseable {
    /// The file's name without H2's ending `.mv.db`.
    static final String NAME = "rockpool";

    private static final String FILE = NAME + ".mv.db";

    /// `WRITE_DELAY=0`: a commit is written before it is acknowledged. `RETENTION_TIME`, the most there is (25 days):
    /// only closing frees space; when H2 writes over a freed chunk and dies at it, recovery can go back behind
    /// commits that are whole. `DB_CLOSE_ON_EXIT=FALSE`: closing is ours, after the last act; a process that dies
    /// instead loses nothing, because every commit is on disk.
    static final String SETTINGS = ";WRITE_DELAY=0;RETENTION_TIME=2147483647;DB_CLOSE_ON_EXIT=FALSE"
            + ";TRACE_LEVEL_FILE=0;QUERY_CACHE_SIZE=64";

    /// Begins a setting in the address of an H2 file, so that no path can hold it.
    private static final String SETTING_SEPARATOR = ";";

    /// The name and the password of the user who may only select; the password keeps nobody out, its rights do.
    private static final String READER = "reader";

    private static final int MOST_CONNECTIONS = 8;

    private final Path file;
    private final Connection anchor;
    private final JdbcConnectionPool pool;
    private final Jdbi jdbi;

    /// @param anchor keeps the file open, and locked, while the pool has no connection
    private Database(Path file, Connection anchor, JdbcConnectionPool pool) {
        this.file = file;
        this.anchor = anchor;
        this.pool = pool;
        // H2 takes these as they are; as java.sql.Timestamp an hour that comes twice would lose which one it is.
        this.jdbi = Jdbi.create(pool)
                .registerArgument(SetObjectArgumentFactory.forClasses(
                        Map.of(LocalDate.class, Types.DATE, OffsetDateTime.class, Types.TIMESTAMP_WITH_TIMEZONE)));
    }

    /// Opens the database of a folder, creating and migrating it as needed.
    ///
    /// @throws EnvironmentException when another process holds it (`database-in-use`), the folder or file cannot be
    ///     written (`database-unwritable`), the disk is full (`database-disk-full`), the file is not an intact
    ///     database (`database-damaged`), a newer Rockpool wrote it (`database-newer`), or its path cannot be used
    ///     (`database-path`)
    public static Database open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = absolute.resolve(FILE);
        if (absolute.toString().contains(SETTING_SEPARATOR)) {
            throw Failure.unusable(absolute, SETTING_SEPARATOR);
        }
        try {
            Files.createDirectories(absolute);
        } catch (IOException e) {
            throw Failure.unwritable(absolute, e);
        }
        if (Files.exists(file) ? !Files.isWritable(file) || !Files.isRegularFile(file) : !Files.isWritable(absolute)) {
            throw Failure.unwritable(Files.exists(file) ? file : absolute, null);
        }
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + absolute.resolve(NAME) + SETTINGS);
        source.setUser("rockpool");
        source.setPassword("");
        Connection anchor;
        try {
            anchor = source.getConnection();
        } catch (SQLException e) {
            throw Failure.of(file, e);
        }
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        Database database = new Database(file, anchor, pool);
        try {
            new Migrations(pool, file).apply();
        } catch (FlywayException | SQLException e) {
            database.close();
            throw Failure.of(file, e);
        } catch (EnvironmentException e) {
            database.close();
            throw e;
        }
        return database;
    }

    /// The file that holds everything.
    public Path file() {
        return file;
    }

    /// Runs `work` in one transaction: on disk when this returns, or not done at all.
    ///
    /// @throws EnvironmentException when the machine refuses; see [#open]
    public <R, X extends Exception> R write(HandleCallback<R, X> work) throws X {
        try {
            return jdbi.inTransaction(work);
        } catch (JdbiException e) {
            throw Failure.of(file, e);
        }
    }

    /// Runs `work`, which only reads.
    ///
    /// @throws EnvironmentException when the machine refuses; see [#open]
    public <R, X extends Exception> R read(HandleCallback<R, X> work) throws X {
        try {
            return jdbi.withHandle(work);
        } catch (JdbiException e) {
            throw Failure.of(file, e);
        }
    }

    /// A connection of its own for the user who may only select (migration V30). The file is open, so it needs no
    /// settings; rows are computed as they are read.
    Connection reader() throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:" + file.resolveSibling(NAME) + ";IFEXISTS=TRUE;LAZY_QUERY_EXECUTION=TRUE");
        source.setUser(READER);
        source.setPassword(READER);
        return source.getConnection();
    }

    /// Copies the open database, as of the last transaction, into a zip file of `folder`, and keeps the newest
    /// [Backups#KEPT] there. The copy takes its name only when it is complete.
    ///
    /// @param now names the file
    /// @return the file
    public Path backUp(Path folder, Instant now) {
        return new Backups(this, folder).take(now);
    }

    /// Puts everything that another database holds in the place of what this one holds, in one transaction.
    ///
    /// @param other an open database, such as one that was restored beside this; it is only read
    /// @throws EnvironmentException when the machine refuses; nothing is then changed
    public void replaceBy(Database other) {
        try {
            new Replacement(this, other).run();
        } catch (SQLException e) {
            throw Failure.of(file, e);
        }
    }

    /// Closes the file and lets go of its lock. Closing twice does nothing. Takes seconds after much was written,
    /// because the file is then written anew without its garbage.
    @Override
    public void close() {
        pool.dispose();
        try {
            Closing.close(anchor);
        } catch (SQLException e) {
            throw Failure.of(file, e);
        }
    }
}
