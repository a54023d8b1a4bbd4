package dev.rockpool.app.lab;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.LabSetting;
import dev.rockpool.kernel.InputException;
import dev.rockpool.quiz.task.BoundTask;
import dev.rockpool.quiz.task.GoalState;
import dev.rockpool.simulators.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A task that is being done: the lab it is set in, locked but for what is free, and how its goals stand.
///
/// Whatever is changed, by a control or in the picture, becomes what the free controls can say of it: nothing else can
/// be changed.
final class TaskRun<S, R, N extends Snapshot> {
    private final LabViewModel<S, R, N> model;
    private final BoundTask<S, R> task;
    private final TaskRunner tasks;
    private final Consumer<List<LabSetting>> changed;
    private final ReadOnlyObjectWrapper<List<GoalState>> goals = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<List<LabSetting>> waiting = Optional.empty();
    private List<LabSetting> settings;
    private boolean checking;
    private boolean atEnd;

    /// @param name what the task is called
    /// @param given what was set before
    /// @param changed takes the settings whenever they change
    TaskRun(
            LabViewModel<S, R, N> model,
            BoundTask<S, R> task,
            String name,
            List<LabSetting> given,
            TaskRunner tasks,
            Consumer<List<LabSetting>> changed) {
        this.model = model;
        this.task = task;
        this.tasks = tasks;
        this.changed = changed;
        settings = given;
        model.open(name, task.start(), scenario -> task.scenario(task.settings(scenario)));
        if (!given.isEmpty()) {
            model.change(_ -> task.scenario(given), "");
        }
        model.moment().subscribe(now -> {
            if (!atEnd && now.isPresent()) {
                atEnd = true;
                model.seek(model.seconds());
            }
        });
        model.configuration().subscribe(now -> follow(now.scenario()));
        check();
    }

    BoundTask<S, R> task() {
        return task;
    }

    LabViewModel<S, R, N> model() {
        return model;
    }

    /// What is set now; none at the start.
    List<LabSetting> settings() {
        return settings;
    }

    /// How the goals stand; empty until they were looked at.
    ReadOnlyObjectProperty<List<GoalState>> goals() {
        return goals.getReadOnlyProperty();
    }

    private void follow(S scenario) {
        List<LabSetting> now = task.settings(scenario);
        if (!now.equals(settings)) {
            settings = now;
            changed.accept(now);
            check();
        }
    }

    /// Looks at the goals. Of several changes in a row only the last counts.
    private void check() {
        waiting = Optional.of(settings);
        next();
    }

    private void next() {
        if (checking || waiting.isEmpty()) {
            return;
        }
        List<LabSetting> asked = waiting.get();
        waiting = Optional.empty();
        checking = true;
        tasks.of(_ -> looked(asked))
                .onSuccess(states -> {
                    if (waiting.isEmpty()) {
                        goals.set(states);
                    }
                })
                .afterwards(() -> {
                    checking = false;
                    next();
                })
                .start();
    }

    /// An answer that was kept and no longer fits the task is looked at as none.
    private List<GoalState> looked(List<LabSetting> asked) {
        try {
            return task.check(asked);
        } catch (InputException _) {
            return task.check(List.of());
        }
    }
}
