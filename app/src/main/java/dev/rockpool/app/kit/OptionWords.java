package dev.rockpool.app.kit;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// How the options of a box are written, where one is chosen and none is typed.
///
/// @param <T> the options
public final class OptionWords<T> extends StringConverter<T> {
    private final Function<T, String> words;

    /// @param words how an option is written
    public OptionWords(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T option) {
        return option == null ? "" : words.apply(option);
    }

    /// Never asked: the box is not editable.
    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("Options are chosen, not typed.");
    }
}
