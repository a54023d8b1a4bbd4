package dev.rockpool.app.settings;

import java.util.function.Supplier;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Reads a whole number between bounds; what is none leaves the value as it was.
final class WholeNumber extends StringConverter<Integer> {
    private final Supplier<Integer> before;
    private final int lowest;
    private final int highest;

    WholeNumber(Supplier<Integer> before, int lowest, int highest) {
        this.before = before;
        this.lowest = lowest;
        this.highest = highest;
    }

    @Override
    public String toString(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }

    @Override
    public Integer fromString(@Nullable String text) {
        try {
            return text == null ? before.get() : Math.clamp(Long.parseLong(text.trim()), lowest, highest);
        } catch (NumberFormatException _) {
            return before.get();
        }
    }
}
