package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes progress from elsewhere behind what the log holds: answers and resets as they happened, then the marks.
///
/// An answer is known when the card has one of the same rating within [#SAME] of it. One that is older than the card's
/// newest answer here is left out, because replay goes through the log from front to back. Marks are only ever set:
/// what is suspended or flagged here stays so.
final class ProgressTakeover {
    /// Other programs move the instant of an answer by some milliseconds to make it unique.
    static final Duration SAME = Duration.ofSeconds(1);

    private static final String PREFIX = "import/";

    private final StudyCalendar calendar;
    private final MemoryModel model;
    private final int leechThreshold;
    private final Moment moment;
    private final String marks;
    private final List<LogRow> appended = new ArrayList<>();
    private final List<LogRow> appendedMarks = new ArrayList<>();
    private final List<CardRow> changed = new ArrayList<>();
    private final AnswerSums.Gathered sums = new AnswerSums.Gathered();
    private int known;
    private int older;

    /// @param number of the log's next row: it makes the operations of the marks unique
    ProgressTakeover(StudyCalendar calendar, MemoryModel model, int leechThreshold, Moment moment, long number) {
        this.calendar = calendar;
        this.model = model;
        this.leechThreshold = leechThreshold;
        this.moment = moment;
        this.marks = PREFIX + number + "/";
    }

    TakenOver run(List<CardProgress> progress, ReviewLog log, CardStates states, AnswerSums answerSums) {
        Map<String, CardRow> rows = new HashMap<>();
        states.find(progress.stream().map(CardProgress::cardId).toList()).forEach(row -> rows.put(row.id(), row));
        List<CardRow> unknown = new ArrayList<>();
        for (CardProgress card : progress) {
            CardRow row = rows.get(card.cardId());
            if (row == null) {
                row = new CardRow(
                        new StudyCard(card.cardId(), card.noteId(), Rebuild.UNKNOWN, Rebuild.UNKNOWN, 0, ""),
                        false,
                        Standing.INITIAL);
                unknown.add(row);
                rows.put(card.cardId(), row);
                take(card, row, List.of());
            } else {
                take(card, row, log.ofCard(card.cardId()));
            }
        }
        appended.sort(Comparator.comparing(LogRow::at));
        states.addAll(unknown);
        log.appendAll(appended);
        log.appendAll(appendedMarks);
        states.saveAll(changed);
        answerSums.add(sums);
        List<TakenOver.Written> written = new ArrayList<>();
        int reviews = 0;
        for (LogRow row : appended) {
            written.add(new TakenOver.Written(row.operation(), row.cardId()));
            reviews += row.grade().isPresent() ? 1 : 0;
        }
        appendedMarks.forEach(row -> written.add(new TakenOver.Written(row.operation(), row.cardId())));
        return new TakenOver(changed.size(), reviews, known, older, written);
    }

    private void take(CardProgress card, CardRow row, List<LogRow> log) {
        List<LogRow> here = ProgressReading.counted(log);
        Set<String> operations = new HashSet<>();
        log.forEach(each -> operations.add(each.operation()));
        List<LogRow> all = new ArrayList<>(log);
        boolean leech = row.standing().plan().map(Plan::leech).orElse(false);
        for (CardProgress.Past past : card.past()) {
            if (isKnown(past, here)) {
                known += past instanceof CardProgress.Answer ? 1 : 0;
            } else if (isOlder(past, here)) {
                older += past instanceof CardProgress.Answer ? 1 : 0;
            } else {
                LogRow written = row(card.cardId(), past, leech, operations);
                operations.add(written.operation());
                leech = written.grade().map(grade -> grade.plan().leech()).orElse(false);
                all.add(written);
                appended.add(written);
            }
        }
        Standing standing = all.size() == log.size() ? row.standing() : Standing.replay(all, model);
        Standing marked = marked(card, row.standing(), standing, all);
        if (all.size() > log.size()) {
            changed.add(row.with(marked));
            sums.takeOut(log, model);
            sums.add(all, model);
        }
    }

    private Standing marked(CardProgress card, Standing before, Standing standing, List<LogRow> all) {
        Standing marked = standing;
        if (card.suspended() && !marked.suspended()) {
            marked = mark(Act.SUSPEND, card, moment.today(), marked, all);
        }
        if (card.flag() != Flag.NONE && marked.flag() == Flag.NONE) {
            marked = mark(Act.FLAG, card, moment.today(), marked, all);
        }
        if (card.buriedOn().isPresent()
                && card.buriedOn().getAsLong() >= moment.today()
                && !marked.buried(moment.today())) {
            marked = mark(Act.BURY, card, card.buriedOn().getAsLong(), marked, all);
        }
        if (!before.leech() && marked.leech() && !card.leech()) {
            marked = mark(Act.CLEAR_LEECH, card, moment.today(), marked, all);
        }
        return marked;
    }

    private Standing mark(Act act, CardProgress card, long studyDay, Standing standing, List<LogRow> all) {
        Optional<Flag> flag = act == Act.FLAG ? Optional.of(card.flag()) : Optional.empty();
        LogRow row = LogRow.done(marks + act.name(), act, card.cardId(), moment.now(), studyDay, flag);
        all.add(row);
        appendedMarks.add(row);
        return standing.after(act, row, model);
    }

    private LogRow row(String cardId, CardProgress.Past past, boolean leech, Set<String> operations) {
        long day = calendar.dayOf(past.at());
        return switch (past) {
            case CardProgress.Answer answer -> {
                LogRow.Grade grade = new LogRow.Grade(
                        answer.rating(), answer.thinkingMillis(), answer.before(), withLeech(answer, leech));
                yield LogRow.graded(operation(cardId, past.at(), operations), cardId, past.at(), day, grade);
            }
            case CardProgress.Reset reset ->
                LogRow.done(
                        operation(cardId, reset.at(), operations),
                        Act.RESET,
                        cardId,
                        reset.at(),
                        day,
                        Optional.empty());
        };
    }

    /// The mark follows from the lapses, as the scheduler gives it.
    private Plan withLeech(CardProgress.Answer answer, boolean leech) {
        Plan plan = answer.plan();
        boolean lapsed = answer.before() == StateKind.REVIEW && !answer.rating().recalled();
        boolean marked = lapsed ? Scheduler.isLeech(plan.lapses(), leechThreshold) : leech && plan.lapses() > 0;
        return new Plan(
                plan.kind(),
                plan.stepsLeft(),
                plan.delay(),
                plan.intervalDays(),
                plan.lapses(),
                marked,
                plan.due(),
                plan.dueDay());
    }

    /// Names the act by card and instant, so that it stands once in the log; after it was taken back it is another act.
    private static String operation(String cardId, Instant at, Set<String> operations) {
        String operation = PREFIX + cardId + "/" + at.toEpochMilli();
        int again = 1;
        while (operations.contains(operation + (again == 1 ? "" : "~" + again))) {
            again++;
        }
        return operation + (again == 1 ? "" : "~" + again);
    }

    private static boolean isKnown(CardProgress.Past past, List<LogRow> here) {
        return here.stream().anyMatch(row -> switch (past) {
            case CardProgress.Answer answer ->
                isSame(row, past)
                        && row.grade()
                                .filter(grade -> grade.rating() == answer.rating())
                                .isPresent();
            case CardProgress.Reset _ -> isSame(row, past) && row.what().equals(new LogRow.What.Done(Act.RESET));
        });
    }

    private static boolean isSame(LogRow row, CardProgress.Past past) {
        return Duration.between(row.at(), past.at()).abs().compareTo(SAME) < 0;
    }

    private static boolean isOlder(CardProgress.Past past, List<LogRow> here) {
        return here.stream()
                .anyMatch(row -> row.grade().isPresent() && !row.at().isBefore(past.at()));
    }
}
