package dev.rockpool.study.optimise;

import java.util.stream.IntStream;

/// Measures how well weights predict the items of a log [`evaluate`].
final class Evaluator {
    /// Fixed, so that sums do not depend on the number of threads.
    private static final int SLICES = 8;

    private final TrainingItems items;
    private final int[] cards;
    private final Slices slices;
    private final HistoryGradient[] walkers;

    Evaluator(TrainingItems items, Slices slices, HistoryGradient[] walkers) {
        this.items = items;
        this.cards = items.cards();
        this.slices = slices;
        this.walkers = walkers;
    }

    /// The weighted sum of −ln(chance given to what happened).
    double loss(double[] weights) {
        use(weights);
        Sums[] sums = IntStream.range(0, SLICES).mapToObj(i -> new Sums()).toArray(Sums[]::new);
        walk((slice, card, walker) -> walker.predict(card, sums[slice]));
        double loss = 0;
        for (Sums slice : sums) {
            loss += slice.loss;
        }
        return loss;
    }

    /// Log loss and RMSE (bins).
    Metrics metrics(double[] weights) {
        use(weights);
        BinnedSums[] sums = IntStream.range(0, SLICES)
                .mapToObj(i -> new BinnedSums(items.histories()))
                .toArray(BinnedSums[]::new);
        walk((slice, card, walker) -> {
            sums[slice].begin(card);
            walker.predict(card, sums[slice]);
        });
        BinnedSums total = new BinnedSums(items.histories());
        for (BinnedSums slice : sums) {
            total.add(slice);
        }
        return total.metrics();
    }

    private void use(double[] weights) {
        for (HistoryGradient walker : walkers) {
            walker.use(weights);
        }
    }

    private interface Walk {
        void card(int slice, int card, HistoryGradient walker);
    }

    private void walk(Walk walk) {
        int count = cards.length;
        slices.run(SLICES, (worker, slice) -> {
            int end = (int) ((long) count * (slice + 1) / SLICES);
            for (int i = (int) ((long) count * slice / SLICES); i < end; i++) {
                walk.card(slice, cards[i], walkers[worker]);
            }
        });
    }

    private static double surprise(double predicted, boolean recalled) {
        return -Math.log(recalled ? predicted : 1 - predicted);
    }

    private static final class Sums implements HistoryGradient.Predictions {
        private double loss;

        @Override
        public void item(int place, double weight, double predicted, boolean recalled) {
            loss += weight * surprise(predicted, recalled);
        }
    }

    private static final class BinnedSums implements HistoryGradient.Predictions {
        private final double[] predictedSum = new double[Bins.COUNT];
        private final double[] recalledSum = new double[Bins.COUNT];
        private final int[] counts = new int[Bins.COUNT];
        private final double[] weightSum = new double[Bins.COUNT];
        private double loss;

        private final ReviewHistories histories;

        // of the card that is walked: how far its items and lapses are counted
        private int counted;
        private int items;
        private int lapses;

        BinnedSums(ReviewHistories histories) {
            this.histories = histories;
        }

        void begin(int card) {
            counted = histories.start(card);
            items = 0;
            lapses = 0;
        }

        @Override
        public void item(int place, double weight, double predicted, boolean recalled) {
            for (; counted < place; counted++) {
                if (histories.elapsedDays(counted) > 0) {
                    items++;
                    lapses += histories.grade(counted) == 1 ? 1 : 0;
                }
            }
            int bin = Bins.of(histories.elapsedDays(place), items + 1, lapses);
            predictedSum[bin] += predicted;
            recalledSum[bin] += recalled ? 1 : 0;
            counts[bin]++;
            weightSum[bin] += weight;
            loss += weight * surprise(predicted, recalled);
        }

        void add(BinnedSums other) {
            for (int bin = 0; bin < Bins.COUNT; bin++) {
                predictedSum[bin] += other.predictedSum[bin];
                recalledSum[bin] += other.recalledSum[bin];
                counts[bin] += other.counts[bin];
                weightSum[bin] += other.weightSum[bin];
            }
            loss += other.loss;
        }

        Metrics metrics() {
            double squares = 0;
            double weights = 0;
            for (int bin = 0; bin < Bins.COUNT; bin++) {
                if (counts[bin] > 0) {
                    double difference = (predictedSum[bin] - recalledSum[bin]) / counts[bin];
                    squares += difference * difference * weightSum[bin];
                    weights += weightSum[bin];
                }
            }
            return new Metrics(loss / weights, Math.sqrt(squares / weights));
        }
    }
}
