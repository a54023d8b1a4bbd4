package dev.rockpool.app.document;

import java.util.List;

/// Where the document leads to.
interface DocumentWays {
    /// Starts a session of cards.
    void study(List<String> cardIds);

    /// Prints the document.
    void print();

    /// Saves the document as a file.
    void save();
}
