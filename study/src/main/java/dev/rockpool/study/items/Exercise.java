package dev.rockpool.study.items;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.QuizItem;
import dev.rockpool.content.Source;
import dev.rockpool.content.WrittenItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A question that marks itself.
public sealed interface Exercise {
    /// A quiz item that needs no lab.
    record OfItem(WrittenItem item) implements Exercise {}

    /// A card whose answer is typed. Its content hash is empty where it was read from elsewhere.
    record OfCard(Card card) implements Exercise {
        public OfCard {
            if (card.form() != Card.Form.TYPED) {
                throw new IllegalArgumentException("form must be TYPED, but is " + card.form());
            }
        }
    }

    /// Its stable id.
    default String id() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.id();
            case OfCard(Card card) -> card.id();
        };
    }

    /// What is asked, in Markdown.
    default String stem() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.stem();
            case OfCard(Card card) -> card.prompt();
        };
    }

    /// Its tags without `#`.
    default List<String> tags() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.tags();
            case OfCard(Card card) -> card.tags();
        };
    }

    /// Ids of the claims whose correction it teaches.
    default List<String> fixes() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.fixes();
            case OfCard(Card card) -> card.fixes();
        };
    }

    /// Where the fact stands.
    default List<Source> sources() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.sources();
            case OfCard(Card card) -> card.sources();
        };
    }

    /// `lab/preset` in which the fact can be seen; empty if there is none.
    default String show() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.show();
            case OfCard(Card card) -> card.show();
        };
    }

    /// Fields that Rockpool does not know, by name.
    default Map<String, String> otherFields() {
        return switch (this) {
            case OfItem(WrittenItem item) -> item.otherFields();
            case OfCard(Card card) -> card.otherFields();
        };
    }

    /// Those of a deck: its quiz items but for tasks in labs, which only Rockpool can mark, then its typed cards.
    static List<Exercise> of(Deck deck) {
        List<Exercise> exercises = new ArrayList<>();
        for (QuizItem item : deck.quizItems()) {
            if (item instanceof WrittenItem written) {
                exercises.add(new OfItem(written));
            }
        }
        deck.cards().stream()
                .filter(card -> card.form() == Card.Form.TYPED)
                .forEach(card -> exercises.add(new OfCard(card)));
        return exercises;
    }
}
