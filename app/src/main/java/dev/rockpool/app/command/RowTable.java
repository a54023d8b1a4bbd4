package dev.rockpool.app.command;

import dev.rockpool.database.Selection;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Prints an answer as a table for people: names, a rule, one line a row, numbers to the right.
///
/// Widths come from the first rows; a longer value further down pushes its own line to the right and no other.
final class RowTable {
    private static final int MEASURED = 1_000;
    private static final int WIDEST = 120;
    private static final String GAP = "  ";

    private final PrintWriter out;

    RowTable(PrintWriter out) {
        this.out = out;
    }

    void write(Selection answer) {
        List<Selection.Column> columns = answer.columns();
        List<List<String>> first = new ArrayList<>();
        Optional<List<Optional<Object>>> row = answer.next();
        while (row.isPresent() && first.size() < MEASURED) {
            first.add(texts(row.get()));
            row = answer.next();
        }
        List<Integer> widths = new ArrayList<>();
        for (int at = 0; at < columns.size(); at++) {
            int widest = columns.get(at).name().length();
            for (List<String> texts : first) {
                widest = Math.max(widest, texts.get(at).length());
            }
            widths.add(Math.min(widest, WIDEST));
        }
        line(columns, widths, columns.stream().map(Selection.Column::name).toList());
        line(columns, widths, widths.stream().map("-"::repeat).toList());
        first.forEach(texts -> line(columns, widths, texts));
        while (row.isPresent()) {
            line(columns, widths, texts(row.get()));
            row = answer.next();
        }
        out.flush();
    }

    private void line(List<Selection.Column> columns, List<Integer> widths, List<String> texts) {
        StringBuilder line = new StringBuilder();
        for (int at = 0; at < texts.size(); at++) {
            String text = texts.get(at);
            String spaces = " ".repeat(Math.max(0, widths.get(at) - text.length()));
            boolean right = columns.get(at).kind() == Selection.Kind.NUMBER;
            line.append(at == 0 ? "" : GAP).append(right ? spaces + text : text + spaces);
        }
        out.print(line.toString().stripTrailing());
        out.print('\n');
    }

    private static List<String> texts(List<Optional<Object>> row) {
        return row.stream()
                .map(value -> value.map(each -> each.toString().replaceAll("\\R", " "))
                        .orElse(""))
                .toList();
    }
}
