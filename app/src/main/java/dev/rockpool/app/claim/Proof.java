package dev.rockpool.app.claim;

import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.app.shell.Place;
import dev.rockpool.content.Snapshot;
import java.util.Optional;

/// A fact that something rests on, and where it can be read with its source.
///
/// @param words the card's question or the claim, as plain text
/// @param place where it is studied or read
public record Proof(String words, Place place) {
    private static final int LONGEST = 120;

    /// The card, note or claim of that id, if the decks have it.
    public static Optional<Proof> of(String id, Snapshot decks) {
        return decks.card(id)
                .or(() -> decks.cards().stream()
                        .filter(card -> card.noteId().equals(id))
                        .findFirst())
                .map(card -> new Proof(PlainText.line(card.prompt(), LONGEST), Place.of("study", "card", card.id())))
                .or(() -> decks.claim(id)
                        .map(claim -> new Proof(
                                PlainText.line(claim.statement(), LONGEST), Place.of("document", "claim", id))));
    }
}
