package dev.rockpool.app.costs;

import dev.rockpool.app.fleet.FleetActs;
import dev.rockpool.app.fleet.FleetDesk;
import dev.rockpool.app.fleet.FleetFound;
import dev.rockpool.app.fleet.FleetOutcome;
import dev.rockpool.app.kit.Edits;
import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.BillLine;
import dev.rockpool.costmodel.Confidence;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PriceKey;
import dev.rockpool.costmodel.PriceSchedule;
import dev.rockpool.costmodel.PriceTier;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.Provenance;
import dev.rockpool.costmodel.fleet.FleetPreset;
import dev.rockpool.costmodel.fleet.FleetPresets;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.FleetScenarioJson;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Part;
import dev.rockpool.costmodel.scenario.PartKind;
import dev.rockpool.costmodel.scenario.Preset;
import dev.rockpool.costmodel.scenario.ScenarioJson;
import dev.rockpool.kernel.InputException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;

/// Designs and what they cost.
///
/// Foreground only; designs are priced on the background, and an answer that a newer design has overtaken is dropped.
/// A design that cannot be priced leaves the last outcome where it is and says why in [#fault].
final class CostsViewModel implements ParameterEdits<CostScenario> {
    /// All months together, in [#month].
    static final int ALL_MONTHS = -1;

    private final CostRepository repository;
    private final OwnPrices own;
    private final TaskRunner tasks;
    private final Edits<Design> edits = new Edits<>(Design.NOTHING);
    private final ReadOnlyObjectWrapper<Design> design = new ReadOnlyObjectWrapper<>(Design.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<Outcome>> outcome = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PriceBook> book = new ReadOnlyObjectWrapper<>(PricesInForce.book());
    private final ReadOnlyObjectWrapper<List<CostRepository.Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper month = new ReadOnlyIntegerWrapper(ALL_MONTHS);
    private final FleetDesk desk;
    private final Ageing ageing = new Ageing();
    private final ReadOnlyObjectWrapper<Optional<FleetFound>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Boolean> searching = new ReadOnlyObjectWrapper<>(false);
    private final AtomicInteger asked = new AtomicInteger();

    CostsViewModel(CostRepository repository, OwnPrices own, FleetDesk desk, TaskRunner tasks) {
        this.repository = repository;
        this.own = own;
        this.desk = desk;
        this.tasks = tasks;
    }

    /// What the fleet's cards act on.
    FleetActs ageing() {
        return ageing;
    }

    ReadOnlyObjectProperty<Design> design() {
        return design.getReadOnlyProperty();
    }

    /// What the last design that could be priced costs; empty before any.
    ReadOnlyObjectProperty<Optional<Outcome>> outcome() {
        return outcome.getReadOnlyProperty();
    }

    /// The prices in use.
    ReadOnlyObjectProperty<PriceBook> book() {
        return book.getReadOnlyProperty();
    }

    /// The scenarios that were kept, the newest first.
    ReadOnlyObjectProperty<List<CostRepository.Saved>> saved() {
        return saved.getReadOnlyProperty();
    }

    /// Why the design has no price; empty if it has one.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// The month that is looked at, from 0, or [#ALL_MONTHS].
    ReadOnlyIntegerProperty month() {
        return month.getReadOnlyProperty();
    }

    /// Reads what was kept and the user's own prices.
    void load() {
        tasks.of(_ -> repository.all()).onSuccess(saved::set).start();
        readPrices();
    }

    private void readPrices() {
        tasks.of(_ -> own.book())
                .onSuccess(read -> {
                    PricesInForce.use(read);
                    book.set(read);
                    price();
                })
                .start();
    }

    @Override
    public void change(UnaryOperator<CostScenario> edit, String gesture) {
        Design now = design.get();
        try {
            go(now.with(edit.apply(now.scenario())), gesture);
        } catch (InputException refused) {
            fault.set(refused.sentence());
        }
    }

    @Override
    public void seal() {
        edits.seal();
    }

    /// Opens a preset or a surprise.
    void open(Preset preset) {
        month.set(ALL_MONTHS);
        go(Design.of(preset), "");
    }

    /// Opens a scenario that was kept.
    ///
    /// @throws InputException if its text is at fault
    void open(CostRepository.Saved kept) {
        if (FleetScenarioJson.isMeant(kept.text())) {
            age(kept.name(), FleetScenarioJson.read(kept.text()));
            return;
        }
        CostScenario scenario = ScenarioJson.read(kept.text());
        month.set(ALL_MONTHS);
        go(new Design(new Design.Origin.Kept(kept.name(), scenario), scenario, Optional.empty()), "");
    }

    /// Opens a fleet that Rockpool ships.
    void open(FleetPreset preset) {
        month.set(ALL_MONTHS);
        go(Design.of(new Design.Origin.Ageing("", Optional.of(preset), preset.scenario())), "");
    }

    /// Opens a fleet under a name.
    void age(String name, FleetScenario scenario) {
        month.set(ALL_MONTHS);
        go(Design.of(new Design.Origin.Ageing(name, Optional.empty(), scenario)), "");
    }

    /// Reads an inventory report and opens it under the rules that are in front, or none. A report at fault changes
    /// nothing.
    ///
    /// @param title what the work is called while it runs
    /// @param failed takes what is wrong with the report
    void openReport(Path report, String title, Runnable then, Consumer<InputException> failed) {
        Optional<FleetScenario> now = design.get().fleet();
        String rules = now.map(FleetScenario::rules).orElse(FleetScenario.NO_RULES);
        int months = now.map(FleetScenario::months).orElse(CostScenario.EMPTY.months());
        tasks.of(_ -> desk.open(report, rules, months))
                .titled(title)
                .onSuccess(scenario -> {
                    age(String.valueOf(report.getFileName()), scenario);
                    then.run();
                })
                .onFailure(InputException.class, failed)
                .start();
    }

    /// Puts rules that another screen has into the fleet in front, or into the first that is shipped.
    ///
    /// @param name what it is called if none is in front
    void bringRules(String name, String rules) {
        if (design.get().fleet().isPresent()) {
            ageing.change(scenario -> scenario.under(rules), "");
        } else {
            age(name, FleetPresets.all().getFirst().scenario().under(rules));
        }
    }

    /// Starts with nothing.
    void clear() {
        month.set(ALL_MONTHS);
        go(Design.NOTHING, "");
    }

    /// Back to the scenario as it came, and what stood beside it then.
    void reset() {
        Design now = design.get();
        go(
                switch (now.origin()) {
                    case Design.Origin.Shipped shipped -> Design.of(shipped.preset());
                    case Design.Origin.Kept _, Design.Origin.Blank _ ->
                        now.with(now.origin().baseline());
                    case Design.Origin.Ageing fleet -> Design.of(fleet);
                },
                "");
    }

    /// Adds a service with its standard values.
    void add(PartKind kind) {
        change(scenario -> scenario.plus(Part.standard(kind)), "");
    }

    /// Takes the part at `index` out.
    void remove(int index) {
        change(scenario -> scenario.without(index), "");
    }

    /// Puts the scenario as it is now on the left, to be compared with what is changed; or takes it away again.
    void toggleBeside() {
        Design now = design.get();
        if (now.fleet().isPresent()) {
            ageing.change(
                    scenario -> scenario.against(
                            scenario.against() == FleetScenario.Against.NOTHING
                                    ? FleetScenario.Against.INTELLIGENT_TIERING
                                    : FleetScenario.Against.NOTHING),
                    "");
            return;
        }
        Optional<CostScenario> left = now.left().isPresent() ? Optional.empty() : Optional.of(now.scenario());
        go(new Design(now.origin(), now.scenario(), left), "");
    }

    /// Changes the sides.
    void swap() {
        Design now = design.get();
        now.left().ifPresent(left -> go(new Design(now.origin(), left, Optional.of(now.scenario())), ""));
    }

    boolean canUndo() {
        return edits.canUndo();
    }

    boolean canRedo() {
        return edits.canRedo();
    }

    void undo() {
        edits.undo();
        show();
    }

    void redo() {
        edits.redo();
        show();
    }

    /// Looks at the next month, or at the first after all together.
    void nextMonth() {
        look(month.get() + 1);
    }

    /// Looks at the month before, or at all together before the first.
    void previousMonth() {
        look(month.get() - 1);
    }

    /// Looks at a month; what lies outside is bounded.
    void look(int wanted) {
        month.set(Math.clamp(wanted, ALL_MONTHS, design.get().months() - 1));
    }

    private void go(Design next, String gesture) {
        edits.go(next, gesture);
        show();
    }

    private void show() {
        Optional<FleetScenario> before = design.get().fleet();
        design.set(edits.current());
        Optional<FleetScenario> now = design.get().fleet();
        if (before.isEmpty() || now.isEmpty() || !alike(before.get(), now.get())) {
            found.set(Optional.empty());
        }
        look(month.get());
        price();
    }

    private void price() {
        Design now = design.get();
        PriceBook prices = book.get();
        int number = asked.incrementAndGet();
        tasks.of(_ -> number == asked.get() ? Optional.of(outcome(now, prices)) : Optional.<Outcome>empty())
                .onSuccess(priced -> {
                    if (number == asked.get() && priced.isPresent()) {
                        fault.set("");
                        outcome.set(priced);
                    }
                })
                .onFailure(InputException.class, refused -> {
                    if (number == asked.get()) {
                        fault.set(refused.sentence());
                    }
                })
                .start();
    }

    private Outcome outcome(Design now, PriceBook prices) {
        return now.fleet()
                .map(fleet -> Outcome.of(desk.play(fleet, prices), prices))
                .orElseGet(() -> Outcome.of(now, prices));
    }

    /// Looks for the cheapest rules of the fleet in front.
    ///
    /// @param title what the work is called while it runs
    void search(String title) {
        Optional<FleetScenario> now = design.get().fleet();
        if (now.isEmpty() || searching.get()) {
            return;
        }
        searching.set(true);
        PriceBook prices = book.get();
        tasks.of(progress -> desk.search(now.get(), prices, progress))
                .titled(title)
                .onSuccess(cheapest -> {
                    if (design.get()
                            .fleet()
                            .filter(fleet -> alike(fleet, now.get()))
                            .isPresent()) {
                        found.set(Optional.of(cheapest));
                    }
                })
                .onFailure(InputException.class, refused -> fault.set(refused.sentence()))
                .afterwards(() -> searching.set(false))
                .start();
    }

    /// Whether what was found for one holds for the other: the rules in front do not decide which are cheapest.
    private static boolean alike(FleetScenario one, FleetScenario other) {
        return one.under("").against(other.against()).equals(other.under(""));
    }

    /// Keeps the scenario under a name, and tells when it is kept.
    void save(String name, Consumer<String> then) {
        CostRepository.Saved kept = new CostRepository.Saved(name, text());
        tasks.of(_ -> {
                    repository.save(kept);
                    return repository.all();
                })
                .onSuccess(all -> {
                    saved.set(all);
                    then.accept(name);
                })
                .start();
    }

    /// The scenario in front as text.
    private String text() {
        return design.get()
                .fleet()
                .map(FleetScenarioJson::write)
                .orElseGet(() -> ScenarioJson.write(design.get().scenario()));
    }

    /// Forgets a scenario that was kept.
    void forget(String name) {
        tasks.of(_ -> {
                    repository.forget(name);
                    return repository.all();
                })
                .onSuccess(saved::set)
                .start();
    }

    /// Takes a price list or corrections in, and tells what came of it and how to take it back.
    void importPrices(Path file, BiConsumer<OwnPrices.Imported, Runnable> then) {
        bring(prices -> prices.take(file), then);
    }

    /// Takes a price by hand for the item of a line in its region, whatever the quantity; tells how to take it back.
    ///
    /// @param source what the price says it is from
    void correct(BillLine line, BigDecimal price, String source, LocalDate today, Consumer<Runnable> then) {
        PriceSchedule correction = new PriceSchedule(
                new PriceKey(
                        line.usage().service(),
                        line.usage().item(),
                        line.usage().region()),
                line.unit(),
                List.of(new PriceTier(
                        BigDecimal.ZERO,
                        Optional.empty(),
                        price,
                        new Provenance(source, Optional.of(today), Confidence.SECONDARY, ""))));
        bring(
                prices -> {
                    prices.correct(correction);
                    return correction;
                },
                (_, back) -> then.accept(back));
    }

    /// Goes back to the shipped prices, and tells how to take that back.
    void forgetPrices(Consumer<Runnable> then) {
        bring(
                prices -> {
                    prices.forget();
                    return prices;
                },
                (_, back) -> then.accept(back));
    }

    private <T> void bring(Function<OwnPrices, T> act, BiConsumer<T, Runnable> then) {
        tasks.of(_ -> {
                    List<PriceSchedule> before = own.schedules();
                    T made = act.apply(own);
                    Runnable back = () -> tasks.of(_ -> {
                                own.replace(before);
                                return before;
                            })
                            .onSuccess(_ -> readPrices())
                            .start();
                    return new Brought<>(made, back);
                })
                .onSuccess(brought -> {
                    readPrices();
                    then.accept(brought.made(), brought.back());
                })
                .start();
    }

    private record Brought<T>(T made, Runnable back) {}

    private final class Ageing implements FleetActs {
        private final ObservableValue<Optional<FleetScenario>> scenario = design.map(Design::fleet);
        private final ObservableValue<Optional<FleetOutcome>> played = outcome.map(now -> now.flatMap(Outcome::fleet));

        @Override
        public ObservableValue<Optional<FleetScenario>> scenario() {
            return scenario;
        }

        @Override
        public FleetScenario baseline() {
            return design.get().origin() instanceof Design.Origin.Ageing fleet
                    ? fleet.came()
                    : FleetPresets.all().getFirst().scenario();
        }

        @Override
        public ObservableValue<Optional<FleetOutcome>> outcome() {
            return played;
        }

        @Override
        public ObservableValue<Optional<FleetFound>> found() {
            return found.getReadOnlyProperty();
        }

        @Override
        public ObservableValue<Boolean> searching() {
            return searching.getReadOnlyProperty();
        }

        @Override
        public ObservableValue<Number> month() {
            return month.getReadOnlyProperty();
        }

        @Override
        public ObservableValue<PriceBook> book() {
            return book.getReadOnlyProperty();
        }

        @Override
        public void change(UnaryOperator<FleetScenario> edit, String gesture) {
            Design now = design.get();
            try {
                now.fleet().ifPresent(fleet -> go(now.with(edit.apply(fleet)), gesture));
            } catch (IllegalArgumentException refused) {
                fault.set(String.valueOf(refused.getMessage()));
            }
        }

        @Override
        public void seal() {
            edits.seal();
        }
    }
}
