package dev.rockpool.content;

import java.util.List;

/// Answers that are typed in words.
public final class TypedAnswers {
    private TypedAnswers() {}

    /// Whether `typed` is one of the accepted answers; case, accents, spacing and punctuation at its ends do not count.
    public static boolean accepts(List<String> accepted, String typed) {
        String given = Folded.answer(typed);
        return !given.isEmpty()
                && accepted.stream().anyMatch(right -> Folded.answer(right).equals(given));
    }
}
