package dev.rockpool.app.study;

/// Where the study screen leads to.
public interface StudyWays {
    /// Shows where the card that is shown can be edited.
    void edit();

    /// Shows the fact of a card in its lab.
    ///
    /// @param show lab and preset, as the card has them
    void show(String show);

    /// Opens the day's overview.
    void today();

    /// Opens the document.
    void document();
}
