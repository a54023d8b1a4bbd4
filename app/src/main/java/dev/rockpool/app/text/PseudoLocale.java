package dev.rockpool.app.text;

/// A made-up language for finding clipped and hard-coded text: `[Ŝéttîñĝŝ···]`.
public final class PseudoLocale {
    private static final String PLAIN = "aceginosuyACEGINOSUY";
    private static final String ACCENTED = "áćéĝîñöŝûýÀĆÉĜÎÑÖŜÛÝ";
    private static final int PADDING_PER_LETTERS = 3;

    private PseudoLocale() {}

    /// `message` in the made-up language; an empty message stays empty.
    static String disguise(String message) {
        if (message.isEmpty()) {
            return message;
        }
        StringBuilder disguised = new StringBuilder(message.length() * 2).append('[');
        message.chars()
                .map(letter -> PLAIN.indexOf(letter) < 0 ? letter : ACCENTED.charAt(PLAIN.indexOf(letter)))
                .forEach(letter -> disguised.append((char) letter));
        return disguised
                .append("·".repeat((message.length() + PADDING_PER_LETTERS - 1) / PADDING_PER_LETTERS))
                .append(']')
                .toString();
    }

    /// Whether every letter of `shown` stands between brackets, that is, came out of a bundle.
    public static boolean isDisguised(String shown) {
        int depth = 0;
        for (int index = 0; index < shown.length(); index++) {
            char letter = shown.charAt(index);
            if (letter == '[') {
                depth++;
            } else if (letter == ']') {
                depth--;
            } else if (depth <= 0 && Character.isLetter(letter)) {
                return false;
            }
        }
        return true;
    }
}
