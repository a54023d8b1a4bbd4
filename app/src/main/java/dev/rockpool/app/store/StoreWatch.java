package dev.rockpool.app.store;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.platform.EventLog;
import dev.rockpool.platform.PlatformBill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What happens on the platform while one looks: its events, its bill, its time. Foreground only.
final class StoreWatch {
    /// Events that are shown, the latest.
    static final int MOST_EVENTS = 1_000;

    private final TaskRunner tasks;
    private final Supplier<PriceBook> book;
    private final Supplier<Optional<StoreDesk>> desk;
    private final Consumer<List<EventLog.Entry>> heard;
    private final ObservableList<EventLog.Entry> events = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<PlatformBill>> bill = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Instant> now = new ReadOnlyObjectWrapper<>(Instant.EPOCH);
    private long lastEvent;
    private boolean primed;
    private boolean ticking;

    /// @param heard takes what happened since the call before; not what had happened before the first
    StoreWatch(
            TaskRunner tasks,
            Supplier<PriceBook> book,
            Supplier<Optional<StoreDesk>> desk,
            Consumer<List<EventLog.Entry>> heard) {
        this.tasks = tasks;
        this.book = book;
        this.desk = desk;
        this.heard = heard;
    }

    /// The latest first.
    ObservableList<EventLog.Entry> events() {
        return FXCollections.unmodifiableObservableList(events);
    }

    /// What was used since the platform was opened.
    ReadOnlyObjectProperty<Optional<PlatformBill>> bill() {
        return bill.getReadOnlyProperty();
    }

    /// The platform's time at the last [#tick].
    ReadOnlyObjectProperty<Instant> now() {
        return now.getReadOnlyProperty();
    }

    /// Begins anew with another platform.
    void forget() {
        events.clear();
        lastEvent = 0;
        primed = false;
        bill.set(Optional.empty());
    }

    /// Reads what happened since the last call; call it about every second while the screen is in front.
    void tick() {
        if (ticking || desk.get().isEmpty()) {
            return;
        }
        ticking = true;
        long since = lastEvent;
        tasks.of(_ -> desk.get().map(at -> Tick.of(at.platform(), since, book)))
                .onSuccess(read -> read.ifPresent(this::take))
                .afterwards(() -> ticking = false)
                .start();
    }

    private void take(Tick tick) {
        boolean first = !primed;
        primed = true;
        now.set(tick.now());
        tick.bill().ifPresent(read -> bill.set(Optional.of(read)));
        if (tick.events().isEmpty()) {
            return;
        }
        lastEvent = tick.events().getLast().number();
        events.addAll(0, tick.events().reversed());
        if (events.size() > MOST_EVENTS) {
            events.remove(MOST_EVENTS, events.size());
        }
        if (!first) {
            heard.accept(tick.events());
        }
    }
}
