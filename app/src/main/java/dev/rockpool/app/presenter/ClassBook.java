package dev.rockpool.app.presenter;

import java.util.List;
import java.util.function.Consumer;

/// Where a lesson keeps the hands of its class, and where it reads those of earlier ones.
interface ClassBook {
    /// Keeps what was counted.
    void keep(List<ClassCount> counts);

    /// Reads the classes of a lesson, this one perhaps among them.
    ///
    /// @param then told on the foreground, the earliest first
    void read(String lesson, Consumer<List<ClassRun>> then);
}
