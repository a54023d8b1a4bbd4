package dev.rockpool.app.store;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lines of the list that are chosen together, and what can be done to all of them. Foreground only; the store
/// works in the background.
final class ChosenLines {
    /// Lines that are acted on at once, at the most; a folder is one line, however much is below it.
    static final int MOST = 1_000;

    private final TaskRunner tasks;
    private final Texts texts;
    private final Supplier<Optional<StoreDesk>> desk;
    private final Supplier<Optional<BucketEntry>> bucket;
    private final Supplier<String> shown;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<ObjectRow>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper armed = new ReadOnlyBooleanWrapper();

    /// @param shown the folder that is shown
    /// @param changed is called after something was done
    ChosenLines(
            TaskRunner tasks,
            Texts texts,
            Supplier<Optional<StoreDesk>> desk,
            Supplier<Optional<BucketEntry>> bucket,
            Supplier<String> shown,
            Runnable changed) {
        this.tasks = tasks;
        this.texts = texts;
        this.desk = desk;
        this.bucket = bucket;
        this.shown = shown;
        this.changed = changed;
    }

    /// The lines; empty or one if no more than one is chosen.
    ReadOnlyObjectProperty<List<ObjectRow>> lines() {
        return lines.getReadOnlyProperty();
    }

    /// Whether more than one is chosen.
    boolean several() {
        return lines.get().size() > 1;
    }

    /// Whether so many are chosen that nothing is done to them.
    boolean tooMany() {
        return lines.get().size() > MOST;
    }

    /// Whether the next *delete* deletes for good.
    ReadOnlyBooleanProperty armed() {
        return armed.getReadOnlyProperty();
    }

    /// Of objects among them, how many bytes they have together.
    long bytes() {
        return lines.get().stream().mapToLong(ObjectRow::bytes).sum();
    }

    void set(List<ObjectRow> chosen) {
        armed.set(false);
        lines.set(List.copyOf(chosen));
    }

    /// Deletes them. Where versions are kept they come under delete markers, which can be taken away again; where they
    /// are not, the first call only arms the second.
    ///
    /// @param then takes how many it was, and the undo, if there is one
    void delete(Consumer<Integer> then, Consumer<Runnable> undoable) {
        boolean keeps = bucket.get()
                .filter(entry -> entry.bucket().versioning() == Versioning.ENABLED)
                .isPresent();
        if (!keeps && !armed.get()) {
            armed.set(true);
            return;
        }
        List<ObjectRow> chosen = lines.get();
        start("store.deleting", batch -> batch.delete(chosen), deleted -> {
            then.accept(deleted.objects());
            if (!deleted.markers().isEmpty()) {
                undoable.accept(() -> start(
                        "store.undeleting",
                        batch -> {
                            batch.undelete(deleted.markers());
                            return deleted;
                        },
                        _ -> {}));
            }
        });
    }

    void changeClass(StorageClass to, Consumer<Integer> then) {
        List<ObjectRow> chosen = lines.get();
        start("store.copying", batch -> batch.changeClass(chosen, to), then);
    }

    /// @param target a bucket, and after a slash a folder in it
    void copy(String target, Consumer<Integer> then) {
        List<ObjectRow> chosen = lines.get();
        String folder = shown.get();
        start("store.copying", batch -> batch.copy(chosen, folder, target.strip()), then);
    }

    void download(Path target, Consumer<Integer> then) {
        List<ObjectRow> chosen = lines.get();
        String folder = shown.get();
        start("store.fetching", batch -> batch.download(chosen, folder, target).size(), then);
    }

    private <T> void start(String title, Function<Batch, T> work, Consumer<? super T> then) {
        String name = bucket.get().map(BucketEntry::name).orElse("");
        if (tooMany() || name.isEmpty()) {
            return;
        }
        desk.get()
                .ifPresent(at -> tasks.of(progress -> work.apply(new Batch(at, progress, name)))
                        .titled(texts.get(title, name))
                        .onSuccess(then)
                        .afterwards(changed)
                        .start());
    }
}
