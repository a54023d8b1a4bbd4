package dev.rockpool.app.presenter;

/// What the presenter’s buttons start beyond the lesson itself.
interface DeskActs {
    /// Opens the window of the class, or closes it.
    void window();

    /// Keeps what the class sees, or lets it follow again.
    void freeze();

    /// Takes the drawing off the page.
    void wipe();

    /// Brings the step back to its start.
    void reset();

    /// Starts the timer, or holds it.
    void timer();

    /// Ends the lesson and shows the list.
    void leave();
}
