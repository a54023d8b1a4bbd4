package dev.rockpool.study.schedule;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.Steps.Step;
import java.util.Optional;

/// Says what an answer does to a card: a pure function of the card's state and a context. Behaves as Anki 26.08 does
/// with FSRS on; days are balanced, and an exam is looked ahead to, where the context says so.
///
/// - A new card takes the learning steps: Again goes back to the first, Hard stays, Good goes on, Easy graduates.
/// - A graduated card that is forgotten takes the relearning steps.
/// - The memory state moves with every answer, also within the steps.
/// - Intervals are those of the memory model at the desired retention, in whole days, in order: Good at least a day
///   after Hard, Easy at least a day after Good; a review's interval that grows, grows by a day at least.
public final class Scheduler {
    private final MemoryModel model;
    private final SchedulerOptions options;
    private final Steps learning;
    private final Steps relearning;

    public Scheduler(MemoryModel model, SchedulerOptions options) {
        this.model = model;
        this.options = options;
        this.learning = new Steps(options.learningSteps());
        this.relearning = new Steps(options.relearningSteps());
    }

    /// What else decides about the next states.
    ///
    /// @param elapsedDays study days since the last answer, 0 for the same day or a clock set back
    /// @param fuzz position in the range that an interval is drawn from, from 0 to below 1; not used without fuzz
    /// @param balance weighs the days of that range; empty for equal weights
    /// @param exam what is ahead of the card; empty for no exam
    public record Context(long elapsedDays, double fuzz, Optional<DayBalance> balance, Optional<ExamAhead> exam) {
        /// Days of equal weight, and no exam.
        public Context(long elapsedDays, double fuzz) {
            this(elapsedDays, fuzz, Optional.empty(), Optional.empty());
        }

        public Context {
            if (elapsedDays < 0) {
                throw new IllegalArgumentException("elapsedDays " + elapsedDays + " is less than 0");
            }
            if (!(fuzz >= 0 && fuzz < 1)) {
                throw new IllegalArgumentException("fuzz " + fuzz + " is not from 0 to below 1");
            }
        }
    }

    /// The memory model that moves the states.
    public MemoryModel model() {
        return model;
    }

    /// The four states that may follow `state`.
    public NextStates next(CardState state, Context context) {
        return new NextStates(
                next(state, Rating.AGAIN, context),
                next(state, Rating.HARD, context),
                next(state, Rating.GOOD, context),
                next(state, Rating.EASY, context));
    }

    /// The state that follows one rating.
    public CardState next(CardState state, Rating rating, Context context) {
        CardState next = nextWithoutExam(state, rating, context);
        return next instanceof CardState.Review review && context.exam().isPresent()
                ? before(context.exam().get(), review)
                : next;
    }

    /// A card that would return on the day of the exam or later, remembered by then below the target, returns for its
    /// last showing before.
    private CardState before(ExamAhead exam, CardState.Review review) {
        boolean tooLate = review.intervalDays() >= exam.days() && review.intervalDays() > exam.daysToShowing();
        return tooLate && model.retrievability(review.memory(), (double) exam.days()) < exam.target()
                ? new CardState.Review(exam.daysToShowing(), review.lapses(), review.leech(), review.memory())
                : review;
    }

    private CardState nextWithoutExam(CardState state, Rating rating, Context context) {
        return switch (state) {
            case CardState.New() -> learn(Optional.empty(), learning.all(), rating, context);
            case CardState.Learning learn -> learn(Optional.of(learn.memory()), learn.stepsLeft(), rating, context);
            case CardState.Review review -> review(review, rating, context);
            case CardState.Relearning relearn -> relearn(relearn, rating, context);
        };
    }

    private CardState learn(Optional<MemoryState> before, int stepsLeft, Rating rating, Context context) {
        MemoryState after = remember(before, rating, context);
        Optional<Step> step = learning.after(rating, stepsLeft);
        if (step.isPresent()) {
            return new CardState.Learning(step.get().stepsLeft(), step.get().delay(), after);
        }
        return new CardState.Review(graduation(before, after, rating, context), 0, false, after);
    }

    private CardState review(CardState.Review before, Rating rating, Context context) {
        MemoryState after = remember(Optional.of(before.memory()), rating, context);
        if (rating == Rating.AGAIN) {
            return lapse(before, after, context);
        }
        return new CardState.Review(passingInterval(before, rating, context), before.lapses(), before.leech(), after);
    }

    private CardState lapse(CardState.Review before, MemoryState memory, Context context) {
        int lapses = before.lapses() + 1;
        CardState.Review lapsed = new CardState.Review(
                constrain(days(memory), 1, context), lapses, isLeech(lapses, options.leechThreshold()), memory);
        return relearning
                .again()
                .<CardState>map(delay -> new CardState.Relearning(relearning.all(), delay, lapsed))
                .orElse(lapsed);
    }

    private CardState relearn(CardState.Relearning before, Rating rating, Context context) {
        CardState.Review lapsed = before.review();
        Optional<MemoryState> memory = Optional.of(lapsed.memory());
        MemoryState after = remember(memory, rating, context);
        CardState.Review returned = new CardState.Review(
                graduation(memory, after, rating, context), lapsed.lapses(), lapsed.leech(), after);
        return relearning
                .after(rating, before.stepsLeft())
                .<CardState>map(step -> new CardState.Relearning(step.stepsLeft(), step.delay(), returned))
                .orElse(returned);
    }

    /// The first interval out of the steps; after Easy at least a day more than after Good.
    private int graduation(Optional<MemoryState> before, MemoryState after, Rating rating, Context context) {
        int minimum =
                rating == Rating.EASY ? constrain(days(remember(before, Rating.GOOD, context)), 1, context) + 1 : 1;
        return constrain(days(after), minimum, context);
    }

    /// The interval of a review that was recalled: a day more than the next worse rating gives, at least.
    private int passingInterval(CardState.Review before, Rating rating, Context context) {
        int minimum = switch (rating) {
            case AGAIN, HARD -> 1;
            case GOOD -> passingInterval(before, Rating.HARD, context) + 1;
            case EASY -> passingInterval(before, Rating.GOOD, context) + 1;
        };
        double interval = days(remember(Optional.of(before.memory()), rating, context));
        return constrain(interval, Math.max(minimum, leastGrown(before.intervalDays(), interval)), context);
    }

    private MemoryState remember(Optional<MemoryState> before, Rating rating, Context context) {
        return before.isPresent() ? model.next(before.get(), context.elapsedDays(), rating) : model.first(rating);
    }

    /// The least interval of a review that was recalled: where the interval grows, a day more than it was; where the
    /// interval it was lies in the range to draw from, that one; otherwise none.
    private int leastGrown(int previous, double interval) {
        if (Math.round(interval) > previous) {
            return previous + 1;
        }
        if (!options.fuzz()) {
            return 1;
        }
        Fuzz.Range range = Fuzz.range(interval, 1, options.maximumInterval());
        return previous >= range.lower() && previous <= range.upper() ? previous : 1;
    }

    private double days(MemoryState memory) {
        return model.interval(memory, options.desiredRetention());
    }

    /// In whole days within the bounds, fuzzed where the options say so.
    private int constrain(double interval, int minimum, Context context) {
        int maximum = options.maximumInterval();
        int least = Math.clamp(minimum, 1, maximum);
        if (options.fuzz() && context.balance().isPresent() && interval <= DayBalance.LONGEST) {
            Fuzz.Range range = Fuzz.range(interval, least, maximum);
            return context.balance().get().draw(range.lower(), range.upper(), context.fuzz());
        }
        return options.fuzz()
                ? Fuzz.apply(interval, least, maximum, context.fuzz())
                : Math.clamp(Math.round(interval), least, maximum);
    }

    /// At the threshold, and at every half of it after that (rounded up).
    public static boolean isLeech(int lapses, int threshold) {
        if (threshold == 0 || lapses < threshold) {
            return false;
        }
        int half = (threshold + 1) / 2;
        return (lapses - threshold) % half == 0;
    }
}
