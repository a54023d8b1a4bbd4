package dev.rockpool.app.document;

import java.util.List;

/// Where the document leads to.
interface DocumentWays {
    /// Starts a session of cards.
    void study(List<String> cardIds);

    /// Shows a fact in its lab.
    ///
    /// @param show lab and preset, as the card has them
    void show(String show);

    /// Asks about a question of the document.
    void ask(String questionId);

    /// Prints the document.
    void print();

    /// Saves the document as a file.
    void save();
}
