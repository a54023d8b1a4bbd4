package dev.rockpool.app.task;

/// How far a piece of work is, told by the work itself from any thread.
public interface Progress {
    /// The share that is done.
    ///
    /// @param fraction 0 to 1, or below 0 if it cannot be told
    void report(double fraction);

    /// Ends the work here if the user has cancelled it.
    ///
    /// @throws java.util.concurrent.CancellationException if so
    void checkCancelled();
}
