package dev.rockpool.study;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.CardState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiConsumer;

/// Where one card stands: what follows from its rows of the review log.
///
/// @param state in the schedule
/// @param plan when it is shown again; empty for a new card
/// @param lastDay study day of the last answer
/// @param gradings grades ever written, undone ones counted: it makes each turn's operation unique
/// @param reps answers that count: it seeds the fuzz, so that an answer repeated after an undo falls due the same day
/// @param suspended whether it is taken out of studying
/// @param buriedOn study day through which it is put off
/// @param flag the learner's mark
/// @param leech whether it is marked as a leech
record Standing(
        CardState state,
        Optional<Plan> plan,
        OptionalLong lastDay,
        int gradings,
        int reps,
        boolean suspended,
        OptionalLong buriedOn,
        Flag flag,
        boolean leech) {
    /// Of a card that nothing was done to.
    static final Standing INITIAL = new Standing(
            new CardState.New(),
            Optional.empty(),
            OptionalLong.empty(),
            0,
            0,
            false,
            OptionalLong.empty(),
            Flag.NONE,
            false);

    /// What follows from a card's rows, in the order of the log.
    static Standing replay(List<LogRow> rows, MemoryModel model) {
        return replay(rows, model, (_, _) -> {});
    }

    /// The same; `counted` is told each row that counts, with where the card stood before it.
    static Standing replay(List<LogRow> rows, MemoryModel model, BiConsumer<Standing, LogRow> counted) {
        Set<String> undone = new HashSet<>();
        for (LogRow row : rows) {
            row.undoes().ifPresent(undone::add);
        }
        Standing standing = INITIAL;
        for (LogRow row : rows) {
            boolean counts = !undone.contains(row.operation());
            if (counts) {
                counted.accept(standing, row);
            }
            standing = switch (row.what()) {
                case LogRow.What.Undo() -> standing;
                case LogRow.What.Done(Act act) -> counts ? standing.after(act, row, model) : standing.voided(act);
            };
        }
        return standing;
    }

    /// What one more row makes of it.
    Standing after(Act act, LogRow row, MemoryModel model) {
        return switch (act) {
            case GRADE -> graded(row, row.grade().orElseThrow(), model);
            case BURY -> with(suspended, OptionalLong.of(row.studyDay()), flag, leech);
            case UNBURY -> with(suspended, OptionalLong.empty(), flag, leech);
            case SUSPEND -> with(true, buriedOn, flag, leech);
            case UNSUSPEND -> with(false, buriedOn, flag, leech);
            case FLAG -> with(suspended, buriedOn, row.flag().orElse(Flag.NONE), leech);
            case CLEAR_LEECH -> with(suspended, buriedOn, flag, false);
            case RESET ->
                new Standing(
                        new CardState.New(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        gradings,
                        reps,
                        suspended,
                        buriedOn,
                        flag,
                        false);
        };
    }

    /// Study days since the last answer; 0 for a new card or a clock set back.
    long elapsedDays(long today) {
        return lastDay.isPresent() ? Math.max(0, today - lastDay.getAsLong()) : 0;
    }

    /// Whether it is put off on a study day.
    boolean buried(long today) {
        return buriedOn.isPresent() && buriedOn.getAsLong() >= today;
    }

    private Standing graded(LogRow row, LogRow.Grade grade, MemoryModel model) {
        Optional<MemoryState> before = state.remembered();
        MemoryState memory = before.isPresent()
                ? model.next(before.get(), elapsedDays(row.studyDay()), grade.rating())
                : model.first(grade.rating());
        Plan plan = grade.plan();
        return new Standing(
                plan.state(memory),
                Optional.of(plan),
                OptionalLong.of(row.studyDay()),
                gradings + 1,
                reps + 1,
                suspended,
                buriedOn,
                flag,
                leech || becameLeech(grade));
    }

    /// Whether an answer marked its card as a leech.
    static boolean becameLeech(LogRow.Grade grade) {
        return grade.stateBefore() == StateKind.REVIEW
                && !grade.rating().recalled()
                && grade.plan().leech();
    }

    private Standing voided(Act act) {
        return act == Act.GRADE
                ? new Standing(state, plan, lastDay, gradings + 1, reps, suspended, buriedOn, flag, leech)
                : this;
    }

    private Standing with(boolean suspended, OptionalLong buriedOn, Flag flag, boolean leech) {
        return new Standing(state, plan, lastDay, gradings, reps, suspended, buriedOn, flag, leech);
    }
}
