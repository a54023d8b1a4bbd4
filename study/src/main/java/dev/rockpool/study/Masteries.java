package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Sums up how well sets of cards are remembered at one moment.
final class Masteries {
    private final Map<String, Part> parts = new HashMap<>();

    private record Part(double recall, boolean due) {}

    private Masteries() {}

    /// Reads the cards of all sets in one go.
    static <K> Map<K, Mastery> of(
            Map<K, ? extends Collection<String>> cardIds, CardStates states, MemoryModel model, Moment moment) {
        Set<String> all = new HashSet<>();
        cardIds.values().forEach(all::addAll);
        Masteries masteries = new Masteries();
        states.eachMemory(
                all,
                moment.today(),
                card -> masteries.parts.put(
                        card.cardId(), new Part(card.retrievability(model, moment.today()), card.isDue(moment))));
        Map<K, Mastery> mastery = new HashMap<>();
        cardIds.forEach((key, ids) -> mastery.put(key, masteries.of(new HashSet<>(ids))));
        return mastery;
    }

    private Mastery of(Set<String> cardIds) {
        double recall = 0;
        int studied = 0;
        int due = 0;
        for (String id : cardIds) {
            Part part = parts.get(id);
            if (part != null) {
                studied++;
                recall += part.recall();
                due += part.due() ? 1 : 0;
            }
        }
        return cardIds.isEmpty() ? Mastery.NONE : new Mastery(recall / cardIds.size(), cardIds.size(), studied, due);
    }
}
