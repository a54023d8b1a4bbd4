package dev.rockpool.study;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.planning.PlannedCard;
import dev.rockpool.study.schedule.ExamPlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What an exam asks for on one study day beyond what is due anyway: cards whose recall at the exam would lie below the
/// target and that would not return before it, each on its last showing; and new cards of the exam's topics first.
///
/// It is read from the card states once a study day and kept in memory; it follows from them, the plan and the seed, so
/// that switching the plan off leaves nothing behind.
final class ExamQueue {
    private final long today;
    private final Set<String> showings = new LinkedHashSet<>();
    private final Set<String> newCards = new LinkedHashSet<>();

    ExamQueue(ExamPlan plan, CardStates states, MemoryModel model, Seed seed, long today) {
        this.today = today;
        if (plan.daysFrom(today) == 0) {
            return;
        }
        states.eachMemory(today, card -> {
            if (card.waiting()
                    && plan.covers(card.topic())
                    && card.kind() == StateKind.REVIEW
                    && card.lastDay() < today
                    && card.dueDay() > today
                    && card.dueDay() >= plan.day()
                    && card.retrievability(model, plan.day()) < plan.target()
                    && plan.lastShowing(position(seed, plan, card.cardId())) <= today) {
                showings.add(card.cardId());
            }
        });
        for (PlannedCard card : states.waitingNew()) {
            if (plan.covers(card.topic())) {
                newCards.add(card.cardId());
            }
        }
    }

    /// Where a card's last showing lies within the last days before the exam, from 0 to below 1.
    static double position(Seed seed, ExamPlan plan, String cardId) {
        return seed.derive("exam/" + cardId + "/" + plan.day()).nextDouble();
    }

    /// Whether it was made for this day.
    boolean isOf(long day) {
        return day == today;
    }

    /// How many cards it asks for that can be shown.
    int showings(CardStates states) {
        return Math.toIntExact(
                states.find(showings).stream().filter(this::canBeShown).count());
    }

    /// The next of them that can be shown.
    Optional<CardRow> next(CardStates states) {
        return first(showings, states, this::canBeShown);
    }

    /// The first new card of the exam's topics.
    Optional<CardRow> nextNew(CardStates states) {
        return first(
                newCards,
                states,
                row -> canBeShown(row) && row.standing().plan().isEmpty());
    }

    private boolean canBeShown(CardRow row) {
        return row.known() && !row.standing().suspended() && !row.standing().buried(today);
    }

    private static Optional<CardRow> first(Set<String> ids, CardStates states, Predicate<CardRow> fits) {
        return List.copyOf(ids).stream()
                .flatMap(id -> states.find(id).stream())
                .filter(fits)
                .findFirst();
    }

    /// A card that was answered needs no showing any more today.
    void answered(String cardId) {
        showings.remove(cardId);
        newCards.remove(cardId);
    }
}
