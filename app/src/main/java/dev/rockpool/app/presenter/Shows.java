package dev.rockpool.app.presenter;

import dev.rockpool.app.lab.LabEntry;
import dev.rockpool.app.lab.LabShow;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.content.LessonScene;
import dev.rockpool.simulators.Prediction;
import dev.rockpool.simulators.Snapshot;
import dev.rockpool.simulators.catalogue.Labs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The labs of a lesson, each opened when a step first shows it. Of a lab without a stage only the question is asked.
final class Shows implements ShownLab {
    private final AppContext context;
    private final List<LabEntry<?, ?, ?>> entries;
    private final LongSupplier nanos;
    private final Map<String, LabShow<?, ?, ?>> opened = new HashMap<>();
    private final ReadOnlyObjectWrapper<Optional<LabShow<?, ?, ?>>> front =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<LessonScene> scene = Optional.empty();

    Shows(AppContext context, List<LabEntry<?, ?, ?>> entries, LongSupplier nanos) {
        this.context = context;
        this.entries = entries;
        this.nanos = nanos;
    }

    /// The lab in sight.
    ReadOnlyObjectProperty<Optional<LabShow<?, ?, ?>>> front() {
        return front.getReadOnlyProperty();
    }

    @Override
    public void open(LessonScene wanted) {
        close();
        Optional<LabShow<?, ?, ?>> show = show(wanted.lab());
        show.ifPresent(lab -> lab.open(wanted.preset(), wanted.beside(), wanted.at()));
        scene = Optional.of(wanted);
        front.set(show);
    }

    @Override
    public void run(OptionalInt until) {
        front.get().ifPresent(lab -> lab.run(until));
    }

    @Override
    public void finish() {
        front.get().ifPresent(LabShow::finish);
    }

    @Override
    public void close() {
        front.get().ifPresent(LabShow::pause);
        scene = Optional.empty();
        front.set(Optional.empty());
    }

    @Override
    public Optional<Prediction> prediction(LessonScene of) {
        return Optional.of(Labs.require(of.lab()).preset(of.preset()).prediction());
    }

    /// The lab of a scene, if it is the one in sight.
    Optional<LabShow<?, ?, ?>> of(LessonScene wanted) {
        return scene.filter(wanted::equals).flatMap(_ -> front.get());
    }

    private Optional<LabShow<?, ?, ?>> show(String lab) {
        LabShow<?, ?, ?> known = opened.get(lab);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<LabEntry<?, ?, ?>> entry =
                entries.stream().filter(each -> each.lab().id().equals(lab)).findFirst();
        Optional<LabShow<?, ?, ?>> made = entry.map(this::make);
        made.ifPresent(show -> opened.put(lab, show));
        return made;
    }

    private <S, R, N extends Snapshot> LabShow<S, R, N> make(LabEntry<S, R, N> entry) {
        return LabShow.of(context, entry, nanos);
    }
}
