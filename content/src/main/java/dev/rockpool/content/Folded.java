package dev.rockpool.content;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Texts as they are compared: without case and without diacritics.
final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

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

    /// For comparing a typed answer: folded, without white space and punctuation at its ends.
    static String answer(String text) {
        String folded = text(text);
        int from = 0;
        int until = folded.length();
        while (from < until && "([\"'„“”‘’«»¿¡ ".indexOf(folded.charAt(from)) >= 0) {
            from++;
        }
        while (until > from && ")].,;:!?\"'“”‘’«» ".indexOf(folded.charAt(until - 1)) >= 0) {
            until--;
        }
        return folded.substring(from, until);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80);
    }
}
