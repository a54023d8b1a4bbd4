package dev.rockpool.study.statistics;

import java.util.List;

/// Predicted recall against recall, over the answers a day or more after the one before.
///
/// @param bins by predicted recall, lowest first, those without a review left out
/// @param logLoss the mean log loss of the predictions; 0 for no reviews
public record Calibration(List<Bin> bins, double logLoss) {
    /// How many bins the predictions 0 to 1 fall into.
    public static final int BINS = 40;

    public Calibration {
        bins = List.copyOf(bins);
    }

    /// The reviews whose predicted recall lay within a step of 2.5 %.
    ///
    /// @param index which step, 0 to 39
    /// @param recalled what came
    /// @param predicted the mean of the predictions, 0 to 1
    public record Bin(int index, Recalled recalled, double predicted) {
        /// Lower bound of the predictions, 0 to 1.
        public double from() {
            return (double) index / BINS;
        }

        /// Upper bound of the predictions, 0 to 1.
        public double to() {
            return (index + 1.0) / BINS;
        }
    }

    /// The bin of a prediction.
    ///
    /// @param prediction 0 to 1
    public static int bin(double prediction) {
        return Math.clamp((long) Math.floor(prediction * BINS), 0, BINS - 1);
    }

    /// All reviews.
    public Recalled all() {
        return bins.stream().map(Bin::recalled).reduce(Recalled.NONE, Recalled::plus);
    }

    /// The mean prediction less the share that was recalled: above 0 where the model promises too much; 0 for no
    /// reviews.
    public double bias() {
        Recalled all = all();
        double predicted = bins.stream()
                .mapToDouble(bin -> bin.predicted() * bin.recalled().reviews())
                .sum();
        return all.reviews() == 0 ? 0 : (predicted - all.recalled()) / all.reviews();
    }

    /// How far predictions and recall lie apart: the root of the mean square over the bins, weighted by their reviews.
    public double error() {
        double squares = 0;
        for (Bin bin : bins) {
            double apart = bin.predicted() - bin.recalled().share().orElseThrow();
            squares += apart * apart * bin.recalled().reviews();
        }
        long reviews = all().reviews();
        return reviews == 0 ? 0 : Math.sqrt(squares / reviews);
    }
}
