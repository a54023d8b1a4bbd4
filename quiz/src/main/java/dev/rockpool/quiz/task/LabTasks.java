package dev.rockpool.quiz.task;

import dev.rockpool.content.LabSetup;
import dev.rockpool.kernel.InputException;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.List;
import java.util.Optional;

/// Finds the labs of tasks.
public final class LabTasks {
    private LabTasks() {}

    /// The task of a setup.
    ///
    /// @throws InputException naming the lab, preset or control that there is not
    public static BoundTask<?, ?> bind(LabSetup setup) {
        return BoundTask.of(Labs.require(setup.lab()), setup);
    }

    /// Whether a lab has all that a setup names for its start.
    public static boolean fits(LabSetup setup) {
        try {
            return bind(setup).takes(List.of());
        } catch (InputException _) {
            return false;
        }
    }

    /// Why a setup cannot be asked, in one sentence: a name that there is not, a goal that no run has, or a start that
    /// reaches every goal already; empty where it can.
    public static Optional<String> fault(LabSetup setup) {
        try {
            BoundTask<?, ?> task = bind(setup);
            if (task.isDone(List.of())) {
                return Optional.of(ControlValues.fault("done").sentence());
            }
            if (!setup.solution().isEmpty() && !task.isDone(setup.solution())) {
                return Optional.of(ControlValues.fault("unsolved").sentence());
            }
            return Optional.empty();
        } catch (InputException fault) {
            return Optional.of(fault.sentence());
        }
    }
}
