package dev.rockpool.app.cards;

import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.study.CardStanding;
import dev.rockpool.study.Flag;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.CardState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// One line of the table: a card, and where it stands.
///
/// @param id the card
/// @param front what it asks, on one line
/// @param text everything that a search for words looks through, in small letters
/// @param deck the deck's name, levels separated by `::`
/// @param topic the deck's topic
/// @param tags without `#`
/// @param standing where it stands; empty while the study file does not know the card
record CardEntry(
        String id,
        String front,
        String text,
        String deck,
        String topic,
        List<String> tags,
        Optional<CardStanding> standing) {
    private static final int LONGEST_FRONT = 60;

    CardEntry {
        tags = List.copyOf(tags);
    }

    static CardEntry of(Deck deck, Card card) {
        String front = PlainText.line(card.prompt(), LONGEST_FRONT);
        String text = (card.id() + ' ' + card.prompt() + ' ' + card.answer()).toLowerCase(Locale.ROOT);
        return new CardEntry(card.id(), front, text, deck.name(), deck.topic(), card.tags(), Optional.empty());
    }

    CardEntry with(CardStanding now) {
        return new CardEntry(id, front, text, deck, topic, tags, Optional.of(now));
    }

    /// Where it stands in its life.
    CardState state() {
        return standing.map(CardStanding::state).orElse(new CardState.New());
    }

    /// When it is shown again; empty for a new card.
    Optional<Instant> due() {
        return standing.flatMap(CardStanding::due);
    }

    /// The chance that it is recalled now, 0 to 1.
    OptionalDouble recall() {
        return standing.flatMap(CardStanding::retrievability)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
    }

    /// In days.
    OptionalDouble stability() {
        Optional<MemoryState> memory = state().remembered();
        return memory.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(memory.get().stability());
    }

    /// From 1 to 10.
    OptionalDouble difficulty() {
        Optional<MemoryState> memory = state().remembered();
        return memory.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(memory.get().difficulty());
    }

    int lapses() {
        return switch (state()) {
            case CardState.New _, CardState.Learning _ -> 0;
            case CardState.Review review -> review.lapses();
            case CardState.Relearning relearning -> relearning.review().lapses();
        };
    }

    boolean suspended() {
        return standing.filter(CardStanding::suspended).isPresent();
    }

    boolean buried() {
        return standing.filter(CardStanding::buried).isPresent();
    }

    boolean leech() {
        return standing.filter(CardStanding::leech).isPresent();
    }

    Flag flag() {
        return standing.map(CardStanding::flag).orElse(Flag.NONE);
    }
}
