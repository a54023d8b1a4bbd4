package dev.rockpool.study.items;

import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.WrittenItem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// Exercises as CSV, a line each, below a head of names.
///
/// | column | holds |
/// |---|---|
/// | `id`, `deck`, `tags`, `fixes`, `show` | as a deck has them; words separated by blanks |
/// | `type` | `choice`, `multi`, `match`, `order`, `numeric`, `typed` |
/// | `question`, `explanation` | Markdown |
/// | `answer` | numbers of the right options; the number; the body of a typed card |
/// | `tolerance`, `unit`, `formula` | of a number |
/// | `sources`, `fields` | a line each |
/// | `option 1`, `why 1`, `option 2`, … | an option and its reason; the sides of a pair; an entry; an accepted answer |
public final class ItemCsv {
    static final List<String> COLUMNS = List.of(
            "id",
            "deck",
            "type",
            "question",
            "answer",
            "explanation",
            "tolerance",
            "unit",
            "formula",
            "tags",
            "fixes",
            "show",
            "sources",
            "fields");
    static final String OPTION = "option ";
    static final String WHY = "why ";

    private ItemCsv() {}

    /// Whether the head of a CSV file is that of exercises; not so where it cannot be read.
    public static boolean isOne(Path file) {
        return ItemCsvReader.isHead(ItemFile.beginning(file));
    }

    /// Reads a file.
    ///
    /// @throws dev.rockpool.kernel.InputException naming file and line where it is malformed (`quiz-csv`), or if it
    ///     cannot be read (`exchange-unreadable`, `exchange-text`)
    public static Incoming read(Path file, HtmlWords html) {
        return new ItemCsvReader(ItemFile.name(file), html).read(ItemFile.read(file));
    }

    /// The exercises of decks.
    public static String write(Collection<Deck> decks) {
        List<List<String>> rows = new ArrayList<>();
        for (Deck deck : decks) {
            for (Exercise exercise : Exercise.of(deck)) {
                rows.add(row(deck.name(), exercise));
            }
        }
        int longest = rows.stream().mapToInt(List::size).max().orElse(COLUMNS.size());
        List<String> head = new ArrayList<>(COLUMNS);
        IntStream.rangeClosed(1, (longest - COLUMNS.size()) / 2).forEach(option -> {
            head.add(OPTION + option);
            head.add(WHY + option);
        });
        StringBuilder out = new StringBuilder();
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setRecordSeparator('\n')
                .setQuoteMode(QuoteMode.MINIMAL)
                .get();
        try (CSVPrinter printer = new CSVPrinter(out, format)) {
            printer.printRecord(head);
            for (List<String> row : rows) {
                List<String> padded = new ArrayList<>(row);
                while (padded.size() < head.size()) {
                    padded.add("");
                }
                printer.printRecord(padded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a StringBuilder takes everything", e);
        }
        return out.toString();
    }

    private static List<String> row(String deck, Exercise exercise) {
        String type;
        String answer;
        String explanation = "";
        String tolerance = "";
        String unit = "";
        String formula = "";
        List<String> options = new ArrayList<>();
        switch (exercise) {
            case Exercise.OfCard(Card card) -> {
                type = "typed";
                answer = card.answer();
                card.accepted().forEach(accepted -> options.addAll(List.of(accepted, "")));
            }
            case Exercise.OfItem(WrittenItem item) -> {
                explanation = item.explanation();
                switch (item) {
                    case MultipleChoice choice -> {
                        type = choice.multi() ? "multi" : "choice";
                        answer = IntStream.range(0, choice.options().size())
                                .filter(option -> choice.options().get(option).right())
                                .mapToObj(option -> Integer.toString(option + 1))
                                .collect(Collectors.joining(" "));
                        for (Option option : choice.options()) {
                            options.addAll(List.of(option.text(), option.why()));
                        }
                    }
                    case Match match -> {
                        type = "match";
                        answer = "";
                        for (Pair pair : match.pairs()) {
                            options.addAll(List.of(pair.left(), pair.right()));
                        }
                    }
                    case Order order -> {
                        type = "order";
                        answer = "";
                        order.items().forEach(entry -> options.addAll(List.of(entry, "")));
                    }
                    case Numeric numeric -> {
                        type = "numeric";
                        answer = numeric.answer().toString();
                        tolerance = ExerciseMarkdown.text(numeric.tolerance());
                        unit = numeric.unit();
                        formula = numeric.formula();
                    }
                }
            }
        }
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, String> field : exercise.otherFields().entrySet()) {
            field.getValue().lines().forEach(line -> fields.add(field.getKey() + ": " + line));
        }
        List<String> row = new ArrayList<>(List.of(
                exercise.id(),
                deck,
                type,
                exercise.stem(),
                answer,
                explanation,
                tolerance,
                unit,
                formula,
                String.join(" ", exercise.tags()),
                String.join(" ", exercise.fixes()),
                exercise.show(),
                exercise.sources().stream().map(ExerciseMarkdown::text).collect(Collectors.joining("\n")),
                String.join("\n", fields)));
        row.addAll(options);
        return row;
    }
}
