package dev.rockpool.content;

/// Whether `**` around a text makes it bold where it stands.
///
/// CommonMark 0.31.2 §6.2: the opening run must be left-flanking and the closing one right-flanking. Between a letter
/// and a sign (`**[…]**s`) it is not, and the asterisks would show.
final class Emphasis {
    private Emphasis() {}

    /// @param before the code point before the text, a space where there is none
    /// @param after the code point behind the text, a space where there is none
    static boolean possible(int before, String text, int after) {
        return !text.isEmpty()
                && !text.contains("**")
                && !text.contains("\n\n")
                && flanks(text.codePointAt(0), before)
                && flanks(text.codePointBefore(text.length()), after);
    }

    private static boolean flanks(int inner, int outer) {
        return !space(inner) && (!punctuation(inner) || space(outer) || punctuation(outer));
    }

    private static boolean space(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean punctuation(int point) {
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
