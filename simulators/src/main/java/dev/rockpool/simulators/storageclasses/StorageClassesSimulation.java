package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.kernel.Money;
import dev.rockpool.lifecycle.IntelligentTiering;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.Disturbance;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabEvent;
import dev.rockpool.simulators.LabTexts;
import dev.rockpool.simulators.Measure;
import dev.rockpool.simulators.Simulation;
import dev.rockpool.simulators.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the objects a day at a time in every class at once.
final class StorageClassesSimulation implements Simulation<StorageClassesScenario, StorageClassesSnapshot> {
    static final String READS = "read-storm";
    private static final double STORM = 10;

    private final LabTexts texts;
    private StorageClassesScenario scenario;
    private StorageClassesModel model;
    private ClassRates rates;
    private CheapestMap map;
    private boolean storms;
    private long day;

    StorageClassesSimulation(StorageClassesScenario scenario, LabTexts texts) {
        this.texts = texts;
        this.scenario = scenario;
        model = new StorageClassesModel(scenario);
        rates = new ClassRates(scenario);
        map = CheapestMap.of(scenario, rates);
    }

    @Override
    public void step() {
        day++;
    }

    @Override
    public boolean done() {
        return day >= days();
    }

    @Override
    public StorageClassesScenario scenario() {
        return scenario;
    }

    /// Somebody starts to read ten times as much, or stops again.
    @Override
    public List<Disturbance> disturbances() {
        return List.of(new Disturbance(READS, texts.get(storms ? "disturb.calm" : "disturb.storm"), storms));
    }

    @Override
    public void disturb(String id) {
        if (!id.equals(READS)) {
            throw new IllegalArgumentException("There is no disturbance " + id);
        }
        storms = !storms;
        double reads = scenario.readsPerObjectMonth();
        double base = reads == 0 ? StorageClassesParameters.LEAST_READS : reads;
        scenario = scenario.withReads(Math.min(StorageClassesCodec.MOST_READS, storms ? base * STORM : reads / STORM));
        model = new StorageClassesModel(scenario);
        rates = new ClassRates(scenario);
        map = CheapestMap.of(scenario, rates);
    }

    private long days() {
        return Math.max(1, Math.ceilDiv(StorageClassesModel.lifetime(scenario), StorageClassesModel.DAY_MILLIS));
    }

    private long millis(long atDay) {
        return Math.min(atDay * StorageClassesModel.DAY_MILLIS, StorageClassesModel.lifetime(scenario));
    }

    private static double months(long millis) {
        return (double) millis / StorageClassesModel.MONTH_MILLIS;
    }

    @Override
    public StorageClassesSnapshot snapshot() {
        long now = millis(day);
        double months = months(now);
        StorageClassesScenario kept = scenario;
        ClassRates priced = rates;
        StorageClassesModel exact = model;
        List<StorageClassesSnapshot.ClassState> states = priced.classes().stream()
                .map(storageClass -> new StorageClassesSnapshot.ClassState(
                        storageClass,
                        soFar(priced, storageClass, kept, months),
                        priced.cost(storageClass, kept, kept.monthsKept()),
                        kept.allows(storageClass)))
                .sorted(Comparator.comparingDouble(StorageClassesSnapshot.ClassState::finalUsd))
                .toList();
        Supplier<List<ClassCost>> costs = once(() -> exact.costs(now));
        return new StorageClassesSnapshot(
                day,
                days(),
                kept,
                states,
                map,
                events(),
                measures(states),
                once(() -> StorageClassesFigures.of(kept, costs.get(), months, priced, texts)),
                once(() -> cheapest(kept, costs.get())));
    }

    private static double soFar(
            ClassRates rates, StorageClass storageClass, StorageClassesScenario scenario, double months) {
        return months == 0 ? rates.uploaded(storageClass, scenario) : rates.cost(storageClass, scenario, months);
    }

    private static Bill cheapest(StorageClassesScenario scenario, List<ClassCost> costs) {
        return costs.stream()
                .filter(cost -> scenario.allows(cost.storageClass()))
                .min(Comparator.comparing(ClassCost::total))
                .map(ClassCost::bill)
                .orElseGet(() -> new Bill(Money.USD, List.of()));
    }

    private List<Measure> measures(List<StorageClassesSnapshot.ClassState> states) {
        List<Measure> measures = new ArrayList<>();
        for (StorageClass storageClass : rates.classes()) {
            states.stream()
                    .filter(state -> state.storageClass() == storageClass)
                    .forEach(state ->
                            measures.add(new Measure(storageClass.name(), name(storageClass), Unit.USD, state.usd())));
        }
        return measures;
    }

    private List<LabEvent> events() {
        List<LabEvent> events = new ArrayList<>();
        if (day == 1) {
            events.add(event("uploaded", "", Unit.OBJECTS.format((double) scenario.objects())));
        }
        for (StorageClass storageClass : rates.classes()) {
            if (storageClass.minimumDays() > 0 && storageClass.minimumDays() == day && !done()) {
                events.add(event("minimum", storageClass.name(), name(storageClass), Unit.DAYS.format((double) day)));
            }
        }
        boolean sinks = scenario.averageBytes() >= StorageClass.SMALL_BYTES;
        if (sinks && day == IntelligentTiering.INFREQUENT_AFTER_DAYS) {
            events.add(event("infrequent", StorageClass.INTELLIGENT_TIERING.name(), share(day)));
        }
        if (sinks && day == IntelligentTiering.ARCHIVE_INSTANT_AFTER_DAYS) {
            events.add(event("archive-instant", StorageClass.INTELLIGENT_TIERING.name(), share(day)));
        }
        overtaken().ifPresent(events::add);
        if (day == days()) {
            for (StorageClass storageClass : rates.classes()) {
                if (storageClass.minimumDays() > day) {
                    events.add(event("left-early", storageClass.name(), name(storageClass), Unit.DAYS.format((double)
                            (storageClass.minimumDays() - day))));
                }
            }
            events.add(event("deleted", "", Unit.DAYS.format((double) day)));
        }
        return events;
    }

    /// A class became the cheapest so far.
    private Optional<LabEvent> overtaken() {
        if (day < 2) {
            return Optional.empty();
        }
        StorageClass before = leader(day - 1);
        StorageClass now = leader(day);
        return before == now ? Optional.empty() : Optional.of(event("overtaken", now.name(), name(now), name(before)));
    }

    private StorageClass leader(long atDay) {
        double months = months(millis(atDay));
        return rates.classes().stream()
                .filter(scenario::allows)
                .min(Comparator.comparingDouble(storageClass -> rates.cost(storageClass, scenario, months)))
                .orElse(StorageClass.STANDARD);
    }

    private String share(long days) {
        return Unit.SHARE.format(StorageClassesModel.untouched(scenario.readsPerObjectMonth(), Math.toIntExact(days)));
    }

    private LabEvent event(String key, String subject, Object... arguments) {
        return new LabEvent(day, key, subject, texts.get("event." + key, arguments));
    }

    private String name(StorageClass storageClass) {
        return texts.get("class." + storageClass.name());
    }

    /// The figures at the end.
    StorageClassesResult result() {
        day = days();
        List<ClassCost> costs = model.costs(StorageClassesModel.lifetime(scenario));
        List<Figure> figures = StorageClassesFigures.of(scenario, costs, scenario.monthsKept(), rates, texts);
        StorageClass best = costs.stream()
                .filter(cost -> scenario.allows(cost.storageClass()))
                .min(Comparator.comparing(ClassCost::total))
                .map(ClassCost::storageClass)
                .orElse(StorageClass.STANDARD);
        return new StorageClassesResult(
                scenario,
                costs,
                best,
                rates.breakEvens(scenario).stream()
                        .map(pair -> new StorageClassesResult.BreakEvenReads(
                                pair.below(), pair.above(), pair.readsPerObjectMonth()))
                        .toList(),
                model.unpriced(),
                figures);
    }

    private static <T> Supplier<T> once(Supplier<T> make) {
        return new Supplier<>() {
            private Optional<T> made = Optional.empty();

            @Override
            public synchronized T get() {
                if (made.isEmpty()) {
                    made = Optional.of(make.get());
                }
                return made.get();
            }
        };
    }
}
