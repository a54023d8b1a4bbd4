package dev.rockpool.app.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.app.TestDesk;
import dev.rockpool.app.answer.Answer;
import dev.rockpool.content.LabSetting;
import dev.rockpool.content.Library;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Grade;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Response;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Topic;
import dev.rockpool.quiz.exam.ExamRepository;
import dev.rockpool.quiz.task.GoalState;
import dev.rockpool.study.memory.Rating;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuizViewModelTest {
    private static final Bank BANK = new Bank(Library.builtIn().snapshot());
    private static final Item CHOSEN = BANK.item("hot-key-accepted").orElseThrow();
    private static final Item TYPED = BANK.item("shards-needed").orElseThrow();
    private static final long SEED = 7;

    private final List<String> reviews = new ArrayList<>();
    private final TestDesk desk;
    private final AttemptRepository attempts;
    private final ExamRepository exams;
    private final QuizViewModel model;

    QuizViewModelTest(@TempDir Path folder) {
        desk = TestDesk.ofTides(folder);
        attempts = new AttemptRepository(desk.database());
        exams = new ExamRepository(desk.database());
        model = model();
    }

    /// The screen as it would be built after a start.
    private QuizViewModel model() {
        return new QuizViewModel(
                attempts, exams, new BuiltIn(), TestDesk.texts(), TestDesk.atOnce(), desk.clock(), ZoneOffset.UTC);
    }

    /// The built-in decks; no card is known.
    private final class BuiltIn implements QuizViewModel.QuizBank {
        @Override
        public Bank get() {
            return BANK;
        }

        @Override
        public String title(Item item) {
            return item.topic().title();
        }

        @Override
        public void review(String card, Rating rating) {
            reviews.add(card + " " + rating);
        }

        @Override
        public Predicate<String> known() {
            return _ -> false;
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void offersEveryTopicWithHowItWent() {
        model.open();
        assertThat(offers().topics()).hasSameSizeAs(BANK.topics()).allMatch(offer -> offer.answered() == 0);
        model.start(CHOSEN, SEED);
        answer(true);
        model.next();
        answer(false);
        model.choose();
        assertThat(offers().topics())
                .filteredOn(offer -> offer.answered() > 0)
                .singleElement()
                .satisfies(offer -> {
                    assertThat(offer.topic().id()).isEqualTo("q12");
                    assertThat(offer.answered()).isEqualTo(2);
                    assertThat(offer.right()).isEqualTo(1);
                });
        assertThat(offers().mistakes()).isEqualTo(1);
    }

    /// Answered wrongly it is in the notebook, answered rightly it is not.
    @Test
    void theNotebookHoldsWhatWentWrongTheLastTime() {
        model.start(CHOSEN, SEED);
        answer(false);
        model.notebook();
        assertThat(model.moment().get())
                .isInstanceOfSatisfying(
                        Moment.Notebook.class,
                        notebook -> assertThat(notebook.slips()).singleElement().satisfies(slip -> {
                            assertThat(slip.question()).isEqualTo(CHOSEN.ask(SEED));
                            assertThat(slip.topic().id()).isEqualTo("q12");
                        }));
        model.startMistakes();
        assertThat(model.shown().orElseThrow().item()).isEqualTo(CHOSEN.id());
        answer(true);
        model.notebook();
        assertThat(model.moment().get())
                .isInstanceOfSatisfying(
                        Moment.Notebook.class,
                        notebook -> assertThat(notebook.slips()).isEmpty());
    }

    /// Only a question made from a card says something of the card: recognised is less than recalled.
    @Test
    void aQuestionMadeFromACardIsOfferedAsAReviewOfIt() {
        Item gap = BANK.items().stream()
                .filter(item -> item.card().isPresent() && item.ask(SEED).form() instanceof Form.Choice)
                .findFirst()
                .orElseThrow();
        String card = gap.card().orElseThrow();
        model.start(gap, SEED);
        answer(true);
        model.start(gap, SEED);
        answer(false);
        model.start(CHOSEN, SEED);
        answer(true);
        assertThat(reviews).containsExactly(card + " HARD", card + " AGAIN");
    }

    @Test
    void whatTheAnswersSayOfTheQuestionsIsShownTheHardestFirst() {
        model.start(CHOSEN, SEED);
        answer(true);
        model.start(BANK.item("q11-t1").orElseThrow(), SEED);
        model.answer(new Response.Tuned(List.of(new LabSetting("mode", "dsse-kms"))));
        model.judge();
        assertThat(model.moment().get()).isInstanceOfSatisfying(Moment.Judged.class, judged -> {
            assertThat(judged.items()).extracting(each -> each.item().id()).containsExactly("q11-t1", CHOSEN.id());
            assertThat(judged.items())
                    .allMatch(each ->
                            each.history().hasTooFewAnswers() && each.idle().isEmpty());
        });
    }

    /// Nothing set is no answer; a wrong one says how each goal stands.
    @Test
    void aTaskIsAnsweredByItsLab() {
        model.start(BANK.item("q11-t1").orElseThrow(), SEED);
        model.answer(new Response.Tuned(List.of()));
        assertThat(model.fault().get()).isEqualTo(TestDesk.texts().get("quiz.incomplete.lab"));
        model.answer(new Response.Tuned(List.of(new LabSetting("mode", "dsse-kms"))));
        assertThat(answered().right()).isFalse();
        assertThat(answered().goals()).extracting(GoalState::met).contains(false);
        model.again();
        model.answer(new Response.Tuned(List.of(new LabSetting("mode", "sse-kms-bucket-key"))));
        assertThat(answered().right()).isTrue();
        assertThat(attempts.all()).extracting(Attempt::answer).contains("Encryption: SSE-KMS, bucket key");
    }

    @Test
    void aTopicAsksEachOfItsQuestionsOnceAndInEveryForm() {
        Topic topic = model.topic("q08").orElseThrow();
        model.start(topic);
        Set<String> asked = new HashSet<>();
        while (model.shown().isPresent()) {
            Question question = model.shown().orElseThrow();
            assertThat(asked.add(question.item())).isTrue();
            assertThat(BANK.item(question.item()).orElseThrow().topic()).isEqualTo(topic);
            model.answer(Responses.right(question.form()));
            assertThat(answered().right()).isTrue();
            model.next();
        }
        assertThat(asked).hasSize(Round.LENGTH);
    }

    @Test
    void aPairThatLacksItsPartnerIsNotGraded() {
        Item pairs = BANK.item("q06-q5").orElseThrow();
        model.start(pairs, SEED);
        Form.Matching form = (Form.Matching) model.shown().orElseThrow().form();
        model.answer(Response.Matched.none(form).with(0, 0));
        assertThat(model.fault().get()).isEqualTo("Give every line its partner.");
        assertThat(attempts.all()).isEmpty();
    }

    /// The process may die at any moment: what was answered is there, and the clock has gone on.
    @Test
    void anExamIsResumedAndHandedInWhenItsTimeIsOver() {
        model.sitExam();
        ExamViewModel exam = model.exam();
        assertThat(exam.length()).isEqualTo(65);
        for (int place = 0; place < 3; place++) {
            Question question = sitting();
            exam.respond(question, Responses.right(question.form()));
            exam.next();
        }
        exam.flag();
        desk.wait(Duration.ofMinutes(30));

        QuizViewModel later = model();
        later.open();
        assertThat(later.moment().get())
                .isInstanceOfSatisfying(
                        Moment.Choosing.class,
                        choosing -> assertThat(choosing.offers().open()).isPresent());
        later.sitExam();
        assertThat(later.moment().get())
                .isInstanceOfSatisfying(
                        Moment.Sitting.class,
                        sitting -> assertThat(sitting.place()).isEqualTo(3));
        assertThat(later.exam().left()).isEqualTo(Duration.ofMinutes(100));
        assertThat(later.exam().sheet().get().lines()).hasSize(3);
        assertThat(later.exam().sheet().get().flagged()).containsExactly(3);

        desk.wait(Duration.ofMinutes(100));
        later.exam().next();
        assertThat(later.moment().get()).isInstanceOfSatisfying(Moment.Marked.class, marked -> {
            assertThat(marked.result().right()).isEqualTo(3);
            assertThat(marked.result().whole().percent()).isEqualTo(5);
        });
        assertThat(attempts.all()).hasSize(3).allMatch(Attempt::correct);
        assertThat(exams.past())
                .singleElement()
                .satisfies(past -> assertThat(past.right()).isEqualTo(3));
    }

    @Test
    void theHistoryIsDeletedAsAWhole() {
        model.start(CHOSEN, SEED);
        answer(false);
        model.sitExam();
        model.deleteHistory();
        assertThat(attempts.all()).isEmpty();
        assertThat(exams.open()).isEmpty();
        assertThat(offers().answered()).isZero();
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
                        question.item(),
                        SEED,
                        given.given(),
                        false,
                        given.misconception().map(mistake -> mistake.id()),
                        desk.clock().instant()));
        model.answer(Response.Chosen.of(0));
        assertThat(attempts.all()).hasSize(1);
    }

    @Test
    void whatIsNoNumberIsToldAndTheQuestionStands() {
        model.start(TYPED, SEED);
        Moment asked = model.moment().get();
        model.answer(new Response.Written("a few"));
        assertThat(model.fault().get()).isEqualTo("Type a number of shards, such as 12.");
        assertThat(model.moment().get()).isSameAs(asked);
        assertThat(attempts.all()).isEmpty();
        model.answer(new Response.Written(model.shown().orElseThrow().key()));
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
        assertThat(model.shown().orElseThrow().item()).isEqualTo("hot-key-accepted");
        assertThat(model.shown().orElseThrow().seed()).isNotEqualTo(SEED);
    }

    @Test
    void finishingBeforeAnAnswerGoesBackToTheChoice() {
        model.startMixed();
        model.finish();
        assertThat(offers().topics()).isNotEmpty();
        model.start(1);
        model.answer(Responses.right(model.shown().orElseThrow().form()));
        model.finish();
        assertThat(model.moment().get()).isInstanceOf(Moment.Finished.class);
    }

    private Question sitting() {
        return model.moment().get() instanceof Moment.Sitting(Question question, int _) ? question : CHOSEN.ask(SEED);
    }

    private void answer(boolean rightly) {
        if (model.shown().orElseThrow().form() instanceof Form.Choice choice) {
            List<Option> options = choice.options();
            int index = 0;
            while (options.get(index).correct() != rightly) {
                index++;
            }
            model.answer(Response.Chosen.of(index));
        }
    }

    private Answer answered() {
        return model.moment().get() instanceof Moment.Answered(Answer answer, int _)
                ? answer
                : new Answer(
                        model.shown().orElseThrow(),
                        new Response.Written(""),
                        new Grade.Unreadable("not answered"),
                        List.of());
    }

    private Offers offers() {
        return model.moment().get() instanceof Moment.Choosing(Offers offers) ? offers : Offers.NONE;
    }
}
