package dev.rockpool.app.study;

import dev.rockpool.study.memory.Rating;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Compares what a learner typed with the answers that are right, and says what differs.
///
/// Forgiven are case, spaces around and doubled, thousands separators, the space between a number and its unit, kinds
/// of dashes and quotation marks, and punctuation at the end. Never forgiven is a digit.
public final class TypedAnswer {
    /// The most characters of either text that are compared letter by letter.
    private static final int LONGEST_COMPARED = 200;

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d)[,'’ _](?=\\d{3}(?!\\d))");
    private static final Pattern BEFORE_UNIT = Pattern.compile("(?<=\\d) (?=[\\p{L}%°µ])");
    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019\\u201c\\u201d\"`]");
    private static final Pattern END = Pattern.compile("[\\s.,;:!?]+$");

    private TypedAnswer() {}

    /// How near the typed text came.
    public enum Nearness {
        /// Nothing was typed.
        EMPTY,
        /// It is the answer, letter for letter.
        EXACT,
        /// It is an answer but for its writing.
        FORGIVEN,
        /// It is another answer that the card names as right.
        VARIANT,
        /// A letter or two are off.
        CLOSE,
        /// It is something else.
        DIFFERENT
    }

    /// A stretch of the comparison.
    public record Span(String text, Kind kind) {
        /// Whether the stretch stands in both texts, only in the answer, or only in what was typed.
        public enum Kind {
            SAME,
            MISSING,
            EXTRA
        }
    }

    /// What the comparison found.
    ///
    /// @param matched the right answer that was met, or the one that came nearest
    /// @param spans the way from what was typed to `matched`; empty unless it is close or different
    public record Comparison(Nearness nearness, String typed, String matched, List<Span> spans) {
        /// Whether what was typed counts as right.
        public boolean right() {
            return switch (nearness) {
                case EXACT, FORGIVEN, VARIANT -> true;
                case EMPTY, CLOSE, DIFFERENT -> false;
            };
        }

        /// The rating that fits; the learner decides.
        public Rating suggestion() {
            return switch (nearness) {
                case EXACT, FORGIVEN, VARIANT -> Rating.GOOD;
                case CLOSE -> Rating.HARD;
                case EMPTY, DIFFERENT -> Rating.AGAIN;
            };
        }
    }

    /// Compares `typed` with `accepted`, the right answers, of which the first is the card's own.
    public static Comparison compare(String typed, List<String> accepted) {
        if (accepted.isEmpty()) {
            throw new IllegalArgumentException("accepted is empty: a typed card has at least one answer");
        }
        String own = accepted.getFirst();
        if (typed.isBlank()) {
            return new Comparison(Nearness.EMPTY, "", own, List.of());
        }
        String stripped = typed.strip();
        if (stripped.equals(own)) {
            return new Comparison(Nearness.EXACT, stripped, own, List.of());
        }
        String plain = plain(stripped);
        for (String answer : accepted) {
            if (plain.equals(plain(answer))) {
                Nearness nearness = answer.equals(own) ? Nearness.FORGIVEN : Nearness.VARIANT;
                return new Comparison(nearness, stripped, answer, List.of());
            }
        }
        return nearest(stripped, plain, accepted);
    }

    private static Comparison nearest(String typed, String plain, List<String> accepted) {
        String nearest = accepted.getFirst();
        int fewest = Integer.MAX_VALUE;
        for (String answer : accepted) {
            int edits = edits(plain, plain(answer));
            if (edits < fewest) {
                fewest = edits;
                nearest = answer;
            }
        }
        int allowed = Math.max(1, plain(nearest).length() / 8);
        boolean close = fewest <= allowed
                && plain(nearest).length() > 3
                && digits(plain).equals(digits(plain(nearest)));
        return new Comparison(close ? Nearness.CLOSE : Nearness.DIFFERENT, typed, nearest, spans(typed, nearest));
    }

    /// The text as it is compared: what is forgiven is gone.
    static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = SPACES.matcher(plain).replaceAll(" ").strip();
        plain = DASHES.matcher(plain).replaceAll("-");
        plain = QUOTES.matcher(plain).replaceAll("");
        plain = THOUSANDS.matcher(plain).replaceAll("");
        plain = BEFORE_UNIT.matcher(plain).replaceAll("");
        String ended = END.matcher(plain).replaceAll("");
        return ended.isEmpty() ? plain : ended;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String cut(String text) {
        return text.length() > LONGEST_COMPARED ? text.substring(0, LONGEST_COMPARED) : text;
    }

    private static int edits(String from, String to) {
        String left = cut(from);
        String right = cut(to);
        int[] row = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= right.length(); column++) {
                int above = row[column];
                int swap = diagonal + (left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(swap, Math.min(above, row[column - 1]) + 1);
                diagonal = above;
            }
        }
        return row[right.length()];
    }

    private static List<Span> spans(String typed, String answer) {
        String left = cut(typed);
        String right = cut(answer);
        int[][] common = common(left, right);
        List<Span> spans = new ArrayList<>();
        int line = 0;
        int column = 0;
        while (line < left.length() || column < right.length()) {
            if (line < left.length() && column < right.length() && same(left.charAt(line), right.charAt(column))) {
                append(spans, right.charAt(column), Span.Kind.SAME);
                line++;
                column++;
            } else if (line < left.length()
                    && (column == right.length() || common[line + 1][column] >= common[line][column + 1])) {
                append(spans, left.charAt(line), Span.Kind.EXTRA);
                line++;
            } else {
                append(spans, right.charAt(column), Span.Kind.MISSING);
                column++;
            }
        }
        return List.copyOf(spans);
    }

    /// `common[i][j]`: the length of the longest common subsequence of `left` from `i` and `right` from `j`.
    private static int[][] common(String left, String right) {
        int[][] common = new int[left.length() + 1][right.length() + 1];
        for (int line = left.length() - 1; line >= 0; line--) {
            for (int column = right.length() - 1; column >= 0; column--) {
                common[line][column] = same(left.charAt(line), right.charAt(column))
                        ? common[line + 1][column + 1] + 1
                        : Math.max(common[line + 1][column], common[line][column + 1]);
            }
        }
        return common;
    }

    private static boolean same(char left, char right) {
        return Character.toLowerCase(left) == Character.toLowerCase(right);
    }

    private static void append(List<Span> spans, char letter, Span.Kind kind) {
        if (!spans.isEmpty() && spans.getLast().kind() == kind) {
            Span last = spans.removeLast();
            spans.add(new Span(last.text() + letter, kind));
        } else {
            spans.add(new Span(String.valueOf(letter), kind));
        }
    }
}
