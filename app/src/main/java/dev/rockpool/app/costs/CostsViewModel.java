package dev.rockpool.app.costs;

import dev.rockpool.app.kit.Edits;
import dev.rockpool.app.kit.ParameterEdits;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.costmodel.PricesInForce;
import dev.rockpool.costmodel.offer.OwnPrices;
import dev.rockpool.costmodel.scenario.Comparison;
import dev.rockpool.costmodel.scenario.CostScenario;
import dev.rockpool.costmodel.scenario.Forecast;
import dev.rockpool.costmodel.scenario.Part;
import dev.rockpool.costmodel.scenario.PartKind;
import dev.rockpool.costmodel.scenario.Preset;
import dev.rockpool.costmodel.scenario.ScenarioJson;
import dev.rockpool.kernel.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

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
    private int asked;

    CostsViewModel(CostRepository repository, OwnPrices own, TaskRunner tasks) {
        this.repository = repository;
        this.own = own;
        this.tasks = tasks;
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
        CostScenario scenario = ScenarioJson.read(kept.text());
        month.set(ALL_MONTHS);
        go(new Design(new Design.Origin.Kept(kept.name(), scenario), scenario, Optional.empty()), "");
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
        month.set(Math.clamp(wanted, ALL_MONTHS, design.get().scenario().months() - 1));
    }

    private void go(Design next, String gesture) {
        edits.go(next, gesture);
        show();
    }

    private void show() {
        design.set(edits.current());
        look(month.get());
        price();
    }

    private void price() {
        Design now = design.get();
        PriceBook prices = book.get();
        int number = ++asked;
        tasks.of(_ -> outcome(now, prices))
                .onSuccess(found -> {
                    if (number == asked) {
                        fault.set("");
                        outcome.set(Optional.of(found));
                    }
                })
                .onFailure(InputException.class, refused -> {
                    if (number == asked) {
                        fault.set(refused.sentence());
                    }
                })
                .start();
    }

    private static Outcome outcome(Design design, PriceBook prices) {
        Forecast forecast = Forecast.of(design.scenario(), prices);
        return new Outcome(forecast, design.left().map(left -> Comparison.of(Forecast.of(left, prices), forecast)));
    }

    /// Keeps the scenario under a name, and tells when it is kept.
    void save(String name, Consumer<String> then) {
        CostRepository.Saved kept =
                new CostRepository.Saved(name, ScenarioJson.write(design.get().scenario()));
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
        tasks.of(_ -> {
                    var before = own.schedules();
                    OwnPrices.Imported imported = own.take(file);
                    Runnable back = () -> tasks.of(_ -> {
                                own.replace(before);
                                return before;
                            })
                            .onSuccess(_ -> readPrices())
                            .start();
                    return new Import(imported, back);
                })
                .onSuccess(made -> {
                    readPrices();
                    then.accept(made.imported(), made.back());
                })
                .start();
    }

    private record Import(OwnPrices.Imported imported, Runnable back) {}
}
