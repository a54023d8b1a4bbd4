package dev.rockpool.study.items;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DeckParser;
import dev.rockpool.content.Finding;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.ParsedDeck;
import dev.rockpool.content.Source;
import dev.rockpool.content.Tolerance;
import dev.rockpool.content.WrittenItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An exercise as a section of a deck.
public final class ExerciseMarkdown {
    private static final String FRONT_MATTER = "---\ndeck: x\ntopic: x\ntitle: x\n---\n\n";

    private ExerciseMarkdown() {}

    /// The section, if a deck that holds it is read as the same exercise; empty where Markdown cannot say it, such as
    /// a question that contains a heading.
    public static Optional<String> section(Exercise exercise) {
        String section = write(exercise);
        return read(section).filter(read -> same(read, exercise)).map(_ -> section);
    }

    /// The one exercise of a section; empty if it has a fault or is something else.
    static Optional<Exercise> read(String section) {
        ParsedDeck parsed = new DeckParser().parse("imported.md", FRONT_MATTER + section + "\n", false);
        if (parsed.findings().stream().anyMatch(Finding::isFault)) {
            return Optional.empty();
        }
        List<Exercise> exercises = parsed.deck().map(Exercise::of).orElse(List.of());
        int all = parsed.deck().map(Deck::cards).map(List::size).orElse(0)
                + parsed.deck().map(Deck::quizItems).map(List::size).orElse(0);
        return exercises.size() == 1 && all == 1 ? Optional.of(exercises.getFirst()) : Optional.empty();
    }

    private static boolean same(Exercise read, Exercise expected) {
        return switch (expected) {
            case Exercise.OfItem _ -> read.equals(expected);
            case Exercise.OfCard(Card card) -> read instanceof Exercise.OfCard(Card found) && sameCard(found, card);
        };
    }

    /// All but the hash, which follows from the rest.
    private static boolean sameCard(Card found, Card card) {
        return new Card(
                        found.id(),
                        found.noteId(),
                        found.form(),
                        found.prompt(),
                        found.answer(),
                        found.accepted(),
                        found.tags(),
                        found.fixes(),
                        found.sources(),
                        found.show(),
                        found.otherFields(),
                        card.contentHash())
                .equals(card);
    }

    /// The section, whether or not it can be read again.
    static String write(Exercise exercise) {
        int end = exercise.stem().indexOf("\n\n");
        String heading = end < 0 ? exercise.stem() : exercise.stem().substring(0, end);
        String classes = exercise instanceof Exercise.OfCard ? " .typed" : "";
        List<String> parts = new ArrayList<>();
        parts.add("## " + heading + " {#" + exercise.id() + classes + "}");
        if (end >= 0) {
            parts.add(exercise.stem().substring(end + 2));
        }
        switch (exercise) {
            case Exercise.OfItem(WrittenItem item) -> {
                parts.add(block(item));
                if (!item.explanation().isEmpty()) {
                    parts.add(item.explanation());
                }
            }
            case Exercise.OfCard(Card card) -> parts.add(card.answer());
        }
        List<String> fields = fields(exercise);
        if (!fields.isEmpty()) {
            parts.add(String.join("\n", fields));
        }
        return String.join("\n\n", parts);
    }

    private static String block(WrittenItem item) {
        StringBuilder block = new StringBuilder();
        switch (item) {
            case MultipleChoice choice -> {
                block.append(choice.multi() ? "```quiz multi\n" : "```quiz\n");
                for (Option option : choice.options()) {
                    block.append(option.right() ? "- [x] " : "- [ ] ")
                            .append(option.text())
                            .append('\n');
                    if (!option.why().isEmpty()) {
                        block.append("  : ").append(option.why()).append('\n');
                    }
                }
            }
            case Match match -> {
                block.append("```match\n");
                for (Pair pair : match.pairs()) {
                    block.append(pair.left())
                            .append(" -> ")
                            .append(pair.right())
                            .append('\n');
                }
            }
            case Order order -> {
                block.append("```order\n");
                int place = 0;
                for (String entry : order.items()) {
                    place++;
                    block.append(place).append(". ").append(entry).append('\n');
                }
            }
            case Numeric numeric -> {
                block.append("```numeric\nanswer: ").append(numeric.answer()).append('\n');
                block.append("tolerance: ").append(text(numeric.tolerance())).append('\n');
                if (!numeric.unit().isEmpty()) {
                    block.append("unit: ").append(numeric.unit()).append('\n');
                }
                if (!numeric.formula().isEmpty()) {
                    block.append("formula: ").append(numeric.formula()).append('\n');
                }
            }
        }
        return block.append("```").toString();
    }

    /// As a deck writes it: `0.05`, or `1%`.
    static String text(Tolerance tolerance) {
        return tolerance.relative()
                ? tolerance.amount().scaleByPowerOfTen(2) + "%"
                : tolerance.amount().toString();
    }

    /// As a deck writes it, such as `https://… (primary, 2026-10)`.
    static String text(Source source) {
        return source.location() + " (" + source.kind().word()
                + (source.readOn().isEmpty() ? "" : ", " + source.readOn()) + ")";
    }

    private static List<String> fields(Exercise exercise) {
        List<String> fields = new ArrayList<>();
        if (exercise instanceof Exercise.OfCard(Card card) && card.accepted().size() > 1) {
            fields.add("Accept: "
                    + String.join(
                            " | ", card.accepted().subList(1, card.accepted().size())));
        }
        if (!exercise.fixes().isEmpty()) {
            fields.add("Fixes: " + String.join(" ", exercise.fixes()));
        }
        if (!exercise.show().isEmpty()) {
            fields.add("Show: " + exercise.show());
        }
        exercise.sources().forEach(source -> fields.add("Source: " + text(source)));
        for (Map.Entry<String, String> field : exercise.otherFields().entrySet()) {
            field.getValue().lines().forEach(line -> fields.add(field.getKey() + ": " + line));
        }
        if (!exercise.tags().isEmpty()) {
            fields.add("Tags: #" + String.join(" #", exercise.tags()));
        }
        return fields;
    }
}
