package dev.rockpool.app.branches;

import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.EnvironmentException;
import dev.rockpool.kernel.InputException;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Branches screen shows, and what can be done there. Foreground only; platforms work on the background, one
/// act after the other.
final class BranchesViewModel {
    /// Days that pass in a second while time plays.
    static final List<Integer> SPEEDS = List.of(1, 7, 30, 90);

    private static final int STANDARD_SPEED = 30;
    /// A skip is made in so many steps, that the way is seen.
    private static final int STEPS = 36;
    /// How often [#tick] is called in a second.
    static final int TICKS = 10;

    private static final Instant LATEST = Instant.parse("9990-01-01T00:00:00Z");

    private final RunningPlatform running;
    private final Supplier<PriceBook> prices;
    private final TaskRunner tasks;
    private final Spent spent = new Spent();
    private final ReadOnlyObjectWrapper<Optional<Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Layers> layers = new ReadOnlyObjectWrapper<>(Layers.NONE);
    private final ReadOnlyObjectWrapper<Optional<Skip>> skip = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Integer> speed = new ReadOnlyObjectWrapper<>(STANDARD_SPEED);
    private final ReadOnlyObjectWrapper<Optional<Act>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<Life>> life = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Told> leftEvents = FXCollections.observableArrayList();
    private final ObservableList<Told> rightEvents = FXCollections.observableArrayList();
    private final ObservableList<String> objects = FXCollections.observableArrayList();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private Optional<BranchDesk> desk = Optional.empty();
    private Optional<Platform> origin = Optional.empty();
    private Sides sides = Sides.NONE;
    private Blocks blocks = Blocks.BYTES;
    private BranchDesk.Stamp stamp = BranchDesk.Stamp.NONE;
    private int idle;
    private boolean working;

    /// What is asked about before it is done.
    enum Act {
        KEEP,
        DISCARD
    }

    /// Time being set forward.
    record Skip(Instant from, Instant to) {
        /// The share of it that is done at `now`, 0 to 1.
        double done(Instant now) {
            return Math.clamp(
                    (double) Duration.between(from, now).toMillis()
                            / Math.max(1, Duration.between(from, to).toMillis()),
                    0,
                    1);
        }
    }

    /// The blocks of both sides.
    record Layers(Sediment left, Sediment right) {
        static final Layers NONE = new Layers(Sediment.empty(1), Sediment.empty(1));
    }

    /// An object's life on both sides.
    ///
    /// @param object as `BUCKET/KEY`
    record Life(String object, Comparison.Lives lives) {}

    BranchesViewModel(RunningPlatform running, Supplier<PriceBook> prices, TaskRunner tasks) {
        this.running = running;
        this.prices = prices;
        this.tasks = tasks;
        running.state().subscribe(this::follow);
    }

    private void follow(PlatformState state) {
        if (state instanceof PlatformState.Open open && !origin.equals(Optional.of(open.platform()))) {
            origin = Optional.of(open.platform());
            desk = Optional.of(new BranchDesk(open.branches(), prices, running::addresses));
            anew(Sides.NONE);
        }
    }

    // --- what is shown

    RunningPlatform running() {
        return running;
    }

    /// The latest reading; empty before the first.
    ReadOnlyObjectProperty<Optional<Reading>> reading() {
        return reading.getReadOnlyProperty();
    }

    /// The comparison of the latest reading.
    Optional<Reading.Compared> compared() {
        return reading.get().flatMap(Reading::compared);
    }

    ReadOnlyObjectProperty<Layers> layers() {
        return layers.getReadOnlyProperty();
    }

    /// What blocks stand for.
    Blocks blocks() {
        return blocks;
    }

    /// Lets blocks stand for that from now on.
    void count(Blocks what) {
        if (what != blocks) {
            blocks = what;
            layers.set(Layers.NONE);
            compared().map(Reading.Compared::comparison).ifPresent(this::sink);
        }
    }

    /// What the bills came to so far.
    Spent spent() {
        return spent;
    }

    /// The two that are compared.
    Sides sides() {
        return sides;
    }

    /// Time being set forward; empty while it is not.
    ReadOnlyObjectProperty<Optional<Skip>> skip() {
        return skip.getReadOnlyProperty();
    }

    /// Whether time plays.
    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// Days a second.
    ReadOnlyObjectProperty<Integer> speed() {
        return speed.getReadOnlyProperty();
    }

    /// What waits for a yes.
    ReadOnlyObjectProperty<Optional<Act>> asked() {
        return asked.getReadOnlyProperty();
    }

    /// Why the last act was refused; empty if it was not.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// What happened on the left, the latest first.
    ObservableList<Told> leftEvents() {
        return FXCollections.unmodifiableObservableList(leftEvents);
    }

    /// What happened on the right, the latest first.
    ObservableList<Told> rightEvents() {
        return FXCollections.unmodifiableObservableList(rightEvents);
    }

    /// Objects whose life can be looked at, as `BUCKET/KEY`; any other can be named.
    ObservableList<String> objects() {
        return FXCollections.unmodifiableObservableList(objects);
    }

    /// The life that is looked at.
    ReadOnlyObjectProperty<Optional<Life>> life() {
        return life.getReadOnlyProperty();
    }

    // --- branches

    /// Opens the platform if it is not.
    void open() {
        running.open();
        refresh();
    }

    /// Reads what there is now.
    void refresh() {
        work(at -> at.read(sides), this::take);
    }

    /// Makes the bucket of samples.
    void makeSamples() {
        work(
                at -> {
                    at.makeSamples();
                    return at.read(sides);
                },
                this::take);
    }

    /// Lets a branch leave the platform, and looks at it.
    ///
    /// @param withTwin whether a second one leaves with it, to stay as it is
    /// @param then on success
    void branch(String name, boolean withTwin, Runnable then) {
        fault.set("");
        pause();
        work(
                at -> {
                    at.take(name, withTwin);
                    return at;
                },
                _ -> {
                    anew(new Sides(withTwin ? name + BranchDesk.TWIN : Sides.ORIGIN, name));
                    then.run();
                });
    }

    /// Compares these two from now on.
    void choose(Sides wanted) {
        if (!wanted.equals(sides) && !wanted.left().equals(wanted.right())) {
            fault.set("");
            pause();
            anew(wanted);
        }
    }

    private void anew(Sides wanted) {
        sides = wanted;
        life.set(Optional.empty());
        layers.set(Layers.NONE);
        asked.set(Optional.empty());
        work(
                at -> {
                    at.forget();
                    return at.read(wanted);
                },
                read -> {
                    leftEvents.clear();
                    rightEvents.clear();
                    take(read);
                    readObjects();
                });
    }

    private void readObjects() {
        objects.clear();
        if (compared().isPresent()) {
            Sides of = sides;
            work(at -> at.objects(of), objects::setAll);
        }
    }

    /// Asks whether to do it.
    void ask(Act act) {
        if (compared().isPresent()) {
            fault.set("");
            pause();
            asked.set(Optional.of(act));
        }
    }

    /// Deletes a branch that cannot be opened.
    void discardUnusable(String name) {
        work(
                at -> {
                    at.discard(name);
                    return at.read(sides);
                },
                this::take);
    }

    /// Leaves it.
    void leave() {
        asked.set(Optional.empty());
    }

    /// Does what was asked about.
    ///
    /// @param then takes the branch's name, once it is done
    void confirm(Consumer<String> then) {
        Optional<Act> act = asked.get();
        asked.set(Optional.empty());
        String name = sides.right();
        act.ifPresent(decided -> {
            switch (decided) {
                case KEEP -> keep(name, then);
                case DISCARD ->
                    work(
                            at -> {
                                at.discard(name);
                                return at;
                            },
                            _ -> {
                                spent.forget(name);
                                anew(Sides.NONE);
                                then.accept(name);
                            });
            }
        });
    }

    private void keep(String name, Consumer<String> then) {
        if (working) {
            waiting.add(() -> keep(name, then));
            return;
        }
        working = true;
        running.keep(
                name,
                () -> {
                    over();
                    spent.forget(name);
                    work(
                            at -> {
                                at.discardTwin(name);
                                return at;
                            },
                            _ -> anew(Sides.NONE));
                    then.accept(name);
                },
                sentence -> {
                    over();
                    fault.set(sentence);
                    anew(Sides.NONE);
                });
    }

    // --- time

    /// Sets the clocks of both sides forward, as far as they are branches.
    void skip(Period period) {
        compared().ifPresent(now -> {
            pause();
            Instant from = now.comparison().right().now();
            Instant to = from.atOffset(ZoneOffset.UTC).plus(period).toInstant();
            if (to.isBefore(LATEST)) {
                skip.set(Optional.of(new Skip(from, to)));
                step(Duration.between(from, to).dividedBy(STEPS));
            }
        });
    }

    private void step(Duration by) {
        Optional<Skip> under = skip.get();
        if (under.isEmpty()) {
            return;
        }
        Instant to = under.get().to();
        Instant now = compared().map(read -> read.comparison().right().now()).orElse(to);
        Instant next = now.plus(by).plus(by.dividedBy(2)).isAfter(to) ? to : now.plus(by);
        Sides both = sides;
        work(
                at -> {
                    at.advance(both, next);
                    return at.read(both);
                },
                read -> {
                    take(read);
                    if (next.equals(to)) {
                        skip.set(Optional.empty());
                        lookAgain();
                    } else {
                        step(by);
                    }
                });
    }

    /// Plays or pauses.
    void togglePlay() {
        if (playing.get() || skip.get().isPresent()) {
            pause();
        } else {
            playing.set(compared().isPresent());
        }
    }

    /// Stops what time does.
    void pause() {
        boolean was = playing.get() || skip.get().isPresent();
        playing.set(false);
        skip.set(Optional.empty());
        if (was) {
            lookAgain();
        }
    }

    /// Plays at that many days a second.
    void speed(int days) {
        speed.set(days);
    }

    /// Lets time pass while it plays, and else sees every second whether clients changed a side; call it [#TICKS] times
    /// a second while the screen is in front.
    void tick() {
        if (working) {
            return;
        }
        if (!playing.get()) {
            watch();
            return;
        }
        Optional<Instant> now = compared().map(read -> read.comparison().right().now());
        if (now.isEmpty() || now.get().isAfter(LATEST)) {
            pause();
            return;
        }
        Instant next = now.get().plus(Duration.ofDays(speed.get()).dividedBy(TICKS));
        Sides both = sides;
        work(
                at -> {
                    at.advance(both, next);
                    return at.read(both);
                },
                this::take);
    }

    private void watch() {
        idle = (idle + 1) % TICKS;
        if (idle == 0 && compared().isPresent()) {
            Sides both = sides;
            BranchDesk.Stamp seen = stamp;
            work(
                    at -> {
                        BranchDesk.Stamp now = at.stamp(both);
                        return now.equals(seen)
                                ? new Watched(now, Optional.empty())
                                : new Watched(now, Optional.of(at.read(both)));
                    },
                    watched -> {
                        stamp = watched.stamp();
                        watched.reading().ifPresent(this::take);
                    });
        }
    }

    /// @param reading empty if nothing happened since
    private record Watched(BranchDesk.Stamp stamp, Optional<Reading> reading) {}

    // --- lives

    /// Looks at an object's life on both sides.
    ///
    /// @param object as `BUCKET/KEY`
    void look(String object) {
        if (!object.isBlank() && compared().isPresent()) {
            Sides both = sides;
            work(at -> new Life(object.strip(), at.lives(both, object.strip())), read -> life.set(Optional.of(read)));
        }
    }

    private void lookAgain() {
        life.get().ifPresent(shown -> look(shown.object()));
    }

    // --- the background

    private void take(Reading read) {
        Optional<Reading.Compared> before = compared();
        read.compared().ifPresent(now -> {
            Comparison comparison = now.comparison();
            sides = new Sides(comparison.left().name(), comparison.right().name());
            spent.add(comparison);
            told(leftEvents, now.left());
            told(rightEvents, now.right());
            if (before.isEmpty()) {
                layers.set(Layers.NONE);
            }
            sink(comparison);
        });
        reading.set(Optional.of(read));
    }

    /// Lets blocks go where they are now; the first time they come from where they were at the beginning.
    private void sink(Comparison comparison) {
        Layers lying = layers.get();
        if (lying.equals(Layers.NONE)) {
            Sediment empty = Sediment.empty(Sediment.blockOf(Math.max(
                    point(comparison.left(), true).map(blocks::all).orElse(0L),
                    point(comparison.right(), true).map(blocks::all).orElse(0L))));
            lying = new Layers(lying(empty, comparison.left(), true), lying(empty, comparison.right(), true));
        }
        layers.set(new Layers(
                lying(lying.left(), comparison.left(), false), lying(lying.right(), comparison.right(), false)));
    }

    private static void told(ObservableList<Told> list, List<Told> news) {
        list.addAll(0, news.reversed());
        if (list.size() > BranchDesk.MOST_EVENTS) {
            list.remove(BranchDesk.MOST_EVENTS, list.size());
        }
    }

    private Sediment lying(Sediment before, Comparison.Side side, boolean first) {
        return point(side, first).map(point -> before.with(blocks.of(point))).orElse(before);
    }

    private static Optional<Comparison.Point> point(Comparison.Side side, boolean first) {
        return side.points().isEmpty()
                ? Optional.empty()
                : Optional.of(first ? side.points().getFirst() : side.points().getLast());
    }

    private <T> void work(Function<BranchDesk, T> act, Consumer<? super T> then) {
        if (working) {
            waiting.add(() -> work(act, then));
            return;
        }
        desk.ifPresent(at -> {
            working = true;
            tasks.of(_ -> act.apply(at))
                    .onSuccess(then)
                    .onFailure(InputException.class, refused -> refused(refused.sentence()))
                    .onFailure(EnvironmentException.class, refused -> refused(refused.sentence()))
                    .afterwards(this::over)
                    .start();
        });
    }

    private void refused(String sentence) {
        playing.set(false);
        skip.set(Optional.empty());
        fault.set(sentence);
    }

    private void over() {
        working = false;
        Optional.ofNullable(waiting.poll()).ifPresent(Runnable::run);
    }
}
