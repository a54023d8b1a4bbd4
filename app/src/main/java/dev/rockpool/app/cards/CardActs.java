package dev.rockpool.app.cards;

import dev.rockpool.study.Flag;
import java.util.List;

/// What can be done to cards, and to saved searches.
interface CardActs {
    /// Shows the first of the cards on its own.
    void open(List<CardEntry> cards);

    /// Takes them out of studying, or brings them back where all are out.
    void suspend(List<CardEntry> cards);

    /// Puts them off until tomorrow, or brings them back where all are put off.
    void bury(List<CardEntry> cards);

    /// Marks them.
    ///
    /// @param name what the flag is called
    void flag(Flag flag, String name, List<CardEntry> cards);

    /// Makes them new again.
    void reset(List<CardEntry> cards);

    /// Takes their leech marks off.
    void clearLeech(List<CardEntry> cards);

    /// Keeps the present search under a name.
    void save(String name);

    /// Forgets a saved search.
    void forget(SavedSearchRepository.Saved search);
}
