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
import dev.rockpool.study.items.GiftQuestion.Choice;
import dev.rockpool.study.items.GiftText.Formatted;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes exercises of the questions of a GIFT file.
public final class GiftReader {
    private static final BigDecimal FULL = new BigDecimal(100);
    private static final Pattern TAG = Pattern.compile("(?s).*(?:</?[a-zA-Z][^>]*>|&(?:[a-z]+|#\\d+);).*");
    private static final Pattern UNIT = Pattern.compile("(?s)(.*)\n\nAnswer in (\\S[^\n]{0,39})\\.");
    private static final Pattern FORMULA = Pattern.compile("= ?(.*)");
    private static final Pattern LINES = Pattern.compile("\\s*\n\\s*");

    private final HtmlWords html;
    private final ExerciseFields fields;
    private final List<Filed> exercises = new ArrayList<>();
    private int unmarked;
    private int partial;

    private GiftReader(String name, boolean ours, HtmlWords html) {
        this.html = html;
        this.fields = new ExerciseFields(
                ours
                        ? List.of()
                        : List.of(new Source("GIFT, " + name.replaceAll("[()]", ""), Source.Kind.SECONDARY, "")));
    }

    /// Reads a file. Texts in HTML or without a format become Markdown.
    ///
    /// @throws dev.rockpool.kernel.InputException naming file and line where it is malformed (`gift-form`), or
    ///     if it cannot be read (`exchange-unreadable`, `exchange-text`)
    public static Incoming read(Path file, HtmlWords html) {
        return read(ItemFile.name(file), ItemFile.read(file), html);
    }

    static Incoming read(String name, String text, HtmlWords html) {
        GiftReader reader = new GiftReader(name, text.startsWith(GiftWriter.NOTE), html);
        new GiftParser(name).parse(text).forEach(reader::take);
        return new Incoming(reader.exercises, reader.unmarked, reader.partial);
    }

    private void take(GiftQuestion question) {
        String stem = blocks(question.stem());
        String id = fields.id(question.id(), question.title(), stem);
        String explanation = blocks(question.feedback());
        Optional<Exercise> exercise = switch (question.answers()) {
            case GiftQuestion.Choices(List<Choice> choices) ->
                Optional.of(choice(question, id, stem, explanation, choices));
            case GiftQuestion.Truth truth -> Optional.of(truth(question, id, stem, explanation, truth));
            case GiftQuestion.Pairs(List<GiftQuestion.Side> pairs) ->
                Optional.of(pairs(question, id, stem, explanation, pairs));
            case GiftQuestion.Numbers numbers -> Optional.of(number(question, id, stem, explanation, numbers));
            case GiftQuestion.Typed(List<Choice> choices) -> typed(question, id, stem, explanation, choices);
            case GiftQuestion.Unmarked _ -> {
                unmarked++;
                yield Optional.empty();
            }
        };
        exercise.ifPresent(made -> exercises.add(new Filed(deck(question.category()), made, question.line())));
    }

    /// A category's levels without those that every Moodle course has.
    private static String deck(String category) {
        List<String> levels = new ArrayList<>();
        for (String level : category.replace("//", "\0").split("/", -1)) {
            String name = level.replace('\0', '/').strip();
            boolean root = levels.isEmpty() && (name.equals("top") || name.matches("\\$[a-z0-9]+\\$"));
            if (!name.isEmpty() && !root) {
                levels.add(name);
            }
        }
        return String.join("::", levels);
    }

    private Exercise choice(GiftQuestion question, String id, String stem, String explanation, List<Choice> choices) {
        long whole = choices.stream().filter(Choice::isRight).count();
        // one option is worth all: a share of another is lost. Otherwise all with a share are to be chosen.
        boolean shared = choices.stream().noneMatch(Choice::equal);
        boolean multi = shared || whole > 1;
        List<Option> options = new ArrayList<>();
        for (Choice choice : choices) {
            boolean some = choice.share().filter(share -> share.signum() > 0).isPresent();
            boolean right = shared ? some : choice.isRight();
            partial += some && !right ? 1 : 0;
            options.add(new Option(line(choice.text()), right, line(choice.feedback())));
        }
        return new Exercise.OfItem(new MultipleChoice(
                id,
                stem,
                explanation,
                fields.tags(question.tags()),
                fields.fixes(question),
                fields.sources(question),
                fields.show(question),
                fields.others(question),
                options,
                multi));
    }

    private Exercise truth(
            GiftQuestion question, String id, String stem, String explanation, GiftQuestion.Truth truth) {
        String right = line(truth.whyRight());
        String wrong = line(truth.whyWrong());
        List<Option> options = List.of(
                new Option("True", truth.right(), truth.right() ? right : wrong),
                new Option("False", !truth.right(), truth.right() ? wrong : right));
        return new Exercise.OfItem(new MultipleChoice(
                id,
                stem,
                explanation,
                fields.tags(question.tags()),
                fields.fixes(question),
                fields.sources(question),
                fields.show(question),
                fields.others(question),
                options,
                false));
    }

    private Exercise pairs(
            GiftQuestion question, String id, String stem, String explanation, List<GiftQuestion.Side> sides) {
        List<Pair> pairs = new ArrayList<>();
        for (GiftQuestion.Side side : sides) {
            Formatted right = new Formatted(side.left().format(), side.right());
            pairs.add(new Pair(Arrow.show(line(side.left())), Arrow.show(line(right))));
        }
        List<String> lefts = pairs.stream().map(Pair::left).toList();
        WrittenItem item = GiftWriter.isOrder(lefts) && question.note("Form").isEmpty()
                ? new Order(
                        id,
                        stem,
                        explanation,
                        fields.tags(question.tags()),
                        fields.fixes(question),
                        fields.sources(question),
                        fields.show(question),
                        fields.others(question),
                        pairs.stream().map(Pair::right).toList())
                : new Match(
                        id,
                        stem,
                        explanation,
                        fields.tags(question.tags()),
                        fields.fixes(question),
                        fields.sources(question),
                        fields.show(question),
                        fields.others(question),
                        pairs);
        return new Exercise.OfItem(item);
    }

    private Exercise number(
            GiftQuestion question, String id, String stem, String explanation, GiftQuestion.Numbers numbers) {
        GiftQuestion.Quantity number = numbers.numbers().stream()
                .filter(each -> each.share().compareTo(FULL) >= 0)
                .findFirst()
                .orElseThrow();
        partial += numbers.numbers().size() - 1;
        Matcher asked = UNIT.matcher(stem);
        String unit = question.note("Unit").orElseGet(() -> asked.matches() ? asked.group(2) : "");
        boolean ends = !unit.isEmpty() && stem.endsWith(GiftWriter.unit(unit));
        String feedback = line(number.feedback());
        Matcher formula = FORMULA.matcher(feedback);
        boolean worked = formula.matches();
        List<String> words = new ArrayList<>();
        if (!worked) {
            words.add(feedback);
        }
        numbers.wrong().map(this::line).ifPresent(words::add);
        words.add(explanation);
        return new Exercise.OfItem(new Numeric(
                id,
                ends ? stem.substring(0, stem.length() - GiftWriter.unit(unit).length()) : stem,
                String.join(
                        "\n\n", words.stream().filter(text -> !text.isEmpty()).toList()),
                fields.tags(question.tags()),
                fields.fixes(question),
                fields.sources(question),
                fields.show(question),
                fields.others(question),
                fields.answer(question).orElse(number.answer()),
                fields.tolerance(question).orElseGet(() -> new Tolerance(number.tolerance(), false)),
                unit,
                worked ? formula.group(1) : ""));
    }

    private Optional<Exercise> typed(
            GiftQuestion question, String id, String stem, String explanation, List<Choice> choices) {
        List<String> accepted = choices.stream()
                .filter(Choice::isRight)
                .map(choice -> Arrow.show(choice.text().text().wordsOnOneLine()).strip())
                .distinct()
                .toList();
        partial += (int) choices.stream().filter(choice -> !choice.isRight()).count();
        Card whole = card(question, id, stem, explanation, accepted);
        if (ExerciseMarkdown.section(new Exercise.OfCard(whole)).isPresent()) {
            return Optional.of(new Exercise.OfCard(whole));
        }
        List<String> body = new ArrayList<>();
        body.add(words(accepted.getFirst()));
        choices.stream()
                .filter(Choice::isRight)
                .map(choice -> line(choice.feedback()))
                .distinct()
                .forEach(body::add);
        body.add(explanation);
        String answer = String.join(
                "\n\n", body.stream().filter(text -> !text.isEmpty()).toList());
        return Optional.of(new Exercise.OfCard(card(question, id, stem, answer, accepted)));
    }

    private Card card(GiftQuestion question, String id, String stem, String answer, List<String> accepted) {
        return new Card(
                id,
                id,
                Card.Form.TYPED,
                onOneLine(stem),
                answer,
                accepted,
                fields.tags(question.tags()),
                fields.fixes(question),
                fields.sources(question),
                fields.show(question),
                fields.others(question),
                "");
    }

    /// Plain words as Markdown.
    private String words(String plain) {
        return html.line(ExerciseFields.escaped(plain));
    }

    private String line(Formatted formatted) {
        return formatted.format().equals("markdown")
                ? onOneLine(formatted.text().words().strip())
                : html.line(html(formatted));
    }

    private String blocks(Formatted formatted) {
        return formatted.format().equals("markdown") ? formatted.text().words().strip() : html.blocks(html(formatted));
    }

    private static String html(Formatted formatted) {
        String text = formatted.text().wordsOnOneLine();
        boolean isHtml = formatted.format().equals("html")
                || (formatted.format().equals("moodle") && TAG.matcher(text).matches());
        return (isHtml ? text : ExerciseFields.escaped(text)).replace("\n", "<br>");
    }

    private static String onOneLine(String text) {
        return LINES.matcher(text).replaceAll(" ");
    }
}
