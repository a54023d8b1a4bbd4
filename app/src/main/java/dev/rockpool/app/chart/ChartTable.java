package dev.rockpool.app.chart;

import java.util.List;

/// The numbers of a chart, as text.
///
/// @param headers one a column
/// @param rows as many cells each as there are headers; the first names the row
public record ChartTable(List<String> headers, List<List<String>> rows) {
    private static final String LINE = "\r\n";

    public ChartTable {
        headers = List.copyOf(headers);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headers.size()) {
                throw new IllegalArgumentException(
                        "a row of " + row.size() + " cells stands under " + headers.size() + " headers");
            }
        }
    }

    /// Comma-separated values (RFC 4180), headers first.
    public String csv() {
        StringBuilder text = new StringBuilder();
        append(text, headers);
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            text.append(at == 0 ? "" : ",").append(quoted(cells.get(at)));
        }
        text.append(LINE);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
