package dev.rockpool.app.presenter;

import dev.rockpool.content.Lesson;
import dev.rockpool.content.LessonAct;
import dev.rockpool.content.LessonScene;
import dev.rockpool.content.LessonStep;
import dev.rockpool.simulators.Prediction;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// A lesson as it is being presented.
final class PresenterViewModel {
    private final Lesson lesson;
    private final ShownLab lab;
    private final Words words;
    private final LessonTimer timer;
    private final Sketch sketch = new Sketch();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyObjectWrapper<Page> page;
    private final ReadOnlyLongWrapper seed;
    private final BooleanProperty frozen = new SimpleBooleanProperty();
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Map<String, Double> guesses = new HashMap<>();
    private final Set<Integer> resolved = new HashSet<>();
    private final Map<Integer, HandsQuestion> questions = new HashMap<>();
    private final ClassBook book;
    private final InstantSource clock;
    private ClassLedger ledger;
    private List<ClassRun> earlier = List.of();

    /// Words for those who wrote a number down.
    ///
    /// @param right the choice of those who were right
    /// @param wrong the choice of the others
    record Words(String right, String wrong) {}

    /// @param book keeps the hands before and after
    PresenterViewModel(Lesson lesson, ShownLab lab, ClassBook book, InstantSource clock, Words words) {
        this.lesson = lesson;
        this.lab = lab;
        this.book = book;
        this.clock = clock;
        this.words = words;
        ledger = new ClassLedger(lesson, lesson.seed(), book, clock);
        timer = new LessonTimer(clock);
        seed = new ReadOnlyLongWrapper(lesson.seed());
        page = new ReadOnlyObjectWrapper<>(new Page.Told(lesson.steps().getFirst()));
        go(0);
    }

    Lesson lesson() {
        return lesson;
    }

    Sketch sketch() {
        return sketch;
    }

    LessonTimer timer() {
        return timer;
    }

    /// The step in sight, from 0; the number of steps for the gain.
    ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Page> page() {
        return page.getReadOnlyProperty();
    }

    /// What the questions before and after follow from.
    ReadOnlyLongProperty seed() {
        return seed.getReadOnlyProperty();
    }

    /// Whether the class goes on seeing what it saw, whatever the presenter does.
    BooleanProperty frozen() {
        return frozen;
    }

    /// The step in sight; empty at the gain.
    Optional<LessonStep> step() {
        return step(at.get());
    }

    /// The step after it.
    Optional<LessonStep> next() {
        return step(at.get() + 1);
    }

    /// Whether the gain stands behind the last step.
    boolean hasGain() {
        return lesson.questions() > 0;
    }

    private Optional<LessonStep> step(int index) {
        return index < lesson.steps().size() ? Optional.of(lesson.steps().get(index)) : Optional.empty();
    }

    private int last() {
        return hasGain() ? lesson.steps().size() : lesson.steps().size() - 1;
    }

    // ---- moving

    boolean canGoOn() {
        return at.get() < last();
    }

    boolean canGoBack() {
        return at.get() > 0;
    }

    /// Goes to the next step; the first time starts the timer.
    void forward() {
        if (canGoOn()) {
            timer.start();
            go(at.get() + 1);
        }
    }

    void back() {
        if (canGoBack()) {
            go(at.get() - 1);
        }
    }

    /// Goes to a step, at its start.
    void go(int index) {
        keep();
        at.set(Math.clamp(index, 0, last()));
        sketch.open(at.get());
        stage();
        publish();
        if (step().isEmpty()) {
            book.read(lesson.id(), runs -> {
                earlier = runs;
                publish();
            });
        }
    }

    /// Brings the step back to its start: the lab at its preset, no hands, no guess, nothing drawn.
    ///
    /// @return takes that back, but for the lab
    Runnable reset() {
        int here = at.get();
        Optional<Tally> tally = Optional.ofNullable(tallies.remove(here));
        boolean told = resolved.remove(here);
        Optional<String> asking = step().filter(step -> step.act() instanceof LessonAct.Predict)
                .flatMap(LessonStep::scene)
                .map(PresenterViewModel::key);
        Optional<Double> guess = asking.map(guesses::remove);
        Runnable ink = sketch.wipe();
        stage();
        publish();
        return () -> {
            tally.ifPresent(counted -> tallies.put(here, counted));
            if (told) {
                resolved.add(here);
            }
            guess.ifPresent(value -> guesses.put(asking.orElse(""), value));
            ink.run();
            publish();
        };
    }

    /// The lab as the step begins with it.
    private void stage() {
        Optional<LessonScene> scene = step().flatMap(LessonStep::scene);
        if (scene.isEmpty()) {
            lab.close();
            return;
        }
        lab.open(scene.get());
        step().ifPresent(step -> {
            if (step.act() instanceof LessonAct.Run(var until)) {
                lab.run(until);
            } else if (step.act() instanceof LessonAct.Reveal) {
                lab.finish();
            }
        });
    }

    // ---- hands

    /// Counts hands for a choice.
    void count(int choice, int hands) {
        if (page.get() instanceof Page.Asked asked) {
            tallies.put(at.get(), asked.tally().with(choice, hands));
            publish();
        }
    }

    /// Shows the answer, or hides it again. A question before the lesson keeps its answer to itself.
    void resolve() {
        if (!canResolve()) {
            return;
        }
        if (!resolved.remove(at.get())) {
            resolved.add(at.get());
        }
        publish();
    }

    boolean canResolve() {
        return step().filter(step -> switch (step.act()) {
                    case LessonAct.Poll(var _, String answer) -> !answer.isEmpty();
                    case LessonAct.Ask ask -> ask.when() == LessonAct.When.AFTER;
                    case LessonAct.Tell _, LessonAct.Predict _, LessonAct.Run _, LessonAct.Reveal _ -> false;
                })
                .isPresent();
    }

    /// Draws other numbers for the questions before and after, for another class; what was counted is kept as the last
    /// one's.
    ///
    /// @return takes that back
    Runnable draw(long wanted) {
        keep();
        long before = seed.get();
        ClassLedger last = ledger;
        Map<Integer, Tally> counted = Map.copyOf(tallies);
        Set<Integer> told = Set.copyOf(resolved);
        for (int index = 0; index < lesson.steps().size(); index++) {
            if (lesson.steps().get(index).act() instanceof LessonAct.Ask) {
                tallies.remove(index);
                resolved.remove(index);
            }
        }
        ledger = new ClassLedger(lesson, wanted, book, clock);
        ask(wanted);
        return () -> {
            keep();
            ledger = last;
            tallies.putAll(counted);
            resolved.addAll(told);
            ask(before);
        };
    }

    private void ask(long wanted) {
        seed.set(wanted);
        questions.clear();
        publish();
    }

    /// Keeps the hands before and after as they are counted now.
    void keep() {
        Map<ClassLedger.Place, ClassLedger.Hands> counted = new HashMap<>();
        for (LessonAct.When side : LessonAct.When.values()) {
            List<Integer> asked = asking(side);
            for (int pair = 0; pair < asked.size(); pair++) {
                counted.put(new ClassLedger.Place(pair, side), hands(asked.get(pair)));
            }
        }
        ledger.keep(counted);
    }

    private ClassLedger.Hands hands(int index) {
        Optional<Tally> tally = Optional.ofNullable(tallies.get(index));
        OptionalInt right = tally.isPresent() ? question(index).right() : OptionalInt.empty();
        return right.isPresent()
                ? new ClassLedger.Hands(
                        tally.get().hands().get(right.getAsInt()), tally.get().total())
                : new ClassLedger.Hands(0, 0);
    }

    // ---- guesses

    /// Keeps what the class guesses.
    ///
    /// @param stored in the stored unit of the prediction
    void guess(double stored) {
        if (page.get() instanceof Page.Guessed asked) {
            asked.step().scene().ifPresent(scene -> guesses.put(key(scene), stored));
            publish();
        }
    }

    private static String key(LessonScene scene) {
        return scene.lab() + "/" + scene.preset();
    }

    // ---- time

    /// The seconds planned for the steps before the one in sight.
    int plannedBefore() {
        return lesson.steps().subList(0, Math.min(at.get(), lesson.steps().size())).stream()
                .mapToInt(LessonStep::seconds)
                .sum();
    }

    /// The seconds planned up to the end of the step in sight.
    int plannedUntil() {
        return plannedBefore() + step().map(LessonStep::seconds).orElse(0);
    }

    /// By how much the lesson is late; negative if it is early; zero within the plan of the step.
    Duration late() {
        long elapsed = timer.elapsed().toSeconds();
        if (elapsed > plannedUntil()) {
            return Duration.ofSeconds(elapsed - plannedUntil());
        }
        return elapsed < plannedBefore() ? Duration.ofSeconds(elapsed - plannedBefore()) : Duration.ZERO;
    }

    /// Starts the timer, or holds it.
    void toggleTimer() {
        if (timer.running()) {
            timer.hold();
        } else {
            timer.start();
        }
    }

    // ---- what is shown

    private void publish() {
        page.set(step().map(this::page).orElseGet(() -> new Page.Summed(gain(), earlier())));
    }

    private Page page(LessonStep step) {
        return switch (step.act()) {
            case LessonAct.Tell _ -> new Page.Told(step);
            case LessonAct.Predict _ -> guessed(step, Page.Phase.ASKED);
            case LessonAct.Run _ -> guessed(step, Page.Phase.RUNS);
            case LessonAct.Reveal _ -> guessed(step, Page.Phase.REVEALED);
            case LessonAct.Poll _, LessonAct.Ask _ -> {
                HandsQuestion question = question(at.get());
                yield new Page.Asked(step, question, tally(at.get(), question), resolved.contains(at.get()));
            }
        };
    }

    private Page guessed(LessonStep step, Page.Phase phase) {
        Optional<Prediction> prediction = step.scene().flatMap(lab::prediction);
        Optional<Double> guess = step.scene().flatMap(scene -> Optional.ofNullable(guesses.get(key(scene))));
        return new Page.Guessed(
                step, prediction, guess.map(OptionalDouble::of).orElseGet(OptionalDouble::empty), phase);
    }

    private Tally tally(int index, HandsQuestion question) {
        return tallies.getOrDefault(index, Tally.none(question.choices().size()));
    }

    private HandsQuestion question(int index) {
        return questions.computeIfAbsent(index, this::make);
    }

    private HandsQuestion make(int index) {
        return switch (lesson.steps().get(index).act()) {
            case LessonAct.Poll(var choices, String answer) -> HandsQuestion.of(choices, answer);
            case LessonAct.Ask(LessonAct.When when, LessonAct.Asked asked, String answer) ->
                switch (asked) {
                    case LessonAct.Asked.Authored(var choices) -> HandsQuestion.of(choices, answer);
                    case LessonAct.Asked.Generated(String template) ->
                        HandsQuestion.generated(
                                template, seed.get(), when, number(index, when), answer, words.right(), words.wrong());
                };
            case LessonAct.Tell _, LessonAct.Predict _, LessonAct.Run _, LessonAct.Reveal _ ->
                throw new IllegalStateException("Step " + index + " asks nothing");
        };
    }

    /// Which of the questions before, or after, stands at `index`, from 0.
    private int number(int index, LessonAct.When when) {
        return asking(when).indexOf(index);
    }

    private List<Integer> asking(LessonAct.When when) {
        List<Integer> found = new ArrayList<>();
        for (int index = 0; index < lesson.steps().size(); index++) {
            if (lesson.steps().get(index).act() instanceof LessonAct.Ask ask && ask.when() == when) {
                found.add(index);
            }
        }
        return List.copyOf(found);
    }

    /// Earlier classes of this lesson whose gain is known.
    private List<ClassRun> earlier() {
        return earlier.stream()
                .filter(run -> !ledger.begun().equals(Optional.of(run.begun())))
                .filter(run -> run.gain().normalised().isPresent())
                .toList();
    }

    /// The gain over all questions that were counted twice.
    Gain gain() {
        List<Integer> before = asking(LessonAct.When.BEFORE);
        List<Integer> after = asking(LessonAct.When.AFTER);
        List<Gain.Pair> pairs = new ArrayList<>();
        for (int index = 0; index < before.size(); index++) {
            OptionalDouble one = right(before.get(index));
            OptionalDouble other = right(after.get(index));
            if (one.isPresent() && other.isPresent()) {
                pairs.add(new Gain.Pair(one.getAsDouble(), other.getAsDouble()));
            }
        }
        return Gain.of(pairs, before.size());
    }

    /// The share of right answers to a question; empty while nobody is counted.
    private OptionalDouble right(int index) {
        HandsQuestion question = question(index);
        Tally tally = tally(index, question);
        return tally.total() == 0 || question.right().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(tally.share(question.right().getAsInt()));
    }
}
