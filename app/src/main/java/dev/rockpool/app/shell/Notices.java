package dev.rockpool.app.shell;

/// Short sentences about what was just done, at the foot of the window, each for a few seconds. Foreground only.
public interface Notices {
    /// Says what was done.
    void show(String sentence);

    /// Says what was done and offers to undo it, by button and by the undo key (Ctrl/Cmd+Z).
    ///
    /// @param undo takes it back; called at most once
    void show(String sentence, Runnable undo);
}
