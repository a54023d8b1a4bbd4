package dev.rockpool.app.statistics;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Card;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.Snapshot;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.study.Mastery;
import dev.rockpool.study.Study;
import dev.rockpool.study.StudyStatistics;
import dev.rockpool.study.statistics.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the history says. Foreground only; it is read on the background, the sums first.
final class StatisticsViewModel {
    static final int DAYS = 365;
    static final int FORECAST_DAYS = 30;

    private final Study study;
    private final Supplier<Snapshot> library;
    private final DoubleSupplier desiredRetention;
    private final TaskRunner tasks;
    private final Consumer<RockpoolException> tell;
    private final ReadOnlyObjectWrapper<Optional<Overview>> overview = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Depth>> depth = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper tables = new ReadOnlyBooleanWrapper();
    private Period period = Period.YEAR;
    private long asked;

    /// @param library the decks as they are now
    /// @param desiredRetention what is aimed at now, 0 to 1
    /// @param tell shows a failure that has a sentence
    StatisticsViewModel(
            Study study,
            Supplier<Snapshot> library,
            DoubleSupplier desiredRetention,
            TaskRunner tasks,
            Consumer<RockpoolException> tell) {
        this.study = study;
        this.library = library;
        this.desiredRetention = desiredRetention;
        this.tasks = tasks;
        this.tell = tell;
    }

    /// The sums; empty until they are read.
    ReadOnlyObjectProperty<Optional<Overview>> overview() {
        return overview.getReadOnlyProperty();
    }

    /// What takes longer; empty until it is read.
    ReadOnlyObjectProperty<Optional<Depth>> depth() {
        return depth.getReadOnlyProperty();
    }

    /// Whether they could not be read.
    ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// Whether charts are shown as tables.
    ReadOnlyBooleanProperty tables() {
        return tables.getReadOnlyProperty();
    }

    void showTables(boolean asTables) {
        tables.set(asTables);
    }

    Period period() {
        return period;
    }

    /// Looks back over another period.
    void choose(Period other) {
        if (other != period) {
            period = other;
            readOverview(_ -> {});
        }
    }

    /// Reads everything anew; what was shown stays until then.
    void refresh() {
        Snapshot decks = library.get();
        readOverview(read -> {
            if (read.everAnswered()) {
                tasks.of(_ -> readDepth(decks))
                        .onSuccess(found -> depth.set(Optional.of(found)))
                        .onFailure(RockpoolException.class, this::fail)
                        .start();
            }
        });
    }

    /// An answer that is overtaken by a later question is dropped.
    private void readOverview(Consumer<Overview> then) {
        long mine = ++asked;
        Period over = period;
        double wished = desiredRetention.getAsDouble();
        tasks.of(_ -> read(over, wished))
                .onSuccess(read -> {
                    if (mine == asked) {
                        failed.set(false);
                        overview.set(Optional.of(read));
                        then.accept(read);
                    }
                })
                .onFailure(RockpoolException.class, this::fail)
                .start();
    }

    private void fail(RockpoolException failure) {
        failed.set(true);
        tell.accept(failure);
    }

    private Overview read(Period over, double wished) {
        StudyStatistics statistics = study.statistics();
        return new Overview(
                study.everAnswered(),
                over,
                wished,
                statistics.retention(),
                statistics.calibration(over),
                study.lastDays(DAYS),
                study.forecast(FORECAST_DAYS));
    }

    private Depth readDepth(Snapshot decks) {
        Map<String, List<String>> cards = new HashMap<>();
        for (DocumentedQuestion question : decks.questions()) {
            cards.put(
                    question.id(),
                    decks.deckOf(question.id())
                            .map(deck -> deck.cards().stream().map(Card::id).toList())
                            .orElse(List.of()));
        }
        Map<String, Mastery> mastery = study.masteryBy(cards);
        List<Depth.Known> questions = decks.questions().stream()
                .map(question -> new Depth.Known(
                        question.id(),
                        question.number(),
                        decks.deckOf(question.id()).map(deck -> deck.title()).orElse(question.heading()),
                        mastery.getOrDefault(question.id(), Mastery.NONE)))
                .toList();
        return new Depth(study.statistics().memories(), questions);
    }
}
