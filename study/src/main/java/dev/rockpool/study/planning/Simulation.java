package dev.rockpool.study.planning;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.memory.Rating;
import dev.rockpool.study.schedule.CardState;
import dev.rockpool.study.schedule.DayBalance;
import dev.rockpool.study.schedule.ExamAhead;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import dev.rockpool.study.schedule.Scheduler;
import dev.rockpool.study.schedule.SchedulerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// One course of the days ahead, drawn from a seed: every due card is answered on its day, new cards are met up to the
/// day's limit, all through the real scheduler. With an exam, its cards that would return too late are shown before it,
/// and its new cards come first.
public final class Simulation {
    /// Days after the last one are counted too, so that cards are spread over them as over any.
    private static final int BEYOND = 120;

    private final MemoryModel model;
    private final Habits habits;
    private final Scheduler scheduler;
    private final LoadBalancing balancing;
    private final Optional<ExamPlan> exam;
    private final int newPerDay;
    private final long today;
    private final RandomGenerator random;
    private final List<List<Running>> due = new ArrayList<>();
    private final List<Running> fresh = new ArrayList<>();
    private final List<Running> all = new ArrayList<>();
    private final Map<String, List<Running>> notes = new HashMap<>();
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
        private final PlannedCard card;
        private final double showing;
        private CardState state = new CardState.New();
        private long lastDay;
        private long dueDay;

        Running(PlannedCard card, double showing) {
            this.card = card;
            this.showing = showing;
        }

        double recall(MemoryModel model, long day) {
            return state.remembered()
                    .map(memory -> model.retrievability(memory, (double) Math.max(0, day - lastDay)))
                    .orElse(0.0);
        }
    }

    private Simulation(
            MemoryModel model,
            SchedulerOptions options,
            LoadBalancing balancing,
            Optional<ExamPlan> exam,
            Habits habits,
            int newPerDay,
            long today,
            int length,
            Seed seed) {
        this.model = model;
        this.habits = habits;
        this.scheduler = new Scheduler(model, options);
        this.balancing = balancing;
        this.exam = exam.filter(plan -> plan.daysFrom(today) > 0);
        this.newPerDay = newPerDay;
        this.today = today;
        this.random = seed.derive("simulation");
        for (int day = 0; day < length + BEYOND; day++) {
            due.add(new ArrayList<>());
        }
    }

    /// Runs through the days with days left to chance and no exam.
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
        return run(model, options, LoadBalancing.OFF, Optional.empty(), habits, cards, newPerDay, today, days, seed);
    }

    /// Runs through the days.
    ///
    /// @param balancing how the days of cards are chosen beyond chance
    /// @param exam the exam that is studied for; empty for none
    public static Simulation run(
            MemoryModel model,
            SchedulerOptions options,
            LoadBalancing balancing,
            Optional<ExamPlan> exam,
            Habits habits,
            List<PlannedCard> cards,
            int newPerDay,
            long today,
            int days,
            Seed seed) {
        Simulation simulation = new Simulation(model, options, balancing, exam, habits, newPerDay, today, days, seed);
        RandomGenerator showings = seed.derive("showings");
        cards.forEach(card -> simulation.take(new Running(card, showings.nextDouble())));
        simulation.freshOfExamFirst();
        for (int day = 0; day < days; day++) {
            simulation.study(day);
        }
        return simulation;
    }

    private void take(Running running) {
        all.add(running);
        if (balancing.on()) {
            notes.computeIfAbsent(running.card.noteId(), _ -> new ArrayList<>()).add(running);
        }
        running.card
                .answered()
                .ifPresentOrElse(
                        answered -> {
                            running.state = new CardState.Review(answered.intervalDays(), 0, false, answered.memory());
                            running.lastDay = answered.lastDay();
                            wait(running, Math.max(showingBeforeExam(running, answered.dueDay()), today));
                        },
                        () -> fresh.add(running));
    }

    /// A card that would return on the exam's day or later, remembered by then below the target, is shown before.
    private long showingBeforeExam(Running running, long dueDay) {
        return exam.filter(plan -> plan.covers(running.card.topic())
                        && dueDay >= plan.day()
                        && running.recall(model, plan.day()) < plan.target())
                .map(plan -> plan.lastShowing(running.showing))
                .orElse(dueDay);
    }

    private void freshOfExamFirst() {
        exam.ifPresent(plan -> {
            List<Running> others = new ArrayList<>(fresh);
            others.removeIf(running -> plan.covers(running.card.topic()));
            fresh.removeAll(new HashSet<>(others));
            fresh.addAll(others);
        });
    }

    /// What each day brought.
    public List<Day> days() {
        return List.copyOf(days);
    }

    /// The chance that each card is recalled on a study day after the course; 0 for cards that were never answered.
    public Map<String, Double> recallOn(long day) {
        Map<String, Double> recalls = new HashMap<>();
        all.forEach(running -> recalls.put(running.card.cardId(), running.recall(model, day)));
        return recalls;
    }

    /// The workload, as means over the days.
    public Workload workload(double desiredRetention) {
        long last = today + days.size();
        return new Workload(
                desiredRetention,
                days.stream().mapToInt(Day::answers).average().orElse(0),
                days.stream().mapToDouble(Day::seconds).average().orElse(0),
                all.stream().mapToDouble(card -> card.recall(model, last)).sum());
    }

    private void wait(Running card, long day) {
        card.dueDay = day;
        long index = day - today;
        if (index < due.size()) {
            due.get(Math.toIntExact(index)).add(card);
        }
    }

    private void study(int index) {
        long day = today + index;
        Effort effort = new Effort();
        List<Running> waiting = due.get(index);
        for (Running card : waiting) {
            Rating rating = habits.drawReview(card.recall(model, day), random);
            answer(card, rating, day, AnswerKind.REVIEW, effort);
            takeSteps(card, rating, day, AnswerKind.RELEARNING, effort);
        }
        int met = Math.min(newPerDay, fresh.size());
        for (Running card : List.copyOf(fresh.subList(0, met))) {
            Rating rating = habits.drawFirst(random);
            answer(card, rating, day, AnswerKind.LEARNING, effort);
            takeSteps(card, rating, day, AnswerKind.LEARNING, effort);
        }
        fresh.subList(0, met).clear();
        days.add(new Day(waiting.size(), met, effort.answers, effort.seconds));
    }

    private static final class Effort {
        private int answers;
        private double seconds;
    }

    private void answer(Running card, Rating rating, long day, AnswerKind kind, Effort effort) {
        card.state = scheduler.next(card.state, rating, context(card, day));
        card.lastDay = day;
        effort.answers++;
        effort.seconds += habits.seconds(kind, rating);
    }

    private Scheduler.Context context(Running card, long day) {
        long elapsed = Math.max(0, day - card.lastDay);
        Optional<ExamAhead> ahead = exam.filter(plan -> plan.covers(card.card.topic()) && plan.daysFrom(day) > 0)
                .map(plan -> plan.ahead(day, card.showing));
        Optional<DayBalance> balance = balancing.on()
                ? Optional.of(
                        new DayBalance(day, balancing.even(), balancing.easyDays(), this::cardsOn, siblingDays(card)))
                : Optional.empty();
        return new Scheduler.Context(elapsed, random.nextDouble(), balance, ahead);
    }

    private int cardsOn(long day) {
        long index = day - today;
        return index >= 0 && index < due.size()
                ? due.get(Math.toIntExact(index)).size()
                : 0;
    }

    private Set<Long> siblingDays(Running card) {
        Set<Long> siblings = new HashSet<>();
        for (Running other : notes.getOrDefault(card.card.noteId(), List.of())) {
            if (other != card && other.dueDay > 0) {
                siblings.add(other.dueDay);
            }
        }
        return siblings;
    }

    /// The steps of one sitting. What is still in steps after the most answers graduates with an Easy.
    private void takeSteps(Running card, Rating first, long day, AnswerKind kind, Effort effort) {
        Rating rating = first;
        for (int answer = 0;
                answer < StepOutcomes.MOST_ANSWERS && !(card.state instanceof CardState.Review);
                answer++) {
            rating = habits.drawStep(kind, rating, random);
            answer(card, rating, day, kind, effort);
        }
        if (!(card.state instanceof CardState.Review)) {
            answer(card, Rating.EASY, day, kind, effort);
        }
        if (card.state instanceof CardState.Review review) {
            wait(card, day + review.intervalDays());
        }
    }
}
