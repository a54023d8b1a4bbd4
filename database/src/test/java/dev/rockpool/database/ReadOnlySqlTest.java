package dev.rockpool.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.database.Selection.Kind;
import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadOnlySqlTest {
    private Path folder;
    private Database database;
    private ReadOnlySql sql;

    @BeforeAll
    void open(@TempDir Path directory) {
        folder = directory;
        database = Database.open(folder);
        database.write(handle -> handle.execute("insert into thing (id) values (1), (2), (3)"));
        sql = new ReadOnlySql(database);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void aQuestionIsAnsweredRowByRowWithTypes() {
        try (Selection answer = sql.select("""
            select id, cast(id as decimal(9, 2)) / 4 as quarter, date '2026-11-26' as on_day, id > 1 as more,
                   case when id = 2 then null else 'x' || id end as "Word", sqrt(4.0e0) as root
            from thing order by id\
            """)) {
            assertThat(answer.columns())
                    .extracting(Selection.Column::kind)
                    .containsExactly(Kind.NUMBER, Kind.NUMBER, Kind.DATE, Kind.TRUTH, Kind.TEXT, Kind.NUMBER);
            assertThat(answer.columns())
                    .extracting(Selection.Column::name)
                    .containsExactly("id", "quarter", "on_day", "more", "Word", "root");
            List<Optional<Object>> first = answer.next().orElseThrow();
            assertThat(first.get(0)).contains(1L);
            assertThat(((BigDecimal) first.get(1).orElseThrow())).isEqualByComparingTo("0.25");
            assertThat(first.get(2)).contains(LocalDate.of(2026, 11, 26));
            assertThat(first.get(3)).contains(false);
            assertThat(first.get(4)).contains("x1");
            assertThat(first.get(5)).contains(2.0);
            assertThat(answer.next().orElseThrow().get(4)).isEmpty();
            assertThat(answer.next()).isPresent();
            assertThat(answer.next()).isEmpty();
        }
    }

    @Test
    void tablesThatComeLaterCanBeAskedToo() {
        database.write(handle -> handle.execute("create table later (a int)"));
        try (Selection answer = sql.select("select count(*) from later")) {
            assertThat(answer.next().orElseThrow()).containsExactly(Optional.of(0L));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from thing",
                "update thing set id = 9",
                "insert into thing values (4)",
                "merge into thing key (id) values (4)",
                "select * from final table (insert into thing (id) values (4))",
                "select * from old table (delete from thing)",
                "select 1; delete from thing",
                "drop table thing",
                "truncate table thing",
                "create table other (a int)",
                "alter user rockpool set password 'x'",
                "grant all on thing to reader",
                "create alias run for \"java.lang.System.exit\"",
                "script to 'FOLDER/script.sql'",
                "backup to 'FOLDER/backup.zip'",
                "call csvwrite('FOLDER/out.csv', 'select 1')",
                "select file_write('x', 'FOLDER/out.txt')",
                "select file_read('FOLDER/rockpool.mv.db')",
                "select * from csvread('FOLDER/secret.csv')",
                "select link_schema('a', '', 'jdbc:h2:mem:', '', '', 'b')",
                "runscript from 'FOLDER/x.sql'",
                "set write_delay 500",
                "shutdown",
                "checkpoint"
            })
    void whatIsNoQuestionIsRefusedAndChangesNothing(String statement) throws Exception {
        Files.writeString(folder.resolve("secret.csv"), "A\n1\n");
        try (var files = Files.list(folder)) {
            List<Path> before = files.toList();
            assertThatThrownBy(() -> {
                        try (Selection answer = sql.select(statement.replace("FOLDER", folder.toString()))) {
                            answer.next();
                        }
                    })
                    .isInstanceOf(InputException.class);
            try (var after = Files.list(folder)) {
                assertThat(after.toList()).hasSameElementsAs(before);
            }
        }
        long left = database.read(handle -> handle.createQuery("select count(*) from thing")
                .mapTo(Long.class)
                .one());
        assertThat(left).isEqualTo(3);
    }

    @Test
    void aFaultIsOneSentenceWithItsPlace() {
        assertThatThrownBy(() -> sql.select("select id\nform thing where"))
                .isInstanceOf(InputException.class)
                .message()
                .startsWith("line 2, column ")
                .doesNotContain("\n");
        assertThatThrownBy(() -> sql.select("select id,\n  ide from thing"))
                .hasMessage("line 2, column 3: column \"IDE\" not found.");
        assertThatThrownBy(() -> sql.select("select 1 from thin")).hasMessageStartingWith("line 1, column 15: table");
        assertThatThrownBy(() -> sql.select(" ")).hasMessage("The SQL is empty: write a SELECT.");
        assertThatThrownBy(() -> {
                    try (Selection answer = sql.select("select 1 / (id - 2) from thing order by id")) {
                        List<Object> rows = new ArrayList<>();
                        answer.next().ifPresent(rows::add);
                        answer.next().ifPresent(rows::add);
                    }
                })
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("division by zero");
    }

    @Test
    void anEndlessQuestionCanBeCancelled() {
        try (Selection answer = sql.select("select x from system_range(1, 100000000000) where x < 0 or x = 1")) {
            assertThat(answer.next()).isPresent();
            CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() -> {
                try {
                    answer.next();
                    return new AssertionError("it ended by itself");
                } catch (CancellationException cancelled) {
                    return cancelled;
                }
            });
            while (!ended.isDone()) {
                answer.cancel();
                Thread.onSpinWait();
            }
            assertThat(ended.join()).isInstanceOf(CancellationException.class);
        }
    }

    /// Once is enough, and however early: H2 by itself forgets what it is told before the statement runs.
    @RepeatedTest(20)
    void anEndlessSumCanBeCancelledBeforeItsFirstRow() {
        CompletableFuture<Runnable> end = new CompletableFuture<>();
        CompletableFuture<Throwable> ended = CompletableFuture.supplyAsync(() -> {
            try (Selection answer = sql.select("select sum(x * x) from system_range(1, 100000000000)", end::complete)) {
                return new AssertionError("it ended by itself with " + answer.next());
            } catch (CancellationException cancelled) {
                return cancelled;
            }
        });
        end.join().run();
        assertThat(ended).succeedsWithin(Duration.ofSeconds(30)).isInstanceOf(CancellationException.class);
    }
}
