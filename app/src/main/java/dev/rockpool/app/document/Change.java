package dev.rockpool.app.document;

import dev.rockpool.content.Claim;
import java.util.Comparator;

/// A claim that is not right today, with the question it stands in.
public record Change(QuestionEntry question, Claim claim) {
    /// The newest change first; those without a date last, in document order.
    static final Comparator<Change> NEWEST_FIRST = Comparator.comparing(Change::date)
            .reversed()
            .thenComparingInt(change -> change.question().question().number());

    /// The date as a text that sorts; empty without one.
    String date() {
        return claim.since().replaceFirst("^about ", "");
    }
}
