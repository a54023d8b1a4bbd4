package dev.rockpool.app.document;

import dev.rockpool.app.markdown.Hits;
import dev.rockpool.app.markdown.PlainText;
import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.content.QuizItem;
import dev.rockpool.content.Snapshot;
import dev.rockpool.content.Source;
import dev.rockpool.content.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that the document says, as plain text, to be searched. Immutable.
public final class DocumentIndex {
    /// Before the decks are read.
    public static final DocumentIndex EMPTY = new DocumentIndex(List.of(), List.of(), Map.of(), Map.of(), Map.of());

    private final List<QuestionEntry> questions;
    private final List<Change> changes;
    private final Map<String, String> questionTexts;
    private final Map<String, String> claimTexts;
    private final Map<Term, String> terms;

    private DocumentIndex(
            List<QuestionEntry> questions,
            List<Change> changes,
            Map<String, String> questionTexts,
            Map<String, String> claimTexts,
            Map<Term, String> terms) {
        this.questions = questions;
        this.changes = changes;
        this.questionTexts = questionTexts;
        this.claimTexts = claimTexts;
        this.terms = terms;
    }

    /// Reads `decks` and `terms`; takes a moment, so not on the foreground.
    public static DocumentIndex of(Snapshot decks, Collection<Term> terms) {
        List<QuestionEntry> questions = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        Map<String, String> questionTexts = new LinkedHashMap<>();
        Map<String, String> claimTexts = new LinkedHashMap<>();
        decks.questions()
                .forEach(question -> decks.deckOf(question.id())
                        .map(deck -> new QuestionEntry(question, deck))
                        .ifPresent(questions::add));
        for (QuestionEntry entry : questions) {
            for (Claim claim : entry.deck().claims()) {
                claimTexts.put(claim.id(), text(claim));
                if (claim.verdict().corrected()) {
                    changes.add(new Change(entry, claim));
                }
            }
            questionTexts.put(entry.id(), text(entry, claimTexts));
        }
        changes.sort(Change.NEWEST_FIRST);
        Map<Term, String> termTexts = new LinkedHashMap<>();
        for (Term term : terms) {
            termTexts.put(
                    term,
                    term.name() + "\n" + String.join("\n", term.aliases()) + "\n" + PlainText.of(term.definition()));
        }
        return new DocumentIndex(List.copyOf(questions), List.copyOf(changes), questionTexts, claimTexts, termTexts);
    }

    /// The questions by number.
    public List<QuestionEntry> questions() {
        return questions;
    }

    /// The questions in which every word of `hits` stands.
    public List<QuestionEntry> questions(Hits hits) {
        return questions.stream()
                .filter(entry -> hits.in(questionTexts.getOrDefault(entry.id(), "")))
                .toList();
    }

    /// The claims that are not right today, newest change first, in which every word of `hits` stands.
    public List<Change> changes(Hits hits) {
        return changes.stream()
                .filter(change -> hits.in(claimTexts.getOrDefault(change.claim().id(), "")))
                .toList();
    }

    /// The terms in which every word of `hits` stands.
    public List<Term> terms(Hits hits) {
        return terms.entrySet().stream()
                .filter(term -> hits.in(term.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// How many places of the question's text `hits` marks.
    public int count(QuestionEntry entry, Hits hits) {
        return hits.isEmpty() ? 0 : hits.count(questionTexts.getOrDefault(entry.id(), ""));
    }

    /// Whether every word of `hits` stands in the claim.
    public boolean matches(Claim claim, Hits hits) {
        return !hits.isEmpty() && hits.in(claimTexts.getOrDefault(claim.id(), ""));
    }

    private static String text(QuestionEntry entry, Map<String, String> claimTexts) {
        StringBuilder text = new StringBuilder();
        Deck deck = entry.deck();
        line(text, entry.question().heading());
        line(text, deck.title());
        line(text, deck.topic());
        line(text, PlainText.of(entry.question().answer()));
        for (Claim claim : deck.claims()) {
            line(text, claimTexts.getOrDefault(claim.id(), ""));
        }
        for (Card card : deck.cards()) {
            line(text, PlainText.of(card.prompt()));
        }
        for (QuizItem item : deck.quizItems()) {
            line(text, PlainText.of(item.stem()));
        }
        return text.toString();
    }

    private static String text(Claim claim) {
        StringBuilder text = new StringBuilder();
        line(text, PlainText.of(claim.statement()));
        line(text, PlainText.of(claim.correction()));
        line(text, claim.sinceText());
        for (Source source : claim.sources()) {
            line(text, source.location());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String words) {
        text.append(words).append('\n');
    }
}
