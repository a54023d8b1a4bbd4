package dev.rockpool.study.planning;

import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The expected workload of a learner's own cards at any desired retention.
///
/// The value of a card that was just answered is what it costs until the end of the days ahead. It is computed from the
/// last day back, on a grid of stabilities (even in their logarithm) and difficulties, and read between the points. An
/// interval may be some days longer than the memory alone would give, because Good returns a day after Hard at least,
/// Easy a day after Good, and because fuzz draws from above the interval before: the grid has a layer for each day
/// more.
///
/// What does not depend on the retention, such as where each answer moves a memory, is computed once. For one thread.
public final class ExpectedWorkload {
    private static final int STABILITIES = 64;
    private static final double LOWEST = 0.1;
    private static final double HIGHEST = 2_000;
    private static final double STEP = Math.log(HIGHEST / LOWEST) / (STABILITIES - 1);
    private static final int DIFFICULTIES = 10;
    private static final int LAYERS = 5;
    private static final int CELLS = STABILITIES * DIFFICULTIES;

    /// What is computed of each cell: answers, seconds, cards remembered at the end.
    private static final int VALUES = 3;

    /// Memories within 10 % of stability and a quarter of difficulty are relearnt alike.
    private static final double ALIKE_STABILITIES = 10;

    private static final double ALIKE_DIFFICULTIES = 4;
    private static final long ALIKE_ROOM = 100;

    private static final Rating[] RATINGS = Rating.values();

    private final MemoryModel model;
    private final SchedulerOptions options;
    private final Habits habits;
    private final int days;
    private final int newPerDay;
    private final long today;
    private final List<CardPath> paths = new ArrayList<>();
    private final List<StepOutcomes.Outcome> begun = new ArrayList<>();
    private final Map<Long, Relearning> relearnings = new HashMap<>();
    private int newCards;

    /// A card up to its next review, and where each answer to it would lead.
    ///
    /// @param day of the review, counted from today
    private record CardPath(int day, double recall, MemoryState memory, Branches branches, long lastDay) {}

    /// Where each answer to a review leads; after Again by way of the relearning steps.
    private record Branches(MemoryState again, MemoryState hard, MemoryState good, MemoryState easy, Effort lapse) {}

    /// What relearning does.
    ///
    /// @param growth factor of the stability
    /// @param harder added to the difficulty
    private record Relearning(double growth, double harder, Effort effort) {}

    /// What something takes, in the mean.
    private record Effort(double answers, double seconds) {}

    /// @param options all but the desired retention hold
    /// @param newPerDay new cards a study day while there are any
    /// @param today the present study day
    /// @param days how far to look, today counted; 1 to 3,650
    public ExpectedWorkload(
            MemoryModel model,
            SchedulerOptions options,
            Habits habits,
            List<PlannedCard> cards,
            int newPerDay,
            long today,
            int days) {
        if (days < 1 || days > 3_650) {
            throw new IllegalArgumentException("days " + days + " is not within 1 to 3650");
        }
        this.model = model;
        this.options = options;
        this.habits = habits;
        this.days = days;
        this.newPerDay = newPerDay;
        this.today = today;
        Scheduler scheduler = new Scheduler(model, this.options);
        for (Rating rating : RATINGS) {
            CardState state = scheduler.next(new CardState.New(), rating, new Scheduler.Context(0, 0));
            for (StepOutcomes.Outcome each :
                    StepOutcomes.after(state, rating, scheduler, habits, AnswerKind.LEARNING)) {
                begun.add(new StepOutcomes.Outcome(
                        each.probability() * habits.first(rating),
                        each.memory(),
                        each.answers() + 1,
                        each.seconds() + habits.seconds(AnswerKind.LEARNING, rating)));
            }
        }
        cards.forEach(card -> card.answered().ifPresentOrElse(answered -> add(answered, scheduler), () -> newCards++));
    }

    private void add(PlannedCard.Answered card, Scheduler scheduler) {
        int day = Math.toIntExact(Math.clamp(card.dueDay() - today, 0, days));
        long elapsed = Math.max(0, today + day - card.lastDay());
        paths.add(new CardPath(
                day,
                model.retrievability(card.memory(), (double) elapsed),
                card.memory(),
                branches(card.memory(), elapsed, scheduler),
                card.lastDay()));
    }

    private Branches branches(MemoryState memory, long elapsed, Scheduler scheduler) {
        CardState lapsed = scheduler.next(
                new CardState.Review(1, 0, false, memory), Rating.AGAIN, new Scheduler.Context(elapsed, 0));
        MemoryState forgotten = lapsed.remembered().orElseThrow();
        Relearning relearning = relearning(lapsed, forgotten, scheduler);
        return new Branches(
                new MemoryState(
                        forgotten.stability() * relearning.growth(),
                        Math.clamp(forgotten.difficulty() + relearning.harder(), 1, 10)),
                model.next(memory, elapsed, Rating.HARD),
                model.next(memory, elapsed, Rating.GOOD),
                model.next(memory, elapsed, Rating.EASY),
                relearning.effort());
    }

    /// What the relearning steps do to a forgotten card, in the mean; computed once for cards that are forgotten alike.
    private Relearning relearning(CardState lapsed, MemoryState forgotten, Scheduler scheduler) {
        long alike = Math.round(Math.log(forgotten.stability()) * ALIKE_STABILITIES) * ALIKE_ROOM
                + Math.round(forgotten.difficulty() * ALIKE_DIFFICULTIES);
        return relearnings.computeIfAbsent(alike, _ -> {
            double sum = 0;
            double growth = 0;
            double harder = 0;
            double answers = 0;
            double seconds = 0;
            for (StepOutcomes.Outcome each :
                    StepOutcomes.after(lapsed, Rating.AGAIN, scheduler, habits, AnswerKind.RELEARNING)) {
                sum += each.probability();
                growth += each.probability() * Math.log(each.memory().stability() / forgotten.stability());
                harder += each.probability() * (each.memory().difficulty() - forgotten.difficulty());
                answers += each.probability() * each.answers();
                seconds += each.probability() * each.seconds();
            }
            return new Relearning(Math.exp(growth / sum), harder / sum, new Effort(answers / sum, seconds / sum));
        });
    }

    /// The workload at a desired retention, the means over the days ahead.
    ///
    /// @param desiredRetention within the bounds of [SchedulerOptions]
    public Workload at(double desiredRetention) {
        Grid grid = new Grid(desiredRetention);
        grid.fill();
        double[] sum = new double[VALUES];
        for (CardPath path : paths) {
            if (path.day() >= days) {
                sum[2] += model.retrievability(path.memory(), (double) Math.max(0, today + days - path.lastDay()));
            } else {
                grid.review(path.recall(), path.branches(), days - 1 - path.day(), sum);
            }
        }
        int left = newCards;
        for (int day = 0; day < days && left > 0 && newPerDay > 0; day++) {
            int met = Math.min(newPerDay, left);
            left -= met;
            for (StepOutcomes.Outcome each : begun) {
                double weight = met * each.probability();
                sum[0] += weight * each.answers();
                sum[1] += weight * each.seconds();
                grid.add(each.memory(), 0, days - 1 - day, weight, sum);
            }
        }
        return new Workload(desiredRetention, sum[0] / days, sum[1] / days, sum[2]);
    }

    /// The values of cards that were just answered, by memory, layer and days left.
    private final class Grid {
        private final double retention;
        private final float[] values = new float[LAYERS * CELLS * days * VALUES];

        Grid(double retention) {
            this.retention = retention;
        }

        /// Cells of the same memory and layer move alike whatever the days left.
        private record Move(
                int interval, double recall, Effort first, Corner again, Corner hard, Corner good, Corner easy) {}

        /// A point between four cells of a layer.
        private record Corner(int at, double up, double right) {}

        void fill() {
            List<Move> moves = moves();
            double[] sum = new double[VALUES];
            for (int left = 0; left < days; left++) {
                for (int cell = 0; cell < LAYERS * CELLS; cell++) {
                    Move move = moves.get(cell);
                    sum[0] = 0;
                    sum[1] = 0;
                    sum[2] = 0;
                    if (move.interval() > left) {
                        sum[2] = model.retrievability(memory(cell % CELLS), (double) left + 1);
                    } else {
                        int then = left - move.interval();
                        sum[0] = move.first().answers();
                        sum[1] = move.first().seconds();
                        double recall = move.recall();
                        read(move.again(), then, 1 - recall, sum);
                        read(move.hard(), then, recall * habits.success(Rating.HARD), sum);
                        read(move.good(), then, recall * habits.success(Rating.GOOD), sum);
                        read(move.easy(), then, recall * habits.success(Rating.EASY), sum);
                    }
                    int start = (left * LAYERS * CELLS + cell) * VALUES;
                    values[start] = (float) sum[0];
                    values[start + 1] = (float) sum[1];
                    values[start + 2] = (float) sum[2];
                }
            }
        }

        private List<Move> moves() {
            Scheduler scheduler = new Scheduler(model, options);
            Scheduler wished = new Scheduler(model, options.withDesiredRetention(retention));
            List<Move> moves = new ArrayList<>();
            for (int layer = 0; layer < LAYERS; layer++) {
                for (int cell = 0; cell < CELLS; cell++) {
                    MemoryState memory = memory(cell);
                    int interval = Math.min(natural(memory) + layer, options.maximumInterval());
                    double recall = model.retrievability(memory, (double) interval);
                    Branches next = branches(memory, interval, scheduler);
                    moves.add(new Move(
                            interval,
                            recall,
                            first(recall, next.lapse()),
                            corner(next.again(), 0),
                            corner(next.hard(), longer(wished, memory, interval, Rating.HARD, next.hard())),
                            corner(next.good(), longer(wished, memory, interval, Rating.GOOD, next.good())),
                            corner(next.easy(), longer(wished, memory, interval, Rating.EASY, next.easy()))));
                }
            }
            return moves;
        }

        /// A review now, with so many days left after today.
        void review(double recall, Branches next, int left, double[] sum) {
            Effort first = first(recall, next.lapse());
            sum[0] += first.answers();
            sum[1] += first.seconds();
            add(next.again(), 0, left, 1 - recall, sum);
            add(next.hard(), 0, left, recall * habits.success(Rating.HARD), sum);
            add(next.good(), longerGood(next), left, recall * habits.success(Rating.GOOD), sum);
            add(next.easy(), longerEasy(next), left, recall * habits.success(Rating.EASY), sum);
        }

        void add(MemoryState memory, int layer, int left, double weight, double[] sum) {
            read(corner(memory, layer), left, weight, sum);
        }

        private Effort first(double recall, Effort lapse) {
            double seconds = (1 - recall) * (habits.seconds(AnswerKind.REVIEW, Rating.AGAIN) + lapse.seconds());
            for (Rating rating : RATINGS) {
                if (rating.recalled()) {
                    seconds += recall * habits.success(rating) * habits.seconds(AnswerKind.REVIEW, rating);
                }
            }
            return new Effort(1 + (1 - recall) * lapse.answers(), seconds);
        }

        /// How many days later than its memory says a card returns, in the middle of the days it is drawn from.
        private int longer(Scheduler wished, MemoryState memory, int interval, Rating rating, MemoryState after) {
            CardState next = wished.next(
                    new CardState.Review(interval, 0, false, memory), rating, new Scheduler.Context(interval, 0.5));
            return next instanceof CardState.Review review
                    ? Math.clamp((long) review.intervalDays() - natural(after), 0, LAYERS - 1)
                    : 0;
        }

        /// How many days later than its memory says Good returns, because Hard is to return before it.
        private int longerGood(Branches next) {
            return Math.clamp(natural(next.hard()) + 1 - natural(next.good()), 0, LAYERS - 1);
        }

        private int longerEasy(Branches next) {
            int good = natural(next.good()) + longerGood(next);
            return Math.clamp(good + 1 - natural(next.easy()), 0, LAYERS - 1);
        }

        private int natural(MemoryState memory) {
            return Math.toIntExact(
                    Math.clamp(Math.round(model.interval(memory, retention)), 1, options.maximumInterval()));
        }

        private static MemoryState memory(int cell) {
            int row = cell / DIFFICULTIES;
            int column = cell % DIFFICULTIES;
            return new MemoryState(LOWEST * Math.exp(STEP * row), 1 + 9.0 * column / (DIFFICULTIES - 1));
        }

        private static Corner corner(MemoryState memory, int layer) {
            double up = Math.clamp(Math.log(memory.stability() / LOWEST) / STEP, 0, STABILITIES - 1.0);
            double right = Math.clamp((memory.difficulty() - 1) / 9 * (DIFFICULTIES - 1), 0, DIFFICULTIES - 1.0);
            int row = Math.min((int) up, STABILITIES - 2);
            int column = Math.min((int) right, DIFFICULTIES - 2);
            return new Corner(layer * CELLS + row * DIFFICULTIES + column, up - row, right - column);
        }

        private void read(Corner corner, int left, double weight, double[] sum) {
            int start = (left * LAYERS * CELLS + corner.at()) * VALUES;
            double a = weight * (1 - corner.up()) * (1 - corner.right());
            double b = weight * (1 - corner.up()) * corner.right();
            double c = weight * corner.up() * (1 - corner.right());
            double d = weight * corner.up() * corner.right();
            for (int value = 0; value < VALUES; value++) {
                sum[value] += a * values[start + value]
                        + b * values[start + VALUES + value]
                        + c * values[start + DIFFICULTIES * VALUES + value]
                        + d * values[start + (DIFFICULTIES + 1) * VALUES + value];
            }
        }
    }
}
