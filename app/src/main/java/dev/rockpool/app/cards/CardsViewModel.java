package dev.rockpool.app.cards;

import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Card;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Library;
import dev.rockpool.content.Snapshot;
import dev.rockpool.study.Act;
import dev.rockpool.study.CardStanding;
import dev.rockpool.study.Flag;
import dev.rockpool.study.Study;
import dev.rockpool.study.Undone;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// All cards, the search, what it finds, and acts on what is chosen. Foreground only; reading, searching and acting run
/// on the background, and only the newest search is shown.
final class CardsViewModel {
    private final Study study;
    private final Library library;
    private final SavedSearchRepository searches;
    private final TaskRunner tasks;
    private final InstantSource clock;
    private final StudyCalendar calendar;
    private final StringProperty search = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyObjectWrapper<List<SavedSearchRepository.Saved>> saved =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper(true);
    private Optional<Snapshot> read = Optional.empty();
    private List<CardEntry> cards = List.of();
    private int generation;

    /// @param calendar when study days turn
    CardsViewModel(
            Study study,
            Library library,
            SavedSearchRepository searches,
            TaskRunner tasks,
            InstantSource clock,
            StudyCalendar calendar) {
        this.study = study;
        this.library = library;
        this.searches = searches;
        this.tasks = tasks;
        this.clock = clock;
        this.calendar = calendar;
        search.subscribe(this::find);
    }

    /// What a search came to.
    ///
    /// @param cards in the order of the decks
    /// @param all how many cards there are
    /// @param problem what is wrong with the search, if something is
    record Found(List<CardEntry> cards, int all, Optional<CardSearch.Problem> problem) {
        static final Found NOTHING = new Found(List.of(), 0, Optional.empty());

        Found {
            cards = List.copyOf(cards);
        }
    }

    /// What is searched for.
    StringProperty search() {
        return search;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<SavedSearchRepository.Saved>> saved() {
        return saved.getReadOnlyProperty();
    }

    /// Whether the cards are still being read.
    ReadOnlyBooleanProperty reading() {
        return reading.getReadOnlyProperty();
    }

    /// Topics, in the order of the decks.
    List<String> topics() {
        return cards.stream().map(CardEntry::topic).distinct().toList();
    }

    /// Tags, by name.
    List<String> tags() {
        return cards.stream()
                .flatMap(card -> card.tags().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// Brings cards, standings and saved searches up to date.
    void open() {
        Snapshot now = library.snapshot();
        List<CardEntry> known = read.filter(now::equals).isPresent() ? cards : List.of();
        tasks.of(_ -> standing(known.isEmpty() ? entries(now) : known))
                .onSuccess(entries -> {
                    read = Optional.of(now);
                    cards = entries;
                    reading.set(false);
                    find();
                })
                .start();
        readSaved();
    }

    private static List<CardEntry> entries(Snapshot snapshot) {
        List<CardEntry> entries = new ArrayList<>();
        for (Deck deck : snapshot.decks()) {
            for (Card card : deck.cards()) {
                entries.add(CardEntry.of(deck, card));
            }
        }
        return entries;
    }

    private List<CardEntry> standing(List<CardEntry> entries) {
        Map<String, CardStanding> standings =
                standings(entries.stream().map(CardEntry::id).toList());
        return entries.stream()
                .map(entry -> Optional.ofNullable(standings.get(entry.id()))
                        .map(entry::with)
                        .orElse(entry))
                .toList();
    }

    private Map<String, CardStanding> standings(Collection<String> ids) {
        Map<String, CardStanding> standings = new HashMap<>();
        study.standings(ids).forEach(standing -> standings.put(standing.cardId(), standing));
        return standings;
    }

    /// Only the newest search is shown.
    private void find() {
        int mine = ++generation;
        String wanted = search.get();
        List<CardEntry> all = cards;
        CardSearch.Now now =
                new CardSearch.Now(clock.instant(), today(), instant -> LocalDate.ofEpochDay(calendar.dayOf(instant)));
        tasks.of(_ -> {
                    CardSearch query = CardSearch.of(wanted, now);
                    return new Found(all.stream().filter(query::fits).toList(), all.size(), query.problem());
                })
                .onSuccess(answer -> {
                    if (mine == generation) {
                        found.set(answer);
                    }
                })
                .start();
    }

    /// The present study day.
    LocalDate today() {
        return LocalDate.ofEpochDay(calendar.dayOf(clock.instant()));
    }

    /// The study day of a card's next showing.
    Optional<LocalDate> dueDay(CardEntry entry) {
        return entry.due().map(due -> LocalDate.ofEpochDay(calendar.dayOf(due)));
    }

    // ---- acts

    /// Does an act to cards.
    ///
    /// @param done told, on the foreground, how many cards it changed
    void act(Act act, Collection<CardEntry> chosen, IntConsumer done) {
        List<String> ids = ids(chosen);
        change(ids, () -> study.act(act, ids), done);
    }

    /// Marks cards.
    void flag(Flag flag, Collection<CardEntry> chosen, IntConsumer done) {
        List<String> ids = ids(chosen);
        change(ids, () -> study.flag(ids, flag), done);
    }

    /// Takes back the newest act of today.
    ///
    /// @param done told, on the foreground, what was taken back
    void undo(Consumer<Optional<Undone>> done) {
        tasks.of(_ -> study.undo())
                .onSuccess(undone -> {
                    open();
                    done.accept(undone);
                })
                .start();
    }

    private static List<String> ids(Collection<CardEntry> chosen) {
        return chosen.stream().map(CardEntry::id).toList();
    }

    private void change(List<String> ids, Supplier<Integer> act, IntConsumer done) {
        tasks.of(_ -> {
                    int changed = act.get();
                    return new Changed(changed, standings(ids));
                })
                .onSuccess(changed -> {
                    cards = cards.stream()
                            .map(card -> Optional.ofNullable(changed.standings().get(card.id()))
                                    .map(card::with)
                                    .orElse(card))
                            .toList();
                    find();
                    done.accept(changed.count());
                })
                .start();
    }

    private record Changed(int count, Map<String, CardStanding> standings) {}

    // ---- saved searches

    /// Keeps the present search under a name.
    void save(String name) {
        SavedSearchRepository.Saved kept = new SavedSearchRepository.Saved(name, search.get());
        keep(() -> searches.save(kept));
    }

    /// Keeps a search again that was forgotten.
    void save(SavedSearchRepository.Saved kept) {
        keep(() -> searches.save(kept));
    }

    /// Forgets a saved search.
    void forget(String name) {
        keep(() -> searches.forget(name));
    }

    private void keep(Runnable change) {
        tasks.of(_ -> {
                    change.run();
                    return searches.all();
                })
                .onSuccess(saved::set)
                .start();
    }

    private void readSaved() {
        tasks.of(_ -> searches.all()).onSuccess(saved::set).start();
    }
}
