package dev.rockpool.app.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.content.Activities;
import dev.rockpool.content.Activity;
import dev.rockpool.content.ActivityParser;
import dev.rockpool.content.LabSetting;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.activity.GradeBook;
import dev.rockpool.quiz.activity.HandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a student does on the screen, as far as the file that a teacher grades.
final class ActivityWorkTest {
    private static final Activity ACTIVITY = new ActivityParser()
            .parse("mine.md", Activities.example(), false)
            .activity()
            .orElseThrow();

    @TempDir
    private Path folder;

    private final TestDesk desk;

    ActivityWorkTest(@TempDir Path data) {
        desk = TestDesk.ofTides(data);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private ActivityWork work() {
        return new ActivityWork(ACTIVITY, folder.resolve("unfinished"), TestDesk.atOnce(), desk.clock());
    }

    @Test
    void aNameBeginsTheWorkAndAnEmptyOneDoesNot() {
        ActivityWork work = work();
        work.begin("  ");
        work.begin("x".repeat(81));
        assertThat(work.stage().get()).isInstanceOf(ActivityWork.Stage.Naming.class);
        work.begin(" Ada ");
        assertThat(work.student()).isEqualTo("Ada");
        assertThat(work.stage().get()).isEqualTo(new ActivityWork.Stage.Working(0));
        assertThat(work.left()).isEqualTo(Duration.ofMinutes(20));
    }

    /// From the first task to the marks; closed in between, it goes on where it was.
    @Test
    void theWorkSurvivesAClosedAppAndIsGradedAsItWasDone() throws IOException {
        ActivityWork before = work();
        before.begin("Ada");
        before.answer(0, new Response.Tuned(List.of(new LabSetting("shards", "4"))));
        before.hint(1, 1);
        before.answer(1, new Response.Tuned(List.of())); // nothing was set: no answer
        ActivityWork after = work();
        assertThat(after.student()).isEqualTo("Ada");
        assertThat(after.answered()).isEqualTo(1);
        assertThat(after.response(0)).contains(new Response.Tuned(List.of(new LabSetting("shards", "4"))));
        after.go(2);
        if (after.question(2).form() instanceof Form.Choice choice) {
            after.answer(2, Response.Chosen.of(choice.rankOfKey()));
        }
        after.go(9); // there is none
        assertThat(after.stage().get()).isEqualTo(new ActivityWork.Stage.Working(2));
        after.answer(3, new Response.Written("13 shards"));
        after.handIn();
        assertThat(after.stage().get()).isInstanceOfSatisfying(ActivityWork.Stage.Done.class, done -> {
            assertThat(done.right()).containsExactly(true, false, true, false);
            hand(done.handIn());
        });
        assertThat(GradeBook.of(folder, List.of(ACTIVITY)).marks())
                .singleElement()
                .satisfies(marks -> {
                    assertThat(marks.notes()).isEmpty();
                    assertThat(marks.right()).isEqualTo(2);
                    assertThat(marks.marks().get(1).hints()).isEqualTo(1);
                });
        ActivityWork unsaved = work();
        assertThat(unsaved.stage().get()).isEqualTo(after.stage().get());
        unsaved.saved();
        assertThat(work().stage().get()).isInstanceOf(ActivityWork.Stage.Naming.class);
    }

    private void hand(HandIn handIn) {
        try {
            Files.writeString(folder.resolve("ada" + HandIn.ENDING), handIn.text());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
