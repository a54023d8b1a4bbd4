package dev.rockpool.app.command;

/// What a command's exit means to the script that called it.
final class ExitCode {
    /// The work is done.
    static final int DONE = 0;
    /// The work is done and the answer is "no": the lint found faults.
    static final int NO = 1;
    /// Bad usage or input: one sentence on standard error.
    static final int INPUT = 2;
    /// The environment refused: disk full, port taken, another process holds the data.
    static final int ENVIRONMENT = 3;

    private ExitCode() {}
}
