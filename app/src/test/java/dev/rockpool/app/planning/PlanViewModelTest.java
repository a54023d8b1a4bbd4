package dev.rockpool.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.preference.StoredPreferences;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.Notices;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.study.ExamOutlook;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.EasyDays;
import dev.rockpool.study.schedule.ExamPlan;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanViewModelTest {
    private final TestDesk desk;
    private final TaskRunner tasks = TestDesk.atOnce();
    private final Map<String, String> stored = new HashMap<>();
    private final StoredPreferences preferences = new StoredPreferences(stored, tasks, stored::putAll);
    private final Undos undos = new Undos();
    private final PlanViewModel model;
    private final PlanCharts charts = new PlanCharts(TestDesk.texts());

    PlanViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        model = new PlanViewModel(desk.study(), preferences, undos, tasks, TestDesk.texts(), failure -> {
            throw failure;
        });
        StudySettings.listen(preferences, () -> desk.study().use(StudySettings.options(preferences)));
        for (int card = 0; card < 2; card++) {
            desk.study().grade(desk.study().next().orElseThrow(), Rating.EASY, Duration.ofSeconds(4));
        }
        model.refresh();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void anotherRetentionIsComparedThenUsedThenUndone() {
        assertThat(model.workloads().get()).hasSize(28);
        assertThat(charts.workload(model.workloads().get(), 90, 95).claim())
                .startsWith("At 90\u00a0% you answer about");
        model.wished().set(95);
        assertThat(model.workload(95).orElseThrow().answersPerDay())
                .isGreaterThan(model.workload(90).orElseThrow().answersPerDay());
        assertThat(model.retention()).as("only looked at").isEqualTo(90);
        model.useWished();
        assertThat(model.retention()).isEqualTo(95);
        assertThat(stored).containsEntry("study.retention", "95");
        undos.undo();
        assertThat(model.retention()).isEqualTo(90);
    }

    @Test
    void balancingShowsWhatChanceWouldDo() {
        assertThat(model.ahead().get().orElseThrow().chance()).isEmpty();
        model.even(true);
        model.load(DayOfWeek.SUNDAY, EasyDays.Load.MINIMUM);
        assertThat(stored).containsEntry("study.easy-days", "NNNNNNM").containsEntry("study.even-days", "true");
        model.refresh();
        PlanViewModel.Ahead ahead = model.ahead().get().orElseThrow();
        assertThat(ahead.days()).hasSize(30);
        assertThat(ahead.chance()).hasSize(30);
        assertThat(charts.ahead(ahead, model.balancing().easyDays()).claim()).startsWith("Days for less hold");
        model.look(PlanViewModel.FAR_DAYS);
        assertThat(model.ahead().get().orElseThrow().days()).hasSize(90);
        undos.undo();
        undos.undo();
        assertThat(model.balancing().on()).isFalse();
    }

    @Test
    void anExamIsDraftedStartedChangedAndStopped() {
        LocalDate exam = LocalDate.of(2026, 12, 20);
        assertThat(model.topics()).contains("tides");
        model.draft(new ExamPlan(exam.toEpochDay(), 0.95, Set.of("tides")));
        ExamOutlook outlook = model.outlook().get().orElseThrow();
        assertThat(outlook.date()).isEqualTo(exam);
        assertThat(outlook.cards()).isEqualTo(3);
        assertThat(outlook.days()).hasSize(25);
        assertThat(charts.exam(outlook).table().rows()).hasSize(25);
        assertThat(model.exam()).as("only drafted").isEmpty();
        model.startExam();
        assertThat(model.exam()).isEqualTo(Optional.of(outlook.plan()));
        assertThat(stored).containsEntry("study.exam", "2026-12-20\n95\ntides");
        assertThat(desk.study().options().exam()).isPresent();
        model.draft(new ExamPlan(exam.plusDays(1).toEpochDay(), 0.95, Set.of()));
        assertThat(model.exam().orElseThrow().day()).isEqualTo(exam.plusDays(1).toEpochDay());
        model.stopExam();
        assertThat(model.exam()).isEmpty();
        undos.undo();
        assertThat(model.exam()).as("back by one undo").isPresent();
    }

    @Test
    void aSettingOfAnotherVersionIsNone() {
        for (String text : new String[] {"soon", "2026-12-20", "2026-12-20\n30", "2026-12-20\nx"}) {
            assertThat(StudySettings.EXAM.read().apply(text)).as(text).isEmpty();
        }
        assertThat(StudySettings.EASY_DAYS.read().apply("NNN")).isEmpty();
    }

    private static final class Undos implements Notices {
        private final Deque<Runnable> undos = new ArrayDeque<>();

        @Override
        public void show(String sentence) {}

        @Override
        public void show(String sentence, Runnable undo) {
            undos.push(undo);
        }

        void undo() {
            undos.pop().run();
        }
    }
}
