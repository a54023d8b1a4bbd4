package dev.rockpool.app.streams;

import dev.rockpool.app.platform.PlatformState;
import dev.rockpool.app.platform.RunningPlatform;
import dev.rockpool.app.preference.Preferences;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.costmodel.PriceBook;
import dev.rockpool.kernel.InputException;
import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.PutResult;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the Streams screen shows of the platform, and what can be done there. Foreground only; the engine works on the
/// background.
final class StreamsViewModel {
    private static final Seed SEED = new Seed(2_026);

    private final RunningPlatform running;
    private final Supplier<PriceBook> book;
    private final TaskRunner tasks;
    private final Preferences preferences;
    private final boolean alive;
    private final ReadOnlyObjectWrapper<Optional<StreamDesk>> desk = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<StreamDescription> streams = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<StreamName>> stream = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StreamPicture>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<GeneratorSettings>> generator =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ShardId>> shard = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<MinuteBill>> bill = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PriceBook>> prices = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<GeneratorSettings> settings = new SimpleObjectProperty<>(GeneratorSettings.STANDARD);
    private final ObjectProperty<TimeSpan> span = new SimpleObjectProperty<>(TimeSpan.AUTO);
    private final ReadOnlyObjectWrapper<Optional<List<BrowsedRecord>>> records =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<KeptFlow>> stopped = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private List<KeptFlow> reopened = List.of();
    private boolean ticking;
    private boolean again;

    /// @param alive whether generators and consumers work by themselves; otherwise at each [#tick]
    /// @param preferences where generators and consumers are kept over a restart
    StreamsViewModel(
            RunningPlatform running,
            Supplier<PriceBook> book,
            TaskRunner tasks,
            Preferences preferences,
            boolean alive) {
        this.running = running;
        this.book = book;
        this.tasks = tasks;
        this.preferences = preferences;
        this.alive = alive;
        running.state().subscribe(this::follow);
        settings.addListener((_, _, changed) -> {
            if (generator.get().isPresent()) {
                generate(changed);
            }
        });
    }

    /// The platform and its endpoints.
    RunningPlatform running() {
        return running;
    }

    /// The desk, once the platform is open.
    ReadOnlyObjectProperty<Optional<StreamDesk>> desk() {
        return desk.getReadOnlyProperty();
    }

    /// By name.
    ObservableList<StreamDescription> streams() {
        return FXCollections.unmodifiableObservableList(streams);
    }

    /// Whether the streams were read: without any, there are none.
    ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// The stream that is shown.
    ReadOnlyObjectProperty<Optional<StreamName>> stream() {
        return stream.getReadOnlyProperty();
    }

    /// It at the last [#tick].
    ReadOnlyObjectProperty<Optional<StreamPicture>> picture() {
        return picture.getReadOnlyProperty();
    }

    /// What its generator sends; empty while it stands.
    ReadOnlyObjectProperty<Optional<GeneratorSettings>> generator() {
        return generator.getReadOnlyProperty();
    }

    /// The chosen shard.
    ReadOnlyObjectProperty<Optional<ShardId>> shard() {
        return shard.getReadOnlyProperty();
    }

    /// What a minute costs at the rate of the last one.
    ReadOnlyObjectProperty<Optional<MinuteBill>> bill() {
        return bill.getReadOnlyProperty();
    }

    /// What a generator that is started sends; one that works follows it.
    ObjectProperty<GeneratorSettings> settings() {
        return settings;
    }

    /// How much time the map shows.
    ObjectProperty<TimeSpan> span() {
        return span;
    }

    /// Why something could not be done; empty if nothing is wrong.
    ReadOnlyStringProperty fault() {
        return fault.getReadOnlyProperty();
    }

    /// What worked on the stream that is shown when the app was closed, and stands since.
    ReadOnlyObjectProperty<Optional<KeptFlow>> stopped() {
        return stopped.getReadOnlyProperty();
    }

    /// What the last put came to.
    ReadOnlyStringProperty told() {
        return told.getReadOnlyProperty();
    }

    private void follow(PlatformState state) {
        switch (state) {
            case PlatformState.Open open -> {
                boolean same = desk.get()
                        .filter(now -> now.platform() == open.platform())
                        .isPresent();
                if (!same) {
                    StreamDesk opened = new StreamDesk(open.platform(), SEED);
                    desk.set(Optional.of(opened));
                    loaded.set(false);
                    picture.set(Optional.empty());
                    reopened = preferences.get(KeptFlow.SETTING);
                    if (alive) {
                        opened.station().run();
                    }
                    tasks.of(_ -> book.get())
                            .onSuccess(read -> prices.set(Optional.of(read)))
                            .start();
                    tick();
                }
            }
            case PlatformState.Closed _, PlatformState.Opening _, PlatformState.Refused _ -> {}
        }
    }

    // --- what is shown

    /// Opens the platform if it is not, and shows a stream as soon as there is one.
    ///
    /// @param name empty for the one shown last
    void show(String name) {
        if (!name.isEmpty()) {
            choose(new StreamName(name));
        }
        running.open();
    }

    /// Shows a stream.
    void choose(StreamName name) {
        if (stream.get().filter(name::equals).isEmpty()) {
            stream.set(Optional.of(name));
            shard.set(Optional.empty());
            records.set(Optional.empty());
            fault.set("");
            told.set("");
            tick();
        }
    }

    /// Chooses a shard; empty for none.
    void chooseShard(Optional<ShardId> id) {
        shard.set(id);
    }

    /// Chooses the open shard that lies so many further on the ring.
    void moveShard(int by) {
        picture.get().map(StreamPicture::open).filter(open -> !open.isEmpty()).ifPresent(open -> {
            List<ShardId> ids = open.stream().map(tile -> tile.shard().id()).toList();
            int at = shard.get().map(ids::indexOf).orElse(-1);
            int next = at < 0 ? (by > 0 ? 0 : ids.size() - 1) : Math.clamp((long) at + by, 0, ids.size() - 1);
            shard.set(Optional.of(ids.get(next)));
        });
    }

    /// Looks again; call it several times a second while the screen is in front.
    void tick() {
        if (ticking) {
            again = true;
            return;
        }
        desk.get().ifPresent(at -> {
            ticking = true;
            Optional<StreamName> wanted = stream.get();
            List<KeptFlow> kept = reopened;
            tasks.of(_ -> {
                        at.station().restore(kept);
                        if (!alive) {
                            at.station().step();
                        }
                        return at.watch().look(wanted);
                    })
                    .onSuccess(sight -> take(at, sight))
                    .onFailure(IllegalStateException.class, _ -> {}) // closed meanwhile; another platform follows
                    .afterwards(() -> {
                        ticking = false;
                        if (again) {
                            again = false;
                            tick();
                        }
                    })
                    .start();
        });
    }

    private void take(StreamDesk at, StreamWatch.Sight sight) {
        keep(at.station().flows());
        if (!streams.equals(sight.streams())) {
            streams.setAll(sight.streams());
        }
        Optional<StreamName> shown = sight.picture().map(each -> each.stream().name());
        boolean moved = stream.get().isPresent() && !stream.get().equals(shown) && again;
        if (moved) {
            return; // another stream was chosen meanwhile
        }
        if (!stream.get().equals(shown)) {
            stream.set(shown);
            shard.set(Optional.empty());
        }
        boolean isOther = picture.get()
                .map(before -> before.stream().name())
                .filter(name -> shown.filter(name::equals).isPresent())
                .isEmpty();
        if (isOther) {
            generator.set(Optional.empty());
            shown.flatMap(at.station()::lastSent).ifPresent(settings::set);
            stopped.set(shown.flatMap(name ->
                    reopened.stream().filter(flow -> flow.stream().equals(name)).findFirst()));
        }
        generator.set(shown.flatMap(at.station()::generator));
        picture.set(sight.picture());
        bill.set(prices.get().flatMap(read -> sight.picture().map(each -> MinuteBill.of(each, read))));
        loaded.set(true);
    }

    private void keep(List<KeptFlow> flows) {
        if (!preferences.get(KeptFlow.SETTING).equals(flows)) {
            preferences.set(KeptFlow.SETTING, flows);
        }
    }

    // --- what is done

    /// Makes a stream and shows it.
    ///
    /// @param refused what is wrong with it
    void create(String name, StreamMode mode, int shards, Consumer<String> refused, Runnable then) {
        work(
                at -> {
                    at.create(name, mode, shards);
                    return new StreamName(name);
                },
                made -> {
                    choose(made);
                    then.run();
                },
                refused);
    }

    /// Makes the sample stream, with what flows through it.
    void makeSample() {
        work(SampleStream::make, this::choose);
    }

    /// Deletes the stream that is shown.
    void delete(Consumer<String> then) {
        onStream(
                (at, name) -> {
                    at.delete(name);
                    return name.value();
                },
                then);
    }

    /// Puts one record by hand.
    void put(String key, String text) {
        onStream((at, name) -> at.put(name, key, text.getBytes(StandardCharsets.UTF_8)), (Consumer<PutResult.Accepted>)
                accepted -> {
                    shard.set(Optional.of(accepted.shard()));
                    told.set(accepted.shard() + " · " + accepted.sequenceNumber());
                });
    }

    /// Starts the generator, or changes what it sends.
    void generate(GeneratorSettings sends) {
        settings.set(sends);
        desk.get()
                .ifPresent(at -> stream.get().ifPresent(name -> {
                    at.station().generate(name, sends);
                    generator.set(Optional.of(sends));
                    tick();
                }));
    }

    /// Starts the generator, or stops it.
    void toggleGenerator() {
        if (generator.get().isEmpty()) {
            generate(settings.get());
            return;
        }
        desk.get()
                .ifPresent(at -> stream.get().ifPresent(name -> {
                    at.station().stop(name);
                    generator.set(Optional.empty());
                }));
    }

    /// Reads records of the stream that is shown.
    void browse(BrowseQuery query) {
        onStream((at, name) -> at.browse(name, query), read -> records.set(Optional.of(read)));
    }

    /// What was read last; empty if nothing was.
    ReadOnlyObjectProperty<Optional<List<BrowsedRecord>>> records() {
        return records.getReadOnlyProperty();
    }

    /// What the minute would cost in the other mode.
    Optional<MinuteBill> otherwise() {
        return prices.get().flatMap(read -> picture.get().map(now -> MinuteBill.of(now, otherMode(now), read)));
    }

    private static StreamMode otherMode(StreamPicture now) {
        return now.stream().mode() == StreamMode.PROVISIONED ? StreamMode.ON_DEMAND : StreamMode.PROVISIONED;
    }

    /// Cuts the chosen shard in two.
    void split() {
        shard.get().ifPresent(id -> act((at, name) -> at.split(name, id, Optional.empty())));
    }

    /// Cuts a shard in two at a place of the ring.
    void split(ShardId id, HashKey at) {
        act((desk, name) -> desk.split(name, id, Optional.of(at)));
    }

    /// Joins the chosen shard and the next on the ring.
    void merge() {
        shard.get().ifPresent(id -> next(id).ifPresent(upper -> act((at, name) -> at.merge(name, id, upper))));
    }

    /// The open shard after one on the ring.
    Optional<ShardId> next(ShardId id) {
        List<ShardId> open = picture.get().map(StreamPicture::open).orElse(List.of()).stream()
                .map(tile -> tile.shard().id())
                .toList();
        int at = open.indexOf(id);
        return at < 0 || at + 1 >= open.size() ? Optional.empty() : Optional.of(open.get(at + 1));
    }

    /// Gives the stream so many shards of equal ranges.
    void scale(int shards) {
        act((at, name) -> at.scale(name, shards));
    }

    void addConsumer(String consumer, StreamConsumer.Kind kind, int pace, Runnable then) {
        onStream(
                (at, name) -> {
                    at.addConsumer(name, consumer, kind, pace);
                    return name;
                },
                _ -> then.run());
    }

    void removeConsumer(Reader reader) {
        act((at, name) -> at.removeConsumer(name, reader));
    }

    /// The consumers of the app that read the stream that is shown.
    List<Reader> readers() {
        return desk.get().flatMap(at -> stream.get().map(at.station()::readers)).orElse(List.of());
    }

    /// The stream that is shown as a scenario of the shards lab; empty while it has no shards.
    Optional<String> labScenario() {
        return picture.get()
                .filter(now -> !now.open().isEmpty())
                .map(now -> LabState.of(
                        now,
                        generator.get(),
                        readers().stream().map(Reader::state).toList()));
    }

    interface StreamWork<T> {
        T on(StreamDesk desk, StreamName stream);
    }

    interface StreamAct {
        void on(StreamDesk desk, StreamName stream);
    }

    void act(StreamAct act) {
        onStream(
                (at, name) -> {
                    act.on(at, name);
                    return name;
                },
                _ -> {});
    }

    /// Work on the stream that is shown, and a look at what came of it. A refusal is told.
    <T> void onStream(StreamWork<T> work, Consumer<? super T> then) {
        stream.get().ifPresent(name -> work(at -> work.on(at, name), then));
    }

    private <T> void work(Function<StreamDesk, T> work, Consumer<? super T> then) {
        work(work, then, fault::set);
    }

    private <T> void work(Function<StreamDesk, T> work, Consumer<? super T> then, Consumer<String> refusal) {
        fault.set("");
        told.set("");
        desk.get()
                .ifPresent(at -> tasks.of(_ -> work.apply(at))
                        .onSuccess(answer -> {
                            then.accept(answer);
                            tick();
                        })
                        .onFailure(InputException.class, refused -> {
                            refusal.accept(refused.sentence());
                            tick();
                        })
                        .start());
    }
}
