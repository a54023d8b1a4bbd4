package dev.rockpool.simulators.partitioning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a query filters on.
public enum Asked {
    /// Some days, every user.
    DAYS("days"),
    /// One user, every day.
    USER("user"),
    /// One user on some days.
    USER_DAYS("user-days"),
    /// Nothing: no filter on a partition column.
    ALL("all");

    private final String word;

    Asked(String word) {
        this.word = word;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    /// Whether it filters on `part`.
    public boolean filters(KeyPart part) {
        return switch (this) {
            case DAYS -> part.isOfDate();
            case USER -> !part.isOfDate();
            case USER_DAYS -> true;
            case ALL -> false;
        };
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Asked::word).toList();
    }

    static Optional<Asked> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
