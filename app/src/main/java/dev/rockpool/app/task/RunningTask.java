package dev.rockpool.app.task;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/// A task that was started: what it is, how far it is, and a way to stop it. Its properties change on the foreground.
public final class RunningTask implements Progress {
    private final String title;
    private final Executor foreground;
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(true);
    private volatile boolean cancelled;

    RunningTask(String title, Executor foreground) {
        this.title = title;
        this.foreground = foreground;
    }

    /// What a person calls this work, such as “Backing up”; empty for work too short to be shown.
    public String title() {
        return title;
    }

    /// The share that is done, 0 to 1; below 0 while it cannot be told.
    public ReadOnlyDoubleProperty fraction() {
        return fraction.getReadOnlyProperty();
    }

    /// Whether it is still at work.
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    /// Asks the work to end at its next [Progress#checkCancelled]; neither success nor failure is told afterwards.
    public void cancel() {
        cancelled = true;
    }

    /// Whether [#cancel] was called.
    public boolean cancelled() {
        return cancelled;
    }

    @Override
    public void report(double done) {
        foreground.execute(() -> fraction.set(Math.min(done, 1)));
    }

    @Override
    public void checkCancelled() {
        if (cancelled) {
            throw new CancellationException(title);
        }
    }

    /// Foreground only.
    void ended() {
        running.set(false);
    }
}
