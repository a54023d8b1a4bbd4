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
            TakenOver taken,
            ReviewLog log,
            CardStates states,
            AnswerSums answerSums,
            MemoryModel model,
            Moment moment) {
        Map<String, Set<String>> byCard = new LinkedHashMap<>();
        taken.operations()
                .forEach(written -> byCard.computeIfAbsent(written.cardId(), _ -> new HashSet<>())
                        .add(written.operation()));
        Map<String, CardRow> rows = new HashMap<>();
        states.find(byCard.keySet()).forEach(row -> rows.put(row.id(), row));
        List<LogRow> undos = new ArrayList<>();
        List<CardRow> changed = new ArrayList<>();
        AnswerSums.Gathered sums = new AnswerSums.Gathered();
        byCard.forEach((cardId, operations) -> {
            CardRow row = rows.get(cardId);
            if (row == null) {
                return;
            }
            List<LogRow> before = log.ofCard(cardId);
            List<LogRow> all = new ArrayList<>(before);
            for (LogRow counted : ProgressReading.counted(before)) {
                if (operations.contains(counted.operation())) {
                    LogRow undo = LogRow.undo(counted.operation(), cardId, moment.now(), moment.today());
                    undos.add(undo);
                    all.add(undo);
                }
            }
            changed.add(row.with(Standing.replay(all, model)));
            sums.takeOut(before, model);
            sums.add(all, model);
        });
        log.appendAll(undos);
        states.saveAll(changed);
        answerSums.add(sums);
    }
}
