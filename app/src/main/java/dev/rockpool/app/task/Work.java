package dev.rockpool.app.task;

/// What a task does, on the background.
///
/// @param <T> what it answers
@FunctionalInterface
public interface Work<T> {
    /// Does it.
    ///
    /// @param progress told how far the work is; asked whether to go on
    /// @throws Exception any failure; the runner hands it to the task's failure handlers
    T run(Progress progress) throws Exception;
}
