package dev.rockpool.app.streams;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Boxes to choose one of a few from.
final class Choices {
    private Choices() {}

    /// @param words how an option is written
    static <T> ComboBox<T> of(List<T> options, Function<T, String> words, String accessibleText) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(options);
        box.setAccessibleText(accessibleText);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T option) {
                return option == null ? "" : words.apply(option);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("Options are chosen, not typed");
            }
        });
        return box;
    }
}
