package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbers of the panel.
final class RowsColumnsFigures {
    static final String ROWS = "row-bytes";
    static final String COLUMNS = "column-bytes";
    static final String RATIO = "ratio";
    static final String PAGES = "pages-touched";
    static final String CHUNKS = "chunks-touched";
    static final String ROW_SIZE = "row-size";
    static final String COLUMN_SIZE = "column-size";
    private static final double NANOS_A_MILLI = 1e6;

    private RowsColumnsFigures() {}

    static List<Figure> of(
            RowsColumnsScenario scenario,
            TableWork work,
            Optional<Measured> measured,
            LabParts<RowsColumnsScenario, RowsColumnsResult> parts) {
        String pages = Unit.COUNT.number(work.pagesTouched()) + " × " + Unit.COUNT.number((long) TableWork.PAGE);
        List<Figure> figures = new ArrayList<>();
        figures.add(parts.figure(ROWS, Unit.DATA, work.rowBytes(), pages));
        figures.add(parts.figure(
                COLUMNS,
                Unit.DATA,
                work.columnBytes(),
                parts.texts()
                        .get(
                                "figure.column-bytes.worked."
                                        + scenario.operation().word(),
                                scenario.operation() == Operation.AGGREGATE ? scenario.read() : scenario.columns(),
                                Unit.COUNT.number(scenario.rows()),
                                scenario.valueBytes(),
                                Unit.PLAIN.number(scenario.compression()),
                                Unit.COUNT.number((long) TableWork.BLOCK))));
        figures.add(parts.figure(
                RATIO,
                Unit.FACTOR,
                work.ratio(),
                Unit.DATA.format(work.rowBytes()) + " ÷ " + Unit.DATA.format(work.columnBytes())));
        figures.add(parts.figure(
                PAGES,
                Unit.COUNT,
                (double) work.pagesTouched(),
                parts.texts()
                        .get(
                                "figure.pages-touched.worked",
                                work.levels(),
                                Unit.COUNT.number(work.rowsPerPage()),
                                Unit.COUNT.number(work.pages()))));
        figures.add(parts.figure(
                CHUNKS,
                Unit.COUNT,
                (double) work.chunksTouched(),
                parts.texts()
                        .get("figure.chunks-touched.worked", Unit.COUNT.number(work.rowGroups()), scenario.columns())));
        figures.add(parts.figure(
                ROW_SIZE,
                Unit.DATA,
                work.rowTableBytes(),
                Unit.COUNT.number(work.pages()) + " × " + Unit.COUNT.number((long) TableWork.PAGE)));
        figures.add(parts.figure(
                COLUMN_SIZE,
                Unit.DATA,
                work.columnTableBytes(),
                parts.texts()
                        .get(
                                "figure.column-size.worked",
                                scenario.columns(),
                                Unit.COUNT.number(scenario.rows()),
                                scenario.valueBytes(),
                                Unit.PLAIN.number(scenario.compression()))));
        measured.ifPresent(both -> {
            String worked = parts.texts()
                    .get(
                            "figure.measured.worked",
                            Unit.COUNT.number((long) scenario.measuredRows()),
                            TableRepository.COLUMNS);
            figures.add(parts.figure(
                    "measured-rows", Unit.MILLIS, both.rows().nanos(scenario.operation()) / NANOS_A_MILLI, worked));
            figures.add(parts.figure(
                    "measured-columns",
                    Unit.MILLIS,
                    both.columns().nanos(scenario.operation()) / NANOS_A_MILLI,
                    worked));
        });
        return List.copyOf(figures);
    }
}
