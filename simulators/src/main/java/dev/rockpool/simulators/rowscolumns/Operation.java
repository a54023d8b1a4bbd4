package dev.rockpool.simulators.rowscolumns;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What is done with the table.
public enum Operation {
    /// One whole row by its key.
    POINT_READ("point-read"),
    /// One value of one row.
    POINT_UPDATE("point-update"),
    /// Some columns of all rows.
    AGGREGATE("aggregate"),
    /// All rows written.
    LOAD("load");

    private final String word;

    Operation(String word) {
        this.word = word;
    }

    /// The word that scenario files have.
    public String word() {
        return word;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Operation::word).toList();
    }

    static Optional<Operation> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
