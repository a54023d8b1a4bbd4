package dev.rockpool.simulators.bleu;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A BLEU score and what it is made of.
///
/// @param score 0 to 100
/// @param precisions by order, smoothed, in percent
/// @param brevityPenalty 0 to 1
/// @param counts that it follows from
public record BleuScore(double score, List<Double> precisions, double brevityPenalty, MatchCounts counts) {
    private static final double PERCENT = 100;

    public BleuScore {
        precisions = List.copyOf(precisions);
    }

    /// The score of `counts`.
    ///
    /// Without a single match it is 0 whatever the smoothing. An order without n-grams ends the
    /// precisions; unless orders are effective, those that follow count as zero.
    public static BleuScore of(MatchCounts counts, BleuScenario scenario, boolean effective) {
        double penalty = counts.hypothesisLength() >= counts.referenceLength()
                ? 1
                : counts.hypothesisLength() == 0
                        ? 0
                        : StrictMath.exp(1 - (double) counts.referenceLength() / counts.hypothesisLength());
        int orders = counts.correct().size();
        if (counts.correct().stream().allMatch(count -> count == 0)) {
            return new BleuScore(0, Collections.nCopies(orders, 0.0), penalty, counts);
        }
        List<Double> precisions = new ArrayList<>();
        double halves = 1;
        for (int order = 1; order <= orders; order++) {
            double added = scenario.smoothing() == Smoothing.ADD_K && order > 1 ? scenario.value() : 0;
            double correct = counts.correct().get(order - 1) + added;
            double total = counts.total().get(order - 1) + added;
            if (total == 0) {
                break;
            }
            if (correct == 0 && scenario.smoothing() == Smoothing.EXP) {
                halves *= 2;
                correct = 1 / halves;
            } else if (correct == 0 && scenario.smoothing() == Smoothing.FLOOR) {
                correct = scenario.value();
            }
            precisions.add(PERCENT * correct / total);
        }
        int used = effective ? precisions.size() : orders;
        double logarithm = 0;
        for (int order = 0; order < used; order++) {
            logarithm += order < precisions.size() ? StrictMath.log(precisions.get(order)) : Double.NEGATIVE_INFINITY;
        }
        while (precisions.size() < orders) {
            precisions.add(0.0);
        }
        return new BleuScore(penalty * StrictMath.exp(logarithm / used), precisions, penalty, counts);
    }
}
