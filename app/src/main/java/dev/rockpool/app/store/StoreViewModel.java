package dev.rockpool.app.store;

import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.task.RunningTask;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.app.text.Texts;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.InputException;
import dev.rockpool.lifecycle.RestoreTier;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.lifecycle.Versioning;
import dev.rockpool.objectstore.BucketEncryption;
import dev.rockpool.objectstore.EncryptionAlgorithm;
import dev.rockpool.objectstore.StoreEvent;
import dev.rockpool.objectstore.StoredObject;
import dev.rockpool.platform.EventLog;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Store screen shows of the platform, and what can be done there. Foreground only; the store works on the
/// background.
final class StoreViewModel {
    private final RunningPlatform running;
    private final Supplier<PriceBook> book;
    private final TaskRunner tasks;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Optional<StoreDesk>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ActPrices>> prices = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<BucketEntry> buckets = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<BucketEntry>> bucket = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper bucketFault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper prefix = new ReadOnlyStringWrapper("");
    private final BooleanProperty flat = new SimpleBooleanProperty();
    private final BooleanProperty deleted = new SimpleBooleanProperty();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty within = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<PagedRows> rows = new ReadOnlyObjectWrapper<>(PagedRows.NONE);
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Detail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper armed = new ReadOnlyStringWrapper("");
    private final StoreWatch watch;
    private final ChosenLines chosen;
    private final StoreRules rules;
    private String wanted = "";
    private String wantedKey = "";

    StoreViewModel(RunningPlatform running, Supplier<PriceBook> book, TaskRunner tasks, Texts texts) {
        this.running = running;
        this.book = book;
        this.tasks = tasks;
        this.texts = texts;
        watch = new StoreWatch(tasks, book, desk::get, this::heard);
        chosen = new ChosenLines(tasks, texts, desk::get, bucket::get, prefix::get, this::list);
        rules = new StoreRules(tasks, desk::get, prices::get, bucket, detail, this::ruled);
        running.state().subscribe(this::follow);
        flat.addListener((_, _, _) -> list());
        deleted.addListener((_, _, _) -> list());
        search.addListener((_, _, _) -> list());
        within.addListener((_, _, _) -> list());
    }

    /// The platform and its endpoints.
    RunningPlatform running() {
        return running;
    }

    /// The desk, once the platform is open.
    ReadOnlyObjectProperty<Optional<StoreDesk>> desk() {
        return desk.getReadOnlyProperty();
    }

    /// What acts cost, once the prices are read.
    ReadOnlyObjectProperty<Optional<ActPrices>> prices() {
        return prices.getReadOnlyProperty();
    }

    /// By name.
    ObservableList<BucketEntry> buckets() {
        return FXCollections.unmodifiableObservableList(buckets);
    }

    /// Whether the buckets were read: without any, there are none.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The bucket that is shown.
    ReadOnlyObjectProperty<Optional<BucketEntry>> bucket() {
        return bucket.getReadOnlyProperty();
    }

    /// Why a bucket could not be made or deleted; empty if nothing is wrong.
    ReadOnlyStringProperty bucketFault() {
        return bucketFault.getReadOnlyProperty();
    }

    /// The folder that is shown: empty, or a prefix with a slash at its end.
    ReadOnlyStringProperty prefix() {
        return prefix.getReadOnlyProperty();
    }

    /// Whether all keys are listed, not folders.
    BooleanProperty flat() {
        return flat;
    }

    /// Whether keys under a delete marker are listed too.
    BooleanProperty deleted() {
        return deleted;
    }

    /// What keys begin with, after the folder; or contain.
    StringProperty search() {
        return search;
    }

    /// Whether the search is for what keys contain.
    BooleanProperty within() {
        return within;
    }

    /// The list; another object whenever it is read anew.
    ReadOnlyObjectProperty<PagedRows> rows() {
        return rows.getReadOnlyProperty();
    }

    /// Whether the bucket has changed since the list was read.
    ReadOnlyBooleanProperty stale() {
        return stale.getReadOnlyProperty();
    }

    /// The chosen object.
    ReadOnlyObjectProperty<Optional<Detail>> detail() {
        return detail.getReadOnlyProperty();
    }

    /// The key, or version id, that the next *delete* will delete for good; empty if there is none.
    ReadOnlyStringProperty armed() {
        return armed.getReadOnlyProperty();
    }

    /// What happens on the platform.
    StoreWatch watch() {
        return watch;
    }

    /// The lifecycle rules of the bucket that is shown.
    RulesDesk rules() {
        return rules;
    }

    /// The lines that are chosen together.
    ChosenLines chosen() {
        return chosen;
    }

    private void follow(PlatformState state) {
        switch (state) {
            case PlatformState.Open open -> {
                if (desk.get()
                        .filter(known -> known.platform() == open.platform())
                        .isEmpty()) {
                    forget();
                    desk.set(Optional.of(new StoreDesk(open.platform())));
                    tasks.of(_ -> new ActPrices(book.get()))
                            .onSuccess(read -> prices.set(Optional.of(read)))
                            .start();
                    loadBuckets("");
                    watch.tick();
                }
            }
            case PlatformState.Closed _, PlatformState.Opening _, PlatformState.Refused _ -> {}
        }
    }

    /// What was read of a platform whose place a branch has taken.
    private void forget() {
        watch.forget();
        detail.set(Optional.empty());
        bucket.set(Optional.empty());
        rows.set(PagedRows.NONE);
    }

    // --- buckets

    /// Opens the platform if it is not, and shows a bucket as soon as there is one.
    ///
    /// @param name of the bucket; empty for the one shown last
    /// @param key of an object to show of it; empty for none
    void show(String name, String key) {
        wanted = name;
        wantedKey = key;
        running.open();
        if (desk.get().isPresent() && !name.isEmpty()) {
            loadBuckets(name);
        }
    }

    /// Reads the buckets anew and shows the one of that name, or the one that was shown.
    private void loadBuckets(String name) {
        String next = !name.isEmpty() ? name : !wanted.isEmpty() ? wanted : current();
        String key = wantedKey;
        wanted = "";
        wantedKey = "";
        work(StoreDesk::buckets, read -> {
            buckets.setAll(read);
            loaded.set(true);
            Optional<BucketEntry> found = read.stream()
                    .filter(each -> each.name().equals(next))
                    .findFirst()
                    .or(() -> read.stream().findFirst());
            boolean same = found.map(BucketEntry::name).equals(bucket.get().map(BucketEntry::name));
            bucket.set(found);
            if (!same) {
                prefix.set("");
                detail.set(Optional.empty());
                list();
            }
            if (!key.isEmpty()) {
                look(key);
            }
        });
    }

    private String current() {
        return bucket.get().map(BucketEntry::name).orElse("");
    }

    /// Shows a bucket.
    void choose(BucketEntry entry) {
        if (!entry.name().equals(current())) {
            bucket.set(Optional.of(entry));
            prefix.set("");
            search.set("");
            detail.set(Optional.empty());
            list();
        }
    }

    /// Makes a bucket; what is wrong with its name is told beside the field.
    ///
    /// @param then on success
    void create(String name, Runnable then) {
        bucketFault.set("");
        ask(at -> at.create(name), _ -> {
            loadBuckets(name);
            then.run();
        });
    }

    /// Makes the bucket of samples.
    void makeSamples() {
        ask(SampleBucket::make, this::loadBuckets);
    }

    /// Deletes the bucket that is shown, if it is empty.
    void deleteBucket(Consumer<String> then) {
        String name = current();
        bucketFault.set("");
        ask(
                at -> {
                    at.deleteBucket(name);
                    return name;
                },
                gone -> {
                    loadBuckets("");
                    then.accept(gone);
                });
    }

    void putVersioning(Versioning versioning) {
        String name = current();
        act(at -> at.putVersioning(name, versioning), () -> loadBuckets(name));
    }

    void putEncryption(EncryptionAlgorithm algorithm) {
        bucket.get().ifPresent(entry -> {
            BucketEncryption encryption = new BucketEncryption(
                    algorithm,
                    Optional.empty(),
                    algorithm == EncryptionAlgorithm.SSE_KMS,
                    entry.encryption().blocksCustomerKeys());
            act(at -> at.putEncryption(entry.name(), encryption), () -> loadBuckets(entry.name()));
        });
    }

    // --- objects

    /// Reads the list anew.
    void list() {
        stale.set(false);
        armed.set("");
        chosen.set(List.of());
        if (bucket.get().isEmpty()) {
            rows.set(PagedRows.NONE);
            return;
        }
        boolean contains = within.get() && !search.get().isEmpty();
        ListQuery query = new ListQuery(
                current(),
                contains ? prefix.get() : prefix.get() + search.get(),
                flat.get(),
                contains ? search.get() : "",
                deleted.get());
        String shown = prefix.get();
        PagedRows fresh = new PagedRows((mark, then) -> work(at -> at.page(query, mark, shown), then));
        rows.set(fresh);
        fresh.begin();
    }

    /// Goes into a folder.
    void enter(String folder) {
        prefix.set(folder);
        if (search.get().isEmpty()) {
            list();
        } else {
            search.set("");
        }
    }

    /// Whether there is a folder above.
    boolean canGoUp() {
        return !prefix.get().isEmpty();
    }

    /// Goes to the folder above.
    void up() {
        String here = prefix.get();
        enter(here.isEmpty() ? "" : here.substring(0, here.lastIndexOf('/', here.length() - 2) + 1));
    }

    /// Shows an object.
    void choose(ObjectRow row) {
        armed.set("");
        switch (row.kind()) {
            case OBJECT, DELETED -> load(row.key());
            case FOLDER, PENDING -> detail.set(Optional.empty());
        }
    }

    /// Shows an object of the bucket by its key, whatever is listed.
    void look(String key) {
        load(key);
    }

    /// Reads all that is shown of an object. Its bytes are read too, which is a GET, unless that would change where
    /// Intelligent-Tiering keeps it.
    private void load(String key) {
        String name = current();
        Optional<ActPrices> known = prices.get();
        work(
                at -> at.find(name, key).map(object -> {
                    List<StoredObject> versions = at.versions(name, key);
                    boolean reads =
                            !object.isDeleteMarker() && object.storageClass() != StorageClass.INTELLIGENT_TIERING;
                    return new Detail(
                            object,
                            versions,
                            reads ? at.preview(object) : new Preview.Unread(),
                            object.isDeleteMarker() ? List.of() : at.readers(object),
                            known.map(each -> at.future(name, versions, each)).orElse(List.of()));
                }),
                found -> {
                    if (name.equals(current())) {
                        detail.set(found);
                    }
                });
    }

    /// Reads the bytes of the chosen object, whatever that means for its access tier.
    void preview() {
        detail.get()
                .ifPresent(shown -> work(
                        at -> at.preview(shown.object()),
                        read -> detail.get()
                                .filter(still -> still.equals(shown))
                                .ifPresent(still -> detail.set(Optional.of(still.with(read))))));
    }

    /// Uploads files and folders below the folder that is shown.
    ///
    /// @param then how many objects were stored
    Optional<RunningTask> upload(List<Path> files, Consumer<Integer> then) {
        String name = current();
        String below = prefix.get();
        return desk.get()
                .filter(_ -> !name.isEmpty())
                .map(at -> tasks.of(progress -> new Transfer(at, progress).into(name, below, files))
                        .titled(texts.get("store.uploading", name))
                        .onSuccess(then)
                        .afterwards(this::list)
                        .start());
    }

    /// Writes objects of the folder that is shown to files, which are told from the background.
    CompletableFuture<List<Path>> fetch(List<ObjectRow> lines, Path folder) {
        CompletableFuture<List<Path>> files = new CompletableFuture<>();
        String name = current();
        String shown = prefix.get();
        desk.get()
                .ifPresent(at -> tasks.of(progress ->
                                files.complete(new Batch(at, progress, name).download(lines, shown, folder)))
                        .start());
        return files;
    }

    /// Writes the chosen object to a file.
    ///
    /// @param versionId empty for the current version
    void download(Optional<String> versionId, Path file, Runnable then) {
        detail.get()
                .map(Detail::object)
                .ifPresent(object -> desk.get()
                        .ifPresent(at -> tasks.of(_ -> {
                                    at.download(object.bucket(), object.key(), versionId, file);
                                    return file;
                                })
                                .titled(texts.get("store.downloading", object.key()))
                                .onSuccess(_ -> then.run())
                                .start()));
    }

    /// Deletes the chosen object. Where versions are kept it comes under a delete marker, which can be taken away
    /// again; where they are not, the first call only arms the second.
    ///
    /// @param then takes the undo, if there is one
    void delete(Consumer<Optional<Runnable>> then) {
        Optional<StoredObject> chosen = detail.get().map(Detail::object).filter(object -> !object.isDeleteMarker());
        if (chosen.isEmpty() || bucket.get().isEmpty()) {
            return;
        }
        StoredObject object = chosen.get();
        boolean keeps = bucket.get().get().bucket().versioning() == Versioning.ENABLED;
        if (!keeps && !armed.get().equals(object.key())) {
            armed.set(object.key());
            return;
        }
        armed.set("");
        work(at -> at.delete(object.bucket(), object.key()), marker -> {
            detail.set(Optional.empty());
            list();
            then.accept(marker.map(id -> () -> deleteVersion(object.key(), id)));
        });
    }

    /// Deletes a version for good, or takes a delete marker away. Of a version the first call only arms the second.
    void deleteVersion(StoredObject version) {
        if (!version.isDeleteMarker() && !armed.get().equals(version.versionId())) {
            armed.set(version.versionId());
            return;
        }
        armed.set("");
        deleteVersion(version.key(), version.versionId());
    }

    private void deleteVersion(String key, String id) {
        String name = current();
        act(at -> at.deleteVersion(name, key, id), () -> changed(key));
    }

    /// Makes an old version the current one.
    void restoreVersion(StoredObject version) {
        act(at -> at.restoreVersion(version), () -> changed(version.key()));
    }

    void putTags(Map<String, String> tags) {
        onObject((at, object) -> at.putTags(object.bucket(), object.key(), tags));
    }

    void changeClass(StorageClass to) {
        onObject((at, object) -> at.changeClass(object.bucket(), object.key(), to));
    }

    void restore(RestoreTier tier, int days) {
        onObject((at, object) -> at.restore(object.bucket(), object.key(), tier, days));
    }

    private interface ObjectAct {
        void on(StoreDesk desk, StoredObject object);
    }

    private void onObject(ObjectAct change) {
        detail.get()
                .map(Detail::object)
                .ifPresent(object -> act(at -> change.on(at, object), () -> changed(object.key())));
    }

    /// Shows what the bucket's rules mean, once they are others.
    private void ruled() {
        loadBuckets(current());
        detail.get().ifPresent(shown -> load(shown.object().key()));
    }

    private void changed(String key) {
        list();
        load(key);
    }

    // --- time

    private void heard(List<EventLog.Entry> entries) {
        boolean ofBuckets = entries.stream()
                .map(EventLog.Entry::event)
                .anyMatch(event -> event instanceof StoreEvent.BucketCreated
                        || event instanceof StoreEvent.BucketDeleted
                        || event instanceof StoreEvent.BucketConfigured);
        if (ofBuckets) {
            loadBuckets("");
        }
        boolean ofObjects = entries.stream()
                .map(EventLog.Entry::event)
                .anyMatch(event -> event instanceof StoreEvent store
                        && store.bucket().equals(current())
                        && Tick.changesList(store));
        if (ofObjects && rows.get().isComplete() && rows.get().size() <= PagedRows.PAGE) {
            list();
        } else if (ofObjects) {
            stale.set(true);
        }
    }

    // --- the background

    private <T> void work(Function<StoreDesk, T> work, Consumer<? super T> then) {
        desk.get().ifPresent(at -> tasks.of(_ -> work.apply(at)).onSuccess(then).start());
    }

    /// Work on buckets whose refusal is told beside them.
    private <T> void ask(Function<StoreDesk, T> work, Consumer<? super T> then) {
        desk.get()
                .ifPresent(at -> tasks.of(_ -> work.apply(at))
                        .onSuccess(then)
                        .onFailure(InputException.class, refused -> bucketFault.set(refused.sentence()))
                        .start());
    }

    private void act(Consumer<StoreDesk> work, Runnable then) {
        work(
                at -> {
                    work.accept(at);
                    return at;
                },
                _ -> then.run());
    }
}
