package dev.rockpool.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.kernel.EnvironmentException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    @Test
    void aNewFolderBecomesADatabaseWithTheTablesOfTheClassPath() {
        Path deep = folder.resolve("not/there yet, größer");
        try (Database database = Database.open(deep)) {
            assertThat(database.file()).exists();
            assertThat(things(database)).isZero();
        }
    }

    @Test
    void whatWasWrittenIsThereAfterReopeningAndFlywayIsNotNeededAgain() {
        try (Database database = Database.open(folder)) {
            insert(database, 1);
            insert(database, 2);
        }
        try (Database database = Database.open(folder)) {
            assertThat(things(database)).isEqualTo(2);
        }
    }

    @Test
    void aTransactionThatFailsIsNotDoneAtAll() {
        try (Database database = Database.open(folder)) {
            assertThatThrownBy(() -> database.write(handle -> {
                        handle.execute("insert into thing (id) values (1)");
                        throw new IllegalStateException("half done");
                    }))
                    .hasMessage("half done");
            assertThat(things(database)).isZero();
        }
    }

    @Test
    void anHourThatComesTwiceKeepsWhichOneItIs() {
        OffsetDateTime second = OffsetDateTime.parse("2026-10-25T02:30:00.123+01:00");
        LocalDate day = LocalDate.parse("2026-10-24");
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("insert into thing values (1, ?, ?)", second, day));
            assertThat(database.<Instant, RuntimeException>read(handle -> handle.createQuery("select at from thing")
                            .map((row, context) ->
                                    row.getObject(1, OffsetDateTime.class).toInstant())
                            .one()))
                    .isEqualTo(second.toInstant());
        }
    }

    @Test
    void anotherDatabaseTakesItsPlaceRowByRow() {
        OffsetDateTime second = OffsetDateTime.parse("2026-10-25T02:30:00.123+01:00");
        try (Database database = Database.open(folder.resolve("one"));
                Database other = Database.open(folder.resolve("other"))) {
            insert(database, 1);
            insert(database, 2);
            for (int id = 5; id < 2_505; id++) {
                insert(other, id);
            }
            other.write(handle -> handle.execute("insert into thing values (3, ?, null)", second));
            database.replaceBy(other);
            assertThat(things(database)).isEqualTo(2_501);
            assertThat(database.<Instant, RuntimeException>read(handle -> handle.createQuery(
                                    "select at from thing where id = 3")
                            .map((row, context) ->
                                    row.getObject(1, OffsetDateTime.class).toInstant())
                            .one()))
                    .isEqualTo(second.toInstant());
            other.write(handle -> handle.execute("alter table thing add column more int"));
            insert(database, 2);
            assertThatThrownBy(() -> database.replaceBy(other)).isInstanceOf(EnvironmentException.class);
            assertThat(things(database)).isEqualTo(2_502);
        }
    }

    @Test
    void aFileThatAnotherProcessHoldsIsNotOpened() throws IOException, InterruptedException {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream end = holder.getOutputStream()) {
            assertThat(holder.getInputStream().read()).isEqualTo('o');
            assertRefused(folder, "database-in-use", "Another Rockpool is using");
            end.write('\n');
            end.flush();
            assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            holder.destroyForcibly();
        }
        Database.open(folder).close();
    }

    /// Holds a database open until a line comes in.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            try (Database database = Database.open(Path.of(arguments[0]))) {
                System.out.write('o');
                System.out.flush();
                int end = System.in.read();
                assertThat(end).isNotNegative();
                assertThat(database.file()).exists();
            }
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        byte[] text = "not a database at all".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("rockpool.mv.db");
        Files.write(file, text);
        assertRefused(folder, "database-damaged", "is not a Rockpool database or is damaged");
        assertThat(file).hasBinaryContent(text);
    }

    @Test
    void aDatabaseOfANewerRockpoolIsRefused() {
        try (Database database = Database.open(folder)) {
            database.write(
                    handle -> handle.execute("update \"flyway_schema_history\" set \"script\" = 'V901__future.sql'"
                            + " where \"script\" = 'V900__things.sql'"));
        }
        assertRefused(folder, "database-newer", "V901__future.sql");
    }

    @Test
    void aPlaceThatCannotHoldADatabaseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertRefused(file.resolve("below"), "database-unwritable", "cannot write to");
        assertRefused(folder.resolve("a;b"), "database-path", "because of the \";\"");
        Path taken = Files.createDirectories(folder.resolve("taken"));
        Files.createDirectories(taken.resolve("rockpool.mv.db"));
        assertRefused(taken, "database-unwritable", "rockpool.mv.db");
    }

    @Test
    void aFullDiskIsToldAsOne() {
        Path file = folder.resolve("rockpool.mv.db");
        EnvironmentException told =
                Failure.of(file, new IllegalStateException("write failed", new IOException("No space left on device")));
        assertThat(told.code()).isEqualTo("database-disk-full");
        assertThat(told.sentence()).contains("rockpool.mv.db").contains("is full");
    }

    @Test
    void aStatementThatIsRefusedIsToldInASentence() {
        try (Database database = Database.open(folder)) {
            assertThatThrownBy(() -> database.read(handle -> handle.execute("select * from nothing")))
                    .isInstanceOfSatisfying(
                            EnvironmentException.class,
                            told -> assertThat(told.code()).isEqualTo("database-failed"));
            insert(database, 1);
            assertThatThrownBy(() -> insert(database, 1)).isInstanceOf(EnvironmentException.class);
        }
    }

    @Test
    void aBackupHoldsTheWholeFileAndTheNewestTenAreKept() throws IOException {
        Path backups = folder.resolve("backups");
        Path stranger = Files.writeString(Files.createDirectories(backups).resolve("notes.zip"), "mine");
        try (Database database = Database.open(folder.resolve("study"))) {
            insert(database, 1);
            Path newest = backups;
            for (int i = 0; i < 12; i++) {
                newest = database.backUp(backups, NOON.plusSeconds(60L * i));
            }
            assertThat(newest).hasFileName("rockpool-20261123T121100Z.zip");
            insert(database, 2);
            assertThat(stranger).exists();
            try (Stream<Path> files = Files.list(backups)) {
                assertThat(files.map(path -> path.getFileName().toString()))
                        .hasSize(11)
                        .doesNotContain("rockpool-20261123T120100Z.zip")
                        .contains("rockpool-20261123T120200Z.zip");
            }
            Path restored = Files.createDirectories(folder.resolve("restored"));
            try (ZipFile zip = new ZipFile(newest.toFile())) {
                Files.copy(zip.getInputStream(zip.entries().nextElement()), restored.resolve("rockpool.mv.db"));
            }
            try (Database copy = Database.open(restored)) {
                assertThat(things(copy)).isEqualTo(1);
            }
        }
    }

    @Test
    void aBackupThatCannotBeWrittenIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        try (Database database = Database.open(folder.resolve("study"))) {
            assertThatThrownBy(() -> database.backUp(file, NOON))
                    .isInstanceOfSatisfying(
                            EnvironmentException.class,
                            told -> assertThat(told.code()).isEqualTo("database-unwritable"));
        }
    }

    @Test
    void closingGivesBackTheSpaceOfALongSession() throws IOException {
        long grown;
        try (Database database = Database.open(folder)) {
            database.write(handle -> handle.execute("create table long (id int primary key, text varchar)"));
            for (int i = 0; i < 2_500; i++) {
                int id = i % 10;
                database.write(handle -> handle.execute("merge into long values (?, repeat('rock', 8000))", id));
            }
            grown = Files.size(database.file());
        }
        assertThat(grown).isGreaterThan(64L << 20);
        assertThat(folder.resolve("rockpool.mv.db"))
                .satisfies(file -> assertThat(Files.size(file)).isLessThan(4L << 20));
        try (Database database = Database.open(folder)) {
            assertThat(database.<Integer, RuntimeException>read(
                            handle -> handle.createQuery("select count(*) from long")
                                    .mapTo(Integer.class)
                                    .one()))
                    .isEqualTo(10);
        }
    }

    @Test
    void closingTwiceDoesNothing() {
        Database database = Database.open(folder);
        database.close();
        database.close();
        assertThat(List.of(database.file())).allMatch(Files::exists);
    }

    private static void assertRefused(Path place, String code, String sentence) {
        assertThatThrownBy(() -> Database.open(place))
                .isInstanceOfSatisfying(
                        EnvironmentException.class,
                        told -> assertThat(told.code()).isEqualTo(code))
                .hasMessageContaining(sentence)
                .hasMessageNotContaining("\n");
    }

    private static void insert(Database database, int id) {
        database.write(handle -> handle.execute("insert into thing (id) values (?)", id));
    }

    private static long things(Database database) {
        return database.read(handle -> handle.createQuery("select count(*) from thing")
                .mapTo(Long.class)
                .one());
    }
}
