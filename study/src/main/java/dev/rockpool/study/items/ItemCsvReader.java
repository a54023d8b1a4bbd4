package dev.rockpool.study.items;

import dev.rockpool.content.Card;
import dev.rockpool.content.Match;
import dev.rockpool.content.MultipleChoice;
import dev.rockpool.content.Numeric;
import dev.rockpool.content.Option;
import dev.rockpool.content.Order;
import dev.rockpool.content.Pair;
import dev.rockpool.content.Source;
import dev.rockpool.content.Tolerance;
import dev.rockpool.content.WrittenItem;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads exercises from CSV.
final class ItemCsvReader {
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z-]{0,39}):\\s*(.*)");
    private static final Pattern LINES = Pattern.compile("\\s*\n\\s*");

    private final String name;
    private final HtmlWords html;
    private final ExerciseFields fields = new ExerciseFields(List.of());
    private final Map<String, Integer> columns = new HashMap<>();
    private long line = 1;

    ItemCsvReader(String name, HtmlWords html) {
        this.name = name;
        this.html = html;
    }

    /// Whether the first line names the columns that no exercise can do without.
    static boolean isHead(String text) {
        String first = text.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        List<String> names = List.of(first.replace("\"", "").split(first.indexOf(',') < 0 ? ";" : ",", -1));
        return names.stream().map(String::strip).toList().containsAll(List.of("type", "question"));
    }

    Incoming read(String text) {
        if (!isHead(text)) {
            throw fault("The head does not name the columns type and question; start from an export.");
        }
        String first = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(first.indexOf(',') < 0 ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .get();
        List<Filed> exercises = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord row : parser) {
                if (columns.isEmpty()) {
                    head(row);
                } else {
                    checkSize(row, exercises.size());
                    exercises.add(new Filed(at(row, "deck"), exercise(row), (int) line));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new InputException(
                    "quiz-csv", name + ":" + line + ": A quotation mark is not closed or stands within a field.", e);
        }
        return new Incoming(exercises, 0, 0);
    }

    private InputException fault(String sentence) {
        return new InputException("quiz-csv", name + ":" + line + ": " + sentence);
    }

    private void checkSize(CSVRecord row, int before) {
        if (before == ItemFile.MOST_QUESTIONS) {
            throw fault("There are more than " + ItemFile.MOST_QUESTIONS + " questions; split the file.");
        }
        if (row.stream().mapToInt(String::length).sum() > ItemFile.LONGEST_QUESTION) {
            throw fault("The question is longer than " + ItemFile.LONGEST_QUESTION + " characters.");
        }
    }

    private void head(CSVRecord row) {
        for (int column = 0; column < row.size(); column++) {
            String named = row.get(column).strip().toLowerCase(Locale.ROOT);
            if (!named.isEmpty() && columns.putIfAbsent(named, column) != null) {
                throw fault("The column " + Quote.of(named) + " stands twice.");
            }
        }
    }

    private String at(CSVRecord row, String column) {
        Integer place = columns.get(column);
        return place == null || place >= row.size() ? "" : row.get(place).strip();
    }

    private String oneLine(CSVRecord row, String column) {
        return LINES.matcher(at(row, column)).replaceAll(" ");
    }

    private Exercise exercise(CSVRecord row) {
        String stem = at(row, "question");
        if (stem.isEmpty()) {
            throw fault("There is no question.");
        }
        String id = fields.id(at(row, "id"), "", stem);
        List<Pair> options = options(row);
        String type = at(row, "type");
        return switch (type) {
            case "choice", "multi" -> new Exercise.OfItem(choice(row, id, stem, options, type.equals("multi")));
            case "match" -> new Exercise.OfItem(match(row, id, stem, options));
            case "order" -> new Exercise.OfItem(order(row, id, stem, options));
            case "numeric" -> new Exercise.OfItem(numeric(row, id, stem));
            case "typed" -> new Exercise.OfCard(card(row, id, stem, options));
            default ->
                throw fault("The type " + Quote.of(type)
                        + " is not known; use choice, multi, match, order, numeric or typed.");
        };
    }

    /// The pairs of columns `option` and `why` that are filled, up to the last that is.
    private List<Pair> options(CSVRecord row) {
        List<Pair> options = new ArrayList<>();
        for (int number = 1; columns.containsKey(ItemCsv.OPTION + number); number++) {
            Pair option = new Pair(oneLine(row, ItemCsv.OPTION + number), oneLine(row, ItemCsv.WHY + number));
            if (option.left().isEmpty() && !option.right().isEmpty()) {
                throw fault("Option " + number + " is empty, but its reason is not.");
            }
            if (!option.left().isEmpty()) {
                if (options.size() < number - 1) {
                    throw fault("Option " + number + " comes after an empty one.");
                }
                options.add(option);
            }
        }
        return options;
    }

    private void atLeastTwo(List<Pair> options) {
        if (options.size() < 2) {
            throw fault("There are " + options.size() + " options; write at least two.");
        }
    }

    private WrittenItem choice(CSVRecord row, String id, String stem, List<Pair> options, boolean multi) {
        atLeastTwo(options);
        Set<String> right = new LinkedHashSet<>(ExerciseFields.words(at(row, "answer")));
        List<Option> made = new ArrayList<>();
        for (Pair option : options) {
            boolean isRight = right.remove(Integer.toString(made.size() + 1));
            made.add(new Option(option.left(), isRight, option.right()));
        }
        if (!right.isEmpty()) {
            throw fault("The answer " + Quote.of(at(row, "answer")) + " names no option; write numbers from 1 to "
                    + options.size() + ".");
        }
        long count = made.stream().filter(Option::right).count();
        if (count == 0 || (!multi && count > 1)) {
            throw fault("The answer names " + count + " right options; name one, or say multi.");
        }
        return new MultipleChoice(
                id,
                stem,
                at(row, "explanation"),
                tags(row),
                fixes(row),
                sources(row),
                at(row, "show"),
                others(row),
                made,
                multi);
    }

    private WrittenItem match(CSVRecord row, String id, String stem, List<Pair> options) {
        atLeastTwo(options);
        if (options.stream().anyMatch(pair -> pair.right().isEmpty())) {
            throw fault("A pair has one side; write the other into the column why.");
        }
        return new Match(
                id,
                stem,
                at(row, "explanation"),
                tags(row),
                fixes(row),
                sources(row),
                at(row, "show"),
                others(row),
                options);
    }

    private WrittenItem order(CSVRecord row, String id, String stem, List<Pair> options) {
        atLeastTwo(options);
        return new Order(
                id,
                stem,
                at(row, "explanation"),
                tags(row),
                fixes(row),
                sources(row),
                at(row, "show"),
                others(row),
                options.stream().map(Pair::left).toList());
    }

    private WrittenItem numeric(CSVRecord row, String id, String stem) {
        BigDecimal answer = ExerciseFields.decimal(at(row, "answer"))
                .orElseThrow(() -> fault("The answer " + Quote.of(at(row, "answer")) + " is no number."));
        String given = at(row, "tolerance");
        Tolerance tolerance = ExerciseFields.tolerance(given.isEmpty() ? "0" : given)
                .orElseThrow(() -> fault("The tolerance " + Quote.of(given)
                        + " is none; write 0, a number above it, or a share as 1%."));
        return new Numeric(
                id,
                stem,
                at(row, "explanation"),
                tags(row),
                fixes(row),
                sources(row),
                at(row, "show"),
                others(row),
                answer,
                tolerance,
                oneLine(row, "unit"),
                oneLine(row, "formula"));
    }

    private Card card(CSVRecord row, String id, String stem, List<Pair> options) {
        String body = at(row, "answer");
        if (options.isEmpty() && body.isEmpty()) {
            throw fault("There is no answer to type; write it into the column option 1.");
        }
        List<String> accepted = options.isEmpty()
                ? List.of(body)
                : options.stream().map(Pair::left).toList();
        return new Card(
                id,
                id,
                Card.Form.TYPED,
                LINES.matcher(stem).replaceAll(" "),
                body.isEmpty() ? html.line(ExerciseFields.escaped(accepted.getFirst())) : body,
                accepted,
                tags(row),
                fixes(row),
                sources(row),
                at(row, "show"),
                others(row),
                "");
    }

    private List<String> tags(CSVRecord row) {
        return fields.tags(ExerciseFields.words(at(row, "tags")));
    }

    private List<String> fixes(CSVRecord row) {
        return ExerciseFields.words(at(row, "fixes"));
    }

    private List<Source> sources(CSVRecord row) {
        return at(row, "sources")
                .lines()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> ExerciseFields.source(text)
                        .orElseThrow(() -> fault("The source " + Quote.of(text)
                                + " does not say what it is; end it with (primary, 2026-10),"
                                + " (secondary) or (recalled).")))
                .toList();
    }

    private Map<String, String> others(CSVRecord row) {
        Map<String, String> others = new LinkedHashMap<>();
        at(row, "fields").lines().forEach(text -> {
            Matcher field = FIELD.matcher(text);
            if (!field.matches()) {
                throw fault("The field " + Quote.of(text) + " is none; write Name: value.");
            }
            others.merge(field.group(1), field.group(2), (before, more) -> before + "\n" + more);
        });
        return others;
    }
}
