package dev.rockpool.study.log;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.SchedulerOptions;
import dev.rockpool.study.schedule.StudyCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Replays a review log: what the memory states and due days were after every review, without fuzz.
///
/// Each card's reviews are replayed in time order, those at the same instant in the order given. Elapsed days are the
/// difference of study-day numbers. A history begins with a card's first review and anew wherever a run of reviews in
/// the states 0 (new) or 1 (learning) begins, so that after all reviews only the last such run counts.
public final class ScheduleReplay {
    private final MemoryModel model;
    private final Scheduler scheduler;
    private final StudyCalendar calendar;

    public ScheduleReplay(Fsrs6Weights weights, SchedulerOptions options, StudyCalendar calendar) {
        this.model = new Fsrs6(weights);
        this.scheduler = new Scheduler(model, options.withoutFuzz());
        this.calendar = calendar;
    }

    /// One result a review, in the order given.
    public List<ReplayedReview> replay(List<LoggedReview> reviews) {
        Map<String, List<Integer>> placesByCard = new HashMap<>();
        for (int place = 0; place < reviews.size(); place++) {
            placesByCard
                    .computeIfAbsent(reviews.get(place).cardId(), id -> new ArrayList<>())
                    .add(place);
        }
        @Nullable ReplayedReview[] results = new ReplayedReview[reviews.size()];
        for (List<Integer> places : placesByCard.values()) {
            places.sort(Comparator.comparing(place -> reviews.get(place).time()));
            replayCard(reviews, places, results);
        }
        return Arrays.stream(results)
                .map(result -> Objects.requireNonNull(result))
                .toList();
    }

    private void replayCard(List<LoggedReview> reviews, List<Integer> places, @Nullable ReplayedReview[] results) {
        CardState state = new CardState.New();
        long previousDay = 0;
        boolean learning = false;
        for (int place : places) {
            LoggedReview review = reviews.get(place);
            boolean begins = review.begins();
            if (begins && !learning) {
                state = new CardState.New();
            }
            learning = begins;
            long day = calendar.dayOf(review.time());
            long elapsed = Math.max(0, day - previousDay);
            OptionalDouble retrievability = retrievability(state, elapsed);
            state = scheduler.next(
                    state, review.rating(), new Scheduler.Context(state instanceof CardState.New ? 0 : elapsed, 0));
            results[place] = result(review, state, retrievability, day);
            previousDay = day;
        }
    }

    private OptionalDouble retrievability(CardState state, long elapsedDays) {
        Optional<MemoryState> memory = state.remembered();
        return memory.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(model.retrievability(memory.get(), (double) elapsedDays));
    }

    private ReplayedReview result(LoggedReview review, CardState state, OptionalDouble retrievability, long day) {
        Instant due = switch (state) {
            case CardState.New() -> review.time();
            case CardState.Learning learning -> review.time().plus(learning.delay());
            case CardState.Review graduated -> calendar.startOf(day + graduated.intervalDays());
            case CardState.Relearning relearning -> review.time().plus(relearning.delay());
        };
        MemoryState memory = state.remembered().orElseThrow();
        return new ReplayedReview(review.cardId(), state, memory.stability(), memory.difficulty(), retrievability, due);
    }
}
