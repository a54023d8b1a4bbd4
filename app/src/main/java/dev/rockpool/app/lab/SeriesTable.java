package dev.rockpool.app.lab;

import java.util.Locale;

/// Measured seconds as comma-separated values (RFC 4180).
final class SeriesTable {
    private static final String LINE = "\r\n";

    private SeriesTable() {}

    /// A header with ids and units, then a row a point, in shown units.
    static String csv(Series series) {
        StringBuilder text = new StringBuilder("second");
        for (Series.Line line : series.lines()) {
            String symbol = line.unit().symbol();
            text.append(',').append(line.id()).append(symbol.isEmpty() ? "" : " (" + symbol + ")");
        }
        text.append(LINE);
        int points = series.lines().isEmpty() ? 0 : series.lines().getFirst().size();
        for (int at = 0; at < points; at++) {
            text.append((at + 1) * series.secondsPerPoint());
            for (Series.Line line : series.lines()) {
                text.append(',')
                        .append(String.format(Locale.ROOT, "%.6f", line.unit().shown(line.value(at))));
            }
            text.append(LINE);
        }
        return text.toString();
    }
}
