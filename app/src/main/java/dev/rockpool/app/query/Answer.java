package dev.rockpool.app.query;

import dev.rockpool.database.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a question came to, as far as it is shown.
///
/// @param sql the question
/// @param columns left to right
/// @param rows the first [#MOST] rows; a value a column
/// @param cut whether there are more
record Answer(String sql, List<Selection.Column> columns, List<List<Optional<Object>>> rows, boolean cut) {
    /// So many rows are shown; nobody reads more, and a file takes them all.
    static final int MOST = 10_000;

    Answer {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// Reads as much of an answer as is shown.
    static Answer of(String sql, Selection selection) {
        List<List<Optional<Object>>> rows = new ArrayList<>();
        Optional<List<Optional<Object>>> row = selection.next();
        while (row.isPresent() && rows.size() < MOST) {
            rows.add(row.get());
            row = selection.next();
        }
        return new Answer(sql, selection.columns(), rows, row.isPresent());
    }

    /// The column to count along: the first that is no measure; where all are numbers, the first of all.
    Optional<Integer> along() {
        return columns.size() < 2
                ? Optional.empty()
                : Optional.of(firstThat(false).orElse(0));
    }

    /// The column to measure: the first of numbers that is not counted along.
    Optional<Integer> measured() {
        return along().flatMap(along -> {
            for (int at = 0; at < columns.size(); at++) {
                if (at != along && columns.get(at).kind() == Selection.Kind.NUMBER) {
                    return Optional.of(at);
                }
            }
            return Optional.empty();
        });
    }

    private Optional<Integer> firstThat(boolean number) {
        for (int at = 0; at < columns.size(); at++) {
            if ((columns.get(at).kind() == Selection.Kind.NUMBER) == number) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
