package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Computes all card states and sums anew from the review log.
final class Rebuild {
    /// The deck and topic of a card that no deck holds.
    static final String UNKNOWN = "unknown";

    private final MemoryModel model;
    private final Map<String, CardRow> stored = new HashMap<>();
    private final List<CardRow> orphans = new ArrayList<>();
    private final List<CardRow> rows = new ArrayList<>();
    private final AnswerSums.Gathered sums = new AnswerSums.Gathered();

    private Rebuild(MemoryModel model) {
        this.model = model;
    }

    static void run(ReviewLog log, CardStates states, AnswerSums sums, MemoryModel model) {
        Rebuild rebuild = new Rebuild(model);
        states.all().forEach(row -> rebuild.stored.put(row.id(), row));
        log.eachCard(rebuild::replay);
        rebuild.stored.values().forEach(row -> rebuild.rows.add(row.with(Standing.INITIAL)));
        states.addAll(rebuild.orphans);
        states.saveAll(rebuild.rows);
        sums.replaceAll(rebuild.sums);
    }

    private void replay(List<LogRow> cardRows) {
        String cardId = cardRows.getFirst().cardId();
        CardRow row = stored.remove(cardId);
        if (row == null) {
            row = new CardRow(new StudyCard(cardId, cardId, UNKNOWN, UNKNOWN, 0, ""), false, Standing.INITIAL);
            orphans.add(row);
        }
        rows.add(row.with(sums.add(cardRows, model)));
    }
}
