package dev.rockpool.simulators.partitioning;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabParts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Goes down the levels of the key, opens files, and at last counts real ones.
final class PartitioningSimulation implements Simulation<PartitioningScenario, PartitioningSnapshot> {
    private static final List<List<KeyPart>> USUAL = List.of(
            List.of(),
            List.of(KeyPart.YEAR, KeyPart.MONTH),
            List.of(KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY),
            List.of(KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY, KeyPart.USER),
            List.of(KeyPart.USER, KeyPart.YEAR, KeyPart.MONTH, KeyPart.DAY));

    static final String CATALOG = "catalog";
    static final String FLOOD = "flood";

    private final LabParts<PartitioningScenario, PartitioningResult> parts;
    private PartitioningScenario scenario;
    private LayoutReading reading;
    private List<PartitioningSnapshot.Compared> compared;
    private Bill bill;
    private Optional<LayoutRepository.Counted> counted = Optional.empty();
    private int step;

    PartitioningSimulation(PartitioningScenario scenario, LabParts<PartitioningScenario, PartitioningResult> parts) {
        this.scenario = scenario;
        this.parts = parts;
        reading = LayoutReading.of(scenario);
        bill = PartitioningBills.monthly(scenario, reading);
        compared = compare(scenario);
    }

    private static List<PartitioningSnapshot.Compared> compare(PartitioningScenario scenario) {
        List<List<KeyPart>> layouts = new ArrayList<>(USUAL);
        if (!layouts.contains(scenario.keyParts())) {
            layouts.add(scenario.keyParts());
        }
        return layouts.stream().map(layout -> compare(scenario, layout)).toList();
    }

    private static PartitioningSnapshot.Compared compare(PartitioningScenario scenario, List<KeyPart> layout) {
        PartitioningScenario other = scenario.withKeyParts(layout);
        LayoutReading read = LayoutReading.of(other);
        return new PartitioningSnapshot.Compared(
                layout,
                read,
                PartitioningBills.monthly(other, read).total().amount().doubleValue(),
                layout.equals(scenario.keyParts()));
    }

    private int end() {
        return scenario.keyParts().size() + 2;
    }

    @Override
    public void step() {
        step++;
        if (step >= end() && counted.isEmpty()) {
            counted = Optional.of(LayoutRepository.count(scenario));
        }
    }

    @Override
    public boolean done() {
        return step >= end();
    }

    @Override
    public PartitioningScenario scenario() {
        return scenario;
    }

    /// The catalog is lost, or rebuilt; a stream floods the partitions with small files, or they are compacted.
    @Override
    public List<Disturbance> disturbances() {
        return List.of(disturbance(CATALOG, !scenario.catalog()), disturbance(FLOOD, scenario.filesPerPartition() > 1));
    }

    private Disturbance disturbance(String id, boolean broken) {
        return new Disturbance(id, parts.texts().get((broken ? "disturb.undo." : "disturb.") + id), broken);
    }

    @Override
    public void disturb(String id) {
        scenario = switch (id) {
            case CATALOG -> scenario.withCatalog(!scenario.catalog());
            case FLOOD ->
                scenario.withFilesPerPartition(scenario.filesPerPartition() > 1 ? 1 : PartitioningScenario.FLOOD);
            default -> throw new IllegalArgumentException("There is no disturbance " + id);
        };
        reading = LayoutReading.of(scenario);
        bill = PartitioningBills.monthly(scenario, reading);
        compared = compare(scenario);
        counted = counted.map(_ -> LayoutRepository.count(scenario));
    }

    @Override
    public PartitioningSnapshot snapshot() {
        return new PartitioningSnapshot(
                step,
                end(),
                scenario,
                reading,
                compared,
                counted,
                events(),
                List.of(new Measure(
                        "prefixes-read", parts.texts().get("measure.prefixes-read"), Unit.COUNT, prefixes())),
                PartitioningFigures.of(scenario, reading, bill, counted, parts),
                step > scenario.keyParts().size() ? bill : new Bill(bill.currency(), List.of()));
    }

    private double prefixes() {
        if (step == 0 || reading.levels().isEmpty()) {
            return 1;
        }
        return reading.levels().get(Math.min(step, reading.levels().size()) - 1).read();
    }

    private List<LabEvent> events() {
        if (step == 0 || step > end()) {
            return List.of();
        }
        if (step <= reading.levels().size()) {
            LayoutReading.Level level = reading.levels().get(step - 1);
            String key = scenario.asked().filters(level.part()) ? "event.pruned" : "event.every";
            return List.of(new LabEvent(
                    step,
                    "level",
                    level.part().word(),
                    parts.texts()
                            .get(
                                    key,
                                    level.part().word(),
                                    Unit.COUNT.number(level.read()),
                                    Unit.COUNT.number(level.prefixes()))));
        }
        if (step < end()) {
            return List.of(new LabEvent(
                    step,
                    "opened",
                    "",
                    parts.texts()
                            .get(
                                    "event.opened",
                                    Unit.FILES.format(reading.filesOpened()),
                                    Unit.DATA.format(reading.bytesScanned()))));
        }
        return counted.map(real -> List.of(new LabEvent(
                        step,
                        "counted",
                        "",
                        parts.texts()
                                .get(
                                        "event.counted",
                                        Unit.COUNT.number(real.files()),
                                        Unit.COUNT.number(PartitioningFigures.replica(scenario)
                                                .files()),
                                        Unit.COUNT.number(PartitioningFigures.replica(scenario)
                                                .filesOpened())))))
                .orElse(List.of());
    }
}
