package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.memory.MemoryState;
import dev.rockpool.study.memory.Rating;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// Histories of a learner whose memory is FSRS-6 with known weights.
final class SyntheticHistories {
    private SyntheticHistories() {}

    private record Answer(int card, long day, Rating rating) {}

    /// @param cards how many
    /// @param most reviews a card at most
    static ReviewHistories of(Fsrs6Weights weights, int cards, int most, RandomGenerator random) {
        Fsrs6 model = new Fsrs6(weights);
        List<Answer> answers = new ArrayList<>();
        for (int card = 0; card < cards; card++) {
            long day = random.nextInt(200);
            Rating rating = Rating.of(1 + random.nextInt(4));
            MemoryState state = model.first(rating);
            answers.add(new Answer(card, day, rating));
            int reviews = 1 + random.nextInt(most);
            for (int i = 1; i < reviews; i++) {
                long elapsed = random.nextInt(4) == 0
                        ? 0
                        : Math.max(1, Math.round(model.interval(state, 0.75 + 0.2 * random.nextDouble())));
                rating = random.nextDouble() < model.retrievability(state, (double) elapsed)
                        ? Rating.of(2 + random.nextInt(3))
                        : Rating.AGAIN;
                day += elapsed;
                state = model.next(state, elapsed, rating);
                answers.add(new Answer(card, day, rating));
            }
        }
        answers.sort(Comparator.comparingLong(Answer::day));
        ReviewHistories.Builder builder = new ReviewHistories.Builder(8);
        answers.forEach(answer -> builder.add(answer.card(), answer.day(), answer.rating(), false));
        return builder.build();
    }

    /// Within the bounds, each weight up to a third off the standard.
    static Fsrs6Weights weights(RandomGenerator random) {
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < Fsrs6Weights.COUNT; i++) {
            double weight = Fsrs6Weights.STANDARD.get(i) * (0.7 + 0.6 * random.nextDouble());
            weights.add(Math.clamp(weight, Fsrs6Weights.LOWER.get(i), Fsrs6Weights.UPPER.get(i)));
        }
        return new Fsrs6Weights(weights);
    }

    static double[] array(Fsrs6Weights weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    }
}
