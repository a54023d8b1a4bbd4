package dev.rockpool.study.log;

import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.util.List;

/// Replays a review log without fuzz: what `schedule` prints.
public final class ScheduleReplay {
    public ScheduleReplay(Fsrs6Weights weights, SchedulerOptions options, StudyCalendar calendar) {}

    /// One result a review, in the order given.
    public List<ReplayedReview> replay(List<LoggedReview> reviews) {
        return pending();
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T pending() {
        throw new UnsupportedOperationException("lands with the next commits");
    }
}
