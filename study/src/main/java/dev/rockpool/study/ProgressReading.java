package dev.rockpool.study;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads how far a learner is with their cards.
final class ProgressReading {
    private ProgressReading() {}

    static List<CardProgress> read(ReviewLog log, CardStates states, Collection<String> cardIds, long today) {
        Set<String> wanted = Set.copyOf(cardIds);
        Map<String, List<LogRow>> logs = new HashMap<>();
        log.eachCard(rows -> {
            String id = rows.getFirst().cardId();
            if (wanted.contains(id)) {
                logs.put(id, rows);
            }
        });
        return states.find(wanted).stream()
                .map(row -> CardProgress.of(row, logs.getOrDefault(row.id(), List.of()), today))
                .toList();
    }

    /// The answers and resets that count.
    static List<CardProgress.Past> past(List<LogRow> log) {
        List<CardProgress.Past> past = new ArrayList<>();
        for (LogRow row : counted(log)) {
            row.grade()
                    .ifPresent(grade -> past.add(new CardProgress.Answer(
                            row.at(), grade.rating(), grade.thinkingMillis(), grade.stateBefore(), grade.plan())));
            if (row.what().equals(new LogRow.What.Done(Act.RESET))) {
                past.add(new CardProgress.Reset(row.at()));
            }
        }
        return past;
    }

    /// The acts that are not undone.
    static List<LogRow> counted(List<LogRow> log) {
        Set<String> undone = new HashSet<>();
        log.forEach(row -> row.undoes().ifPresent(undone::add));
        return log.stream()
                .filter(row -> row.undoes().isEmpty() && !undone.contains(row.operation()))
                .toList();
    }
}
