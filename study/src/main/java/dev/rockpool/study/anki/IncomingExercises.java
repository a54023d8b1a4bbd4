package dev.rockpool.study.anki;

import dev.rockpool.content.Deck;
import dev.rockpool.content.Snapshot;
import dev.rockpool.study.items.Exercise;
import dev.rockpool.study.items.ExerciseMarkdown;
import dev.rockpool.study.items.Filed;
import java.util.Optional;

/// Makes sections of decks of questions that came from elsewhere. A question whose id a deck of Rockpool's or of the
/// user's own holds stays as it is there.
final class IncomingExercises {
    private static final int LONGEST_DECK = 200;

    private final Snapshot snapshot;
    private final GeneratedDecks decks;
    private final Losses losses;
    private final String fileName;
    private final Optional<String> deckName;
    private int added;
    private int updated;
    private int kept;
    private int cards;

    /// @param fileName names the deck of questions that are in none
    /// @param deckName the deck that all questions go to, if not to those of the file
    IncomingExercises(
            Snapshot snapshot, GeneratedDecks decks, Losses losses, String fileName, Optional<String> deckName) {
        this.snapshot = snapshot;
        this.decks = decks;
        this.losses = losses;
        this.fileName = fileName;
        this.deckName = deckName;
    }

    void take(Filed filed) {
        Exercise exercise = filed.exercise();
        String id = exercise.id();
        Optional<Deck> owner = snapshot.deckOf(id).filter(deck -> !decks.wrote(deck));
        if (owner.isPresent()) {
            kept++;
            count(exercise);
            return;
        }
        Optional<String> section = ExerciseMarkdown.section(exercise);
        if (section.isEmpty()) {
            losses.add(Loss.NOT_A_SECTION);
            return;
        }
        count(exercise);
        Optional<String> before = decks.section(id);
        if (before.isEmpty()) {
            added++;
        } else if (!before.get().equals(section.get())) {
            updated++;
        }
        decks.put(deck(filed.deck()), id, section.get());
    }

    private void count(Exercise exercise) {
        cards += exercise instanceof Exercise.OfCard ? 1 : 0;
    }

    private String deck(String name) {
        String chosen = deckName.orElse(name.isEmpty() ? fileName : name);
        String clean = chosen.replaceAll("[\\p{Cntrl}]+", " ").strip();
        String cut =
                clean.length() > LONGEST_DECK ? clean.substring(0, LONGEST_DECK).strip() : clean;
        return cut.isEmpty() ? fileName : cut;
    }

    int added() {
        return added;
    }

    int updated() {
        return updated;
    }

    int kept() {
        return kept;
    }

    /// How many of them are cards.
    int cards() {
        return cards;
    }
}
