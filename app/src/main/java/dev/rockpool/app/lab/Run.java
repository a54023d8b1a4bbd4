package dev.rockpool.app.lab;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.simulators.Lab;
import dev.rockpool.simulators.Snapshot;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// A run as the foreground knows it: it is told what to show and gets there in the background, a slice at a time. Of
/// several wishes in a row only the last counts.
final class Run<S, N extends Snapshot> {
    private final Lab<S, ?, N> lab;
    private final TaskRunner tasks;
    private final LongSupplier nanos;
    private final Consumer<Throwable> errors;
    private final ReadOnlyObjectWrapper<Optional<Moment<S, N>>> moment = new ReadOnlyObjectWrapper<>(Optional.empty());
    private @Nullable Playback<S, N> playback;
    private S scenario;
    private long second;
    private boolean working;
    private boolean looping;
    private boolean reached = true;

    /// @param errors told when the model fails; the run then stays where it is
    Run(Lab<S, ?, N> lab, S scenario, TaskRunner tasks, LongSupplier nanos, Consumer<Throwable> errors) {
        this.lab = lab;
        this.scenario = scenario;
        this.tasks = tasks;
        this.nanos = nanos;
        this.errors = errors;
    }

    /// What is shown; empty before the first slice.
    ReadOnlyObjectProperty<Optional<Moment<S, N>>> moment() {
        return moment.getReadOnlyProperty();
    }

    /// Whether what is shown is what was wished.
    boolean reached() {
        return reached && !working;
    }

    /// Begins anew with another scenario and goes to `second` at once.
    void open(S changed, long wanted) {
        scenario = changed;
        playback = null;
        seek(wanted);
    }

    /// Shows `second`, or the end of the run if that comes first.
    void seek(long wanted) {
        second = wanted;
        reached = false;
        work();
    }

    /// Breaks something or sets it right.
    ///
    /// @param then takes the scenario that says so
    void disturb(String id, Consumer<S> then) {
        Playback<S, N> running = playback;
        if (running == null) {
            return;
        }
        tasks.of(_ -> running.disturb(id))
                .onSuccess(now -> {
                    if (running.equals(playback)) {
                        scenario = now.scenario();
                        moment.set(Optional.of(now));
                        then.accept(now.scenario());
                    }
                })
                .start();
    }

    /// One slice after the other. Where tasks run at once, in this loop; elsewhere each slice starts the next.
    private void work() {
        if (working || looping) {
            return;
        }
        looping = true;
        while (!reached && !working) {
            slice();
        }
        looping = false;
    }

    private void slice() {
        working = true;
        Playback<S, N> before = playback;
        S wanted = scenario;
        long goal = second;
        tasks.of(_ -> {
                    Playback<S, N> used = before == null ? new Playback<>(lab, wanted, nanos) : before;
                    return new Slice<>(used, used.toward(goal));
                })
                .onSuccess(slice -> arrive(slice, wanted, goal))
                .onFailure(Throwable.class, failure -> {
                    reached = true;
                    errors.accept(failure);
                })
                .afterwards(() -> {
                    working = false;
                    work();
                })
                .start();
    }

    private void arrive(Slice<S, N> slice, S wanted, long goal) {
        boolean current = wanted.equals(scenario) && (playback == null || playback.equals(slice.playback()));
        if (current) {
            playback = slice.playback();
            reached = goal == second
                    && (slice.moment().head() >= goal || slice.moment().done());
            moment.set(Optional.of(slice.moment()));
        }
    }

    private record Slice<S, N extends Snapshot>(Playback<S, N> playback, Moment<S, N> moment) {}
}
