package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Computes all card states and daily sums anew from the review log.
final class Rebuild {
    /// The deck and topic of a card that no deck holds.
    static final String UNKNOWN = "unknown";

    private final MemoryModel model;
    private final Map<String, CardRow> stored = new HashMap<>();
    private final List<CardRow> orphans = new ArrayList<>();
    private final List<CardRow> rows = new ArrayList<>();
    private final Map<Long, StudyDays.Sums> sums = new HashMap<>();

    private Rebuild(MemoryModel model) {
        this.model = model;
    }

    static void run(ReviewLog log, CardStates states, StudyDays days, MemoryModel model) {
        Rebuild rebuild = new Rebuild(model);
        states.all().forEach(row -> rebuild.stored.put(row.id(), row));
        log.eachCard(rebuild::replay);
        rebuild.stored.values().forEach(row -> rebuild.rows.add(row.with(Standing.INITIAL)));
        states.addAll(rebuild.orphans);
        states.saveAll(rebuild.rows);
        days.replaceAll(rebuild.sums);
    }

    private void replay(List<LogRow> cardRows) {
        String cardId = cardRows.getFirst().cardId();
        CardRow row = stored.remove(cardId);
        if (row == null) {
            row = new CardRow(new StudyCard(cardId, cardId, UNKNOWN, UNKNOWN, 0, ""), false, Standing.INITIAL);
            orphans.add(row);
        }
        rows.add(row.with(Standing.replay(cardRows, model)));
        Set<String> undone = new HashSet<>();
        cardRows.forEach(each -> each.undoes().ifPresent(undone::add));
        for (LogRow each : cardRows) {
            if (each.grade().isPresent() && !undone.contains(each.operation())) {
                sums.merge(each.studyDay(), StudyDays.Sums.of(each.grade().get()), StudyDays.Sums::plus);
            }
        }
    }
}
