package dev.rockpool.app.preference;

import java.util.Optional;
import java.util.function.Function;

/// A named value that the user may choose, with its default and how it is written.
///
/// @param name stable, such as `study.retention`
/// @param standard the value until the user chooses another
/// @param write the value as text
/// @param read the text as a value; empty for a text that is none (a file from another version): the default holds
/// @param <T> the value's type, immutable
public record Setting<T>(String name, T standard, Function<T, String> write, Function<String, Optional<T>> read) {

    /// A whole number between bounds.
    public static Setting<Integer> number(String name, int standard, int lowest, int highest) {
        return new Setting<>(name, standard, String::valueOf, text -> {
            try {
                return Optional.of(Integer.parseInt(text)).filter(value -> value >= lowest && value <= highest);
            } catch (NumberFormatException _) {
                return Optional.empty();
            }
        });
    }

    /// One of an enum's values.
    public static <E extends Enum<E>> Setting<E> choice(String name, E standard) {
        return new Setting<>(name, standard, Enum::name, text -> {
            for (E value : standard.getDeclaringClass().getEnumConstants()) {
                if (value.name().equals(text)) {
                    return Optional.of(value);
                }
            }
            return Optional.empty();
        });
    }

    /// Any text.
    public static Setting<String> text(String name, String standard) {
        return new Setting<>(name, standard, text -> text, Optional::of);
    }

    /// On or off.
    public static Setting<Boolean> flag(String name, boolean standard) {
        return new Setting<>(name, standard, String::valueOf, text -> switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }
}
