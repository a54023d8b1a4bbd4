package dev.rockpool.app.store;

import dev.rockpool.app.kit.OptionWords;
import dev.rockpool.app.kit.Words;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.LifecycleConfiguration;
import dev.rockpool.lifecycle.LifecycleJson;
import dev.rockpool.lifecycle.LifecycleReading;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.platform.Platform;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rules editor of the Store screen for the buckets of any platform, such as a branch.
public final class RulesPanel {
    private final TaskRunner tasks;
    private final Desk model = new Desk();
    private final RulesView rules;
    private final ComboBox<BucketEntry> buckets = new ComboBox<>();
    private final Label fault = Words.small("");
    private final VBox root = new VBox();
    private final ReadOnlyObjectWrapper<Optional<BucketEntry>> bucket = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<StoreDesk> desk = Optional.empty();
    private Optional<String> draft = Optional.empty();
    private Runnable changed = () -> {};

    /// @param told takes a sentence that says what was done
    public RulesPanel(TaskRunner tasks, Texts texts, ZoneId zone, Consumer<String> told) {
        this.tasks = tasks;
        StoreWords words = new StoreWords(texts, zone);
        rules = new RulesView(model, words, told, false, Optional.empty());
        buckets.setAccessibleText(texts.get("store.rules.bucket"));
        buckets.setId("rules-bucket");
        buckets.setMaxWidth(Double.MAX_VALUE);
        buckets.getStyleClass().add("rp-content");
        buckets.setConverter(new OptionWords<>(entry -> entry.name()));
        buckets.valueProperty().subscribe(chosen -> bucket.set(Optional.ofNullable(chosen)));
        HBox.setHgrow(buckets, Priority.ALWAYS);
        HBox row = new HBox(Words.line(texts.get("store.rules.bucket")), buckets);
        row.getStyleClass().add("rp-store-cell");
        fault.getStyleClass().addAll("rp-store-fault", "rp-content");
        fault.managedProperty().bind(fault.visibleProperty());
        fault.setVisible(false);
        VBox.setVgrow(rules.root(), Priority.ALWAYS);
        rules.root().setMinHeight(0);
        root.getStyleClass().add("rp-store-right");
        root.getChildren().setAll(row, fault, rules.root());
    }

    public Region root() {
        return root;
    }

    /// Calls `listener` once rules were saved or taken away.
    public void onChanged(Runnable listener) {
        changed = listener;
    }

    /// Edits the rules of that platform's buckets from now on.
    ///
    /// @param platform empty for none
    public void show(Optional<Platform> platform) {
        if (platform.equals(desk.map(StoreDesk::platform))) {
            return;
        }
        desk = platform.map(StoreDesk::new);
        buckets.getItems().clear();
        buckets.setValue(null);
        work(StoreDesk::buckets, read -> {
            buckets.getItems().setAll(read);
            read.stream()
                    .filter(BucketEntry::hasRules)
                    .findFirst()
                    .or(() -> read.stream().findFirst())
                    .ifPresent(buckets::setValue);
        });
    }

    /// Puts rules into the editor, to be looked at and saved.
    public void draft(String json) {
        String text = LifecycleJson.read("rules", json) instanceof LifecycleReading.Accepted read
                ? LifecycleJson.write(read.configuration()).toPrettyString()
                : json;
        draft = bucket.get().isEmpty() ? Optional.of(text) : Optional.empty();
        rules.draft(text);
    }

    /// Saves what stands in the editor, if the service would take it.
    public void save() {
        rules.save();
    }

    private <T> void work(Function<StoreDesk, T> act, Consumer<? super T> then) {
        fault.setVisible(false);
        desk.ifPresent(at -> tasks.of(_ -> act.apply(at))
                .onSuccess(answer -> {
                    if (desk.equals(Optional.of(at))) {
                        then.accept(answer);
                    }
                })
                .onFailure(InputException.class, refused -> {
                    fault.setText(refused.sentence());
                    fault.setVisible(true);
                })
                .start());
    }

    private final class Desk implements RulesDesk {
        private final ReadOnlyObjectWrapper<Optional<StoredObject>> none =
                new ReadOnlyObjectWrapper<>(Optional.empty());

        @Override
        public ObservableValue<Optional<BucketEntry>> bucket() {
            return bucket;
        }

        @Override
        public ObservableValue<Optional<StoredObject>> object() {
            return none;
        }

        @Override
        public void readRules(Consumer<String> then) {
            Optional<String> given = draft;
            draft = Optional.empty();
            if (given.isPresent()) {
                then.accept(given.get());
            } else {
                bucket.get().ifPresent(entry -> work(at -> at.rules(entry.name()), then));
            }
        }

        @Override
        public void putRules(LifecycleConfiguration configuration, Runnable then) {
            bucket.get()
                    .ifPresent(entry -> work(
                            at -> {
                                at.putRules(entry.name(), configuration);
                                return at;
                            },
                            _ -> {
                                then.run();
                                changed.run();
                            }));
        }

        @Override
        public void deleteRules(Runnable then) {
            bucket.get()
                    .ifPresent(entry -> work(
                            at -> {
                                at.deleteRules(entry.name());
                                return at;
                            },
                            _ -> {
                                then.run();
                                changed.run();
                            }));
        }

        @Override
        public void foresee(LifecycleConfiguration configuration, Consumer<List<FutureEvent>> then) {
            then.accept(List.of());
        }
    }
}
