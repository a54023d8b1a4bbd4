package dev.rockpool.study.planning;

import dev.rockpool.study.memory.Rating;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/// How a learner answers. Published habits (fsrs-rs 6.6.1, `src/simulation.rs`, the defaults of its simulator; measured
/// over Anki's users) stand in for what a learner's own log does not say yet: they weigh as much as 50 answers.
///
/// @param first shares of the ratings of a new card, Again to Easy; they sum to 1
/// @param success shares of Hard, Good and Easy among reviews that were recalled; they sum to 1
/// @param learning shares of the ratings of the next step after Again, Hard and Good, a row each
/// @param relearning the same while relearning
/// @param seconds of an answer, by [AnswerKind], Again to Easy
public record Habits(
        List<Double> first,
        List<Double> success,
        List<List<Double>> learning,
        List<List<Double>> relearning,
        List<List<Double>> seconds) {
    /// The habits of Anki's users.
    public static final Habits PUBLISHED = new Habits(
            List.of(0.24, 0.094, 0.495, 0.171),
            List.of(0.224, 0.631, 0.145),
            List.of(
                    List.of(0.3686, 0.0628, 0.5108, 0.0577),
                    List.of(0.0442, 0.4553, 0.4457, 0.0549),
                    List.of(0.0519, 0.047, 0.8462, 0.055)),
            List.of(
                    List.of(0.2157, 0.0643, 0.6595, 0.0604),
                    List.of(0.05, 0.4638, 0.4475, 0.0387),
                    List.of(0.1057, 0.1434, 0.7266, 0.0244)),
            List.of(
                    List.of(19.58, 18.79, 13.78, 10.71),
                    List.of(19.38, 17.59, 12.38, 8.94),
                    List.of(16.44, 15.25, 12.32, 8.03)));

    /// As many answers the published habits weigh.
    private static final double WEIGHT = 50;

    private static final double MILLIS = 1_000;

    public Habits {
        first = List.copyOf(first);
        success = List.copyOf(success);
        learning = learning.stream().map(List::copyOf).toList();
        relearning = relearning.stream().map(List::copyOf).toList();
        seconds = seconds.stream().map(List::copyOf).toList();
    }

    /// How often an answer was given and how long all of them took.
    public record Answers(long count, long millis) {
        /// None.
        public static final Answers NONE = new Answers(0, 0);

        /// Both together.
        public Answers plus(Answers other) {
            return new Answers(count + other.count, millis + other.millis);
        }
    }

    /// The habits of a log.
    ///
    /// @param first answers to new cards, by rating
    /// @param later answers by kind and rating, those to new cards counted as learning
    public static Habits measured(Function<Rating, Answers> first, BiFunction<AnswerKind, Rating, Answers> later) {
        List<Rating> ratings = List.of(Rating.values());
        List<Rating> recalled = ratings.stream().filter(Rating::recalled).toList();
        return new Habits(
                shares(PUBLISHED.first, ratings.stream().map(first).toList()),
                shares(
                        PUBLISHED.success,
                        recalled.stream()
                                .map(rating -> later.apply(AnswerKind.REVIEW, rating))
                                .toList()),
                PUBLISHED.learning,
                PUBLISHED.relearning,
                List.of(
                        seconds(AnswerKind.LEARNING, later),
                        seconds(AnswerKind.REVIEW, later),
                        seconds(AnswerKind.RELEARNING, later)));
    }

    private static List<Double> shares(List<Double> published, List<Answers> counted) {
        double total = counted.stream().mapToLong(Answers::count).sum() + WEIGHT;
        double sum = published.stream().mapToDouble(Double::doubleValue).sum();
        List<Double> shares = new ArrayList<>();
        for (int at = 0; at < published.size(); at++) {
            shares.add((counted.get(at).count() + WEIGHT * published.get(at) / sum) / total);
        }
        return shares;
    }

    private static List<Double> seconds(AnswerKind kind, BiFunction<AnswerKind, Rating, Answers> answers) {
        return List.of(Rating.values()).stream()
                .map(rating -> {
                    Answers given = answers.apply(kind, rating);
                    double published = published(kind, rating);
                    return (given.millis() / MILLIS + WEIGHT * published) / (given.count() + WEIGHT);
                })
                .toList();
    }

    private static double published(AnswerKind kind, Rating rating) {
        return PUBLISHED.seconds(kind, rating);
    }

    /// How long an answer takes.
    public double seconds(AnswerKind kind, Rating rating) {
        List<Double> row = switch (kind) {
            case LEARNING -> seconds.get(0);
            case REVIEW -> seconds.get(1);
            case RELEARNING -> seconds.get(2);
        };
        return row.get(rating.number() - 1);
    }

    /// The share of a rating among the answers to new cards.
    double first(Rating rating) {
        return first.get(rating.number() - 1);
    }

    /// The share of a rating among the reviews that were recalled.
    ///
    /// @param rating not Again
    double success(Rating rating) {
        return success.get(rating.number() - 2);
    }

    /// The share of a rating on the step after another; after Easy there is none.
    double step(AnswerKind kind, Rating before, Rating rating) {
        return (kind == AnswerKind.RELEARNING ? relearning : learning)
                .get(before.number() - 1)
                .get(rating.number() - 1);
    }

    /// The rating of a new card, drawn.
    Rating drawFirst(RandomGenerator random) {
        return Rating.of(1 + draw(first, random));
    }

    /// The rating of a review, drawn.
    Rating drawReview(double retrievability, RandomGenerator random) {
        return random.nextDouble() >= retrievability ? Rating.AGAIN : Rating.of(2 + draw(success, random));
    }

    /// The rating on the step after another, drawn.
    Rating drawStep(AnswerKind kind, Rating before, RandomGenerator random) {
        List<List<Double>> rows = kind == AnswerKind.RELEARNING ? relearning : learning;
        return Rating.of(1 + draw(rows.get(before.number() - 1), random));
    }

    private static int draw(List<Double> shares, RandomGenerator random) {
        double sum = 0;
        for (double share : shares) {
            sum += share;
        }
        double left = random.nextDouble() * sum;
        for (int at = 0; at < shares.size() - 1; at++) {
            left -= shares.get(at);
            if (left < 0) {
                return at;
            }
        }
        return shares.size() - 1;
    }
}
