package dev.rockpool.app.study;

import dev.rockpool.app.shell.Place;
import java.util.Optional;

/// Where the study screen leads to.
public interface StudyWays {
    /// Shows where the card that is shown can be edited.
    void edit();

    /// Goes where a card leads.
    void open(Place place);

    /// Questions about what a card is about, if its deck has any.
    Optional<Place> asked(String cardId);

    /// Where the document says what a card teaches, if it does.
    Optional<Place> told(String cardId);

    /// Opens the day's overview.
    void today();

    /// Opens the document.
    void document();
}
