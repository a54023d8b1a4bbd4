package dev.rockpool.quiz;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.simulators.LabTexts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Grades answers.
///
/// A typed number may have thousands separators, and its unit behind it in any of the usual spellings; another unit
/// is no answer, because guessing what was meant would grade the guess.
public final class Grader {
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'’\\h](?=\\d{3}(?!\\d))");
    private static final Pattern TYPED = Pattern.compile("([-+]?)(\\d+(?:\\.\\d+)?|\\.\\d+)\\h*(\\D*)");
    private static final LabTexts TEXTS = LabTexts.beside(Grader.class);

    private Grader() {}

    /// Grades an option.
    public static Grade grade(Option chosen) {
        return chosen.correct() ? new Grade.Right() : new Grade.Wrong(chosen.misconception());
    }

    /// Grades what was typed.
    public static Grade grade(Form.Numeric asked, String typed) {
        return number(asked, typed)
                .map(given -> grade(asked, given))
                .orElseGet(() -> new Grade.Unreadable(TEXTS.get(
                        "unreadable", TEXTS.get(unit(asked) + ".name"), TEXTS.get(unit(asked) + ".example"))));
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
        return List.of(TEXTS.get(unit(asked) + ".spellings").split("\\|"));
    }

    private static String unit(Form.Numeric asked) {
        return "unit." + asked.unit().name();
    }
}
