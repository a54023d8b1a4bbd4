package dev.rockpool.app.rowscolumns;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.rowscolumns.Measured;
import dev.rockpool.simulators.rowscolumns.Operation;
import dev.rockpool.simulators.rowscolumns.RowsColumnsSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// What the picture shows, in sentences.
final class RowsColumnsWords {
    private static final double NANOS_A_MILLI = 1e6;

    private final Texts texts;

    RowsColumnsWords(Texts texts) {
        this.texts = texts;
    }

    String summary(RowsColumnsSnapshot now) {
        if (!now.hasColumns()) {
            return texts.get(now.hasRows() ? "rows-columns.told.rows" : "rows-columns.told.start");
        }
        double ratio = now.work().ratio();
        String touched = texts.get(
                ratio >= 1 ? "rows-columns.told.columns-win" : "rows-columns.told.rows-win",
                times(ratio >= 1 ? ratio : 1 / ratio));
        return now.isMeasured()
                ? touched
                : texts.get(
                        "rows-columns.told.measuring",
                        touched,
                        now.measured().map(both -> both.rounds().size()).orElse(0));
    }

    private static String times(double ratio) {
        return ratio >= 10 ? Unit.COUNT.number((double) Math.round(ratio)) : Unit.TIMES.number(ratio);
    }

    String told(RowsColumnsSnapshot now, Side side) {
        return switch (side) {
            case ROWS ->
                now.hasRows()
                        ? texts.get(
                                now.scenario().hasIndex() ? "rows-columns.rows" : "rows-columns.rows.no-index",
                                now.work().rowsPerPage(),
                                now.work().pagesTouched(),
                                now.work().pages(),
                                now.work().levels())
                        : summary(now);
            case COLUMNS ->
                now.hasColumns()
                        ? texts.get(
                                now.scenario().isOrdered() ? "rows-columns.columns" : "rows-columns.columns.unordered",
                                now.work().chunksTouched(),
                                now.work().rowGroups() * now.scenario().columns(),
                                now.work().rowGroups())
                        : summary(now);
            case MEASURED ->
                now.measured()
                        .map(both -> texts.get(
                                "rows-columns.measured",
                                both.rounds().size(),
                                now.scenario().measuredRows(),
                                Unit.DATA.format(
                                        both.median(round -> round.rows().fileBytes())),
                                Unit.DATA.format(
                                        both.median(round -> round.columns().fileBytes()))))
                        .orElseGet(() -> summary(now));
        };
    }

    String rows(RowsColumnsSnapshot now) {
        return now.hasRows()
                ? texts.get(
                        "rows-columns.by-rows.bytes",
                        Unit.DATA.format(now.work().rowBytes()))
                : texts.get("rows-columns.by-rows");
    }

    String columns(RowsColumnsSnapshot now) {
        return now.hasColumns()
                ? texts.get(
                        "rows-columns.by-columns.bytes",
                        Unit.DATA.format(now.work().columnBytes()))
                : texts.get("rows-columns.by-columns");
    }

    /// The measured times, a row an operation; the heads first.
    ///
    /// @param isWide with the least and the greatest round
    List<List<String>> times(RowsColumnsSnapshot now, boolean isWide) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                texts.get("rows-columns.head", now.scenario().measuredRows()),
                texts.get("rows-columns.head.rows"),
                texts.get("rows-columns.head.columns")));
        for (Operation operation : Operation.values()) {
            rows.add(List.of(
                    texts.get("rows-columns.operation." + operation.word()),
                    time(now, round -> round.rows().nanos(operation), isWide),
                    time(now, round -> round.columns().nanos(operation), isWide)));
        }
        return rows;
    }

    private String time(RowsColumnsSnapshot now, ToDoubleFunction<Measured.Round> of, boolean isWide) {
        return now.measured()
                .map(both -> {
                    double median = both.median(of) / NANOS_A_MILLI;
                    Figure.Interval range = both.interval(of);
                    return isWide && range.low() < range.high()
                            ? texts.get(
                                    "rows-columns.time",
                                    Unit.MILLIS.number(median),
                                    Unit.MILLIS.number(range.low() / NANOS_A_MILLI),
                                    Unit.MILLIS.format(range.high() / NANOS_A_MILLI))
                            : Unit.MILLIS.format(median);
                })
                .orElse("–");
    }

    String legend() {
        return texts.get("rows-columns.legend");
    }
}
