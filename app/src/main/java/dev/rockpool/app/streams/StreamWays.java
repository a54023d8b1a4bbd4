package dev.rockpool.app.streams;

/// What the view asks of the screen: acts that need a notice, the clipboard or another screen.
interface StreamWays {
    void copy(String text);

    /// Says what was done.
    void saved(String sentence);

    /// Deletes the stream that is shown.
    void delete();

    /// Opens the shards lab with the state of the stream that is shown.
    void openInLab();
}
