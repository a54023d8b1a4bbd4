package dev.rockpool.app.lab;

import dev.rockpool.app.kit.Edits;
import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.app.kit.ParameterValue;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.simulators.Challenge;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Parameter;
import dev.rockpool.simulators.Preset;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// One lab as it is being used: its configuration, its runs on one clock, and the question asked of them.
final class LabViewModel<S, R, N extends Snapshot> implements ParameterEdits<S> {
    /// Virtual seconds a second.
    static final List<Integer> SPEEDS = List.of(1, 5, 20, 60, 300);

    /// A run should not take longer than this to be watched, in seconds.
    private static final int PATIENCE = 15;

    /// Where a demonstration begins, so that something is to be seen at once.
    private static final int WELCOME_SECOND = 20;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final long NANOS_BETWEEN_TELLING = 100_000_000;

    private final LabEntry<S, R, N> entry;
    private final Lab<S, R, N> lab;
    private final TaskRunner tasks;
    private final LongSupplier nanos;
    private final Consumer<Throwable> errors;
    private final Edits<Configuration<S>> edits;
    private final Run<S, N> run;
    private final LabLearning<S, R> learning;
    private final ReadOnlyObjectWrapper<Configuration<S>> configuration;
    private final ReadOnlyObjectWrapper<Optional<Moment<S, N>>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Moment<S, N>>> before = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Run<S, N>>> pinned = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Question<S>>> question = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Integer> speed = new ReadOnlyObjectWrapper<>(SPEEDS.getFirst());
    private final StringProperty lit = new SimpleStringProperty("");
    private final BooleanProperty guess = new SimpleBooleanProperty();
    private UnaryOperator<S> lock = UnaryOperator.identity();
    private double position;
    private long toldNanos;

    /// @param nanos a clock for slices
    /// @param errors told what fails
    LabViewModel(
            LabEntry<S, R, N> entry,
            LabRepository records,
            TaskRunner tasks,
            LongSupplier nanos,
            Consumer<Throwable> errors) {
        this.entry = entry;
        this.lab = entry.lab();
        this.tasks = tasks;
        this.nanos = nanos;
        this.errors = errors;
        Configuration<S> factory = new Configuration<>(lab.standard(), new Origin.Factory<>(lab.standard()));
        edits = new Edits<>(factory);
        configuration = new ReadOnlyObjectWrapper<>(factory);
        run = new Run<>(lab, factory.scenario(), tasks, nanos, errors);
        learning = new LabLearning<>(lab, records, tasks);
        run.moment().subscribe(this::arrived);
        playing.subscribe(now -> {
            if (!now) {
                told.set(run.moment().get());
            }
        });
    }

    Lab<S, R, N> lab() {
        return lab;
    }

    LabEntry<S, R, N> entry() {
        return entry;
    }

    /// What is kept of the learner: challenges, predictions, saved scenarios.
    LabLearning<S, R> learning() {
        return learning;
    }

    // ---- what is shown

    ReadOnlyObjectProperty<Configuration<S>> configuration() {
        return configuration.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Moment<S, N>>> moment() {
        return run.moment();
    }

    /// The moment as words, numbers and plots tell it: at most ten times a second while it runs, since nobody reads
    /// faster and the picture needs the time.
    ReadOnlyObjectProperty<Optional<Moment<S, N>>> told() {
        return told.getReadOnlyProperty();
    }

    /// What was last shown of the configuration before this one; empty at first.
    ReadOnlyObjectProperty<Optional<Moment<S, N>>> before() {
        return before.getReadOnlyProperty();
    }

    /// The configuration that stands beside, on the left.
    ReadOnlyObjectProperty<Optional<Run<S, N>>> pinned() {
        return pinned.getReadOnlyProperty();
    }

    /// The last question, answered or not.
    ReadOnlyObjectProperty<Optional<Question<S>>> question() {
        return question.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Integer> speed() {
        return speed.getReadOnlyProperty();
    }

    /// The thing that stands out in stage and log alike, empty for none.
    StringProperty lit() {
        return lit;
    }

    /// Turns whenever the learner is to answer the question first: the view puts the focus there.
    BooleanProperty guess() {
        return guess;
    }

    /// Whether numbers must not be shown yet, because they would give the answer away.
    boolean concealed() {
        return question.get()
                .filter(asked -> asked.standing() == Question.Standing.ASKED && isOf(asked.preset()))
                .isPresent();
    }

    /// Whether what is shown belongs to this preset.
    boolean isOf(Preset<S> preset) {
        return configuration.get().origin() instanceof Origin.FromPreset<S>(Preset<S> from) && from.equals(preset);
    }

    // ---- configurations

    /// Opens a preset at its beginning and asks its question.
    void open(Preset<S> preset) {
        begin(new Configuration<>(preset.scenario(), new Origin.FromPreset<>(preset)));
        question.set(Optional.of(Question.of(preset)));
        playing.set(false);
    }

    /// Opens a preset running, and asks the question of the next one.
    void demonstrate(Preset<S> preset) {
        begin(new Configuration<>(preset.scenario(), new Origin.FromPreset<>(preset)));
        question.set(next(preset).map(Question::of));
        seek(WELCOME_SECOND);
        playing.set(true);
    }

    /// Opens a challenge's start, ready to be changed.
    void open(Challenge<S, R> challenge) {
        question.set(Optional.empty());
        learning.take(challenge);
        begin(new Configuration<>(challenge.start(), new Origin.FromChallenge<>(challenge)));
        playing.set(true);
    }

    /// Opens what a scenario file says; nothing changes if it is at fault.
    ///
    /// @throws dev.rockpool.kernel.InputException naming the field and its bound
    void open(String name, String text) {
        S scenario = lab.codec().parse(text);
        question.set(Optional.empty());
        begin(new Configuration<>(scenario, new Origin.FromFile<>(name, scenario)));
    }

    /// Opens the start of a task.
    ///
    /// @param limits what becomes of a change: all that the task does not leave free is as at its start
    void open(String name, S start, UnaryOperator<S> limits) {
        question.set(Optional.empty());
        lock = limits;
        begin(new Configuration<>(start, new Origin.FromFile<>(name, start)));
    }

    /// The scenario as the text of a file.
    String scenarioText() {
        return lab.codec().text(configuration.get().scenario());
    }

    /// Sets one thing.
    ///
    /// @param gesture what it belongs to, so that a dragged slider is one change; empty for an act of its own
    @Override
    public void change(UnaryOperator<S> edit, String gesture) {
        Configuration<S> now = configuration.get();
        go(now.with(lock.apply(edit.apply(now.scenario()))), gesture);
    }

    /// A gesture is over.
    @Override
    public void seal() {
        edits.seal();
    }

    void seed(long seed) {
        change(scenario -> lab.withSeed(scenario, seed), "");
    }

    boolean canUndo() {
        return edits.canUndo();
    }

    boolean canRedo() {
        return edits.canRedo();
    }

    void undo() {
        edits.undo();
        follow(position);
    }

    void redo() {
        edits.redo();
        follow(position);
    }

    /// Back to the preset, challenge or file, at its beginning.
    void reset() {
        Configuration<S> now = configuration.get();
        edits.go(now.with(now.origin().baseline()), "");
        follow(0);
    }

    /// Back to the lab's own default.
    void factory() {
        question.set(Optional.empty());
        begin(new Configuration<>(lab.standard(), new Origin.Factory<>(lab.standard())));
    }

    /// Whether anything differs from the preset, challenge or file.
    boolean isChanged() {
        Configuration<S> now = configuration.get();
        return !now.scenario().equals(now.origin().baseline());
    }

    private void begin(Configuration<S> next) {
        edits.go(next, "");
        follow(0);
        speed.set(
                fitting(run.moment().get().map(now -> now.snapshot().seconds()).orElse(60L)));
    }

    private void go(Configuration<S> next, String gesture) {
        edits.go(next, gesture);
        question.get()
                .filter(asked -> isOf(asked.preset()) && asked.standing() != Question.Standing.COMPARED)
                .ifPresent(asked -> question.set(Optional.of(asked.skipped())));
        follow(position);
    }

    private void follow(double second) {
        Configuration<S> next = edits.current();
        if (!next.equals(configuration.get())) {
            remember(next);
            configuration.set(next);
        }
        position = second;
        run.open(next.scenario(), Math.round(Math.floor(second)));
        pinned.get().ifPresent(left -> left.seek(Math.round(Math.floor(second))));
        learning.check(next.scenario());
    }

    private void remember(Configuration<S> next) {
        run.moment().get().ifPresent(now -> {
            if (now.second() > 0 && !now.scenario().equals(next.scenario())) {
                before.set(Optional.of(now));
            }
        });
    }

    private static int fitting(long seconds) {
        return SPEEDS.stream()
                .filter(each -> seconds <= (long) each * PATIENCE)
                .findFirst()
                .orElse(SPEEDS.getLast());
    }

    // ---- the clock

    /// Plays on, or stops. From the end it begins anew; a preset that has asked is answered first.
    void togglePlay() {
        if (playing.get()) {
            playing.set(false);
        } else if (concealed()) {
            guess.set(!guess.get());
        } else {
            if (atEnd()) {
                seek(0);
            }
            playing.set(true);
        }
    }

    void pause() {
        playing.set(false);
    }

    void step() {
        if (concealed()) {
            guess.set(!guess.get());
            return;
        }
        playing.set(false);
        seek(second() + 1);
    }

    void back() {
        playing.set(false);
        seek(Math.max(0, second() - 1));
    }

    /// Goes to a second, within the run.
    void seek(long second) {
        if (concealed() && second > 0) {
            return;
        }
        position = Math.clamp((double) second, 0.0, (double) seconds());
        show();
    }

    void speed(int chosen) {
        speed.set(chosen);
    }

    void faster() {
        SPEEDS.stream().filter(each -> each > speed.get()).findFirst().ifPresent(speed::set);
    }

    void slower() {
        SPEEDS.reversed().stream()
                .filter(each -> each < speed.get())
                .findFirst()
                .ifPresent(speed::set);
    }

    /// Lets time go by while playing. Where a model cannot keep up, the position waits for it.
    ///
    /// @param elapsedNanos since the last pulse
    void pulse(long elapsedNanos) {
        boolean ready = run.reached() && pinned.get().map(Run::reached).orElse(true);
        if (!playing.get() || !ready) {
            return;
        }
        if (atEnd()) {
            playing.set(false);
            return;
        }
        long shown = second();
        position = Math.min((double) seconds(), position + (double) elapsedNanos / NANOS_PER_SECOND * speed.get());
        if (Math.floor(position) > shown) {
            show();
        }
    }

    /// The second that is wished for.
    long second() {
        return (long) Math.floor(position);
    }

    /// How long the run is.
    long seconds() {
        return run.moment().get().map(now -> now.snapshot().seconds()).orElse(0L);
    }

    private boolean atEnd() {
        return seconds() > 0 && second() >= seconds();
    }

    private void show() {
        run.seek(second());
        pinned.get().ifPresent(left -> left.seek(second()));
    }

    private void arrived(Optional<Moment<S, N>> now) {
        if (!playing.get() || told.get().isEmpty() || nanos.getAsLong() - toldNanos >= NANOS_BETWEEN_TELLING) {
            toldNanos = nanos.getAsLong();
            told.set(now);
        }
        now.filter(moment ->
                        moment.done() && moment.second() >= moment.snapshot().seconds())
                .ifPresent(end -> {
                    playing.set(playing.get() && !atEnd());
                    compare(end);
                });
    }

    // ---- breaking things

    /// Breaks something, or sets it right, from this second on. Looking back, what came after is forgotten. In a
    /// timeless lab it is a change like any other, and what is shown stays at its step.
    void disturb(String id) {
        S whole = configuration.get().scenario();
        if (lab.isTimeless()) {
            tasks.of(_ -> disturbed(whole, id))
                    .onSuccess(broken -> {
                        change(_ -> broken, "");
                        playing.set(playing.get() || second() == 0);
                    })
                    .start();
            return;
        }
        Optional<Moment<S, N>> was = run.moment().get();
        run.disturb(id, scenario -> {
            before.set(was);
            edits.go(configuration.get().with(scenario), "");
            configuration.set(edits.current());
            playing.set(true);
        });
    }

    private S disturbed(S whole, String id) {
        Simulation<S, N> asked = lab.open(whole);
        asked.disturb(id);
        return asked.scenario();
    }

    // ---- predicting

    /// Answers the question: its preset runs from the beginning.
    ///
    /// @param value in the figure's stored unit
    void predict(double value) {
        question.get().ifPresent(asked -> {
            if (isOf(asked.preset())) {
                seekAnew();
            } else {
                begin(new Configuration<>(asked.preset().scenario(), new Origin.FromPreset<>(asked.preset())));
            }
            question.set(Optional.of(asked.predicted(value)));
            playing.set(true);
        });
    }

    /// Leaves the question open and shows a second.
    void openAt(long second) {
        question.get().ifPresent(asked -> question.set(Optional.of(asked.skipped())));
        position = Math.max(0.0, (double) second);
        show();
    }

    /// Leaves the question open and plays.
    void skip() {
        question.get().ifPresent(asked -> {
            question.set(Optional.of(asked.skipped()));
            playing.set(true);
        });
    }

    /// Asks once more what the preset in sight asks, from its beginning.
    void askAgain() {
        if (configuration.get().origin() instanceof Origin.FromPreset<S>(Preset<S> preset)) {
            open(preset);
        }
    }

    /// Asks what the next preset asks, while this one stays in sight.
    void askNext() {
        question.get()
                .flatMap(asked -> next(asked.preset()))
                .ifPresent(preset -> question.set(Optional.of(Question.of(preset))));
    }

    /// The preset after this one, if there is one.
    Optional<Preset<S>> next(Preset<S> preset) {
        int at = lab.presets().indexOf(preset) + 1;
        return at < lab.presets().size() ? Optional.of(lab.presets().get(at)) : Optional.empty();
    }

    private void seekAnew() {
        position = 0;
        show();
    }

    private void compare(Moment<S, N> end) {
        question.get()
                .filter(asked -> asked.standing() == Question.Standing.PREDICTED && isOf(asked.preset()))
                .ifPresent(asked -> end.figure(asked.preset().prediction().figure())
                        .map(Figure::value)
                        .ifPresent(outcome -> {
                            question.set(Optional.of(asked.compared(outcome)));
                            learning.keep(asked, outcome);
                        }));
    }

    // ---- side by side

    /// Puts what runs now on the left, and goes on with a copy on the right.
    void pin() {
        Run<S, N> left = new Run<>(lab, configuration.get().scenario(), tasks, nanos, errors);
        left.open(configuration.get().scenario(), second());
        pinned.set(Optional.of(left));
    }

    /// Takes the left side away.
    void unpin() {
        pinned.set(Optional.empty());
    }

    /// In what the left and the right differ.
    List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        pinned.get().flatMap(left -> left.moment().get()).ifPresent(left -> {
            S right = configuration.get().scenario();
            for (Parameter<S> parameter : lab.parameters()) {
                if (!ParameterValue.same(parameter, left.scenario(), right)) {
                    found.add(new Difference(
                            parameter.label(),
                            parameter.applies(left.scenario()) ? ParameterValue.shown(parameter, left.scenario()) : "–",
                            parameter.applies(right) ? ParameterValue.shown(parameter, right) : "–"));
                }
            }
        });
        return List.copyOf(found);
    }

    // ---- export

    /// Every measured second as comma-separated values, with the units in the header.
    String table() {
        return run.moment().get().map(now -> SeriesTable.csv(now.series())).orElse("");
    }
}
