package dev.rockpool.study;

import java.time.Duration;
import java.util.Optional;

/// Chooses the card that is shown next.
///
/// Steps that are due come first, in the order of their due instants. Then come reviews (by due day, those of one day
/// shuffled by the seed) and new cards (by position, up to the day's limit), mixed in proportion. When only steps are
/// left, those due within the time that may be learnt ahead are shown.
///
/// Nothing of this is kept in memory: the same tables give the same card, after an undo as after a restart.
final class TurnQueue {
    /// Reviews are counted only so far to mix new cards among them.
    private static final int MIXING_HORIZON = 1_000;

    private final int newPerDay;
    private final Duration learnAhead;

    TurnQueue(int newPerDay, Duration learnAhead) {
        this.newPerDay = newPerDay;
        this.learnAhead = learnAhead;
    }

    /// The card to show; empty when nothing is left for now.
    ///
    /// @param first a card that is shown before all others if it can be
    /// @param exam what an exam asks for besides; shown before reviews and new cards
    Optional<CardRow> next(
            CardStates states, StudyDays days, Moment moment, Optional<String> first, Optional<ExamQueue> exam) {
        long today = moment.today();
        Optional<CardRow> preferred = first.flatMap(states::find).filter(row -> canBeShown(row, moment));
        if (preferred.isPresent()) {
            return preferred;
        }
        Optional<CardRow> step = states.nextStep(moment.now(), today);
        if (step.isPresent()) {
            return step;
        }
        Optional<CardRow> showing = exam.flatMap(queue -> queue.next(states));
        if (showing.isPresent()) {
            return showing;
        }
        StudyDays.Sums done = days.of(today);
        int newCards = states.newCards(today, newLeft(done));
        int reviews = states.reviewsDue(today, MIXING_HORIZON);
        if (newCards == 0 && reviews == 0) {
            return states.nextStep(moment.now().plus(learnAhead), today);
        }
        return isNewNext(done, newCards, reviews)
                ? exam.flatMap(queue -> queue.nextNew(states)).or(() -> states.nextNew(today))
                : states.nextReview(today);
    }

    /// New cards left under the limit of a day on which so much was done.
    int newLeft(StudyDays.Sums done) {
        return Math.max(0, newPerDay - done.newCards());
    }

    /// Whether a card is not put aside, and new or due.
    static boolean canBeShown(CardRow row, Moment moment) {
        Standing standing = row.standing();
        if (!row.known() || standing.suspended() || standing.buried(moment.today())) {
            return false;
        }
        return standing.plan().isEmpty() || isDue(standing.plan().get(), moment);
    }

    private static boolean isDue(Plan plan, Moment moment) {
        return plan.kind() == StateKind.REVIEW
                ? plan.dueDay() <= moment.today()
                : !plan.due().isAfter(moment.now());
    }

    /// Keeps the share of new cards done level with the share of reviews done.
    private static boolean isNewNext(StudyDays.Sums done, int newCards, int reviews) {
        if (newCards == 0 || reviews == 0) {
            return reviews == 0;
        }
        double newDone = (done.newCards() + 0.5) / (done.newCards() + newCards);
        double reviewsDone = (done.reviews() + 0.5) / (done.reviews() + reviews);
        return newDone < reviewsDone;
    }
}
