package dev.rockpool.app.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rockpool.content.Lesson;
import dev.rockpool.content.LessonParser;
import dev.rockpool.content.LessonScene;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PresenterViewModelTest {
    private static final Lesson LESSON = new LessonParser()
            .parse("tides.md", """
                ---
                lesson: tides
                title: Tides
                about: Why the water comes.
                minutes: 5
                ---

                ## Before {.before}

                Ask: hot-key-accepted
                Time: 0:30

                ## Guess {.predict}

                Show: shards/hot-key
                Time: 1:00

                ## Run {.run}

                Until: 60
                Time: 0:30

                ## Reveal {.reveal}

                Time: 0:30

                ## Poll {.poll}

                - [ ] at noon
                - [x] twice a day

                ### Answer

                Because of the Moon.

                Time: 0:30

                ## After {.after}

                Ask: hot-key-accepted
                Time: 1:00
                """.getBytes(StandardCharsets.UTF_8), false)
            .lesson()
            .orElseThrow();

    private final Lab lab = new Lab();
    private final Book book = new Book();
    private Instant now = Instant.parse("2026-11-27T09:00:00Z");
    private final PresenterViewModel model =
            new PresenterViewModel(LESSON, lab, book, () -> now, new PresenterViewModel.Words("right", "not right"));

    /// Keeps what it is given.
    private static final class Book implements ClassBook {
        private final List<ClassCount> counts = new ArrayList<>();

        @Override
        public void keep(List<ClassCount> added) {
            counts.addAll(added);
        }

        @Override
        public void read(String lesson, Consumer<List<ClassRun>> then) {
            then.accept(ClassRun.of(counts));
        }
    }

    /// Writes down what the lesson makes of its lab.
    private static final class Lab implements ShownLab {
        private final List<String> acts = new ArrayList<>();

        @Override
        public void open(LessonScene scene) {
            acts.add("open " + scene.preset());
        }

        @Override
        public void run(OptionalInt until) {
            acts.add("run " + until.orElse(-1));
        }

        @Override
        public void finish() {
            acts.add("finish");
        }

        @Override
        public void close() {
            acts.add("close");
        }

        @Override
        public Optional<Prediction> prediction(LessonScene scene) {
            return Optional.of(new Prediction("How much?", "share", Unit.SHARE, 0, 1, 0.01));
        }
    }

    @Test
    void eachStepBringsTheLabToItsStart() {
        assertThat(lab.acts).containsExactly("close");
        lab.acts.clear();
        model.forward();
        model.forward();
        model.forward();
        model.forward();
        model.back();
        assertThat(lab.acts)
                .containsExactly(
                        "open hot-key",
                        "open hot-key",
                        "run 60",
                        "open hot-key",
                        "finish",
                        "close",
                        "open hot-key",
                        "finish");
        lab.acts.clear();
        model.reset();
        assertThat(lab.acts).containsExactly("open hot-key", "finish");
    }

    @Test
    void theTimerStartsWithTheFirstStepAndCanBeHeld() {
        now = now.plusSeconds(100);
        assertThat(model.timer().elapsed()).isZero();
        model.forward();
        now = now.plusSeconds(20);
        assertThat(model.timer().elapsed()).hasSeconds(20);
        assertThat(model.late()).as("ten seconds before the step was due").hasSeconds(-10);
        now = now.plusSeconds(30);
        assertThat(model.late()).isZero();
        now = now.plusSeconds(60);
        assertThat(model.late()).as("the step was to end at 1:30").hasSeconds(20);
        model.toggleTimer();
        now = now.plusSeconds(500);
        assertThat(model.timer().elapsed()).hasSeconds(110);
        model.toggleTimer();
        now = now.plusSeconds(5);
        assertThat(model.timer().elapsed()).hasSeconds(115);
        model.timer().restart();
        now = now.plusSeconds(3);
        assertThat(model.timer().elapsed()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void theGuessStandsBesideTheOutcome() {
        model.go(1);
        model.guess(0.9);
        model.go(3);
        assertThat(model.page().get()).isInstanceOfSatisfying(Page.Guessed.class, page -> {
            assertThat(page.phase()).isEqualTo(Page.Phase.REVEALED);
            assertThat(page.guess()).hasValue(0.9);
        });
    }

    @Test
    void resetTakesHandsAnswerGuessAndDrawingBackAndUndoBringsThemAgain() {
        model.go(4);
        model.count(0, 3);
        model.count(1, 5);
        model.resolve();
        model.sketch().begin(new Sketch.Spot(0.1, 0.1));
        Runnable undo = model.reset();
        assertThat(asked().tally().total()).isZero();
        assertThat(asked().resolved()).isFalse();
        assertThat(model.sketch().strokes()).isEmpty();
        undo.run();
        assertThat(asked().tally()).isEqualTo(new Tally(List.of(3, 5)));
        assertThat(asked().resolved()).isTrue();
        assertThat(model.sketch().strokes()).hasSize(1);
        model.go(1);
        model.guess(0.5);
        model.reset().run();
        assertThat(model.page().get())
                .isInstanceOfSatisfying(
                        Page.Guessed.class, page -> assertThat(page.guess()).hasValue(0.5));
    }

    @Test
    void questionsBeforeAndAfterAskTheSameInOtherNumbersAndGiveTheGain() {
        HandsQuestion before = asked().question();
        model.resolve();
        assertThat(asked().resolved()).as("a question before keeps its answer").isFalse();
        count(before, 4, 16);
        model.go(5);
        HandsQuestion after = asked().question();
        assertThat(after.stem()).isNotEqualTo(before.stem());
        assertThat(after.choices()).hasSameSizeAs(before.choices());
        count(after, 14, 6);
        model.forward();
        assertThat(model.step()).isEmpty();
        assertThat(model.page().get()).isInstanceOfSatisfying(Page.Summed.class, page -> {
            assertThat(page.gain().before()).isEqualTo(0.2);
            assertThat(page.gain().after()).isEqualTo(0.7);
            assertThat(page.gain().normalised()).hasValueCloseTo(0.625, within(1e-12));
        });
        assertThat(model.canGoOn()).isFalse();
    }

    @Test
    void otherNumbersForgetWhatWasCountedForThemUntilTheyAreTakenBack() {
        String stem = asked().question().stem();
        model.count(0, 9);
        Runnable undo = model.draw(LESSON.seed() + 1);
        assertThat(asked().question().stem()).isNotEqualTo(stem);
        assertThat(asked().tally().total()).isZero();
        undo.run();
        assertThat(asked().question().stem()).isEqualTo(stem);
        assertThat(asked().tally().total()).isEqualTo(9);
    }

    /// Two classes one after the other, the second sees the first; a corrected count counts, one taken back does not.
    @Test
    void theHandsOfEachClassAreKeptAndShownToTheNext() {
        count(asked().question(), 9, 11);
        model.go(5);
        assertThat(book.counts).hasSize(1);
        count(asked().question(), 14, 6);
        model.go(6);
        assertThat(summed().earlier())
                .as("the class itself is none of the earlier ones")
                .isEmpty();
        model.go(0);
        count(asked().question(), 4, 16);
        model.go(6);
        assertThat(book.counts).hasSize(3);

        now = now.plusSeconds(3_600);
        Runnable undo = model.draw(12);
        model.go(0);
        count(asked().question(), 10, 10);
        model.go(5);
        count(asked().question(), 15, 5);
        model.go(6);
        assertThat(summed().gain().normalised()).hasValue(0.5);
        assertThat(summed().earlier()).singleElement().satisfies(run -> {
            assertThat(run.gain()).isEqualTo(new Gain(1, 1, 0.2, 0.7));
            assertThat(run.hands()).isEqualTo(20);
            assertThat(run.seed()).isEqualTo(LESSON.seed());
        });
        model.go(5);
        model.reset();
        model.keep();
        assertThat(ClassRun.of(book.counts))
                .extracting(run -> run.gain().pairs())
                .containsExactly(1, 0);
        undo.run();
        model.go(6);
        assertThat(summed().gain()).isEqualTo(new Gain(1, 1, 0.2, 0.7));
        assertThat(ClassRun.of(book.counts)).hasSize(2);
        int kept = book.counts.size();
        model.keep();
        assertThat(book.counts).as("nothing was counted since").hasSize(kept);
    }

    private Page.Summed summed() {
        return (Page.Summed) model.page().get();
    }

    @Test
    void eachPageKeepsItsDrawing() {
        model.sketch().begin(new Sketch.Spot(0, 0));
        model.forward();
        assertThat(model.sketch().strokes()).isEmpty();
        model.back();
        assertThat(model.sketch().strokes()).hasSize(1);
        model.sketch().take(Sketch.Tool.PEN);
        model.sketch().take(Sketch.Tool.PEN);
        assertThat(model.sketch().tool().get()).isEqualTo(Sketch.Tool.NONE);
    }

    @Test
    void theGainIsHakesAndSaysNothingWhereThereIsNone() {
        assertThat(new Gain(1, 1, 0.5, 0.75).normalised()).hasValue(0.5);
        assertThat(new Gain(1, 1, 0.5, 0.25).normalised()).hasValue(-0.5);
        assertThat(new Gain(1, 1, 1, 1).normalised()).isEmpty();
        assertThat(Gain.of(List.of(), 2).normalised()).isEmpty();
        assertThat(Gain.band(0.7)).isEqualTo(Gain.Band.HIGH);
        assertThat(Gain.band(0.3)).isEqualTo(Gain.Band.MEDIUM);
        assertThat(Gain.band(0.29)).isEqualTo(Gain.Band.LOW);
    }

    private Page.Asked asked() {
        return (Page.Asked) model.page().get();
    }

    private void count(HandsQuestion question, int right, int wrong) {
        int key = question.right().orElseThrow();
        model.count(key, right);
        model.count(key == 0 ? 1 : 0, wrong);
    }
}
