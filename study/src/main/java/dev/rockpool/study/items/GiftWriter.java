package dev.rockpool.study.items;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.Source;
import dev.rockpool.content.WrittenItem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Writes exercises as GIFT. Each text stands on one line, so that no text can be taken for a comment or an end.
public final class GiftWriter {
    /// Begins a file of ours, and each note to ourselves.
    static final String NOTE = "// Rockpool ";

    /// Between what an order matches with its entries.
    static final String POSITION = "Position ";

    private static final String HEAD = NOTE + "wrote this file of questions in Moodle's GIFT format.\n" + NOTE
            + "keeps what GIFT has no place for in lines like these, and reads it again.\n";

    /// Moodle knows shares such as 33.33333 and no exacter ones.
    private static final MathContext SHARE = new MathContext(7, RoundingMode.HALF_UP);

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private GiftWriter() {}

    /// The exercises of decks, each deck's below its category.
    public static String write(Collection<Deck> decks) {
        StringBuilder out = new StringBuilder(HEAD);
        String category = "";
        for (Deck deck : decks) {
            List<Exercise> exercises = Exercise.of(deck);
            if (!exercises.isEmpty() && !deck.name().equals(category)) {
                category = deck.name();
                out.append("\n$CATEGORY: ").append(category(category)).append('\n');
            }
            for (Exercise exercise : exercises) {
                out.append('\n');
                write(exercise, out);
            }
        }
        return out.toString();
    }

    /// Levels separated by `/`, a `/` within a level doubled, as Moodle writes them.
    private static String category(String deck) {
        return deck.replace("/", "//").replace("::", "/");
    }

    private static void write(Exercise exercise, StringBuilder out) {
        out.append("// [id:").append(exercise.id()).append(']');
        exercise.tags().forEach(tag -> out.append(" [tag:").append(tag).append(']'));
        out.append('\n');
        if (!exercise.fixes().isEmpty()) {
            note("Fixes", String.join(" ", exercise.fixes()), out);
        }
        if (!exercise.show().isEmpty()) {
            note("Show", exercise.show(), out);
        }
        for (Source source : exercise.sources()) {
            note("Source", ExerciseMarkdown.text(source), out);
        }
        for (Map.Entry<String, String> field : exercise.otherFields().entrySet()) {
            field.getValue().lines().forEach(line -> note(field.getKey(), line, out));
        }
        switch (exercise) {
            case Exercise.OfItem(WrittenItem item) -> item(item, out);
            case Exercise.OfCard(Card card) -> card(card, out);
        }
    }

    private static void note(String name, String value, StringBuilder out) {
        out.append(NOTE).append(name).append(": ").append(value).append('\n');
    }

    private static void item(WrittenItem item, StringBuilder out) {
        switch (item) {
            case MultipleChoice choice -> {
                stem(choice.id(), choice.stem(), "{", out);
                choices(choice, out);
            }
            case Match match -> {
                if (isOrder(match.pairs().stream().map(Pair::left).toList())) {
                    note("Form", "match", out);
                }
                stem(match.id(), match.stem(), "{", out);
                for (Pair pair : match.pairs()) {
                    pair(pair.left(), pair.right(), out);
                }
            }
            case Order order -> {
                stem(order.id(), order.stem(), "{", out);
                int place = 0;
                for (String entry : order.items()) {
                    place++;
                    pair(POSITION + place, entry, out);
                }
            }
            case Numeric numeric -> numeric(numeric, out);
        }
        end(item.explanation(), out);
    }

    /// Whether the left sides are those of an order.
    static boolean isOrder(List<String> lefts) {
        for (int place = 0; place < lefts.size(); place++) {
            if (!lefts.get(place).equals(POSITION + (place + 1))) {
                return false;
            }
        }
        return !lefts.isEmpty();
    }

    private static void choices(MultipleChoice choice, StringBuilder out) {
        long right = choice.options().stream().filter(Option::right).count();
        long wrong = choice.options().size() - right;
        for (Option option : choice.options()) {
            out.append('\t');
            if (choice.multi()) {
                out.append("~%")
                        .append(option.right() ? share(right) : "-" + share(wrong))
                        .append('%');
            } else {
                out.append(option.right() ? '=' : '~');
            }
            out.append(formatted(option.text()));
            feedback(option.why(), out);
            out.append('\n');
        }
    }

    private static String share(long parts) {
        return HUNDRED.divide(BigDecimal.valueOf(parts), SHARE)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void pair(String left, String right, StringBuilder out) {
        out.append("\t=")
                .append(formatted(Arrow.hide(left)))
                .append(" -> ")
                .append(escaped(Arrow.hide(right)))
                .append('\n');
    }

    private static void numeric(Numeric numeric, StringBuilder out) {
        BigDecimal answer = numeric.answer();
        BigDecimal amount = numeric.tolerance().amount();
        boolean relative = numeric.tolerance().relative();
        if (!answer.toPlainString().equals(answer.toString())) {
            note("Answer", answer.toString(), out);
        }
        if (relative || !amount.toPlainString().equals(amount.toString())) {
            note("Tolerance", ExerciseMarkdown.text(numeric.tolerance()), out);
        }
        note("Unit", numeric.unit(), out);
        stem(
                numeric.id(),
                numeric.unit().isEmpty() ? numeric.stem() : numeric.stem() + unit(numeric.unit()),
                "{#",
                out);
        BigDecimal tolerance = relative ? answer.abs().multiply(amount) : amount;
        out.append("\t=").append(answer.toPlainString()).append(':').append(tolerance.toPlainString());
        feedback(numeric.formula().isEmpty() ? "" : "= " + numeric.formula(), out);
        out.append('\n');
    }

    /// What asks for a unit, at the end of a stem.
    static String unit(String unit) {
        return "\n\nAnswer in " + unit + ".";
    }

    private static void card(Card card, StringBuilder out) {
        stem(card.id(), card.prompt(), "{", out);
        for (String accepted : card.accepted()) {
            out.append("\t=").append(formatted(Arrow.hide(accepted))).append('\n');
        }
        end(card.answer(), out);
    }

    private static void stem(String id, String stem, String opening, StringBuilder out) {
        out.append("::").append(escaped(id)).append("::[markdown]").append(escaped(stem));
        out.append(' ').append(opening).append('\n');
    }

    private static void end(String explanation, StringBuilder out) {
        if (!explanation.isEmpty()) {
            out.append("\t####").append(formatted(explanation)).append('\n');
        }
        out.append("}\n");
    }

    private static void feedback(String why, StringBuilder out) {
        if (!why.isEmpty()) {
            out.append('#').append(formatted(why));
        }
    }

    /// A text with its format where it could be taken for one, or for a weight.
    private static String formatted(String text) {
        return (text.startsWith("[") || text.startsWith("%") ? "[markdown]" : "") + escaped(text);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\', '#', '=', '~', '{', '}', ':' -> escaped.append('\\').append(c);
                case '\n' -> escaped.append("\\n");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
