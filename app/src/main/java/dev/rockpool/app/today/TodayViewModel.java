package dev.rockpool.app.today;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.Snapshot;
import dev.rockpool.kernel.RockpoolException;
import dev.rockpool.study.Counts;
import dev.rockpool.study.Mastery;
import dev.rockpool.study.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The agenda of the present study day. Foreground only; it is read on the background.
public final class TodayViewModel {
    /// How many questions are offered to read.
    static final int READINGS = 5;

    /// How many study days the chart shows.
    private static final int DAYS = 7;

    private final Study study;
    private final Supplier<Snapshot> library;
    private final TaskRunner tasks;
    private final Consumer<RockpoolException> tell;
    private final ReadOnlyObjectWrapper<Optional<Agenda>> agenda = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper failed = new ReadOnlyBooleanWrapper();

    /// @param library the decks as they are now
    /// @param tell shows a failure that has a sentence
    public TodayViewModel(Study study, Supplier<Snapshot> library, TaskRunner tasks, Consumer<RockpoolException> tell) {
        this.study = study;
        this.library = library;
        this.tasks = tasks;
        this.tell = tell;
    }

    /// The agenda; empty until it is read.
    public ReadOnlyObjectProperty<Optional<Agenda>> agenda() {
        return agenda.getReadOnlyProperty();
    }

    /// Whether it could not be read.
    public ReadOnlyBooleanProperty failed() {
        return failed.getReadOnlyProperty();
    }

    /// Reads the agenda anew; what was shown stays until then.
    public void refresh() {
        Snapshot decks = library.get();
        tasks.of(_ -> read(decks))
                .onSuccess(now -> {
                    failed.set(false);
                    agenda.set(Optional.of(now));
                })
                .onFailure(RockpoolException.class, failure -> {
                    failed.set(true);
                    tell.accept(failure);
                })
                .start();
    }

    private Agenda read(Snapshot decks) {
        Counts counts = study.counts();
        return new Agenda(
                counts,
                Agenda.minutes(counts.ready(), counts),
                study.lastDays(DAYS),
                study.everAnswered(),
                readings(decks),
                exam(),
                corrections(decks),
                decks.findings());
    }

    private Optional<Agenda.Exam> exam() {
        long today = study.statistics().today().toEpochDay();
        return study.options()
                .exam()
                .filter(plan -> plan.day() >= today)
                .map(plan -> new Agenda.Exam(plan.daysFrom(today), Math.round(plan.target() * 100)));
    }

    private List<Agenda.Reading> readings(Snapshot decks) {
        Map<DocumentedQuestion, List<String>> cards = new HashMap<>();
        for (DocumentedQuestion question : decks.questions()) {
            cards.put(
                    question,
                    decks.deckOf(question.id())
                            .map(deck -> deck.cards().stream().map(Card::id).toList())
                            .orElse(List.of()));
        }
        Map<DocumentedQuestion, Mastery> mastery = study.masteryBy(cards);
        List<Agenda.Reading> readings = new ArrayList<>();
        for (DocumentedQuestion question : decks.questions()) {
            String title = decks.deckOf(question.id()).map(deck -> deck.title()).orElse(question.heading());
            readings.add(new Agenda.Reading(
                    question.id(),
                    question.number(),
                    title,
                    mastery.getOrDefault(question, Mastery.NONE).expectedRecall()));
        }
        return readings.stream()
                .sorted(Comparator.comparingDouble(Agenda.Reading::mastery).thenComparingInt(Agenda.Reading::number))
                .limit(READINGS)
                .toList();
    }

    private static int corrections(Snapshot decks) {
        int corrections = 0;
        for (DocumentedQuestion question : decks.questions()) {
            List<Claim> claims =
                    decks.deckOf(question.id()).map(deck -> deck.claims()).orElse(List.of());
            corrections += (int)
                    claims.stream().filter(claim -> claim.verdict().corrected()).count();
        }
        return corrections;
    }
}
