package dev.rockpool.app.store;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.objectstore.StoredObject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;

/// The lifecycle rules of the bucket that the Store screen shows.
final class StoreRules implements RulesDesk {
    private final TaskRunner tasks;
    private final Supplier<Optional<StoreDesk>> desk;
    private final Supplier<Optional<ActPrices>> prices;
    private final ObservableValue<Optional<BucketEntry>> bucket;
    private final ObservableValue<Optional<Detail>> detail;
    private final ObservableValue<Optional<StoredObject>> object;
    private final Runnable changed;

    /// @param changed is run when a bucket has other rules
    StoreRules(
            TaskRunner tasks,
            Supplier<Optional<StoreDesk>> desk,
            Supplier<Optional<ActPrices>> prices,
            ObservableValue<Optional<BucketEntry>> bucket,
            ObservableValue<Optional<Detail>> detail,
            Runnable changed) {
        this.tasks = tasks;
        this.desk = desk;
        this.prices = prices;
        this.bucket = bucket;
        this.detail = detail;
        this.changed = changed;
        object = detail.map(shown -> shown.map(Detail::object));
    }

    @Override
    public ObservableValue<Optional<BucketEntry>> bucket() {
        return bucket;
    }

    @Override
    public ObservableValue<Optional<StoredObject>> object() {
        return object;
    }

    @Override
    public void readRules(Consumer<String> then) {
        bucket.getValue().ifPresentOrElse(entry -> work(at -> at.rules(entry.name()), then), () -> then.accept(""));
    }

    @Override
    public void putRules(LifecycleConfiguration configuration, Runnable then) {
        change((at, name) -> at.putRules(name, configuration), then);
    }

    @Override
    public void deleteRules(Runnable then) {
        change(StoreDesk::deleteRules, then);
    }

    @Override
    public void foresee(LifecycleConfiguration configuration, Consumer<List<FutureEvent>> then) {
        Optional<ActPrices> known = prices.get();
        Optional<Detail> shown = detail.getValue();
        Optional<BucketEntry> entry = bucket.getValue();
        if (known.isPresent() && shown.isPresent() && entry.isPresent()) {
            work(at -> at.future(entry.get().name(), configuration, shown.get().versions(), known.get()), then);
        } else {
            then.accept(List.of());
        }
    }

    private interface RuleAct {
        void on(StoreDesk desk, String bucket);
    }

    private void change(RuleAct act, Runnable then) {
        bucket.getValue()
                .ifPresent(entry -> work(
                        at -> {
                            act.on(at, entry.name());
                            return at;
                        },
                        _ -> {
                            changed.run();
                            then.run();
                        }));
    }

    private <T> void work(Function<StoreDesk, T> work, Consumer<? super T> then) {
        desk.get().ifPresent(at -> tasks.of(_ -> work.apply(at)).onSuccess(then).start());
    }
}
