package dev.rockpool.simulators.rowscolumns;

import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Rows, columns, then both for real.
final class RowsColumnsSimulation implements Simulation<RowsColumnsScenario, RowsColumnsSnapshot> {
    private static final int END = 3;

    private final RowsColumnsScenario scenario;
    private final LabParts<RowsColumnsScenario, RowsColumnsResult> parts;
    private final LongSupplier nanos;
    private final TableWork work;
    private Optional<Measured> measured = Optional.empty();
    private int step;

    RowsColumnsSimulation(
            RowsColumnsScenario scenario, LabParts<RowsColumnsScenario, RowsColumnsResult> parts, LongSupplier nanos) {
        this.scenario = scenario;
        this.parts = parts;
        this.nanos = nanos;
        work = TableWork.of(scenario);
    }

    @Override
    public void step() {
        step++;
        if (step >= END && measured.isEmpty()) {
            measured = Optional.of(TableRepository.measure(scenario.measuredRows(), nanos));
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

    @Override
    public List<Disturbance> disturbances() {
        return List.of();
    }

    @Override
    public void disturb(String id) {
        throw new IllegalArgumentException("There is no disturbance " + id);
    }

    @Override
    public RowsColumnsSnapshot snapshot() {
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
            case END ->
                List.of(event("measured", parts.texts().get("event.measured", Unit.COUNT.number((long)
                        scenario.measuredRows()))));
            default -> List.of();
        };
    }

    private LabEvent event(String key, String sentence) {
        return new LabEvent(step, key, key, sentence);
    }
}
