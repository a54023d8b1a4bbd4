package dev.rockpool.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.Seed;
import dev.rockpool.trials.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stops the disk between any two writes of H2, and within one, in sessions that end by a crash or are closed, and
/// opens what is left: every acknowledged transaction is there. H2 and our settings of it are tested together here,
/// because a release of H2 once failed this (see `docs/decisions`).
class CrashPointsTest {
    private static final long SEED = 20_261_126L;
    private static final int SESSIONS = 8;
    private static final int SESSIONS_OF_CAMPAIGN = 120;

    /// One change in so many is tried as the last.
    private static final int TRIED = 16;

    private static final int TRIED_IN_CAMPAIGN = 3;
    private static final int PAGE = 4_096;

    /// The rows that a transaction of the session changes besides the one it inserts.
    private static final int CARDS = 40;

    @TempDir
    Path folder;

    @BeforeAll
    static void registerDisk() {
        RecordedDisk.register();
        RecordedDisk.clear();
    }

    @Test
    void whatWasAcknowledgedIsThereWhereverTheDiskStops() throws SQLException, IOException {
        boolean full = Campaign.isWhole();
        RandomGenerator random = new Seed(SEED).derive("crash points");
        Path file = folder.resolve("log.mv.db");
        byte[] left = new byte[0];
        int tried = 0;
        for (int session = 0; session < (full ? SESSIONS_OF_CAMPAIGN : SESSIONS); session++) {
            List<RecordedDisk.Change> changes = session(random, random.nextInt(3) == 0);
            for (RecordedDisk.Change change : changes) {
                if (random.nextInt(full ? TRIED_IN_CAMPAIGN : TRIED) == 0) {
                    for (int length : lengths(change)) {
                        tried++;
                        assertThat(rows(change.apply(left, length)))
                                .as("seed %d, session %d, try %d, %d bytes", SEED, session, tried, length)
                                .isGreaterThanOrEqualTo(change.acknowledged());
                    }
                }
                left = change.apply(left, change.length());
            }
            Files.write(file, left);
        }
        assertThat(tried).isGreaterThan(SESSIONS);
        Campaign.tell(
                "a disk that stops between or within writes of the H2 file",
                "%,d places; what was acknowledged is there after each".formatted(tried));
    }

    /// How much of a change is on disk when the process dies: nothing, or whole pages of it.
    private static Set<Integer> lengths(RecordedDisk.Change change) {
        Set<Integer> lengths = new TreeSet<>(List.of(0));
        for (int length : List.of(PAGE, change.length() / 2 / PAGE * PAGE, change.length() - PAGE)) {
            if (length > 0 && length < change.length()) {
                lengths.add(length);
            }
        }
        return lengths;
    }

    /// Inserts rows, a transaction each.
    private List<RecordedDisk.Change> session(RandomGenerator random, boolean closed) throws SQLException {
        try (Connection connection = connect("jdbc:h2:recorded:" + folder.resolve("log"))) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table if not exists entry "
                        + "(seq bigint generated always as identity primary key, text varchar)");
                statement.execute("create table if not exists state (card int primary key, text varchar)");
            }
            connection.setAutoCommit(false);
            int transactions = random.nextInt(10, 70);
            for (int i = 0; i < transactions; i++) {
                try (PreparedStatement insert = connection.prepareStatement("insert into entry (text) values (?)");
                        PreparedStatement merge = connection.prepareStatement("merge into state values (?, ?)")) {
                    insert.setString(1, "e".repeat(random.nextInt(50, 250)));
                    insert.execute();
                    merge.setInt(1, random.nextInt(CARDS));
                    merge.setString(2, "s".repeat(random.nextInt(300)));
                    merge.execute();
                }
                connection.commit();
                RecordedDisk.acknowledge();
            }
            if (!closed) {
                List<RecordedDisk.Change> changes = RecordedDisk.takeChanges();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("shutdown immediately");
                }
                RecordedDisk.takeChanges();
                return changes;
            }
        }
        return RecordedDisk.takeChanges();
    }

    /// How many entries a process finds that opens the file; none where there is no file yet.
    private int rows(byte[] file) throws SQLException, IOException {
        Path copy = folder.resolve("copy.mv.db");
        Files.write(copy, file);
        try (Connection connection = connect("jdbc:h2:file:" + folder.resolve("copy"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists entry "
                    + "(seq bigint generated always as identity primary key, text varchar)");
            try (ResultSet count = statement.executeQuery("select count(*) from entry")) {
                count.next();
                return count.getInt(1);
            }
        } finally {
            Files.delete(copy);
        }
    }

    private static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection(url + Database.SETTINGS, "rockpool", "");
    }
}
