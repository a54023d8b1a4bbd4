package dev.rockpool.study.items;

import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import dev.rockpool.study.items.GiftQuestion.Answers;
import dev.rockpool.study.items.GiftQuestion.Choice;
import dev.rockpool.study.items.GiftText.Formatted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes a GIFT file apart, by the rules of Moodle's own reader.
final class GiftParser {
    private static final String CATEGORY = "$CATEGORY:";
    private static final String BLANK = "_____";
    private static final Pattern ID = Pattern.compile("\\[id:((?:\\\\\\]|[^\\]]){1,200})\\]");
    private static final Pattern TAG = Pattern.compile("\\[tag:((?:\\\\\\]|[^\\]]){1,200})\\]");
    private static final Pattern NOTE = Pattern.compile("// Rockpool ([A-Z][A-Za-z-]{0,39}):(?:\\s+(.*))?");
    private static final Pattern SHARE = Pattern.compile("%(-?\\d{1,3}(?:\\.\\d{0,20})?)%");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,30}(?:\\.\\d{0,30})?|\\.\\d{1,30})(?:[eE][+-]?\\d{1,2})?");
    private static final BigDecimal FULL = new BigDecimal(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final String name;
    private final List<GiftQuestion> questions = new ArrayList<>();
    private String category = "";

    // of the block that is being read
    private String id = "";
    private List<String> tags = new ArrayList<>();
    private Map<String, List<String>> notes = new LinkedHashMap<>();

    GiftParser(String name) {
        this.name = name;
    }

    /// @throws InputException naming file and line where a question is malformed (`gift-form`)
    List<GiftQuestion> parse(String text) {
        String[] lines = text.split("\n", -1);
        StringBuilder block = new StringBuilder();
        int start = 1;
        for (int i = 0; i <= lines.length; i++) {
            String line = i < lines.length ? lines[i] : "";
            if (!line.isBlank()) {
                String stripped = line.strip();
                boolean comment = stripped.startsWith("//");
                if (comment) {
                    comment(stripped);
                }
                block.append(comment ? "" : line).append('\n');
                if (block.length() > ItemFile.LONGEST_QUESTION) {
                    throw fault(start, "The question is longer than " + ItemFile.LONGEST_QUESTION + " characters.");
                }
                continue;
            }
            if (!block.toString().isBlank()) {
                block(GiftText.read(block.toString(), start));
            }
            block.setLength(0);
            start = i + 2;
            id = "";
            tags = new ArrayList<>();
            notes = new LinkedHashMap<>();
        }
        return questions;
    }

    private void comment(String line) {
        Matcher note = NOTE.matcher(line);
        if (note.matches()) {
            notes.computeIfAbsent(note.group(1), _ -> new ArrayList<>())
                    .add(note.group(2) == null ? "" : note.group(2).strip());
            return;
        }
        Matcher named = ID.matcher(line);
        if (id.isEmpty() && named.find()) {
            id = named.group(1).replace("\\]", "]").strip();
        }
        Matcher tag = TAG.matcher(line);
        while (tag.find()) {
            tags.add(tag.group(1).replace("\\]", "]").strip());
        }
    }

    private InputException fault(int line, String sentence) {
        return new InputException("gift-form", name + ":" + line + ": " + sentence);
    }

    private void block(GiftText whole) {
        GiftText text = whole.part(0);
        if (text.startsWith(CATEGORY)) {
            category = text.part(CATEGORY.length()).wordsOnOneLine();
            return;
        }
        int line = text.line();
        String title = "";
        if (text.startsWith("::")) {
            int end = text.find("::", 2);
            if (end < 0) {
                throw fault(line, "The title is not closed; write ::title:: before the question.");
            }
            title = text.part(2, end).wordsOnOneLine();
            text = text.part(end + 2);
        }
        int open = text.find("{", 0);
        int close = text.find("}", 0);
        if (open < 0 && close < 0) {
            add(line, title, text.formatted("moodle"), new GiftQuestion.Unmarked(), Optional.empty());
            return;
        }
        if (open < 0 || (close >= 0 && close < open)) {
            throw fault(text.line(Math.max(close, 0)), "There is a } without a { before it; write \\} for a brace.");
        }
        if (close < 0) {
            throw fault(text.line(open), "The answers are not closed; end them with }, without an empty line before.");
        }
        int second = Math.max(text.find("{", open + 1), text.find("}", close + 1));
        if (second >= 0) {
            throw fault(text.line(second), "The question has a second { or }; write \\{ or \\} for a brace.");
        }
        boolean last = close == text.length() - 1;
        GiftText answers = text.part(open + 1, close);
        Formatted stem =
                text.without(open, close + 1, last ? "" : BLANK).part(0).formatted("moodle");
        if (stem.text().isEmpty()) {
            throw fault(line, "The question is empty; write it before the {.");
        }
        int general = answers.findLast("####");
        Optional<Formatted> feedback = general < 0
                ? Optional.empty()
                : Optional.of(answers.part(general + 4).formatted(stem.format()));
        GiftText rest = general < 0 ? answers : answers.part(0, general);
        add(line, title, stem, answers(rest, stem.format(), text.line(open)), feedback);
    }

    private void add(int line, String title, Formatted stem, Answers answers, Optional<Formatted> feedback) {
        if (questions.size() == ItemFile.MOST_QUESTIONS) {
            throw fault(line, "There are more than " + ItemFile.MOST_QUESTIONS + " questions; split the file.");
        }
        questions.add(new GiftQuestion(
                line,
                category,
                id,
                List.copyOf(tags),
                notes,
                title,
                stem,
                answers,
                feedback.orElseGet(() -> nothing(stem.format()))));
    }

    private static Formatted nothing(String format) {
        return new Formatted(format, GiftText.read("", 1));
    }

    private Answers answers(GiftText text, String format, int line) {
        if (text.isEmpty()) {
            return new GiftQuestion.Unmarked();
        }
        if (text.startsWith("#")) {
            return numbers(text.part(1), format, line);
        }
        if (text.find("~", 0) >= 0) {
            return choices(text, format);
        }
        if (text.find("=", 0) >= 0 && text.find("->", 0) >= 0) {
            return pairs(text, format);
        }
        int mark = text.find("#", 0);
        String word = text.part(0, mark < 0 ? text.length() : mark).words();
        return switch (word) {
            case "T", "TRUE" -> truth(true, text, mark, format);
            case "F", "FALSE" -> truth(false, text, mark, format);
            default -> typed(text, format);
        };
    }

    /// The parts that begin with one of two marks; what stands before the first mark is a part too, as for Moodle.
    private static List<GiftText> parts(GiftText text, String first, String second) {
        List<GiftText> parts = new ArrayList<>();
        int start = 0;
        for (int at = 1; at <= text.length(); at++) {
            if (at == text.length() || text.isAt(at, first) || text.isAt(at, second)) {
                GiftText part = text.part(start, at);
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = at;
            }
        }
        return parts;
    }

    private Choice choice(GiftText part, boolean equalByItself, String format) {
        boolean equal = part.startsWith("=");
        GiftText text = equal || part.startsWith("~") ? part.part(1) : part;
        Optional<BigDecimal> share = Optional.empty();
        Matcher named = SHARE.matcher(text.words());
        if (named.lookingAt()) {
            share = Optional.of(new BigDecimal(named.group(1)));
            text = text.part(named.end());
        }
        int mark = text.find("#", 0);
        Formatted words = text.part(0, mark < 0 ? text.length() : mark).formatted(format);
        if (words.text().isEmpty()) {
            throw fault(part.line(), "An answer is empty; write it behind the = or ~.");
        }
        return new Choice(equal || equalByItself, share, words, feedback(text, mark, format));
    }

    private static Formatted feedback(GiftText text, int mark, String format) {
        return mark < 0 ? nothing(format) : text.part(mark + 1).formatted(format);
    }

    private Answers choices(GiftText text, String format) {
        List<Choice> choices = new ArrayList<>();
        for (GiftText part : parts(text, "=", "~")) {
            choices.add(choice(part, false, format));
        }
        if (choices.size() < 2) {
            throw fault(text.line(), "The question has one option; write at least two, each behind = or ~.");
        }
        boolean right = choices.stream()
                .anyMatch(choice -> choice.isRight()
                        || choice.share().filter(share -> share.signum() > 0).isPresent());
        if (!right) {
            throw fault(text.line(), "No option is right; write = before the right one, or a share such as %50%.");
        }
        return new GiftQuestion.Choices(choices);
    }

    private Answers typed(GiftText text, String format) {
        List<Choice> choices = new ArrayList<>();
        for (GiftText part : parts(text, "=", "=")) {
            choices.add(choice(part, true, format));
        }
        if (choices.stream().noneMatch(Choice::isRight)) {
            throw fault(text.line(), "No answer is worth all points; write one without a share.");
        }
        return new GiftQuestion.Typed(choices);
    }

    private Answers pairs(GiftText text, String format) {
        List<GiftQuestion.Side> pairs = new ArrayList<>();
        for (GiftText part : parts(text, "=", "=")) {
            GiftText pair = part.startsWith("=") ? part.part(1) : part;
            int arrow = pair.find("->", 0);
            if (arrow < 0) {
                throw fault(part.line(), "The pair " + Quote.of(pair.words()) + " has no arrow; write =left -> right.");
            }
            GiftText right = pair.part(arrow + 2);
            if (right.isEmpty()) {
                throw fault(part.line(), "The pair " + Quote.of(pair.words()) + " has nothing behind the arrow.");
            }
            pairs.add(new GiftQuestion.Side(pair.part(0, arrow).formatted(format), right));
        }
        if (pairs.size() < 2) {
            throw fault(text.line(), "There is one pair; write at least two.");
        }
        return new GiftQuestion.Pairs(pairs);
    }

    private static Answers truth(boolean right, GiftText text, int mark, String format) {
        int second = mark < 0 ? -1 : text.find("#", mark + 1);
        Formatted wrong = mark < 0
                ? nothing(format)
                : text.part(mark + 1, second < 0 ? text.length() : second).formatted(format);
        return new GiftQuestion.Truth(right, wrong, feedback(text, second, format));
    }

    private Answers numbers(GiftText text, String format, int line) {
        int tilde = text.find("~", 0);
        Optional<Formatted> wrong = Optional.empty();
        GiftText rest = text;
        if (tilde >= 0) {
            GiftText other = text.part(tilde + 1);
            wrong = Optional.of(feedback(other, other.find("#", 0), format));
            rest = text.part(0, tilde);
        }
        List<GiftQuestion.Quantity> numbers = new ArrayList<>();
        for (GiftText part : parts(rest, "=", "=")) {
            numbers.add(number(part.startsWith("=") ? part.part(1) : part, format));
        }
        if (numbers.isEmpty()) {
            throw fault(line, "There is no number behind the #; write {#12}, {#12:0.5} or {#11.5..12.5}.");
        }
        if (numbers.stream().noneMatch(number -> number.share().compareTo(FULL) >= 0)) {
            throw fault(line, "No number is worth all points; write one without a share.");
        }
        return new GiftQuestion.Numbers(numbers, wrong);
    }

    private GiftQuestion.Quantity number(GiftText part, String format) {
        GiftText text = part;
        BigDecimal share = FULL;
        Matcher named = SHARE.matcher(text.words());
        if (named.lookingAt()) {
            share = new BigDecimal(named.group(1));
            text = text.part(named.end());
        }
        int mark = text.find("#", 0);
        Formatted feedback = feedback(text, mark, format);
        String words = text.part(0, mark < 0 ? text.length() : mark).words();
        int range = words.indexOf("..");
        int colon = words.indexOf(':');
        if (range > 0) {
            BigDecimal low = decimal(words.substring(0, range), part);
            BigDecimal high = decimal(words.substring(range + 2), part);
            if (high.compareTo(low) < 0) {
                throw fault(part.line(), "The range " + Quote.of(words) + " ends before it begins.");
            }
            BigDecimal answer = low.add(high).multiply(HALF);
            return new GiftQuestion.Quantity(shortest(answer), shortest(high.subtract(answer)), share, feedback);
        }
        BigDecimal answer = decimal(colon > 0 ? words.substring(0, colon) : words, part);
        BigDecimal tolerance = colon > 0 ? decimal(words.substring(colon + 1), part) : BigDecimal.ZERO;
        if (tolerance.signum() < 0) {
            throw fault(part.line(), "The tolerance in " + Quote.of(words) + " is negative.");
        }
        return new GiftQuestion.Quantity(answer, tolerance, share, feedback);
    }

    private static BigDecimal shortest(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private BigDecimal decimal(String words, GiftText part) {
        String number = words.strip();
        if (!NUMBER.matcher(number).matches()) {
            throw fault(
                    part.line(),
                    Quote.of(number) + " is no number; write digits with a decimal point, such as {#12:0.5}.");
        }
        return new BigDecimal(number);
    }
}
