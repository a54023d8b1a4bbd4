package dev.rockpool.content;

import dev.rockpool.kernel.Quote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes a quiz item of a section with a fenced block.
final class QuizItemReader {
    /// The info words of the blocks.
    static final Set<String> BLOCKS = Set.of("quiz", "match", "order", "numeric", "lab");

    private static final Pattern OPTION = Pattern.compile("[-*+] +\\[([ xX])\\](?:\\s+(.*))?");
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,3})[.)]\\s+(.*)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(?:\\.\\d{1,30})?(?:[eE][+-]?\\d{1,2})?");
    private static final Set<String> NUMERIC_LINES = Set.of("answer", "tolerance", "unit", "formula");
    private static final BigDecimal PERCENT = new BigDecimal("0.01");

    private final String file;
    private final Section section;
    private final Section.Fence block;
    private final Fields fields;
    private final List<Finding> findings;
    private final String stem;
    private final String explanation;

    QuizItemReader(String file, Section section, Section.Fence block, Fields fields, List<Finding> findings) {
        this.file = file;
        this.section = section;
        this.block = block;
        this.fields = fields;
        this.findings = findings;
        String before = section.text(0, block.from());
        this.stem = before.isEmpty() ? section.heading() : section.heading() + "\n\n" + before;
        this.explanation = section.text(block.until(), section.body().size());
    }

    /// The item, or empty and findings.
    Optional<QuizItem> read() {
        FieldPlace.check(file, section, "a quiz item", findings, "Accept", "Since");
        String word = block.word();
        String behind = block.info().substring(word.length()).strip();
        boolean multi = word.equals("quiz") && behind.equals("multi");
        if (!behind.isEmpty() && !multi) {
            fault(
                    block.line() - 1,
                    "Nothing is known by " + Quote.of(behind) + " behind " + word
                            + "; the one word that may stand there is multi, behind quiz.");
            return Optional.empty();
        }
        return switch (word) {
            case "quiz" -> multipleChoice(multi);
            case "match" -> match();
            case "order" -> order();
            case "lab" -> lab();
            default -> numeric();
        };
    }

    private void fault(int line, String sentence) {
        findings.add(Rule.BLOCK_FORM.at(file, line, sentence));
    }

    private Optional<QuizItem> multipleChoice(boolean multi) {
        List<OptionDraft> drafts = new ArrayList<>();
        int before = findings.size();
        for (int i = 0; i < block.content().size() && findings.size() < DeckParser.MOST_FINDINGS; i++) {
            String line = block.content().get(i).stripTrailing();
            Matcher option = OPTION.matcher(line);
            if (line.isEmpty()) {
                continue;
            }
            if (option.matches()) {
                String text = option.group(2) == null ? "" : option.group(2).strip();
                if (text.isEmpty()) {
                    fault(block.line() + i, "The option is empty; write what it says behind the brackets.");
                }
                drafts.add(new OptionDraft(!option.group(1).equals(" "), text));
            } else if (drafts.isEmpty() || !Character.isWhitespace(line.charAt(0))) {
                fault(
                        block.line() + i,
                        "This line is no option; write options as \"- [ ] text\" or \"- [x] text\" and their reasons"
                                + " indented as \": why\".");
            } else {
                drafts.getLast().goOn(line.strip());
            }
        }
        List<Option> options = drafts.stream().map(OptionDraft::option).toList();
        long right = options.stream().filter(Option::right).count();
        if (findings.size() == before && (multi ? right < 1 : right != 1)) {
            findings.add(Rule.ONE_RIGHT.at(
                    file,
                    section.line(),
                    multi
                            ? "No option is marked as right; mark the right ones with [x]."
                            : "There are " + right
                                    + " right options; mark exactly one with [x], or say \"quiz multi\"."));
        }
        if (findings.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new MultipleChoice(
                section.id(),
                stem,
                explanation,
                fields.tags(),
                fields.fixes(),
                fields.sources(),
                fields.show(),
                fields.other(),
                options,
                multi));
    }

    /// An option whose lines are still coming.
    private static final class OptionDraft {
        private final boolean right;
        private final StringBuilder text;
        private final StringBuilder why = new StringBuilder();
        private boolean hasWhy;

        OptionDraft(boolean right, String text) {
            this.right = right;
            this.text = new StringBuilder(text);
        }

        /// Takes an indented line: a reason if it starts with a colon, else more of what came before.
        void goOn(String line) {
            boolean reason = line.equals(":") || line.startsWith(": ");
            hasWhy |= reason;
            StringBuilder target = hasWhy ? why : text;
            if (!target.isEmpty()) {
                target.append(' ');
            }
            target.append(reason ? line.substring(1).strip() : line);
        }

        Option option() {
            return new Option(text.toString(), right, why.toString());
        }
    }

    private Optional<QuizItem> match() {
        List<Pair> pairs = new ArrayList<>();
        int before = findings.size();
        for (int i = 0; i < block.content().size() && findings.size() < DeckParser.MOST_FINDINGS; i++) {
            String line = block.content().get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            Optional<Pair> pair = pair(line);
            if (pair.isPresent()) {
                pairs.add(pair.get());
            } else {
                fault(block.line() + i, "This line is no pair; write \"left -> right\".");
            }
        }
        if (pairs.size() < 2 && findings.size() == before) {
            fault(block.line() - 1, "There is nothing to pair; write at least three lines \"left -> right\".");
        }
        if (findings.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Match(
                section.id(),
                stem,
                explanation,
                fields.tags(),
                fields.fixes(),
                fields.sources(),
                fields.show(),
                fields.other(),
                pairs));
    }

    /// The two sides of the first arrow that stands between spaces.
    private static Optional<Pair> pair(String line) {
        for (int i = 1; i < line.length(); i++) {
            int length = line.startsWith("->", i) ? 2 : line.charAt(i) == '→' ? 1 : 0;
            int end = i + length;
            if (length > 0
                    && end < line.length()
                    && Character.isWhitespace(line.charAt(i - 1))
                    && Character.isWhitespace(line.charAt(end))) {
                return Optional.of(new Pair(
                        line.substring(0, i).strip(), line.substring(end).strip()));
            }
        }
        return Optional.empty();
    }

    private Optional<QuizItem> order() {
        List<String> items = new ArrayList<>();
        int before = findings.size();
        for (int i = 0; i < block.content().size() && findings.size() < DeckParser.MOST_FINDINGS; i++) {
            String line = block.content().get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            Matcher entry = ENTRY.matcher(line);
            if (!entry.matches()) {
                fault(block.line() + i, "This line is no entry; write \"1. text\", numbered in the right order.");
                continue;
            }
            items.add(entry.group(2));
            if (Integer.parseInt(entry.group(1)) != items.size()) {
                fault(
                        block.line() + i,
                        "This entry has the number " + entry.group(1) + " where " + items.size()
                                + " is due; number the entries from 1 in the right order.");
            }
        }
        if (items.size() < 2 && findings.size() == before) {
            fault(block.line() - 1, "There is nothing to put in order; write at least three lines \"1. text\".");
        }
        if (findings.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new Order(
                section.id(),
                stem,
                explanation,
                fields.tags(),
                fields.fixes(),
                fields.sources(),
                fields.show(),
                fields.other(),
                items));
    }

    private Optional<QuizItem> lab() {
        return new LabSetupReader(file, block, findings)
                .read()
                .map(setup -> new LabTask(
                        section.id(),
                        stem,
                        explanation,
                        fields.tags(),
                        fields.fixes(),
                        fields.sources(),
                        fields.show(),
                        fields.other(),
                        setup));
    }

    private Optional<QuizItem> numeric() {
        Map<String, String> values = new LinkedHashMap<>();
        int before = findings.size();
        for (int i = 0; i < block.content().size() && findings.size() < DeckParser.MOST_FINDINGS; i++) {
            String line = block.content().get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            String name = colon < 0 ? line : line.substring(0, colon).strip();
            if (colon < 0 || !NUMERIC_LINES.contains(name)) {
                fault(
                        block.line() + i,
                        Quote.of(name) + " is not known here; the lines are answer, tolerance, unit and formula,"
                                + " each as \"answer: 12\".");
            } else if (values.put(name, line.substring(colon + 1).strip()) != null) {
                fault(block.line() + i, "The line " + name + " stands twice; keep one.");
            }
        }
        Optional<BigDecimal> answer = number("answer", values.get("answer"));
        Optional<Tolerance> tolerance = tolerance(values.get("tolerance"));
        if (findings.size() > before || answer.isEmpty() || tolerance.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Numeric(
                section.id(),
                stem,
                explanation,
                fields.tags(),
                fields.fixes(),
                fields.sources(),
                fields.show(),
                fields.other(),
                answer.get(),
                tolerance.get(),
                values.getOrDefault("unit", ""),
                values.getOrDefault("formula", "")));
    }

    private Optional<Tolerance> tolerance(@Nullable String text) {
        boolean relative = text != null && text.endsWith("%");
        String amount =
                text != null && relative ? text.substring(0, text.length() - 1).strip() : text;
        return number("tolerance", amount).flatMap(number -> {
            if (number.signum() < 0) {
                fault(block.line() - 1, "The tolerance is negative; write 0, a number above it, or a share as 1%.");
                return Optional.empty();
            }
            return Optional.of(new Tolerance(relative ? number.multiply(PERCENT) : number, relative));
        });
    }

    private Optional<BigDecimal> number(String name, @Nullable String text) {
        if (text == null) {
            fault(block.line() - 1, "The numeric block has no " + name + "; add a line \"" + name + ": 0\".");
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            fault(
                    block.line() - 1,
                    "The " + name + " " + Quote.of(text)
                            + " is no number; write digits with a decimal point and without thousands separators.");
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }
}
