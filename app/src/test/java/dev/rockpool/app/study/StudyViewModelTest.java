package dev.rockpool.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.study.Flag;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyViewModelTest {
    private final TestDesk desk;
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> notices = new ArrayList<>();
    private final List<RockpoolException> failures = new ArrayList<>();
    private final StudyViewModel model;

    StudyViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        model = new StudyViewModel(
                desk.study(),
                desk.library()::snapshot,
                new TaskRunner(background::add, Runnable::run, failure -> {
                    throw new IllegalStateException(failure);
                }),
                desk.clock(),
                TestDesk.ZONE,
                TestDesk.texts(),
                failures::add,
                notices::add);
    }

    @BeforeEach
    void open() {
        model.open();
        work();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aCardIsTurnedOverAndRated() {
        assertThat(shown()).isEqualTo("tide-basic");
        model.reveal();
        assertThat(model.moment().get()).isInstanceOf(Moment.Back.class);
        model.rate(Rating.GOOD);
        assertThat(model.saving().get()).isTrue();
        assertThat(shown()).as("the card stays until its rating is on disk").isEqualTo("tide-basic");
        work();
        assertThat(shown()).isEqualTo("tide-typed");
        assertThat(model.progress().get().done()).isEqualTo(1);
        assertThat(desk.study().counts().doneToday()).isEqualTo(1);
    }

    @Test
    void aQuestionTakesNoRating() {
        model.rate(Rating.EASY);
        work();
        assertThat(desk.study().counts().doneToday()).isZero();
    }

    @Test
    void actsMadeWhileOneIsSavedAreDoneAfterItInOrder() {
        model.reveal();
        model.rate(Rating.GOOD);
        model.answer("16 m");
        model.rate(Rating.GOOD);
        model.reveal();
        work();
        assertThat(desk.study().counts().doneToday()).isEqualTo(2);
        assertThat(shown()).isEqualTo("tide-cloze/c1");
        assertThat(model.moment().get()).isInstanceOf(Moment.Back.class);
    }

    @Test
    void aRatingGivenTwiceCountsOnce() {
        model.reveal();
        model.rate(Rating.GOOD);
        model.rate(Rating.GOOD);
        model.rate(Rating.GOOD);
        work();
        assertThat(desk.study().counts().doneToday()).isEqualTo(1);
        assertThat(model.moment().get()).isInstanceOf(Moment.Front.class);
    }

    @Test
    void aTypedAnswerSuggestsARating() {
        rate(Rating.GOOD);
        model.reveal();
        assertThat(model.moment().get())
                .as("a typed card is answered, not revealed")
                .isInstanceOf(Moment.Front.class);
        model.answer("1600 cm");
        assertThat(model.moment().get()).isInstanceOfSatisfying(Moment.Back.class, back -> {
            assertThat(back.suggested()).isEqualTo(Rating.GOOD);
            assertThat(back.comparison()).isPresent();
        });
    }

    @Test
    void undoNamesTheActAndBringsTheCardBack() {
        rate(Rating.EASY);
        assertThat(model.undoName().get()).isEqualTo("Easy on “What pulls the tide most?”");
        model.undo();
        work();
        assertThat(shown()).isEqualTo("tide-basic");
        assertThat(model.progress().get().done()).isZero();
        assertThat(model.undoName().get()).isEmpty();
        assertThat(desk.study().counts().doneToday()).isZero();
    }

    @Test
    void aBuriedCardMakesRoomAndCanBeBroughtBack() {
        model.bury();
        work();
        assertThat(shown()).isEqualTo("tide-typed");
        assertThat(notices).containsExactly("“What pulls the tide most?” comes back tomorrow.");
        model.undo();
        work();
        assertThat(shown()).isEqualTo("tide-basic");
    }

    @Test
    void aFlagIsShownAtOnce() {
        model.flag();
        work();
        assertThat(model.shownFace())
                .hasValueSatisfying(face -> assertThat(face.turn().flag()).isEqualTo(Flag.RED));
        model.flag();
        work();
        assertThat(model.shownFace())
                .hasValueSatisfying(face -> assertThat(face.turn().flag()).isEqualTo(Flag.NONE));
    }

    @Test
    void aPauseStopsTheTime() {
        desk.wait(Duration.ofSeconds(5));
        model.pause();
        assertThat(model.moment().get()).isInstanceOf(Moment.Paused.class);
        desk.wait(Duration.ofMinutes(30));
        model.pause();
        desk.wait(Duration.ofSeconds(3));
        rate(Rating.GOOD);
        assertThat(desk.study().counts().studiedToday()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void theEndSaysWhatWasAchievedAndWhatComes() {
        rate(Rating.EASY);
        model.answer("16 m");
        model.rate(Rating.EASY);
        work();
        rate(Rating.EASY);
        assertThat(model.moment().get()).isInstanceOfSatisfying(Moment.Finished.class, end -> {
            assertThat(end.summary().reviewed()).isEqualTo(3);
            assertThat(end.summary().recalled()).isEqualTo(3);
        });
        model.open();
        work();
        assertThat(model.moment().get()).isInstanceOf(Moment.Nothing.class);
    }

    @Test
    void chosenCardsAreStudiedInTheirOrderAndForgottenOnesComeAgain() {
        model.studyOnly(List.of("tide-cloze/c1", "no-such-card", "tide-basic"));
        work();
        assertThat(shown()).isEqualTo("tide-cloze/c1");
        assertThat(model.progress().get().chosen()).isTrue();
        rate(Rating.AGAIN);
        assertThat(shown()).isEqualTo("tide-basic");
        rate(Rating.EASY);
        assertThat(shown()).isEqualTo("tide-cloze/c1");
        rate(Rating.EASY);
        assertThat(model.moment().get()).isInstanceOf(Moment.Finished.class);
    }

    @Test
    void aSessionOfUnknownCardsEnds() {
        model.studyOnly(List.of("no-such-card"));
        work();
        assertThat(model.moment().get()).isInstanceOf(Moment.Nothing.class);
    }

    @Test
    void moreNewCardsCanBeAskedFor() {
        model.studyMoreNew(2);
        work();
        assertThat(model.progress().get().left()).isEqualTo(2);
    }

    private void rate(Rating rating) {
        model.reveal();
        model.rate(rating);
        work();
    }

    private String shown() {
        return model.shownFace().orElseThrow().card().id();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.removeFirst().run();
        }
    }
}
