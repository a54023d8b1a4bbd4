package dev.rockpool.benchmarks;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/// Writes the review log of a learner whose memory is FSRS-6 with weights drawn from the seed, and who reviews at
/// 80 to 95 % retention with some disorder.
final class SyntheticLog {
    private static final long FIRST_DAY = 19_000;
    private static final long MILLIS_A_DAY = 86_400_000;
    private static final double[] FIRST_RATINGS = {0.24, 0.334, 0.829};
    private static final double[] SUCCESS_RATINGS = {0.224, 0.855};
    private static final double LEARNS_ON = 0.45;

    private final RandomGenerator random;
    private final Fsrs6 model;
    private final double retention;

    private SyntheticLog(Seed seed) {
        this.random = seed.derive("synthetic-log");
        this.model = new Fsrs6(weights(random));
        this.retention = 0.8 + 0.15 * random.nextDouble();
    }

    /// A card that waits for its day.
    private record Due(int card, long day, long lastDay, MemoryState state) {}

    private record Written(int card, long millis, int grade) {}

    /// Writes a log of so many reviews, always the same of a seed.
    static void write(Path log, int reviews, Seed seed) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(log, StandardCharsets.UTF_8)) {
            out.write("card_id,review_time,review_rating\n");
            for (Written review : new SyntheticLog(seed).reviews(reviews)) {
                out.write(review.card() + "," + review.millis() + "," + review.grade() + "\n");
            }
        }
    }

    /// Around the standard weights, each up to a third off.
    private static Fsrs6Weights weights(RandomGenerator random) {
        List<Double> drawn = new ArrayList<>();
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            double standard = Fsrs6Weights.STANDARD.get(i);
            double weight = standard * Math.exp(0.66 * (random.nextDouble() - 0.5));
            drawn.add(Math.clamp(weight, Fsrs6Weights.LOWER.get(i), Fsrs6Weights.UPPER.get(i)));
        }
        drawn.subList(0, 4).sort(Double::compare);
        return new Fsrs6Weights(drawn);
    }

    private List<Written> reviews(int count) {
        List<Written> reviews = new ArrayList<>(count);
        PriorityQueue<Due> waiting = new PriorityQueue<>(
                (a, b) -> a.day() != b.day() ? Long.compare(a.day(), b.day()) : a.card() - b.card());
        int cards = 0;
        int newPerDay = Math.max(5, (int) Math.sqrt(count) / 3);
        for (long day = FIRST_DAY; reviews.size() < count; day++) {
            long millis = day * MILLIS_A_DAY + 8 * 3_600_000L;
            while (!waiting.isEmpty() && waiting.peek().day() <= day) {
                Due due = waiting.remove();
                Rating rating = answer(due.state(), (double) (day - due.lastDay()));
                MemoryState state = model.next(due.state(), day - due.lastDay(), rating);
                millis = write(reviews, due.card(), millis, rating);
                waiting.add(learnOn(reviews, due.card(), day, millis, state, rating));
            }
            for (int i = 0; i < newPerDay; i++) {
                Rating rating = drawn(FIRST_RATINGS, Rating.AGAIN);
                millis = write(reviews, cards, millis, rating);
                waiting.add(learnOn(reviews, cards, day, millis, model.first(rating), rating));
                cards++;
            }
        }
        return reviews.subList(0, count);
    }

    /// Same-day reviews, then the wait.
    private Due learnOn(List<Written> reviews, int card, long day, long millis, MemoryState state, Rating rating) {
        MemoryState now = state;
        Rating last = rating;
        while (last == Rating.AGAIN || random.nextDouble() < LEARNS_ON / 2) {
            last = random.nextDouble() < 0.8 ? Rating.GOOD : Rating.AGAIN;
            now = model.next(now, 0, last);
            write(reviews, card, millis, last);
        }
        double disorder = Math.exp(0.6 * (random.nextDouble() - 0.5));
        long days = Math.max(1, Math.round(model.interval(now, retention) * disorder));
        return new Due(card, day + days, day, now);
    }

    private long write(List<Written> reviews, int card, long millis, Rating rating) {
        reviews.add(new Written(card, millis + reviews.size() % 1000, rating.number()));
        return millis + 1000;
    }

    private Rating answer(MemoryState state, double days) {
        return random.nextDouble() < model.retrievability(state, days)
                ? drawn(SUCCESS_RATINGS, Rating.HARD)
                : Rating.AGAIN;
    }

    private Rating drawn(double[] upTo, Rating lowest) {
        double draw = random.nextDouble();
        int number = lowest.number();
        for (double bound : upTo) {
            if (draw < bound) {
                break;
            }
            number++;
        }
        return Rating.of(number);
    }
}
