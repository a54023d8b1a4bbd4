package dev.rockpool.study.optimise;

import dev.rockpool.kernel.Seed;
import dev.rockpool.study.memory.Fsrs6Weights;
import dev.rockpool.study.optimise.Fit.Outcome;
import dev.rockpool.study.optimise.Fit.Stage;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;

/// Fits the weights of FSRS-6 to the histories of one learner [`compute_parameters`].
///
/// First the S0 stage, then gradient descent on the weighted log loss plus a prior around the S0 stage's result: Adam
/// with cosine annealing over mini-batches of whole cards in random order. After each epoch the weights are measured;
/// the best are kept.
public final class Optimiser {
    /// Fewer items than this fit nothing.
    public static final int LEAST_ITEMS = 8;

    /// Fewer items than this fit the first stabilities only.
    static final int LEAST_ITEMS_FOR_ALL = 64;

    /// Items beyond this many reviews of a card are not learnt from.
    static final int LONGEST_HISTORY = 256;

    private static final int EPOCHS = 5;
    private static final int BATCH_ITEMS = 512;

    /// Beyond this many steps an epoch, batches grow instead.
    private static final int MOST_BATCHES = 256;

    private static final double LEARNING_RATE = 0.04;

    /// Into how many slices a batch is cut. Fixed, so that sums do not depend on the number of threads.
    private static final int BATCH_SLICES = 4;

    /// Equal logs give equal weights.
    private static final Seed USUAL_SEED = new Seed(2023);

    /// More threads than this only wait for each other.
    private static final int MOST_THREADS = 4;

    private final ReviewHistories histories;
    private final int relearningSteps;
    private final Seed seed;
    private final int threads;

    /// An optimiser of one learner with the usual seed, on as many threads as there are processors, up to a few.
    ///
    /// @param relearningSteps how many delays a forgotten card goes through
    public Optimiser(ReviewHistories histories, int relearningSteps) {
        this(
                histories,
                relearningSteps,
                USUAL_SEED,
                Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS));
    }

    /// An optimiser of one learner.
    ///
    /// @param relearningSteps how many delays a forgotten card goes through
    /// @param seed decides the order in which cards are learnt from
    /// @param threads how many threads may work; the result does not depend on it
    public Optimiser(ReviewHistories histories, int relearningSteps, Seed seed, int threads) {
        this.histories = histories;
        this.relearningSteps = relearningSteps;
        this.seed = seed;
        this.threads = threads;
    }

    /// Fits new weights and takes them if they predict the log better than the old ones.
    ///
    /// @throws CancellationException if `progress` said to end
    public Fit fit(Fsrs6Weights old, Progress progress) {
        TrainingItems items = TrainingItems.of(histories);
        if (items.count() == 0) {
            return new Fit(
                    old,
                    Outcome.KEPT_TOO_FEW,
                    Stage.NONE,
                    Optional.empty(),
                    Optional.empty(),
                    histories.reviews(),
                    0,
                    HealthCheck.of(items, Stage.NONE, Optional.empty()));
        }
        Fit[] result = new Fit[1];
        try (Slices slices = new Slices(threads)) {
            slices.within(() -> result[0] = fit(items, old, slices, progress));
        }
        return result[0];
    }

    private Fit fit(TrainingItems items, Fsrs6Weights old, Slices slices, Progress progress) {
        HistoryGradient[] walkers = walkers(slices.threads(), items);
        Evaluator evaluator = new Evaluator(items, slices, walkers);
        Metrics before = evaluator.metrics(array(old));
        if (items.count() < LEAST_ITEMS) {
            return result(items, old, Outcome.KEPT_TOO_FEW, Stage.NONE, before, before);
        }
        double[] weights = array(Fsrs6Weights.STANDARD);
        int[] firstCounts = InitialStability.counts(items.firstItems());
        double[] stabilities = InitialStability.fit(items.firstItems(), items.averageRecall());
        System.arraycopy(stabilities, 0, weights, 0, stabilities.length);
        Stage stage = Stage.FIRST_STABILITIES;
        if (items.count() >= LEAST_ITEMS_FOR_ALL && items.count() > items.firstCount()) {
            stage = Stage.ALL;
            train(items, weights, evaluator, slices, walkers, progress);
            double[] ordered =
                    InitialStability.smoothAndFill(Arrays.copyOf(weights, InitialStability.RATINGS), firstCounts);
            System.arraycopy(ordered, 0, weights, 0, ordered.length);
        }
        Metrics after = evaluator.metrics(weights);
        progress.reached(1);
        if (after.logLoss() < before.logLoss()) {
            return result(items, weights(weights), Outcome.TAKEN, stage, before, after);
        }
        return result(items, old, Outcome.KEPT_NOT_BETTER, stage, before, before);
    }

    /// Leaves the best weights of all epochs in `weights`.
    private void train(
            TrainingItems items,
            double[] weights,
            Evaluator evaluator,
            Slices slices,
            HistoryGradient[] walkers,
            Progress progress) {
        Prior prior = new Prior(weights);
        WeightBounds bounds = new WeightBounds(relearningSteps);
        Adam adam = new Adam(weights.length);
        Batches batches = new Batches(items, LONGEST_HISTORY, Math.max(BATCH_ITEMS, items.count() / MOST_BATCHES));
        RandomGenerator random = seed.derive("optimise/order");
        double[][] gradients = new double[BATCH_SLICES][weights.length];
        double[] gradient = new double[weights.length];
        double[] best = weights.clone();
        double bestLoss = Double.POSITIVE_INFINITY;
        int steps = batches.count() * EPOCHS;
        int step = 0;
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            batches.shuffle(random);
            for (int batch = 0; batch < batches.count(); batch++) {
                if (!progress.reached((double) step / steps)) {
                    throw new CancellationException("the optimiser was told to end");
                }
                step++;
                for (HistoryGradient walker : walkers) {
                    walker.use(weights);
                }
                int number = batch;
                slices.run(BATCH_SLICES, (worker, slice) -> {
                    Arrays.fill(gradients[slice], 0);
                    batches.forEachCard(
                            number,
                            slice,
                            BATCH_SLICES,
                            card -> walkers[worker].add(card, LONGEST_HISTORY, gradients[slice]));
                });
                Arrays.fill(gradient, 0);
                for (double[] slice : gradients) {
                    for (int i = 0; i < gradient.length; i++) {
                        gradient[i] += slice[i];
                    }
                }
                prior.add(weights, batches.share(batch), gradient);
                adam.step(weights, gradient, annealedRate(step, steps));
                bounds.clip(weights);
            }
            double loss = evaluator.loss(weights) + prior.penalty(weights, 1);
            if (loss < bestLoss) {
                bestLoss = loss;
                System.arraycopy(weights, 0, best, 0, best.length);
            }
        }
        System.arraycopy(best, 0, weights, 0, best.length);
    }

    /// Cosine annealing: from the full learning rate to none over all steps.
    static double annealedRate(int step, int steps) {
        return LEARNING_RATE * (1 + Math.cos(Math.PI * step / steps)) / 2;
    }

    private Fit result(
            TrainingItems items, Fsrs6Weights weights, Outcome outcome, Stage stage, Metrics before, Metrics after) {
        return new Fit(
                weights,
                outcome,
                stage,
                Optional.of(before),
                Optional.of(after),
                histories.reviews(),
                items.count(),
                HealthCheck.of(items, stage, Optional.of(after)));
    }

    private static HistoryGradient[] walkers(int threads, TrainingItems items) {
        ReviewHistories histories = items.histories();
        int longest = 0;
        for (int card : items.cards()) {
            longest = Math.max(longest, histories.end(card) - histories.start(card));
        }
        HistoryGradient[] walkers = new HistoryGradient[threads];
        for (int i = 0; i < threads; i++) {
            walkers[i] = new HistoryGradient(items, longest);
        }
        return walkers;
    }

    private static double[] array(Fsrs6Weights weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Fsrs6Weights weights(double[] values) {
        return Fsrs6Weights.of(Arrays.stream(values).boxed().toList());
    }
}
