package dev.rockpool.content;

/// Something that a search found.
public sealed interface Hit {
    /// The deck it is in.
    Deck deck();

    /// Id of the question, claim or card.
    String id();

    /// The text around the match.
    Excerpt excerpt();

    /// The wording of a documented question.
    record OfQuestion(Deck deck, DocumentedQuestion question, Excerpt excerpt) implements Hit {
        @Override
        public String id() {
            return question.id();
        }
    }

    /// A documented answer.
    record OfAnswer(Deck deck, DocumentedQuestion question, Excerpt excerpt) implements Hit {
        @Override
        public String id() {
            return question.id();
        }
    }

    /// A claim as documented.
    record OfClaim(Deck deck, Claim claim, Excerpt excerpt) implements Hit {
        @Override
        public String id() {
            return claim.id();
        }
    }

    /// The correction of a claim.
    record OfCorrection(Deck deck, Claim claim, Excerpt excerpt) implements Hit {
        @Override
        public String id() {
            return claim.id();
        }
    }

    /// Front or back of a card; of the cards of one cloze the first.
    record OfCard(Deck deck, Card card, Excerpt excerpt) implements Hit {
        @Override
        public String id() {
            return card.id();
        }
    }
}
