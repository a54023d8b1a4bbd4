package dev.rockpool.study.planning;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// One course of the days ahead, drawn from a seed: every due card is answered on its day, new cards are met up to the
/// day's limit, all through the real scheduler.
public final class Simulation {
    private final MemoryModel model;
    private final Habits habits;
    private final Scheduler scheduler;
    private final int newPerDay;
    private final long today;
    private final RandomGenerator random;
    private final List<List<Running>> due = new ArrayList<>();
    private final List<Running> fresh = new ArrayList<>();
    private final List<Running> all = new ArrayList<>();
    private final List<Day> days = new ArrayList<>();

    /// What one study day brought.
    ///
    /// @param reviews graduated cards that were due
    /// @param newCards cards met for the first time
    /// @param answers all answers, steps included
    /// @param seconds they took
    public record Day(int reviews, int newCards, int answers, double seconds) {}

    /// A card on its way.
    private static final class Running {
        private CardState state = new CardState.New();
        private long lastDay;
    }

    private Simulation(
            MemoryModel model,
            SchedulerOptions options,
            Habits habits,
            List<PlannedCard> cards,
            int newPerDay,
            long today,
            int length,
            Seed seed) {
        this.model = model;
        this.habits = habits;
        this.scheduler = new Scheduler(model, options);
        this.newPerDay = newPerDay;
        this.today = today;
        this.random = seed.derive("simulation");
        for (int day = 0; day < length; day++) {
            due.add(new ArrayList<>());
        }
        cards.forEach(this::take);
    }

    /// Runs through the days.
    ///
    /// @param newPerDay new cards a study day while there are any
    /// @param today the present study day, the first that is run
    /// @param days how many
    public static Simulation run(
            MemoryModel model,
            SchedulerOptions options,
            Habits habits,
            List<PlannedCard> cards,
            int newPerDay,
            long today,
            int days,
            Seed seed) {
        Simulation simulation = new Simulation(model, options, habits, cards, newPerDay, today, days, seed);
        for (int day = 0; day < days; day++) {
            simulation.study(day);
        }
        return simulation;
    }

    private void take(PlannedCard card) {
        Running running = new Running();
        all.add(running);
        card.answered()
                .ifPresentOrElse(
                        answered -> {
                            running.state = new CardState.Review(answered.intervalDays(), 0, false, answered.memory());
                            running.lastDay = answered.lastDay();
                            wait(running, Math.max(answered.dueDay(), today));
                        },
                        () -> fresh.add(running));
    }

    /// What each day brought.
    public List<Day> days() {
        return List.copyOf(days);
    }

    /// The workload, as means over the days.
    public Workload workload(double desiredRetention) {
        long last = today + days.size();
        double remembered = 0;
        for (Running card : all) {
            remembered += card.state
                    .remembered()
                    .map(memory -> model.retrievability(memory, (double) (last - card.lastDay)))
                    .orElse(0.0);
        }
        return new Workload(
                desiredRetention,
                days.stream().mapToInt(Day::answers).average().orElse(0),
                days.stream().mapToDouble(Day::seconds).average().orElse(0),
                remembered);
    }

    private void wait(Running card, long day) {
        long index = day - today;
        if (index < due.size()) {
            due.get(Math.toIntExact(index)).add(card);
        }
    }

    private void study(int index) {
        long day = today + index;
        Tally tally = new Tally();
        List<Running> waiting = due.get(index);
        for (Running card : waiting) {
            answerReview(card, day, tally);
        }
        int met = 0;
        while (met < newPerDay && !fresh.isEmpty()) {
            Running card = fresh.removeFirst();
            Rating rating = habits.drawFirst(random);
            answer(card, rating, day, AnswerKind.LEARNING, tally);
            takeSteps(card, rating, day, AnswerKind.LEARNING, tally);
            met++;
        }
        days.add(new Day(waiting.size(), met, tally.answers, tally.seconds));
    }

    private static final class Tally {
        private int answers;
        private double seconds;
    }

    private void answerReview(Running card, long day, Tally tally) {
        double recall = card.state
                .remembered()
                .map(memory -> model.retrievability(memory, (double) (day - card.lastDay)))
                .orElseThrow();
        Rating rating = habits.drawReview(recall, random);
        answer(card, rating, day, AnswerKind.REVIEW, tally);
        takeSteps(card, rating, day, AnswerKind.RELEARNING, tally);
    }

    private void answer(Running card, Rating rating, long day, AnswerKind kind, Tally tally) {
        Scheduler.Context context = new Scheduler.Context(Math.max(0, day - card.lastDay), random.nextDouble());
        card.state = scheduler.next(card.state, rating, context);
        card.lastDay = day;
        tally.answers++;
        tally.seconds += habits.seconds(kind, rating);
    }

    /// The steps of one sitting. What is still in steps after the most answers counts as graduated, due by its memory.
    private void takeSteps(Running card, Rating first, long day, AnswerKind kind, Tally tally) {
        Rating rating = first;
        for (int answer = 0;
                answer < StepOutcomes.MOST_ANSWERS && !(card.state instanceof CardState.Review);
                answer++) {
            rating = habits.drawStep(kind, rating, random);
            answer(card, rating, day, kind, tally);
        }
        if (!(card.state instanceof CardState.Review)) {
            answer(card, Rating.EASY, day, kind, tally);
        }
        if (card.state instanceof CardState.Review review) {
            wait(card, day + review.intervalDays());
        }
    }
}
