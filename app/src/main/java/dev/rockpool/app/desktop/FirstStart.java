package dev.rockpool.app.desktop;

import dev.rockpool.app.lab.LabRepository;
import dev.rockpool.app.shell.AppContext;

/// Whether somebody is here for the first time: nothing was studied and nothing predicted yet.
final class FirstStart {
    private FirstStart() {}

    /// Reads the database; a few milliseconds.
    static boolean of(AppContext context) {
        return !context.study().everAnswered()
                && !new LabRepository(context.database(), context.clock()).everPredicted();
    }
}
