package dev.rockpool.study.optimise;

import dev.rockpool.study.optimise.Fit.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Looks for what makes a fit doubtful.
final class HealthCheck {
    /// With fewer items the standard weights tend to predict new reviews as well as fitted ones.
    static final int FEW_ITEMS = 400;

    /// Fewer items say too little about the quality of a fit.
    private static final int LEAST_ITEMS_TO_JUDGE = 300;

    /// A log loss so many times that of most learners with the same recall is poor; so is an RMSE.
    private static final double POOR_LOG_LOSS = 1.11;

    private static final double POOR_RMSE = 1.53;

    private HealthCheck() {}

    static List<Finding> of(TrainingItems items, Stage stage, Optional<Metrics> after) {
        List<Finding> findings = new ArrayList<>();
        switch (stage) {
            case NONE -> findings.add(Finding.TOO_FEW_TO_FIT);
            case FIRST_STABILITIES -> findings.add(Finding.FIRST_STABILITIES_ONLY);
            case ALL -> {
                if (items.count() < FEW_ITEMS) {
                    findings.add(Finding.FEW);
                }
            }
        }
        double recall = items.averageRecall();
        if (items.count() > 0 && recall == 1) {
            findings.add(Finding.ALWAYS_RECALLED);
        } else if (items.count() > 0 && recall == 0) {
            findings.add(Finding.NEVER_RECALLED);
        } else if (items.count() > LEAST_ITEMS_TO_JUDGE
                && after.filter(metrics -> isPoor(metrics, recall, items.count()))
                        .isPresent()) {
            findings.add(Finding.POOR_FIT);
        }
        return findings;
    }

    /// Anki's bounds (`params.rs`): log loss against 0.623·(4r(1 − r))^0.738, RMSE (bins) against
    /// 0.0135/(r^0.504 − 1.14) + 0.176/((n/1000)^0.825 + 2.22) + 0.101, for recall r and n items. Anki measures on
    /// reviews that were not learnt from; this is measured on those that were, so it is the more lenient.
    static boolean isPoor(Metrics metrics, double recall, int items) {
        double usualLoss = 0.623 * Math.pow(4 * recall * (1 - recall), 0.738);
        double usualRmse =
                0.0135 / (Math.pow(recall, 0.504) - 1.14) + 0.176 / (Math.pow(items / 1000.0, 0.825) + 2.22) + 0.101;
        return metrics.logLoss() / usualLoss > POOR_LOG_LOSS && metrics.rmseBins() / usualRmse > POOR_RMSE;
    }
}
