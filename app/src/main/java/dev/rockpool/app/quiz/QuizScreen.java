package dev.rockpool.app.quiz;

import dev.rockpool.app.answer.Answer;
import dev.rockpool.app.answer.AnswerView;
import dev.rockpool.app.answer.QuestionWords;
import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lab.TaskBench;
import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.preference.StudySettings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.app.text.Texts;
import dev.rockpool.content.Card;
import dev.rockpool.content.Snapshot;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.bank.Bank;
import dev.rockpool.quiz.bank.Item;
import dev.rockpool.quiz.bank.Topic;
import dev.rockpool.quiz.catalogue.Templates;
import dev.rockpool.quiz.exam.ExamRepository;
import dev.rockpool.study.Mastery;
import dev.rockpool.study.memory.Rating;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Quiz, as a screen of the shell.
///
/// An item `mix/` begins a mixed round, `ITEM/` (a template, or what a deck asks) one of an item, `TOPIC/` (such as
/// `q06/`) one of a topic, `mistakes/` one of what went wrong, `ITEM/SEED` and `mix/SEED` the round of a seed; `exam/`
/// begins a mock exam or goes on with the open one.
public final class QuizScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "quiz";

    private static final String MIXED = "mix";

    /// A mixed round.
    public static final Place MIX = new Place(ID, MIXED + "/");

    private static final String EXAM_ITEM = "exam";
    private static final String MISTAKES_ITEM = "mistakes";

    /// A mock exam.
    public static final Place EXAM = new Place(ID, EXAM_ITEM + "/");

    private static final String LABS = "labs";
    private static final Place ACTIVITIES = new Place("present", "activity/");
    /// A card that is likelier to be recalled than this is asked to be typed.
    private static final double KNOWN = 0.7;

    private final AppContext context;
    private final QuizViewModel model;
    private final QuizView view;

    /// @param labs where tasks are done
    public QuizScreen(AppContext context, List<LabEntry<?, ?, ?>> labs) {
        this.context = context;
        model = new QuizViewModel(
                new AttemptRepository(context.database()),
                new ExamRepository(context.database()),
                new Decks(context),
                context.texts(),
                context.tasks(),
                context.clock(),
                context.zone());
        Surroundings surroundings =
                new Surroundings(context.texts(), context.library()::image, context.outside()::open);
        view = new QuizView(
                model,
                context.texts(),
                new Ways(),
                question -> new QuestionWords(
                        context.library()
                                .snapshot()
                                .deckOf(question.item())
                                .map(surroundings::in)
                                .orElse(surroundings),
                        order -> TaskBench.of(context, labs, order)));
    }

    /// The bank of the decks as they stand, made anew when they change.
    private static final class Decks implements QuizViewModel.QuizBank {
        private final AppContext context;
        private @Nullable Snapshot decks;
        private @Nullable Bank bank;

        Decks(AppContext context) {
            this.context = context;
        }

        @Override
        public synchronized Bank get() {
            Snapshot now = context.library().snapshot();
            Bank made = bank;
            if (made == null || decks != now) {
                made = new Bank(now);
                bank = made;
                decks = now;
            }
            return made;
        }

        @Override
        public void review(String card, Rating rating) {
            boolean studied = Optional.ofNullable(context.study()
                            .masteryBy(Map.of(card, List.of(card)))
                            .get(card))
                    .filter(mastery -> mastery.studied() > 0)
                    .isPresent();
            if (studied && context.preferences().get(StudySettings.QUIZ_REVIEWS)) {
                context.study().turn(card).ifPresent(turn -> context.study().grade(turn, rating, Duration.ZERO));
            }
        }

        @Override
        public String title(Item item) {
            return Templates.all().stream()
                    .filter(template -> template.id().equals(item.id()))
                    .map(Template::title)
                    .findFirst()
                    .orElse(item.topic().title());
        }

        @Override
        public Predicate<String> known() {
            Map<String, List<String>> each = context.library().snapshot().cards().stream()
                    .collect(Collectors.toMap(Card::id, card -> List.of(card.id())));
            Map<String, Mastery> masteries = context.study().masteryBy(each);
            return card -> Optional.ofNullable(masteries.get(card))
                    .filter(mastery -> mastery.studied() > 0 && mastery.expectedRecall() >= KNOWN)
                    .isPresent();
        }
    }

    /// The screen before it is built.
    public static ScreenEntry entry(Supplier<List<LabEntry<?, ?, ?>>> labs) {
        return new ScreenEntry(ID, Feather.HELP_CIRCLE, context -> new QuizScreen(context, labs.get()));
    }

    /// The place of a round of one template.
    public static Place placeOf(String template) {
        return new Place(ID, template + "/");
    }

    @Override
    public Region root() {
        return view.root();
    }

    @Override
    public void shown() {
        model.open();
        view.arrive();
    }

    @Override
    public void hidden() {
        view.leave();
    }

    @Override
    public void open(String item) {
        int slash = item.lastIndexOf('/'); // a card's id may have one
        String name = item.substring(0, slash);
        String seed = item.substring(slash + 1);
        try {
            switch (name) {
                case EXAM_ITEM -> model.sitExam();
                case MISTAKES_ITEM -> model.startMistakes();
                case MIXED -> {
                    if (seed.isEmpty()) {
                        model.startMixed();
                    } else {
                        model.startMixed(Long.parseLong(seed));
                    }
                }
                default -> start(name, seed);
            }
        } catch (NumberFormatException _) {
            context.errors()
                    .show(new InputException("quiz-seed", context.texts().get("quiz.no-seed", seed)));
        } catch (InputException fault) {
            context.errors().show(fault);
        }
    }

    private void start(String name, String seed) {
        Optional<Topic> topic = model.topic(name);
        if (topic.isPresent()) {
            model.start(topic.get());
            return;
        }
        Item item = model.item(name)
                .or(() -> model.item(Templates.require(name).id()))
                .orElseThrow(() ->
                        new InputException("quiz-template", context.texts().get("quiz.no-item", name)));
        if (seed.isEmpty()) {
            model.start(item);
        } else {
            model.start(item, Long.parseLong(seed));
        }
    }

    @Override
    public ObservableValue<String> where() {
        return model.moment().map(this::where);
    }

    private String where(Moment moment) {
        Texts texts = context.texts();
        return switch (moment) {
            case Moment.Choosing _ -> "";
            case Moment.Asked(Question _, int number) -> where(number);
            case Moment.Answered(Answer _, int number) -> where(number);
            case Moment.Finished _ -> texts.get("quiz.where.end", model.name());
            case Moment.Notebook _ -> texts.get("quiz.mistakes");
            case Moment.Judged _ -> texts.get("quiz.judged");
            case Moment.Sitting _, Moment.Reviewing _, Moment.Marked _ -> texts.get("quiz.exam");
        };
    }

    private String where(int number) {
        return context.texts().get("quiz.where", model.name(), number, model.length());
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int digit = 0; digit < QuizKeys.DIGITS; digit++) {
            int index = digit;
            String key = AnswerView.digit(digit);
            commands.add(
                    Command.of("quiz.answer" + key, "quiz.answer." + key, () -> view.press(index), key, "Numpad " + key)
                            .when(() -> index < options()));
        }
        commands.add(Command.of("quiz.step", "quiz.step", view::next, "Enter"));
        commands.add(Command.of("quiz.show", "quiz.show", () -> scenario().ifPresent(new Ways()::show), "L")
                .when(() -> scenario().isPresent()));
        commands.add(Command.of("quiz.finish", "quiz.finish", model::finish, "Q")
                .when(() -> model.shown().isPresent()));
        commands.add(Command.of("quiz.choose", "quiz.choose", model::choose, "C")
                .when(() -> !choosing() && !(model.moment().get() instanceof Moment.Sitting)));
        commands.add(
                Command.of("quiz.exam.key", "quiz.exam", model::sitExam, "X").when(this::choosing));
        commands.add(Command.of("quiz.mistakes.key", "quiz.notebook.show", model::notebook, "M")
                .when(this::choosing));
        commands.add(
                Command.of("quiz.judged.key", "quiz.judged", model::judge, "I").when(this::choosing));
        commands.add(Command.of("quiz.activities.key", "quiz.activities", new Ways()::activities, "A")
                .when(this::choosing));
        ExamViewModel exam = model.exam();
        commands.add(Command.of("quiz.exam.back", "quiz.exam.back", exam::back, "Shortcut+B")
                .when(this::sitting));
        commands.add(Command.of("quiz.exam.flag", "quiz.exam.flag", exam::flag, "Shortcut+M")
                .when(this::sitting));
        commands.add(Command.of("quiz.exam.review", "quiz.exam.review", exam::review, "Shortcut+R")
                .when(this::sitting));
        commands.add(Command.of("quiz.exam.hand-in", "quiz.exam.hand-in", exam::handIn, "H")
                .when(() -> model.moment().get() instanceof Moment.Reviewing));
        return commands;
    }

    private boolean choosing() {
        return model.moment().get() instanceof Moment.Choosing;
    }

    private boolean sitting() {
        return model.moment().get() instanceof Moment.Sitting;
    }

    private int options() {
        Optional<Question> question = switch (model.moment().get()) {
            case Moment.Asked(Question asked, int _) -> Optional.of(asked);
            case Moment.Sitting(Question asked, int _) -> Optional.of(asked);
            default -> Optional.empty();
        };
        return question.map(Question::form)
                .filter(Form.Options.class::isInstance)
                .map(form -> ((Form.Options) form).options().size())
                .orElse(0);
    }

    /// What the feedback in sight can be seen in.
    private Optional<LabScenario> scenario() {
        return model.moment().get() instanceof Moment.Answered(Answer answer, int _)
                ? answer.question().show()
                : Optional.empty();
    }

    private final class Ways implements QuizWays {
        @Override
        public void show(LabScenario scenario) {
            context.navigator().open(Place.of(LABS, scenario.lab(), scenario.text()));
        }

        @Override
        public void activities() {
            context.navigator().open(ACTIVITIES);
        }

        @Override
        public Optional<Proof> proof(String id) {
            return Proof.of(id, context.library().snapshot());
        }

        @Override
        public void open(Proof proof) {
            context.navigator().open(proof.place());
        }
    }
}
