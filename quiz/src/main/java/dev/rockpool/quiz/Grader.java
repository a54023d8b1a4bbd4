package dev.rockpool.quiz;

import dev.rockpool.content.LabSetting;
import dev.rockpool.content.TypedAnswers;
import dev.rockpool.kernel.Decimals;
import dev.rockpool.quiz.task.BoundTask;
import dev.rockpool.quiz.task.LabTasks;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Unit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Grades answers.
///
/// A typed number may have thousands separators, and its unit behind it in any of the usual spellings; another unit
/// is no answer, because guessing what was meant would grade the guess.
public final class Grader {
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'’\\h](?=\\d{3}(?!\\d))");
    private static final Pattern TYPED = Pattern.compile("([-+]?)(\\d+(?:\\.\\d+)?|\\.\\d+)\\h*(\\D*)");
    private static final LabTexts TEXTS = LabTexts.beside(Grader.class);

    private Grader() {}

    /// Grades a response. All or nothing, as the certification does: one pair or place that is wrong makes the whole
    /// wrong.
    ///
    /// @throws IllegalArgumentException if the response is none to this form
    public static Grade grade(Form form, Response response) {
        return switch (form) {
            case Form.Options asked
            when response instanceof Response.Chosen(SortedSet<Integer> places) -> grade(asked.options(), places);
            case Form.Numeric asked when response instanceof Response.Written(String typed) -> grade(asked, typed);
            case Form.Typed asked when response instanceof Response.Written(String typed) -> grade(asked, typed);
            case Form.Matching asked
            when response instanceof Response.Matched(List<Integer> partners) -> grade(partners.equals(asked.key()));
            case Form.InLab asked
            when response instanceof Response.Tuned(List<LabSetting> settings) -> grade(asked, settings);
            case Form.Ordering asked
            when response instanceof Response.Ordered(List<Integer> items) -> grade(items.equals(asked.key()));
            default -> throw new IllegalArgumentException(response + " is no response to " + form);
        };
    }

    /// The lab's model decides.
    private static Grade grade(Form.InLab asked, List<LabSetting> settings) {
        BoundTask<?, ?> task = LabTasks.bind(asked.setup());
        return task.takes(settings) ? grade(task.isDone(settings)) : new Grade.Unreadable(TEXTS.get("unreadable.lab"));
    }

    private static Grade grade(boolean right) {
        return right ? new Grade.Right() : new Grade.Wrong(Optional.empty());
    }

    private static Grade grade(List<Option> options, SortedSet<Integer> chosen) {
        boolean right = IntStream.range(0, options.size())
                .allMatch(place -> options.get(place).correct() == chosen.contains(place));
        return right
                ? new Grade.Right()
                : new Grade.Wrong(chosen.stream()
                        .flatMap(place -> options.get(place).misconception().stream())
                        .findFirst());
    }

    private static Grade grade(Form.Typed asked, String typed) {
        return typed.isBlank()
                ? new Grade.Unreadable(TEXTS.get("unreadable.words"))
                : grade(TypedAnswers.accepts(asked.accepted(), typed));
    }

    private static Grade grade(Form.Numeric asked, String typed) {
        return number(asked, typed)
                .map(given -> grade(asked, given))
                .orElseGet(() -> new Grade.Unreadable(expected(asked)));
    }

    private static String expected(Form.Numeric asked) {
        return switch (asked.unit()) {
            case Measure.OfLab(Unit unit) ->
                TEXTS.get("unreadable", TEXTS.get(key(unit) + ".name"), TEXTS.get(key(unit) + ".example"));
            case Measure.Named(String symbol) ->
                symbol.isEmpty() ? TEXTS.get("unreadable.plain") : TEXTS.get("unreadable.named", symbol);
        };
    }

    private static Grade grade(Form.Numeric asked, BigDecimal given) {
        if (asked.means(given, asked.answer())) {
            return new Grade.Right();
        }
        return new Grade.Wrong(asked.traps().stream()
                .filter(trap -> asked.means(given, trap.value()))
                .map(Trap::misconception)
                .findFirst());
    }

    private static Optional<BigDecimal> number(Form.Numeric asked, String typed) {
        String plain = THOUSANDS.matcher(typed.strip()).replaceAll("").replace('−', '-');
        Matcher parts = TYPED.matcher(plain);
        if (plain.length() > Decimals.LONGEST_TEXT || !parts.matches()) {
            return Optional.empty();
        }
        String unit = parts.group(3).strip().toLowerCase(Locale.ROOT);
        if (!unit.isEmpty() && !spellings(asked).contains(unit)) {
            return Optional.empty();
        }
        String digits = parts.group(2).startsWith(".") ? "0" + parts.group(2) : parts.group(2);
        return Decimals.parse(parts.group(1).equals("-") ? "-" + digits : digits);
    }

    private static List<String> spellings(Form.Numeric asked) {
        return switch (asked.unit()) {
            case Measure.OfLab(Unit unit) ->
                List.of(TEXTS.get(key(unit) + ".spellings").split("\\|"));
            case Measure.Named(String symbol) -> List.of(symbol.toLowerCase(Locale.ROOT));
        };
    }

    private static String key(Unit unit) {
        return "unit." + unit.name();
    }
}
