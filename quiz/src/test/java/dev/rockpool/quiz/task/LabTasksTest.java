package dev.rockpool.quiz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.content.LabGoal;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.LabSetup;
import dev.rockpool.content.LabTask;
import dev.rockpool.content.Library;
import dev.rockpool.content.QuizItem;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Grader;
import dev.rockpool.quiz.Response;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LabTasksTest {
    private static final List<LabTask> TASKS = tasks();

    private static List<LabTask> tasks() {
        List<LabTask> tasks = new ArrayList<>();
        Library.builtIn().snapshot().decks().forEach(deck -> {
            for (QuizItem item : deck.quizItems()) {
                if (item instanceof LabTask task) {
                    tasks.add(task);
                }
            }
        });
        return tasks;
    }

    @Test
    void everyLabHasATask() {
        assertThat(TASKS.stream().map(task -> task.setup().lab()).collect(Collectors.toSet()))
                .containsAll(Labs.all().stream().map(Lab::id).toList());
    }

    /// The author's solution reaches every goal, and the start does not; each goal says why.
    @Test
    void everyTaskCanBeDoneAndIsNotDoneYet() {
        assertThat(TASKS).allSatisfy(task -> {
            assertThat(LabTasks.fault(task.setup())).as(task.id()).isEmpty();
            assertThat(task.setup().solution()).as(task.id()).isNotEmpty();
            assertThat(task.setup().hints()).as(task.id()).isNotEmpty();
            assertThat(task.setup().goals())
                    .as(task.id())
                    .allMatch(goal -> !goal.why().isEmpty());
            Form form = new Form.InLab(task.setup());
            Response solution = new Response.Tuned(task.setup().solution());
            assertThat(Grader.grade(form, solution)).as(task.id()).isInstanceOf(Grade.Right.class);
            assertThat(Response.read(solution.line(), form)).as(task.id()).contains(solution);
            assertThat(solution.line()).hasSizeLessThan(250);
            assertThat(again(LabTasks.bind(task.setup()), task.setup().solution()))
                    .as(task.id())
                    .isTrue();
        });
    }

    /// Whether the scenario of an answer gives the same answer again.
    private static <S, R> boolean again(BoundTask<S, R> task, List<LabSetting> answer) {
        return task.settings(task.start()).isEmpty()
                && task.settings(task.scenario(answer)).equals(answer);
    }

    @Test
    void anAnswerSetsFreeControlsOnlyAndWithinTheirBounds() {
        BoundTask<?, ?> task = LabTasks.bind(setup("shards", List.of("shards", "mode")));
        assertThat(task.takes(List.of(new LabSetting("shards", "12")))).isTrue();
        assertThat(task.takes(List.of(new LabSetting("mode", "on-demand")))).isTrue();
        refused(task, "recordBytes", "100", "locked");
        refused(task, "shards", "1001", "1 to 1,000");
        refused(task, "shards", "many", "write a number");
        refused(task, "mode", "best", "provisioned, on-demand");
        refused(task, "colour", "red", "no control");
        assertThat(task.words(List.of(new LabSetting("shards", "12"), new LabSetting("mode", "on-demand"))))
                .isEqualTo("Shards: 12\u00A0shards; Capacity mode: On-demand");
    }

    private static void refused(BoundTask<?, ?> task, String control, String value, String why) {
        List<LabSetting> settings = List.of(new LabSetting(control, value));
        assertThat(task.takes(settings)).isFalse();
        assertThatThrownBy(() -> task.scenario(settings))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(why);
    }

    @Test
    void whatALabDoesNotHaveIsTold() {
        assertThat(LabTasks.fault(setup("shard", List.of("shards"))))
                .hasValueSatisfying(why -> assertThat(why).contains("There is no lab"));
        assertThat(LabTasks.fault(setup("shards", List.of("shard"))))
                .hasValueSatisfying(why -> assertThat(why).contains("no control"));
        assertThat(LabTasks.fault(goal("acceptance", LabGoal.Relation.AT_LEAST, "90")))
                .hasValueSatisfying(why -> assertThat(why).contains("no number"));
        assertThat(LabTasks.fault(goal("accepted-fraction", LabGoal.Relation.AT_LEAST, "much")))
                .hasValueSatisfying(why -> assertThat(why).contains("is no number"));
        assertThat(LabTasks.fault(goal("accepted-fraction", LabGoal.Relation.AT_LEAST, "1")))
                .hasValueSatisfying(why -> assertThat(why).contains("reaches every goal already"));
        assertThat(LabTasks.fits(setup("shards", List.of("shard")))).isFalse();
    }

    /// 75.5 % is what is shown, so that it is equal to 75.5 and not below it by what is not shown.
    @Test
    void goalsAreComparedAsTheyAreShown() {
        BoundTask<?, ?> equal = LabTasks.bind(goal("accepted-fraction", LabGoal.Relation.EQUAL, "75.5"));
        assertThat(equal.check(List.of())).singleElement().satisfies(goal -> {
            assertThat(goal.met()).isTrue();
            assertThat(goal.wanted()).isEqualTo("Accepted: 75.5\u00A0%");
            assertThat(goal.found()).isEqualTo("75.5\u00A0%");
        });
        for (LabGoal.Relation relation : LabGoal.Relation.values()) {
            assertThat(relation.holds(0)).isEqualTo(relation.sign().contains("="));
            assertThat(LabGoal.Relation.of(relation.sign())).contains(relation);
        }
    }

    private static LabSetup setup(String lab, List<String> free) {
        return new LabSetup(
                lab,
                Optional.empty(),
                List.of(),
                free,
                List.of(new LabGoal(LabGoal.Kind.BILL, "", LabGoal.Relation.BELOW, "1", "")),
                List.of(),
                List.of());
    }

    private static LabSetup goal(String figure, LabGoal.Relation relation, String value) {
        return new LabSetup(
                "shards",
                Optional.empty(),
                List.of(),
                List.of("shards"),
                List.of(new LabGoal(LabGoal.Kind.FIGURE, figure, relation, value, "")),
                List.of(),
                List.of());
    }
}
