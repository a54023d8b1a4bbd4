package dev.rockpool.app.study;

/// Where the study screen leads to.
public interface StudyWays {
    /// Shows where the card that is shown can be edited.
    void edit();

    /// Opens the day's overview.
    void today();

    /// Opens the document.
    void document();
}
