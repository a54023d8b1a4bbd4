package dev.rockpool.study;

import dev.rockpool.database.Database;
import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.MemoryModel;
import dev.rockpool.study.planning.ExpectedWorkload;
import dev.rockpool.study.planning.Habits;
import dev.rockpool.study.planning.PlannedCard;
import dev.rockpool.study.planning.Simulation;
import dev.rockpool.study.schedule.ExamPlan;
import dev.rockpool.study.schedule.LoadBalancing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What studying will bring, as of one moment: the learner's own cards, read once, under any options. Nothing here
/// waits for studying; every method takes a while with many cards and belongs into the background.
public final class StudyPlanning {
    /// A simulation is repeated, and the days averaged, until so many cards were simulated.
    private static final int ENOUGH_CARDS = 20_000;

    private static final int MOST_RUNS = 20;

    private final MemoryModel model;
    private final StudyOptions options;
    private final Seed seed;
    private final Moment moment;
    private final Habits habits;
    private final List<PlannedCard> cards;

    StudyPlanning(Database database, Seed seed, StudyOptions options, Moment moment) {
        this.model = new Fsrs6(options.weights());
        this.options = options;
        this.seed = seed;
        this.moment = moment;
        this.habits = database.read(handle -> new AnswerSums(handle).habits());
        this.cards = database.read(handle -> {
            CardStates states = new CardStates(handle, model, seed);
            List<PlannedCard> read = new ArrayList<>(states.waitingNew());
            states.eachMemory(moment.today(), card -> {
                if (card.waiting()) {
                    read.add(card.planned());
                }
            });
            return read;
        });
    }

    /// The present study day.
    public LocalDate today() {
        return LocalDate.ofEpochDay(moment.today());
    }

    /// The options of now.
    public StudyOptions options() {
        return options;
    }

    /// The cards that a deck holds and that are not suspended.
    public List<PlannedCard> cards() {
        return List.copyOf(cards);
    }

    /// The expected workload over so many study days.
    public ExpectedWorkload workload(int days) {
        return new ExpectedWorkload(
                model, options.scheduler(), habits, cards, options.newPerDay(), moment.today(), days);
    }

    /// What a study day will bring, the mean over simulated courses.
    ///
    /// @param date of the study day
    /// @param reviews graduated cards that fall due
    /// @param newCards cards met for the first time
    /// @param answers all answers, steps included
    /// @param minutes they take
    public record DayAhead(LocalDate date, double reviews, double newCards, double answers, double minutes) {}

    /// The study days from today on, under another balancing of the days. The same seeds are used for every balancing,
    /// so that two of them can be compared.
    ///
    /// @param exam the exam that is studied for; empty for none
    public List<DayAhead> ahead(int days, LoadBalancing balancing, Optional<ExamPlan> exam) {
        int runs = Math.clamp(ENOUGH_CARDS / Math.max(1, cards.size()), 1, MOST_RUNS);
        double[][] sums = new double[days][4];
        for (int run = 0; run < runs; run++) {
            List<Simulation.Day> course = Simulation.run(
                            model,
                            options.scheduler(),
                            balancing,
                            exam,
                            habits,
                            cards,
                            options.newPerDay(),
                            moment.today(),
                            days,
                            new Seed(seed.value() + run))
                    .days();
            for (int day = 0; day < days; day++) {
                Simulation.Day each = course.get(day);
                sums[day][0] += each.reviews();
                sums[day][1] += each.newCards();
                sums[day][2] += each.answers();
                sums[day][3] += each.seconds() / 60;
            }
        }
        List<DayAhead> ahead = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            double[] sum = sums[day];
            ahead.add(new DayAhead(today().plusDays(day), sum[0] / runs, sum[1] / runs, sum[2] / runs, sum[3] / runs));
        }
        return ahead;
    }

    /// What an exam plan would bring, simulated once with it and once without.
    public ExamOutlook outlook(ExamPlan plan) {
        int days = plan.daysFrom(moment.today());
        List<PlannedCard> covered =
                cards.stream().filter(card -> plan.covers(card.topic())).toList();
        Map<String, Recall> with = recall(plan, covered, days, Optional.of(plan));
        Map<String, Recall> without = recall(plan, covered, days, Optional.empty());
        List<ExamOutlook.Topic> topics = new ArrayList<>();
        with.forEach((topic, recall) -> topics.add(new ExamOutlook.Topic(
                topic,
                recall.cards,
                recall.sum / recall.cards,
                without.getOrDefault(topic, new Recall()).sum / recall.cards,
                recall.reached)));
        int fresh = Math.toIntExact(
                covered.stream().filter(card -> card.answered().isEmpty()).count());
        int room = Math.max(1, days - ExamPlan.LAST_DAYS);
        return new ExamOutlook(
                plan,
                today().plusDays(days),
                topics,
                days == 0 ? List.of() : ahead(days, options.balancing(), Optional.of(plan)),
                fresh,
                (fresh + room - 1) / room,
                options.newPerDay());
    }

    /// Recall on the day of the exam, of the cards of one topic.
    private static final class Recall {
        private int cards;
        private double sum;
        private int reached;
    }

    private Map<String, Recall> recall(ExamPlan plan, List<PlannedCard> covered, int days, Optional<ExamPlan> exam) {
        Simulation course = Simulation.run(
                model,
                options.scheduler(),
                options.balancing(),
                exam,
                habits,
                cards,
                options.newPerDay(),
                moment.today(),
                days,
                seed);
        Map<String, Double> recalls = course.recallOn(moment.today() + days);
        Map<String, Recall> topics = new TreeMap<>();
        for (PlannedCard card : covered) {
            Recall topic = topics.computeIfAbsent(card.topic(), _ -> new Recall());
            double recall = recalls.getOrDefault(card.cardId(), 0.0);
            topic.cards++;
            topic.sum += recall;
            topic.reached += recall >= plan.target() ? 1 : 0;
        }
        return topics;
    }
}
