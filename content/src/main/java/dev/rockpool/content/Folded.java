package dev.rockpool.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts as they are compared: without case and without diacritics.
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PUNCTUATION_AT_THE_ENDS =
            Pattern.compile("^[\\s\\p{Z}\"'„“”‘’«»(\\[]+|[\\s\\p{Z}.,;:!?\"'“”‘’«»)\\]]+$");

    private Folded() {}

    /// For substring search: compatible characters made equal, lower case, no diacritics, runs of white space one
    /// space.
    static String text(String text) {
        String decomposed = isAscii(text)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                        .replaceAll("");
        return SPACE.matcher(decomposed.toLowerCase(Locale.ROOT)).replaceAll(" ");
    }

    /// For comparing wordings: the folded words between single spaces, with a space at either end; ` ` if there are
    /// none.
    static String words(String text) {
        String words = NOT_A_WORD.matcher(text(text)).replaceAll(" ").strip();
        return words.isEmpty() ? " " : " " + words + " ";
    }

    /// For comparing a typed answer: folded, without punctuation at its ends.
    static String answer(String text) {
        return PUNCTUATION_AT_THE_ENDS.matcher(text(text)).replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }
}
