package dev.rockpool.app.rowscolumns;

import java.util.Arrays;
import java.util.Optional;

/// What of the picture can stand out.
enum Side {
    ROWS("rows"),
    COLUMNS("columns"),
    MEASURED("measured");

    private final String subject;

    Side(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    static Optional<Side> of(String subject) {
        return Arrays.stream(values())
                .filter(side -> side.subject.equals(subject))
                .findFirst();
    }
}
