package dev.rockpool.app.document;

import dev.rockpool.content.Card;
import dev.rockpool.content.Claim;
import dev.rockpool.content.Deck;
import dev.rockpool.content.DocumentedQuestion;
import dev.rockpool.content.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A documented question with all that stands in its file.
public record QuestionEntry(DocumentedQuestion question, Deck deck) {
    /// The question's id, such as `q12`.
    public String id() {
        return question.id();
    }

    /// How many of its claims have each verdict; verdicts without a claim are left out.
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Claim claim : deck.claims()) {
            counts.merge(claim.verdict(), 1, Integer::sum);
        }
        return counts;
    }

    /// The ids of its cards.
    public List<String> cardIds() {
        return deck.cards().stream().map(Card::id).toList();
    }
}
