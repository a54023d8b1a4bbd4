package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows, columns, then both for real, round by round.
final class RowsColumnsSimulation implements Simulation<RowsColumnsScenario, RowsColumnsSnapshot> {
    static final String INDEX = "index";
    static final String ORDER = "order";

    private static final int FIRST_ROUND = 3;
    private static final int END = FIRST_ROUND + Measured.ROUNDS - 1;

    private final LabParts<RowsColumnsScenario, RowsColumnsResult> parts;
    private final Stopwatch stopwatch;
    private final List<Measured.Round> rounds = new ArrayList<>();
    private RowsColumnsScenario scenario;
    private TableWork work;
    private int step;

    RowsColumnsSimulation(
            RowsColumnsScenario scenario, LabParts<RowsColumnsScenario, RowsColumnsResult> parts, Stopwatch stopwatch) {
        this.scenario = scenario;
        this.parts = parts;
        this.stopwatch = stopwatch;
        work = TableWork.of(scenario);
    }

    @Override
    public void step() {
        step++;
        if (step >= FIRST_ROUND && rounds.size() < Measured.ROUNDS) {
            rounds.add(stopwatch.round(scenario, rounds.size()));
        }
    }

    @Override
    public boolean done() {
        return step >= END;
    }

    @Override
    public RowsColumnsScenario scenario() {
        return scenario;
    }

    /// The row store loses its index, the column store the order of its rows; or they are made again.
    @Override
    public List<Disturbance> disturbances() {
        return List.of(disturbance(INDEX, !scenario.hasIndex()), disturbance(ORDER, !scenario.isOrdered()));
    }

    private Disturbance disturbance(String id, boolean broken) {
        return new Disturbance(id, parts.texts().get((broken ? "disturb.undo." : "disturb.") + id), broken);
    }

    @Override
    public void disturb(String id) {
        scenario = switch (id) {
            case INDEX -> scenario.withIndex(!scenario.hasIndex());
            case ORDER -> scenario.withOrder(!scenario.isOrdered());
            default -> throw new IllegalArgumentException("There is no disturbance " + id);
        };
        work = TableWork.of(scenario);
        rounds.clear();
        step = Math.min(step, FIRST_ROUND - 1);
    }

    @Override
    public RowsColumnsSnapshot snapshot() {
        Optional<Measured> measured = rounds.isEmpty() ? Optional.empty() : Optional.of(new Measured(rounds));
        double touched = step == 0 ? 0 : step == 1 ? work.rowBytes() : work.columnBytes();
        return new RowsColumnsSnapshot(
                step,
                END,
                scenario,
                work,
                measured,
                events(),
                List.of(new Measure("touched", parts.texts().get("measure.touched"), Unit.DATA, touched)),
                RowsColumnsFigures.of(scenario, work, measured, parts));
    }

    /// What was measured is no event: it differs from run to run.
    private List<LabEvent> events() {
        return switch (step) {
            case 1 ->
                List.of(event(
                        "rows",
                        parts.texts()
                                .get(
                                        "event.rows",
                                        Unit.COUNT.number(work.pagesTouched()),
                                        Unit.DATA.format(work.rowBytes()))));
            case 2 ->
                List.of(event(
                        "columns",
                        parts.texts()
                                .get(
                                        "event.columns",
                                        Unit.COUNT.number(work.chunksTouched()),
                                        Unit.DATA.format(work.columnBytes()))));
            case 0 -> List.of();
            default ->
                step > END
                        ? List.of()
                        : List.of(event(
                                "measured",
                                parts.texts()
                                        .get(
                                                "event.measured",
                                                step - FIRST_ROUND + 1,
                                                Measured.ROUNDS,
                                                Unit.COUNT.number((long) scenario.measuredRows()))));
        };
    }

    private LabEvent event(String key, String sentence) {
        return new LabEvent(step, key, key, sentence);
    }
}
