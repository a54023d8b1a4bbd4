package dev.rockpool.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.study.StudyDay;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TodayViewModelTest {
    private final TestDesk desk;
    private final TodayViewModel model;

    TodayViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofEverything(folder);
        model = new TodayViewModel(desk.study(), desk.library()::snapshot, TestDesk.atOnce(), failure -> {
            throw failure;
        });
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theFirstStartHasNewCardsAndNoHistory() {
        Agenda agenda = read();
        assertThat(agenda.everStudied()).isFalse();
        assertThat(agenda.counts().newLeft()).isEqualTo(20);
        assertThat(agenda.readings()).extracting(Agenda.Reading::number).startsWith(1, 2, 3);
        assertThat(agenda.corrections()).isGreaterThan(50);
        assertThat(agenda.faults()).isEmpty();
    }

    @Test
    void answersAreCountedOnTheirStudyDay() {
        answer();
        desk.wait(Duration.ofHours(17)); // 03:00 of the next date, still the same study day
        answer();
        assertThat(read().days().getLast()).isEqualTo(new StudyDay(LocalDate.of(2026, 11, 25), 2, 2));
        desk.wait(Duration.ofHours(2));
        answer();
        Agenda agenda = read();
        assertThat(agenda.days()).hasSize(7);
        assertThat(agenda.days().get(5)).isEqualTo(new StudyDay(LocalDate.of(2026, 11, 25), 2, 2));
        assertThat(agenda.days().getLast()).isEqualTo(new StudyDay(LocalDate.of(2026, 11, 26), 1, 1));
        assertThat(agenda.daysStudied()).isEqualTo(2);
        assertThat(agenda.everStudied()).isTrue();
    }

    private void answer() {
        desk.study().grade(desk.study().next().orElseThrow(), Rating.GOOD, Duration.ofSeconds(4));
    }

    private Agenda read() {
        model.refresh();
        return model.agenda().get().orElseThrow();
    }
}
