package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6Weights;
import java.util.List;
import java.util.Optional;

/// What an optimiser found.
///
/// @param weights the new ones, or the old ones where those are kept
/// @param outcome which, and why
/// @param stage how much was fitted
/// @param before how well the old weights predict the log; empty where it has no items
/// @param after how well `weights` do
/// @param reviews of the log
/// @param items that counted
/// @param findings what to know before trusting the result
public record Fit(
        Fsrs6Weights weights,
        Outcome outcome,
        Stage stage,
        Optional<Metrics> before,
        Optional<Metrics> after,
        int reviews,
        int items,
        List<Finding> findings) {
    public Fit {
        findings = List.copyOf(findings);
    }

    /// Whether new weights were taken.
    public enum Outcome {
        /// The new weights predict better.
        TAKEN,
        /// The new weights do not predict better, so the old ones stay.
        KEPT_NOT_BETTER,
        /// There were too few items to fit anything.
        KEPT_TOO_FEW
    }

    /// How much of the model was fitted.
    public enum Stage {
        NONE,
        /// w0 to w3 only.
        FIRST_STABILITIES,
        ALL
    }
}
