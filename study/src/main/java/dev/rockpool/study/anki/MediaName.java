package dev.rockpool.study.anki;

import java.util.Locale;
import java.util.regex.Pattern;

/// Names of pictures that are safe as a file's name on every system and in every address.
final class MediaName {
    private static final int LONGEST = 80;
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");

    private MediaName() {}

    /// The last part of a reference or name, with a hyphen for what is not safe; never hidden, never empty.
    static String of(String reference) {
        String last = reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf('\\')) + 1);
        String safe = UNSAFE.matcher(last).replaceAll("-");
        String cut = safe.length() > LONGEST ? safe.substring(safe.length() - LONGEST) : safe;
        String shown = cut.replaceFirst("^[.-]+", "");
        return shown.isEmpty() ? "picture" : shown;
    }

    /// The ending of a name in small letters, without the dot; empty for none.
    static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
