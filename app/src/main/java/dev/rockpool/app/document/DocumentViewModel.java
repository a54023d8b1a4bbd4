package dev.rockpool.app.document;

import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.task.TaskRunner;
import dev.rockpool.content.Deck;
import dev.rockpool.content.Snapshot;
import dev.rockpool.content.Term;
import dev.rockpool.content.Verdict;
import dev.rockpool.study.Mastery;
import dev.rockpool.study.Study;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What of the document is shown, and what a search leaves of it. Foreground only; reading and mastery come from the
/// background.
public final class DocumentViewModel {
    private final Study study;
    private final Supplier<Snapshot> library;
    private final Collection<Term> glossary;
    private final TaskRunner tasks;

    private final ObjectProperty<DocumentTab> tab = new SimpleObjectProperty<>(DocumentTab.QUESTIONS);
    private final StringProperty query = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<DocumentIndex> index = new ReadOnlyObjectWrapper<>(DocumentIndex.EMPTY);
    private final ReadOnlyObjectWrapper<Map<String, Mastery>> mastery = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<Optional<QuestionEntry>> selected =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyObjectWrapper<Optional<String>> target = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Set<Verdict>> verdicts =
            new SimpleObjectProperty<>(EnumSet.of(Verdict.WRONG, Verdict.OUTDATED, Verdict.IMPRECISE));
    private String wanted = "";

    /// @param library the decks as they are now
    /// @param glossary the words of the field
    public DocumentViewModel(Study study, Supplier<Snapshot> library, Collection<Term> glossary, TaskRunner tasks) {
        this.study = study;
        this.library = library;
        this.glossary = List.copyOf(glossary);
        this.tasks = tasks;
        query.subscribe(this::search);
        verdicts.subscribe(this::search);
    }

    /// What a search found.
    ///
    /// @param hits what is marked
    /// @param questions the questions that are listed
    /// @param counts how many places each listed question has, by id; empty without a search
    /// @param changes the changes that are listed
    /// @param terms the terms that are listed
    public record Found(
            Hits hits,
            List<QuestionEntry> questions,
            Map<String, Integer> counts,
            List<Change> changes,
            List<Term> terms) {
        static final Found NOTHING = new Found(Hits.NONE, List.of(), Map.of(), List.of(), List.of());

        /// How many places are marked in all listed questions.
        public int places() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// Which view is shown.
    public ObjectProperty<DocumentTab> tab() {
        return tab;
    }

    /// What is searched for.
    public StringProperty query() {
        return query;
    }

    /// Which verdicts the changes are shown of.
    public ObjectProperty<Set<Verdict>> verdicts() {
        return verdicts;
    }

    /// All that the document says.
    public ReadOnlyObjectProperty<DocumentIndex> index() {
        return index.getReadOnlyProperty();
    }

    /// How well the cards of each question are remembered, by its id; empty until it is known.
    public ReadOnlyObjectProperty<Map<String, Mastery>> mastery() {
        return mastery.getReadOnlyProperty();
    }

    /// The question that is shown.
    public ReadOnlyObjectProperty<Optional<QuestionEntry>> selected() {
        return selected.getReadOnlyProperty();
    }

    /// What the search leaves; all without one.
    public ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /// The claim or term that is to be brought into view.
    public ReadOnlyObjectProperty<Optional<String>> target() {
        return target.getReadOnlyProperty();
    }

    /// Reads the decks if they have changed, and the mastery.
    public void refresh() {
        Snapshot decks = library.get();
        tasks.of(_ -> DocumentIndex.of(decks, glossary)).onSuccess(this::take).start();
    }

    /// Reads the mastery anew.
    public void refreshMastery() {
        Map<String, List<String>> cards = new HashMap<>();
        for (QuestionEntry entry : index.get().questions()) {
            cards.put(entry.id(), entry.cardIds());
        }
        if (!cards.isEmpty()) {
            tasks.of(_ -> study.masteryBy(cards)).onSuccess(mastery::set).start();
        }
    }

    /// Shows a question.
    public void select(QuestionEntry entry) {
        if (!selected.get().equals(Optional.of(entry))) {
            selected.set(Optional.of(entry));
        }
    }

    /// Shows the question with this id, now or once the decks are read.
    public void openQuestion(String questionId) {
        open("question/" + questionId);
    }

    /// Shows the question whose file holds this card, at the claim that the card corrects.
    ///
    /// @return whether there is such a question
    public boolean openQuestionOfCard(String cardId) {
        Snapshot decks = library.get();
        Optional<Deck> deck =
                decks.deckOf(cardId).filter(home -> home.question().isPresent());
        if (deck.isEmpty()) {
            return false;
        }
        Optional<String> claim = decks.card(cardId).stream()
                .flatMap(card -> card.fixes().stream())
                .filter(id ->
                        deck.get().claims().stream().anyMatch(each -> each.id().equals(id)))
                .findFirst();
        claim.ifPresentOrElse(
                this::openClaim,
                () -> openQuestion(deck.get().question().orElseThrow().id()));
        return true;
    }

    /// Shows the claim with this id in its question.
    public void openClaim(String claimId) {
        open("claim/" + claimId);
    }

    /// Shows the term with this id.
    public void openTerm(String termId) {
        open("term/" + termId);
    }

    /// Shows an item such as `question/q12`, `claim/q12-c3`, `term/glossary-shard` or `changes/`.
    public void open(String item) {
        wanted = item;
        openWanted();
    }

    /// Shows the question `step` places after the one that is shown, among those that are listed.
    public void move(int step) {
        List<QuestionEntry> listed = found.get().questions();
        if (listed.isEmpty()) {
            return;
        }
        int at = selected.get().map(listed::indexOf).orElse(-1);
        select(listed.get(Math.clamp((long) at + step, 0, listed.size() - 1)));
    }

    /// Shows or hides the changes with this verdict.
    public void show(Verdict verdict, boolean shown) {
        Set<Verdict> now = EnumSet.noneOf(Verdict.class);
        now.addAll(verdicts.get());
        if (shown) {
            now.add(verdict);
        } else {
            now.remove(verdict);
        }
        verdicts.set(now);
    }

    private void take(DocumentIndex read) {
        index.set(read);
        Optional<String> shown = selected.get().map(QuestionEntry::id);
        search();
        selected.set(read.questions().stream()
                .filter(entry -> shown.isEmpty() || entry.id().equals(shown.get()))
                .findFirst());
        openWanted();
        refreshMastery();
    }

    private void search() {
        Hits hits = Hits.of(query.get());
        DocumentIndex all = index.get();
        List<QuestionEntry> questions = all.questions(hits);
        Map<String, Integer> counts = new HashMap<>();
        if (!hits.isEmpty()) {
            questions.forEach(entry -> counts.put(entry.id(), all.count(entry, hits)));
        }
        found.set(new Found(
                hits,
                questions,
                Map.copyOf(counts),
                all.changes(hits).stream()
                        .filter(change -> verdicts.get().contains(change.claim().verdict()))
                        .toList(),
                all.terms(hits)));
        if (!questions.isEmpty() && selected.get().filter(questions::contains).isEmpty()) {
            selected.set(Optional.of(questions.getFirst()));
        }
    }

    private void openWanted() {
        if (wanted.isEmpty() || index.get().questions().isEmpty()) {
            return;
        }
        int slash = wanted.indexOf('/');
        String kind = slash < 0 ? wanted : wanted.substring(0, slash);
        String id = wanted.substring(slash + 1);
        wanted = "";
        query.set("");
        target.set(Optional.empty());
        switch (kind) {
            case "claim" ->
                question(entry -> entry.deck().claims().stream()
                                .anyMatch(claim -> claim.id().equals(id)))
                        .ifPresent(entry -> bring(DocumentTab.QUESTIONS, entry, id));
            case "term" -> {
                tab.set(DocumentTab.GLOSSARY);
                target.set(Optional.of(id));
            }
            case "changes" -> tab.set(DocumentTab.CHANGES);
            default ->
                question(entry -> entry.id().equals(id)).ifPresent(entry -> {
                    tab.set(DocumentTab.QUESTIONS);
                    select(entry);
                });
        }
    }

    private void bring(DocumentTab where, QuestionEntry entry, String id) {
        tab.set(where);
        select(entry);
        target.set(Optional.of(id));
    }

    private Optional<QuestionEntry> question(java.util.function.Predicate<QuestionEntry> wantedOne) {
        return index.get().questions().stream().filter(wantedOne).findFirst();
    }
}
