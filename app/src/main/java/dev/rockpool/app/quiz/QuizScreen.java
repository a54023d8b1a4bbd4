package dev.rockpool.app.quiz;

import dev.rockpool.app.claim.Proof;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.app.shell.Command;
import dev.rockpool.app.shell.Place;
import dev.rockpool.app.shell.Screen;
import dev.rockpool.app.shell.ScreenEntry;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.AttemptRepository;
import dev.rockpool.quiz.Form;
import dev.rockpool.quiz.LabScenario;
import dev.rockpool.quiz.Question;
import dev.rockpool.quiz.Template;
import dev.rockpool.quiz.catalogue.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Quiz, as a screen of the shell.
///
/// An item `mix/` begins a mixed round, `TEMPLATE/` one of a template, `TEMPLATE/SEED` the round of a seed.
public final class QuizScreen implements Screen {
    /// The screen's id in places.
    public static final String ID = "quiz";

    private static final String MIXED = "mix";

    /// A mixed round.
    public static final Place MIX = new Place(ID, MIXED + "/");

    private static final String LABS = "labs";

    private final AppContext context;
    private final QuizViewModel model;
    private final QuizView view;

    public QuizScreen(AppContext context) {
        this.context = context;
        model = new QuizViewModel(new AttemptRepository(context.database()), context.tasks(), context.clock());
        view = new QuizView(model, context.texts(), new Ways());
    }

    /// The screen before it is built.
    public static ScreenEntry entry() {
        return new ScreenEntry(ID, Feather.HELP_CIRCLE, QuizScreen::new);
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
    public void hidden() {}

    @Override
    public void open(String item) {
        int slash = item.indexOf('/');
        String name = item.substring(0, slash);
        String seed = item.substring(slash + 1);
        try {
            Optional<Template<?>> only = name.equals(MIXED) ? Optional.empty() : Optional.of(Templates.require(name));
            if (seed.isEmpty()) {
                model.start(only);
            } else {
                model.start(only, Long.parseLong(seed));
            }
        } catch (NumberFormatException _) {
            context.errors()
                    .show(new InputException("quiz-seed", context.texts().get("quiz.no-seed", seed)));
        } catch (InputException fault) {
            context.errors().show(fault);
        }
    }

    @Override
    public ObservableValue<String> where() {
        return model.moment().map(this::where);
    }

    private String where(Moment moment) {
        return switch (moment) {
            case Moment.Asked(Question question, int number) -> where(question, number);
            case Moment.Answered(Answer answer, int number) -> where(answer.question(), number);
            case Moment.Finished(Round round) ->
                context.texts()
                        .get(
                                "quiz.where.end",
                                round.questions()
                                        .only()
                                        .map(template -> template.title())
                                        .orElse(context.texts().get("quiz.mixed")));
            case Moment.Choosing _ -> "";
        };
    }

    private String where(Question question, int number) {
        String title = Templates.require(question.template()).title();
        return context.texts().get("quiz.where", title, number, Round.LENGTH);
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        for (int digit = 0; digit < QuizKeys.DIGITS; digit++) {
            int index = digit;
            String key = QuizKeys.digit(digit);
            commands.add(Command.of(
                            "quiz.answer" + key, "quiz.answer." + key, () -> model.answer(index), key, "Numpad " + key)
                    .when(() -> index < options()));
            commands.add(
                    Command.of("quiz.start" + key, "quiz.start." + key, () -> model.start(index), key, "Numpad " + key)
                            .when(() -> model.moment().get() instanceof Moment.Choosing));
        }
        commands.add(Command.of("quiz.step", "quiz.step", view::next, "Enter"));
        commands.add(Command.of("quiz.show", "quiz.show", () -> scenario().ifPresent(new Ways()::show), "L")
                .when(() -> scenario().isPresent()));
        commands.add(Command.of("quiz.finish", "quiz.finish", model::finish, "Q")
                .when(() -> model.shown().isPresent()));
        commands.add(Command.of("quiz.choose", "quiz.choose", model::choose, "C")
                .when(() -> !(model.moment().get() instanceof Moment.Choosing)));
        return commands;
    }

    private int options() {
        return model.moment().get() instanceof Moment.Asked(Question question, int _)
                        && question.form() instanceof Form.Choice choice
                ? choice.options().size()
                : 0;
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
        public Optional<Proof> proof(String id) {
            return Proof.of(id, context.library().snapshot());
        }

        @Override
        public void open(Proof proof) {
            context.navigator().open(proof.place());
        }
    }
}
