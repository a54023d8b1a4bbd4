package dev.rockpool.kernel;

/// A user's value as it may stand in a sentence: in quotation marks, on one line, cut at [#LONGEST] characters.
public final class Quote {
    /// The most characters of a value that are shown, in Unicode code points.
    public static final int LONGEST = 80;

    private Quote() {}

    /// `value` between double quotation marks; control characters become a space, and what is cut is marked with `…`.
    public static String of(String value) {
        StringBuilder quoted = new StringBuilder(LONGEST + 3).append('"');
        value.codePoints()
                .limit(LONGEST)
                .map(point -> Character.isISOControl(point) ? ' ' : point)
                .forEach(quoted::appendCodePoint);
        if (value.codePointCount(0, value.length()) > LONGEST) {
            quoted.append('…');
        }
        return quoted.append('"').toString();
    }
}
