package dev.rockpool.app.streams;

import dev.rockpool.app.kit.OptionWords;
import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;

/// Boxes to choose one of a few from.
final class Choices {
    private Choices() {}

    /// @param words how an option is written
    static <T> ComboBox<T> of(List<T> options, Function<T, String> words, String accessibleText) {
        ComboBox<T> box = new ComboBox<>();
        box.getItems().setAll(options);
        box.setAccessibleText(accessibleText);
        box.setConverter(new OptionWords<>(option -> words.apply(option)));
        return box;
    }
}
