package dev.rockpool.app.rowscolumns;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.rowscolumns.Operation;
import dev.rockpool.simulators.rowscolumns.RowsColumnsSnapshot;
import dev.rockpool.simulators.rowscolumns.Timings;
import java.util.ArrayList;
import java.util.List;

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
        return texts.get(
                ratio >= 1 ? "rows-columns.told.columns-win" : "rows-columns.told.rows-win",
                times(ratio >= 1 ? ratio : 1 / ratio));
    }

    private static String times(double ratio) {
        return ratio >= 10 ? Unit.COUNT.number((double) Math.round(ratio)) : Unit.TIMES.number(ratio);
    }

    String told(RowsColumnsSnapshot now, Side side) {
        return switch (side) {
            case ROWS ->
                now.hasRows()
                        ? texts.get(
                                "rows-columns.rows",
                                now.work().rowsPerPage(),
                                now.work().pagesTouched(),
                                now.work().pages(),
                                now.work().levels())
                        : summary(now);
            case COLUMNS ->
                now.hasColumns()
                        ? texts.get(
                                "rows-columns.columns",
                                now.work().chunksTouched(),
                                now.work().rowGroups() * now.scenario().columns(),
                                now.work().rowGroups())
                        : summary(now);
            case MEASURED ->
                now.measured()
                        .map(both -> texts.get(
                                "rows-columns.measured",
                                now.scenario().measuredRows(),
                                Unit.DATA.format(both.rows().fileBytes()),
                                Unit.DATA.format(both.columns().fileBytes())))
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
    List<List<String>> times(RowsColumnsSnapshot now) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                texts.get("rows-columns.head", now.scenario().measuredRows()),
                texts.get("rows-columns.head.rows"),
                texts.get("rows-columns.head.columns")));
        for (Operation operation : Operation.values()) {
            rows.add(List.of(
                    texts.get("rows-columns.operation." + operation.word()),
                    now.measured().map(both -> millis(both.rows(), operation)).orElse("–"),
                    now.measured()
                            .map(both -> millis(both.columns(), operation))
                            .orElse("–")));
        }
        return rows;
    }

    private static String millis(Timings timings, Operation operation) {
        return Unit.MILLIS.format(timings.nanos(operation) / NANOS_A_MILLI);
    }

    String legend() {
        return texts.get("rows-columns.legend");
    }
}
