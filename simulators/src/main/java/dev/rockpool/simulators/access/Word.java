package dev.rockpool.simulators.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How the choices of this lab are written in scenario files: `NAT_GATEWAY` is `nat-gateway`.
public final class Word {
    private Word() {}

    /// As scenario files have it.
    public static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The words of all choices of a kind.
    public static <E extends Enum<E>> List<String> all(Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants()).map(Word::of).toList();
    }

    /// The choice of that word.
    ///
    /// @throws IllegalArgumentException if there is none
    public static <E extends Enum<E>> E read(Class<E> kind, String word) {
        return Enum.valueOf(kind, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
