package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Undoes, row by row, what [ProgressTakeover] wrote; what was undone since stays undone.
final class ProgressReturn {
    private ProgressReturn() {}

    static void run(
            TakenOver taken, ReviewLog log, CardStates states, StudyDays days, MemoryModel model, Moment moment) {
        Map<String, Set<String>> byCard = new LinkedHashMap<>();
        taken.operations()
                .forEach(written -> byCard.computeIfAbsent(written.cardId(), _ -> new HashSet<>())
                        .add(written.operation()));
        Map<String, CardRow> rows = new HashMap<>();
        states.find(byCard.keySet()).forEach(row -> rows.put(row.id(), row));
        List<LogRow> undos = new ArrayList<>();
        List<CardRow> changed = new ArrayList<>();
        Map<Long, StudyDays.Sums> sums = new HashMap<>();
        byCard.forEach((cardId, operations) -> {
            CardRow row = rows.get(cardId);
            if (row == null) {
                return;
            }
            List<LogRow> all = new ArrayList<>(log.ofCard(cardId));
            for (LogRow counted : ProgressReading.counted(all)) {
                if (operations.contains(counted.operation())) {
                    LogRow undo = LogRow.undo(counted.operation(), cardId, moment.now(), moment.today());
                    undos.add(undo);
                    all.add(undo);
                    counted.grade()
                            .ifPresent(grade -> sums.merge(
                                    counted.studyDay(), StudyDays.Sums.of(grade).negated(), StudyDays.Sums::plus));
                }
            }
            changed.add(row.with(Standing.replay(all, model)));
        });
        log.appendAll(undos);
        states.saveAll(changed);
        sums.forEach(days::add);
    }
}
