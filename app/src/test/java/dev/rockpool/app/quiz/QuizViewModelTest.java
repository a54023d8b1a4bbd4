package dev.rockpool.app.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuizViewModelTest {
    private static final Optional<Template<?>> CHOSEN = Optional.of(Templates.require("hot-key-accepted"));
    private static final Optional<Template<?>> TYPED = Optional.of(Templates.require("shards-needed"));
    private static final long SEED = 7;

    private final TestDesk desk;
    private final AttemptRepository attempts;
    private final QuizViewModel model;

    QuizViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        attempts = new AttemptRepository(desk.database());
        model = new QuizViewModel(attempts, TestDesk.atOnce(), desk.clock());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void offersEveryTemplateWithHowItWent() {
        model.open();
        assertThat(offers()).hasSameSizeAs(Templates.all()).allMatch(offer -> offer.answered() == 0);
        model.start(CHOSEN, SEED);
        answer(true);
        model.next();
        answer(false);
        model.choose();
        assertThat(offers())
                .filteredOn(offer -> offer.answered() > 0)
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.template().id()).isEqualTo("hot-key-accepted");
                    assertThat(offer.answered()).isEqualTo(2);
                    assertThat(offer.right()).isEqualTo(1);
                });
    }

    @Test
    void anAnswerIsGradedKeptAndItsMistakeNamed() {
        model.start(CHOSEN, SEED);
        Question question = model.shown().orElseThrow();
        answer(false);
        Answer given = answered();
        assertThat(given.right()).isFalse();
        assertThat(given.misconception()).isPresent();
        assertThat(attempts.all())
                .containsExactly(new Attempt(
                        question.template(),
                        SEED,
                        given.given(),
                        false,
                        given.misconception().map(mistake -> mistake.id()),
                        desk.clock().instant()));
        model.answer(0);
        assertThat(attempts.all()).hasSize(1);
    }

    @Test
    void whatIsNoNumberIsToldAndTheQuestionStands() {
        model.start(TYPED, SEED);
        Moment asked = model.moment().get();
        model.answer("a few");
        assertThat(model.fault().get()).isEqualTo("Type a number of shards, such as 12.");
        assertThat(model.moment().get()).isSameAs(asked);
        assertThat(attempts.all()).isEmpty();
        model.answer(model.shown().orElseThrow().key());
        assertThat(model.fault().get()).isEmpty();
        assertThat(answered().right()).isTrue();
    }

    @Test
    void aRoundEndsAfterTenWithItsMistakesCounted() {
        model.start(CHOSEN, SEED);
        for (int number = 1; number <= Round.LENGTH; number++) {
            int expected = number;
            assertThat(model.moment().get())
                    .isInstanceOfSatisfying(
                            Moment.Asked.class,
                            asked -> assertThat(asked.number()).isEqualTo(expected));
            answer(number <= 4);
            model.next();
        }
        assertThat(model.moment().get()).isInstanceOfSatisfying(Moment.Finished.class, finished -> {
            Round round = finished.round();
            assertThat(round.right()).isEqualTo(4);
            assertThat(round.met().stream().mapToInt(Round.Met::times).sum()).isEqualTo(6);
            assertThat(round.met()).isSortedAccordingTo((one, other) -> other.times() - one.times());
        });
        model.again();
        assertThat(model.shown().orElseThrow().template()).isEqualTo("hot-key-accepted");
        assertThat(model.shown().orElseThrow().seed()).isNotEqualTo(SEED);
    }

    @Test
    void finishingBeforeAnAnswerGoesBackToTheChoice() {
        model.start(Optional.empty());
        model.finish();
        assertThat(offers()).isNotEmpty();
        model.start(1);
        assertThat(model.shown().orElseThrow().template()).isEqualTo("hot-key-accepted");
        answer(true);
        model.finish();
        assertThat(model.moment().get()).isInstanceOf(Moment.Finished.class);
    }

    private void answer(boolean rightly) {
        if (model.shown().orElseThrow().form() instanceof Form.Choice choice) {
            List<Option> options = choice.options();
            int index = 0;
            while (options.get(index).correct() != rightly) {
                index++;
            }
            model.answer(index);
        }
    }

    private Answer answered() {
        return model.moment().get() instanceof Moment.Answered(Answer answer, int _)
                ? answer
                : new Answer(model.shown().orElseThrow(), "", new dev.rockpool.quiz.Grade.Unreadable("not answered"));
    }

    private List<Offer> offers() {
        return model.moment().get() instanceof Moment.Choosing(List<Offer> offers) ? offers : List.of();
    }
}
