package dev.rockpool.app.lab;

import dev.rockpool.app.markdown.Surroundings;
import dev.rockpool.app.shell.AppContext;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Snapshot;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// A lab without its frame, for a screen that presents it: its stage, its transport, and what its preset asks for.
///
/// Nothing is asked of the learner and nothing is kept: what a class predicts is the presenter's matter.
public final class LabShow<S, R, N extends Snapshot> {
    private final LabViewModel<S, R, N> model;
    private final LabDesk<S, R, N> desk;
    private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private OptionalInt until = OptionalInt.empty();
    private Subscription besideTold = Subscription.EMPTY;

    /// The number that the preset in sight asks for, as it stands now.
    ///
    /// @param figure the number
    /// @param left the same of the configuration beside
    /// @param bill a month at this rate, as it is shown
    /// @param leftBill the same of the configuration beside
    /// @param ended whether the run has come to its end
    public record Told(Figure figure, Optional<Figure> left, String bill, Optional<String> leftBill, boolean ended) {}

    private LabShow(AppContext context, LabEntry<S, R, N> entry, LongSupplier nanos) {
        model = new LabViewModel<>(
                entry,
                new LabRepository(context.database(), context.clock()),
                context.tasks(),
                nanos,
                context.errors()::show);
        desk = new LabDesk<>(
                model,
                context.texts(),
                new Surroundings(context.texts(), context.library()::image, context.outside()::open),
                new RoomlessWays(context));
        model.moment().subscribe(_ -> tell());
        model.pinned().subscribe(run -> {
            besideTold.unsubscribe();
            besideTold = run.map(left -> left.moment().subscribe(_ -> tell())).orElse(Subscription.EMPTY);
            tell();
        });
    }

    /// A lab of that entry.
    ///
    /// @param nanos a clock that runs on, for slices of work
    public static <S, R, N extends Snapshot> LabShow<S, R, N> of(
            AppContext context, LabEntry<S, R, N> entry, LongSupplier nanos) {
        return new LabShow<>(context, entry, nanos);
    }

    /// A new stage, or two of them while something stands beside.
    public Region stage() {
        return new StagesView<>(desk).root();
    }

    /// New buttons for play, step, back and reset, without speed and seed.
    public Region transport() {
        TransportView<S, N> transport = new TransportView<>(desk);
        transport.stack();
        return transport.root();
    }

    /// The number that the preset asks for; empty before the first slice.
    public ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    /// Opens a preset, paused.
    ///
    /// @param beside a preset for the left; empty for none
    /// @param second where it stands
    /// @throws dev.rockpool.kernel.InputException if there is no such preset
    public void open(String preset, Optional<String> beside, int second) {
        until = OptionalInt.empty();
        model.unpin();
        beside.ifPresent(left -> {
            model.open(model.lab().preset(left));
            model.openAt(second);
            model.pin();
        });
        model.open(model.lab().preset(preset));
        model.openAt(second);
    }

    /// Plays on from where it stands.
    ///
    /// @param stop the second at which it stops; empty for the end
    public void run(OptionalInt stop) {
        until = stop;
        if (!model.playing().get()) {
            model.togglePlay();
        }
    }

    /// Goes to the end of the run.
    public void finish() {
        model.pause();
        model.seek(model.seconds());
    }

    public void togglePlay() {
        model.togglePlay();
    }

    public void pause() {
        model.pause();
    }

    public void step() {
        model.step();
    }

    public void back() {
        model.back();
    }

    /// Lets time go by.
    ///
    /// @param elapsedNanos since the last pulse
    public void pulse(long elapsedNanos) {
        model.pulse(elapsedNanos);
        if (model.playing().get() && until.isPresent() && model.second() >= until.getAsInt()) {
            model.pause();
            until = OptionalInt.empty();
        }
    }

    private void tell() {
        told.set(model.moment().get().flatMap(now -> asked(now).map(figure -> told(now, figure))));
    }

    private Told told(Moment<S, N> now, Figure figure) {
        Optional<Moment<S, N>> left =
                model.pinned().get().flatMap(run -> run.moment().get());
        return new Told(
                figure,
                left.flatMap(moment -> moment.figure(figure.id())),
                now.bill().total().display(),
                left.map(moment -> moment.bill().total().display()),
                now.done() && now.second() >= now.snapshot().seconds());
    }

    private Optional<Figure> asked(Moment<S, N> now) {
        return model.configuration().get().origin() instanceof Origin.FromPreset<S>(var preset)
                ? now.figure(preset.prediction().figure())
                : Optional.empty();
    }
}
