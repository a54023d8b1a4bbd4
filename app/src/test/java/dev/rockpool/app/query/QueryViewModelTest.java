package dev.rockpool.app.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.database.ReadOnlySql;
import dev.rockpool.study.Turn;
import dev.rockpool.study.memory.Rating;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryViewModelTest {
    @TempDir
    Path folder;

    private TestDesk desk;
    private QueryViewModel model;

    @BeforeEach
    void open() {
        desk = TestDesk.ofTides(folder);
        model = new QueryViewModel(new ReadOnlySql(desk.database()), TestDesk.atOnce());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void everyReadyQuestionHasATitleAndAnAnswerBeforeAndAfterStudying() {
        assertThat(model.ready()).isNotEmpty();
        for (int round = 0; round < 2; round++) {
            for (ReadyQuestion question : model.ready()) {
                model.ask(question);
                assertThat(model.fault().get()).as(question.id()).isEmpty();
                assertThat(model.answer().get().orElseThrow().sql()).isEqualTo(question.sql());
                assertThat(model.chosen()).contains(question);
                assertThat(TestDesk.texts().find(question.titleKey())).isPresent();
            }
            study();
        }
        model.ask(model.ready().stream()
                .filter(each -> each.id().equals("answers-by-day"))
                .findFirst()
                .orElseThrow());
        Answer answer = model.answer().get().orElseThrow();
        assertThat(answer.rows()).hasSize(1);
        assertThat(answer.rows().getFirst().get(1)).contains(3L);
        assertThat(AnswerChart.fits(answer)).isTrue();
        assertThat(answer.along()).contains(0);
        assertThat(answer.measured()).contains(1);
    }

    @Test
    void aFaultLeavesTheLastAnswerAndTheText() {
        model.sql().set("select 1 as one");
        model.ask();
        model.sql().set("select one");
        model.ask();
        assertThat(model.fault().get()).isEqualTo("line 1, column 8: column \"ONE\" not found.");
        assertThat(model.sql().get()).isEqualTo("select one");
        assertThat(model.answer().get().orElseThrow().sql()).isEqualTo("select 1 as one");
        assertThat(model.running().get()).isFalse();
    }

    @Test
    void theScreenShowsTheFirstRowsAndTheFileHasAll() throws IOException {
        model.sql().set("select x, case when x = 2 then null else 'a,\"b' end as word from system_range(1, 10001)");
        model.ask();
        Answer answer = model.answer().get().orElseThrow();
        assertThat(answer.rows()).hasSize(Answer.MOST);
        assertThat(answer.cut()).isTrue();
        Path file = folder.resolve("answer.csv");
        model.writeCsv(file);
        assertThat(Files.readAllLines(file)).hasSize(10_002).startsWith("x,word", "1,\"a,\"\"b\"", "2,");
    }

    @Test
    void aSecondQuestionEndsTheFirst() {
        Deque<Runnable> background = new ArrayDeque<>();
        QueryViewModel waiting = new QueryViewModel(
                new ReadOnlySql(desk.database()), new TaskRunner(background::add, Runnable::run, failure -> {}));
        waiting.sql().set("select 1");
        waiting.ask();
        waiting.sql().set("select 2");
        waiting.ask();
        assertThat(waiting.running().get()).isTrue();
        background.removeLast().run();
        assertThat(waiting.running().get()).isFalse();
        background.removeLast().run();
        assertThat(waiting.answer().get().orElseThrow().sql()).isEqualTo("select 2");
    }

    private void study() {
        for (var turn = desk.study().next();
                turn.isPresent() && answers() < 3;
                turn = desk.study().next()) {
            grade(turn.get());
        }
    }

    private int answers() {
        return desk.study().counts().doneToday();
    }

    private void grade(Turn turn) {
        desk.study().grade(turn, Rating.GOOD, Duration.ofSeconds(4));
    }
}
