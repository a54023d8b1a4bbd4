package dev.rockpool.costmodel;

import dev.rockpool.kernel.Decimals;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Quote;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A CSV file with a known header, each row with the line it starts on.
///
/// RFC 4180, comma, LF or CRLF; the first row names the columns, in any order. Every fault is an [InputException] with
/// code `code` and a sentence that starts with `file:line:`.
record CsvTable(String file, String code, List<Row> rows) {

    /// @param columns every column of the file; no other may occur
    /// @throws InputException if the text is no such table
    static CsvTable read(String file, String code, String text, List<String> columns) {
        List<Row> rows = new ArrayList<>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        long line = 1;
        try (CSVParser parser =
                CSVParser.parse(new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = List.of();
            while (records.hasNext()) {
                List<String> values = records.next().toList();
                boolean blank = values.size() == 1 && values.getFirst().isBlank();
                if (header.isEmpty()) {
                    header = header(file, code, line, values, columns);
                } else if (!blank) {
                    rows.add(row(file, code, line, values, header));
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            if (header.isEmpty()) {
                header(file, code, line, List.of(), columns);
            }
        } catch (UncheckedIOException | IOException e) {
            throw new InputException(code, file + ":" + line + ": this row is not valid CSV (quotation marks).", e);
        }
        return new CsvTable(file, code, rows);
    }

    private static List<String> header(String file, String code, long line, List<String> header, List<String> columns) {
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new InputException(code, file + ":" + line + ": the header lacks the column " + column + ".");
            }
        }
        for (String column : header) {
            if (!columns.contains(column)) {
                throw new InputException(
                        code,
                        file + ":" + line + ": the header has the unknown column " + Quote.of(column) + "; known are "
                                + String.join(", ", columns) + ".");
            }
        }
        if (header.size() > columns.size()) {
            throw new InputException(code, file + ":" + line + ": the header names a column twice.");
        }
        return header;
    }

    private static Row row(String file, String code, long line, List<String> values, List<String> header) {
        if (values.size() != header.size()) {
            throw new InputException(
                    code,
                    file + ":" + line + ": the row has " + values.size() + " values and the header " + header.size()
                            + " columns.");
        }
        Map<String, String> cells = new HashMap<>();
        for (int column = 0; column < header.size(); column++) {
            cells.put(header.get(column), values.get(column));
        }
        return new Row(file, code, line, Map.copyOf(cells));
    }

    /// One row.
    record Row(String file, String code, long line, Map<String, String> cells) {
        /// The text of `column`, which the header has.
        String text(String column) {
            String value = cells.get(column);
            if (value == null) {
                throw new IllegalArgumentException("No column " + column + " was asked for.");
            }
            return value;
        }

        /// The text of `column`.
        ///
        /// @throws InputException if it is empty or has spaces around it
        String required(String column) {
            String value = text(column);
            if (value.isBlank() || !value.strip().equals(value)) {
                throw fault(column, value, "is empty or has spaces around it");
            }
            return value;
        }

        /// The number in `column`.
        ///
        /// @throws InputException if it is none, or negative
        BigDecimal amount(String column) {
            String value = text(column);
            BigDecimal number = Decimals.parse(value)
                    .orElseThrow(() -> fault(column, value, "is not a decimal number within bounds"));
            if (number.signum() < 0) {
                throw fault(column, value, "is negative");
            }
            return number;
        }

        InputException fault(String column, String value, String what) {
            return new InputException(
                    code, file + ":" + line + ": " + column + ": " + Quote.of(value) + " " + what + ".");
        }
    }
}
