package dev.rockpool.simulators.partitioning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A level that a key can have.
public enum KeyPart {
    YEAR("year"),
    MONTH("month"),
    DAY("day"),
    USER("user");

    private final String word;

    KeyPart(String word) {
        this.word = word;
    }

    /// The column that the key names: `year=2026`.
    public String word() {
        return word;
    }

    boolean isOfDate() {
        return this != USER;
    }

    /// Its value on a day; a date has no user.
    int of(LocalDate day) {
        return switch (this) {
            case YEAR -> day.getYear();
            case MONTH -> day.getMonthValue();
            case DAY -> day.getDayOfMonth();
            case USER -> 0;
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(KeyPart::word).toList();
    }

    /// The part of that word.
    public static Optional<KeyPart> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
