package dev.rockpool.content;

import java.util.regex.Pattern;

/// The form of stable ids: words of small letters and digits, joined by single hyphens.
final class Ids {
    /// The most characters of an id.
    static final int LONGEST = 100;

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private Ids() {}

    static boolean isId(String text) {
        return text.length() <= LONGEST && KEBAB.matcher(text).matches();
    }
}
