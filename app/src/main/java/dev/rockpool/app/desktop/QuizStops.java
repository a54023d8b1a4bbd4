package dev.rockpool.app.desktop;

import dev.rockpool.app.quiz.QuizScreen;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.tour.TourStage;
import dev.rockpool.app.tour.TourState;
import dev.rockpool.app.tour.TourStop;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.quiz.Attempt;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.Option;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Topic;
import dev.rockpool.quiz.catalogue.Questions;
import dev.rockpool.quiz.catalogue.Templates;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;

/// What the tour shows of the quiz.
final class QuizStops {
    private static final long SEED = 7;
    private static final String CHOSEN = "hot-key-accepted";
    private static final String TYPED = "shards-needed";
    private static final String LONGEST = "monthly-bill";
    private static final int JUDGED = 31;
    private static final int JUDGED_TOPICS = 4;
    private static final String TASK = "q12-t1";
    private static final int QUESTIONS = 10;
    private static final int EXAM_ANSWERS = 12;
    private static final int EXAM_FLAGS = 5;

    private QuizStops() {}

    static List<TourStop> all() {
        return List.of(
                new Stop(
                        "quiz",
                        EnumSet.of(TourState.EMPTY, TourState.TYPICAL, TourState.HEAVY),
                        stage -> stage.context().navigator().open(Place.of(QuizScreen.ID))),
                new Stop("quiz", EnumSet.of(TourState.ERROR), QuizStops::unsaved),
                new Stop("quiz-question", EnumSet.of(TourState.TYPICAL), stage -> open(stage, CHOSEN)),
                new Stop("quiz-typed", EnumSet.of(TourState.TYPICAL), stage -> {
                    open(stage, TYPED);
                    stage.type("a few");
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("quiz-wrong", EnumSet.of(TourState.TYPICAL), stage -> answer(stage, CHOSEN, false)),
                new Stop("quiz-bill", EnumSet.of(TourState.HEAVY), stage -> answer(stage, LONGEST, false)),
                new Stop("quiz-right", EnumSet.of(TourState.TYPICAL), stage -> answer(stage, CHOSEN, true)),
                new Stop("quiz-several", EnumSet.of(TourState.TYPICAL), stage -> {
                    round(stage, "q06", Form.Kind.MULTIPLE_RESPONSE);
                    stage.press(KeyCode.DIGIT1);
                    stage.press(KeyCode.DIGIT3);
                }),
                new Stop("quiz-pairs", EnumSet.of(TourState.TYPICAL), stage -> round(stage, "q06", Form.Kind.MATCHING)),
                new Stop("quiz-order", EnumSet.of(TourState.TYPICAL), stage -> {
                    round(stage, "q06", Form.Kind.ORDERING);
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("quiz-mistakes", EnumSet.of(TourState.TYPICAL), stage -> {
                    answer(stage, CHOSEN, false);
                    answer(stage, LONGEST, false);
                    choose(stage);
                    stage.press(KeyCode.M);
                }),
                new Stop("quiz-judged", EnumSet.of(TourState.TYPICAL), stage -> {
                    answerOften(stage);
                    stage.context().navigator().open(Place.of(QuizScreen.ID));
                    stage.press(KeyCode.I);
                }),
                new Stop("quiz-lab", EnumSet.of(TourState.TYPICAL), stage -> task(stage, TASK)),
                new Stop("quiz-lab-bleu", EnumSet.of(TourState.TYPICAL), stage -> task(stage, "q27-t1")),
                new Stop("quiz-lab-told", EnumSet.of(TourState.TYPICAL), stage -> {
                    task(stage, TASK);
                    stage.press(KeyCode.TAB);
                    stage.press(KeyCode.TAB);
                    stage.press(KeyCode.END);
                    stage.type("0");
                    stage.press(KeyCode.ENTER);
                    stage.press(KeyCode.TAB);
                    stage.press(KeyCode.ENTER);
                }),
                new Stop("quiz-exam", EnumSet.of(TourState.TYPICAL), QuizStops::sit),
                new Stop("quiz-exam-review", EnumSet.of(TourState.TYPICAL), stage -> {
                    sit(stage);
                    stage.shortcut(KeyCode.R);
                }),
                new Stop("quiz-exam-marks", EnumSet.of(TourState.TYPICAL), stage -> {
                    sit(stage);
                    stage.shortcut(KeyCode.R);
                    stage.press(KeyCode.H);
                }),
                new Stop("quiz-end", EnumSet.of(TourState.TYPICAL), stage -> {
                    open(stage, CHOSEN);
                    for (int question = 0; question < QUESTIONS; question++) {
                        stage.press(question % 2 == 0 ? KeyCode.DIGIT4 : KeyCode.DIGIT2);
                        stage.press(KeyCode.ENTER);
                    }
                }));
    }

    private static void unsaved(TourStage stage) {
        answer(stage, CHOSEN, false);
        stage.context()
                .errors()
                .show(new EnvironmentException(
                        "database-disk-full",
                        "Your last answer could not be saved: the disk that holds your data is full."));
    }

    /// A month of answers to the first questions of some topics: each fails more often than the one before.
    private static void answerOften(TourStage stage) {
        AttemptRepository attempts = new AttemptRepository(stage.context().database());
        Bank bank = new Bank(stage.context().library().snapshot());
        int often = 1;
        for (Topic topic : bank.topics().subList(0, JUDGED_TOPICS)) {
            Item item = bank.of(topic).stream()
                    .filter(each -> each.ask(SEED).form() instanceof Form.Choice)
                    .findFirst()
                    .orElseThrow();
            often++;
            for (int day = 0; day < JUDGED; day++) {
                Question question = item.ask(day);
                List<Option> wrong = ((Form.Choice) question.form())
                        .options().stream().filter(option -> !option.correct()).toList();
                boolean right = day % often > 0;
                attempts.keep(new Attempt(
                        item.id(),
                        day,
                        right
                                ? question.key()
                                : wrong.get(day % 2 % wrong.size()).text(),
                        right,
                        Optional.empty(),
                        stage.context().clock().instant().minus(Duration.ofDays(JUDGED - day))));
            }
        }
    }

    private static void choose(TourStage stage) {
        stage.press(KeyCode.Q);
        stage.press(KeyCode.C);
    }

    private static void task(TourStage stage, String id) {
        stage.context().navigator().open(new Place(QuizScreen.ID, id + "/" + SEED));
    }

    /// An exam of which the first dozen is answered where a digit answers, and some are flagged.
    private static void sit(TourStage stage) {
        stage.context().navigator().open(QuizScreen.EXAM);
        for (int place = 0; place < EXAM_ANSWERS; place++) {
            stage.press(place % 2 == 0 ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
            if (place % EXAM_FLAGS == 0) {
                stage.shortcut(KeyCode.M);
            }
            stage.press(KeyCode.ENTER);
        }
    }

    /// Opens the first question of a form in a round of a topic.
    private static void round(TourStage stage, String topic, Form.Kind kind) {
        Bank bank = new Bank(stage.context().library().snapshot());
        Item item = bank.items().stream()
                .filter(each ->
                        each.topic().id().equals(topic) && each.ask(SEED).form().kind() == kind)
                .findFirst()
                .orElseThrow();
        stage.context().navigator().open(new Place(QuizScreen.ID, item.id() + "/" + SEED));
    }

    private static void open(TourStage stage, String template) {
        stage.context().navigator().open(new Place(QuizScreen.ID, template + "/" + SEED));
    }

    private static void answer(TourStage stage, String template, boolean rightly) {
        open(stage, template);
        stage.press(digit(template, option -> option.correct() == rightly));
    }

    /// The key of the first option that fits.
    private static KeyCode digit(String template, Predicate<Option> wanted) {
        List<KeyCode> digits = List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4);
        Form form = new Questions(SEED, Optional.of(Templates.require(template)))
                .get(0)
                .form();
        if (form instanceof Form.Choice choice) {
            for (int index = 0; index < digits.size(); index++) {
                if (wanted.test(choice.options().get(index))) {
                    return digits.get(index);
                }
            }
        }
        throw new IllegalStateException("The template " + template + " has no such option");
    }

    private record Stop(String name, Set<TourState> states, Consumer<TourStage> act) implements TourStop {
        @Override
        public void arrange(TourState state, TourStage stage) {
            act.accept(stage);
        }

        @Override
        public boolean changesData() {
            return true;
        }
    }
}
