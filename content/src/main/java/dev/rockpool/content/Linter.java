package dev.rockpool.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Checks decks against the rules of `docs/deck-format.md`.
public final class Linter {
    /// What is wrong in `decks`, by file and line; what the parser found is part of it.
    public List<Finding> lint(Collection<ParsedDeck> decks) {
        return lint(decks, List.of());
    }

    /// What is wrong in `decks` when they stand beside `others`, by file and line.
    public List<Finding> lint(Collection<ParsedDeck> decks, Collection<ParsedDeck> others) {
        List<Finding> findings = new ArrayList<>();
        decks.forEach(deck -> findings.addAll(deck.findings()));
        return findings;
    }
}
