package dev.rockpool.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All decks at one moment, immutable. Every lookup by id takes constant time.
public final class Snapshot {
    private final List<Deck> decks;
    private final List<Finding> findings;
    private final List<DocumentedQuestion> questions;
    private final List<Card> cards;
    private final Map<String, Card> cardsById = new HashMap<>();
    private final Map<String, Claim> claimsById = new HashMap<>();
    private final Map<String, QuizItem> quizItemsById = new HashMap<>();
    private final Map<String, Deck> decksById = new HashMap<>();
    private final Map<String, List<Card>> cardsByClaim = new HashMap<>();
    private final Map<String, List<QuizItem>> quizItemsByClaim = new HashMap<>();
    private @Nullable Search search;

    private Snapshot(Collection<Deck> decks, Collection<Finding> findings) {
        this.decks = List.copyOf(decks);
        this.findings = List.copyOf(findings);
        List<DocumentedQuestion> foundQuestions = new ArrayList<>();
        List<Card> foundCards = new ArrayList<>();
        for (Deck deck : this.decks) {
            deck.question().ifPresent(question -> {
                foundQuestions.add(question);
                decksById.putIfAbsent(question.id(), deck);
            });
            for (Claim claim : deck.claims()) {
                claimsById.putIfAbsent(claim.id(), claim);
                decksById.putIfAbsent(claim.id(), deck);
            }
            for (Card card : deck.cards()) {
                foundCards.add(card);
                cardsById.putIfAbsent(card.id(), card);
                decksById.putIfAbsent(card.id(), deck);
                decksById.putIfAbsent(card.noteId(), deck);
                card.fixes()
                        .forEach(claim -> cardsByClaim
                                .computeIfAbsent(claim, _ -> new ArrayList<>())
                                .add(card));
            }
            for (QuizItem item : deck.quizItems()) {
                quizItemsById.putIfAbsent(item.id(), item);
                decksById.putIfAbsent(item.id(), deck);
                item.fixes()
                        .forEach(claim -> quizItemsByClaim
                                .computeIfAbsent(claim, _ -> new ArrayList<>())
                                .add(item));
            }
        }
        foundQuestions.sort(Comparator.comparingInt(DocumentedQuestion::number));
        this.questions = List.copyOf(foundQuestions);
        this.cards = List.copyOf(foundCards);
    }

    /// A snapshot of `decks`, in that order.
    ///
    /// @param findings what is wrong with the user's own files
    public static Snapshot of(Collection<Deck> decks, Collection<Finding> findings) {
        return new Snapshot(decks, findings);
    }

    /// All decks: built-in ones by documented question, then the user's by path.
    public List<Deck> decks() {
        return decks;
    }

    /// All cards, by deck and then in file order.
    public List<Card> cards() {
        return cards;
    }

    /// The documented questions by number.
    public List<DocumentedQuestion> questions() {
        return questions;
    }

    /// What is wrong in the user's own files. A file with a fault ([Finding#isFault]) is left out, or stands as it was
    /// before the fault came into it; all others stand.
    public List<Finding> findings() {
        return findings;
    }

    public Optional<Card> card(String id) {
        return Optional.ofNullable(cardsById.get(id));
    }

    public Optional<Claim> claim(String id) {
        return Optional.ofNullable(claimsById.get(id));
    }

    public Optional<QuizItem> quizItem(String id) {
        return Optional.ofNullable(quizItemsById.get(id));
    }

    /// The deck that holds a card, note, claim, quiz item or documented question.
    public Optional<Deck> deckOf(String id) {
        return Optional.ofNullable(decksById.get(id));
    }

    /// What a search for `query` finds, in document order; see [Search].
    ///
    /// @param most how many hits are wanted at most
    public List<Hit> search(String query, int most) {
        return madeSearch().find(query, most);
    }

    private synchronized Search madeSearch() {
        Search made = search;
        if (made == null) {
            made = new Search(this);
            search = made;
        }
        return made;
    }

    /// The cards that teach the correction of a claim.
    public List<Card> cardsFixing(String claimId) {
        return List.copyOf(cardsByClaim.getOrDefault(claimId, List.of()));
    }

    /// The quiz items that teach the correction of a claim.
    public List<QuizItem> quizItemsFixing(String claimId) {
        return List.copyOf(quizItemsByClaim.getOrDefault(claimId, List.of()));
    }
}
