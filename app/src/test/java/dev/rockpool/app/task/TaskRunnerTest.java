package dev.rockpool.app.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.kernel.InputException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class TaskRunnerTest {
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<Throwable> unhandled = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final TaskRunner tasks = new TaskRunner(background::add, Runnable::run, unhandled::add);

    @Test
    void tellsSuccessThenAfterwards() {
        tasks.of(_ -> 6 * 7)
                .onSuccess(answer -> told.add("answer " + answer))
                .afterwards(() -> told.add("afterwards"))
                .start();
        assertThat(told).isEmpty();
        background.remove().run();
        assertThat(told).containsExactly("answer 42", "afterwards");
    }

    @Test
    void givesAFailureToTheFirstHandlerOfItsType() {
        tasks.of(_ -> {
                    throw new InputException("deck-front-matter", "No front matter.");
                })
                .onFailure(IllegalStateException.class, _ -> told.add("state"))
                .onFailure(InputException.class, failure -> told.add(failure.code()))
                .onFailure(Throwable.class, _ -> told.add("any"))
                .start();
        background.remove().run();
        assertThat(told).containsExactly("deck-front-matter");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void givesAFailureThatNobodyTakesToTheRunnersOwnHandler() {
        AssertionError failure = new AssertionError("broken");
        tasks.of(_ -> {
                    throw failure;
                })
                .afterwards(() -> told.add("afterwards"))
                .start();
        background.remove().run();
        assertThat(unhandled).containsExactly(failure);
        assertThat(told).containsExactly("afterwards");
    }

    @Test
    void showsTitledTasksWhileTheyRunWithTheirProgress() {
        RunningTask task = tasks.of(progress -> {
                    progress.report(0.5);
                    told.add("at " + tasks.running().getFirst().fraction().get());
                    return 0;
                })
                .titled("Backing up")
                .start();
        assertThat(tasks.running()).containsExactly(task);
        assertThat(task.running().get()).isTrue();
        background.remove().run();
        assertThat(told).containsExactly("at 0.5");
        assertThat(tasks.running()).isEmpty();
        assertThat(task.running().get()).isFalse();
    }

    @Test
    void aCancelledTaskTellsNeitherSuccessNorFailure() {
        RunningTask task = tasks.of(progress -> {
                    progress.checkCancelled();
                    return told.add("not reached");
                })
                .onSuccess(_ -> told.add("success"))
                .onFailure(Throwable.class, _ -> told.add("failure"))
                .afterwards(() -> told.add("afterwards"))
                .start();
        task.cancel();
        background.remove().run();
        assertThat(told).containsExactly("afterwards");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void anAnswerThatCameAfterCancelIsDropped() {
        RunningTask task = tasks.of(_ -> 1).onSuccess(_ -> told.add("success")).start();
        task.cancel();
        background.remove().run();
        assertThat(told).isEmpty();
    }
}
