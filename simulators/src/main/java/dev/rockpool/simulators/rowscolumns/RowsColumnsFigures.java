package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// The numbers of the panel.
final class RowsColumnsFigures {
    static final String ROWS = "row-bytes";
    static final String COLUMNS = "column-bytes";
    static final String RATIO = "ratio";
    static final String PAGES = "pages-touched";
    static final String CHUNKS = "chunks-touched";
    static final String ROW_SIZE = "row-size";
    static final String COLUMN_SIZE = "column-size";
    static final String TIME_RATIO = "time-ratio";
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
                                        + scenario.operation().word()
                                        + (byKey(scenario.operation()) && !scenario.isOrdered() ? ".unordered" : ""),
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
                                scenario.hasIndex() || !byKey(scenario.operation())
                                        ? "figure.pages-touched.worked"
                                        : "figure.pages-touched.worked.no-index",
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
        figures.add(timeRatio(scenario, measured, parts));
        measured.ifPresent(both -> figures.addAll(measured(scenario, both, parts)));
        return List.copyOf(figures);
    }

    private static boolean byKey(Operation operation) {
        return operation == Operation.POINT_READ || operation == Operation.POINT_UPDATE;
    }

    /// How many times longer the row store takes: foreseen from the bytes of the measured table, then measured.
    private static Figure timeRatio(
            RowsColumnsScenario scenario,
            Optional<Measured> measured,
            LabParts<RowsColumnsScenario, RowsColumnsResult> parts) {
        double foreseen = TableWork.of(scenario.measuredTable()).ratio();
        String worked = parts.texts().get("figure.time-ratio.worked", Unit.FACTOR.format(foreseen));
        ToDoubleFunction<Measured.Round> ratio = round -> (double) round.rows().nanos(scenario.operation())
                / round.columns().nanos(scenario.operation());
        return measured.map(rounds -> parts.figure(
                        TIME_RATIO,
                        Unit.FACTOR,
                        rounds.median(ratio),
                        OptionalDouble.of(foreseen),
                        Optional.of(rounds.interval(ratio)),
                        worked))
                .orElseGet(() -> parts.figure(TIME_RATIO, Unit.FACTOR, foreseen, worked));
    }

    private static List<Figure> measured(
            RowsColumnsScenario scenario, Measured rounds, LabParts<RowsColumnsScenario, RowsColumnsResult> parts) {
        TableWork work = TableWork.of(scenario.measuredTable());
        String worked = parts.texts()
                .get(
                        "figure.measured.worked",
                        Unit.COUNT.number((long) scenario.measuredRows()),
                        TableRepository.COLUMNS,
                        rounds.rounds().size());
        return List.of(
                millis("measured-rows", rounds, round -> millis(round.rows(), scenario), worked, parts),
                millis("measured-columns", rounds, round -> millis(round.columns(), scenario), worked, parts),
                bytes(
                        "measured-row-size",
                        rounds,
                        round -> (double) round.rows().fileBytes(),
                        work.rowTableBytes(),
                        worked,
                        parts),
                bytes(
                        "measured-column-size",
                        rounds,
                        round -> (double) round.columns().fileBytes(),
                        work.columnTableBytes(),
                        worked,
                        parts));
    }

    static double millis(Timings timings, RowsColumnsScenario scenario) {
        return timings.nanos(scenario.operation()) / NANOS_A_MILLI;
    }

    private static Figure millis(
            String id,
            Measured rounds,
            ToDoubleFunction<Measured.Round> of,
            String worked,
            LabParts<RowsColumnsScenario, RowsColumnsResult> parts) {
        return parts.figure(
                id, Unit.MILLIS, rounds.median(of), OptionalDouble.empty(), Optional.of(rounds.interval(of)), worked);
    }

    private static Figure bytes(
            String id,
            Measured rounds,
            ToDoubleFunction<Measured.Round> of,
            double foreseen,
            String worked,
            LabParts<RowsColumnsScenario, RowsColumnsResult> parts) {
        return parts.figure(
                id,
                Unit.DATA,
                rounds.median(of),
                OptionalDouble.of(foreseen),
                Optional.of(rounds.interval(of)),
                worked);
    }
}
