package dev.rockpool.app.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Runs work on the background and brings its outcome to the foreground.
///
/// ```java
/// tasks.of(progress -> library.read(folder, progress))
///         .titled(texts.get("decks.reading"))
///         .onSuccess(decks::setAll)
///         .onFailure(InputException.class, fault -> showBesideTheField(fault))
///         .start();
/// ```
///
/// A failure that no handler of the task takes goes to the runner's own, which shows it in the error surface.
public final class TaskRunner {
    private final Executor background;
    private final Executor foreground;
    private final Consumer<Throwable> unhandled;
    private final ObservableList<RunningTask> running = FXCollections.observableArrayList();

    /// @param background where work runs
    /// @param foreground runs what it is given on the thread that owns the interface
    /// @param unhandled takes, on the foreground, each failure that a task has no handler for
    public TaskRunner(Executor background, Executor foreground, Consumer<Throwable> unhandled) {
        this.background = background;
        this.foreground = foreground;
        this.unhandled = unhandled;
    }

    /// A task that will do `work`; nothing runs before [Task#start].
    public <T> Task<T> of(Work<T> work) {
        return new Task<>(work);
    }

    /// The titled tasks at work now, oldest first; changes on the foreground.
    public ObservableList<RunningTask> running() {
        return FXCollections.unmodifiableObservableList(running);
    }

    /// Runs `act` on the thread that owns the interface, for callers that were told something on another.
    public void onForeground(Runnable act) {
        foreground.execute(act);
    }

    /// Work with what follows it, being put together.
    ///
    /// @param <T> what the work answers
    public final class Task<T> {
        private final Work<T> work;
        private final List<FailureHandler<?>> failures = new ArrayList<>();
        private Consumer<? super T> success = answer -> {};
        private Runnable afterwards = () -> {};
        private String title = "";

        private Task(Work<T> work) {
            this.work = work;
        }

        /// Shows the task, with progress and cancel, under this name while it runs.
        public Task<T> titled(String name) {
            title = name;
            return this;
        }

        /// Takes the answer, on the foreground.
        public Task<T> onSuccess(Consumer<? super T> handler) {
            success = handler;
            return this;
        }

        /// Takes a failure of this type, on the foreground. The first handler that fits gets it.
        public <X extends Throwable> Task<T> onFailure(Class<X> type, Consumer<? super X> handler) {
            failures.add(new FailureHandler<>(type, handler));
            return this;
        }

        /// Runs on the foreground after success, failure and cancel alike.
        public Task<T> afterwards(Runnable act) {
            afterwards = act;
            return this;
        }

        /// Starts the work.
        public RunningTask start() {
            RunningTask task = new RunningTask(title, foreground);
            if (!title.isEmpty()) {
                foreground.execute(() -> running.add(task));
            }
            background.execute(() -> run(task));
            return task;
        }

        private void run(RunningTask task) {
            try {
                T answer = work.run(task);
                foreground.execute(() -> end(task, () -> success.accept(answer)));
            } catch (CancellationException cancelled) {
                foreground.execute(() -> end(task, () -> {}));
            } catch (Exception | Error failure) {
                foreground.execute(() -> end(task, () -> fail(failure)));
            }
        }

        private void end(RunningTask task, Runnable outcome) {
            running.remove(task);
            task.ended();
            try {
                if (!task.cancelled()) {
                    outcome.run();
                }
            } finally {
                afterwards.run();
            }
        }

        private void fail(Throwable failure) {
            for (FailureHandler<?> handler : failures) {
                if (handler.takes(failure)) {
                    return;
                }
            }
            unhandled.accept(failure);
        }
    }

    private record FailureHandler<X extends Throwable>(Class<X> type, Consumer<? super X> handler) {
        boolean takes(@Nullable Throwable failure) {
            if (!type.isInstance(failure)) {
                return false;
            }
            handler.accept(type.cast(failure));
            return true;
        }
    }
}
