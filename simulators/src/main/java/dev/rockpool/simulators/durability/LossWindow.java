package dev.rockpool.simulators.durability;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/// The window model: in each repair time, apart from all others, a stripe is lost if more shards fail
/// than it survives (Backblaze 2018).
///
/// It tiles the year with windows, so that failures just before and just after an edge do not meet: of
/// m + 1 failures within a repair time it counts, to leading order, one in m + 1.
///
/// @param failing the chance that a drive fails within a window
/// @param periodLoss the chance that a stripe is lost within one
/// @param annualLoss the chance that it is lost within a year
record LossWindow(double failing, double periodLoss, double annualLoss) {
    static LossWindow of(DurabilityScenario scenario) {
        double hours = scenario.downHours();
        double failing = -StrictMath.expm1(-scenario.yearlyRate() * hours / scenario.hoursPerYear());
        double loss = Math.min(1, periodLoss(scenario, failing));
        double annual = loss >= 1 ? 1 : -StrictMath.expm1(scenario.hoursPerYear() / hours * StrictMath.log1p(-loss));
        return new LossWindow(failing, loss, annual);
    }

    /// Sums the chances of each number of failures, the impossible and the certain ones by the survival
    /// function.
    private static double periodLoss(DurabilityScenario scenario, double failing) {
        Scheme scheme = scenario.scheme();
        int most = scheme.mostLost();
        Counts counts = scenario.method() == LossMethod.WINDOW_POISSON
                ? Counts.poisson(scheme.shards() * failing)
                : Counts.binomial(scheme.shards(), failing);
        double loss = counts.above(most);
        for (int failed = most; failed > 0; failed--) {
            double lost = 1 - scheme.decodable(failed);
            if (lost > 0) {
                loss += lost * counts.exactly(failed);
            }
        }
        return loss;
    }

    /// How many drives fail in a window.
    private interface Counts {
        double exactly(int failed);

        double above(int failed);

        static Counts binomial(int drives, double failing) {
            BinomialDistribution distribution = BinomialDistribution.of(drives, failing);
            return new Counts() {
                @Override
                public double exactly(int failed) {
                    return distribution.probability(failed);
                }

                @Override
                public double above(int failed) {
                    return distribution.survivalProbability(failed);
                }
            };
        }

        static Counts poisson(double mean) {
            PoissonDistribution distribution = PoissonDistribution.of(mean);
            return new Counts() {
                @Override
                public double exactly(int failed) {
                    return distribution.probability(failed);
                }

                @Override
                public double above(int failed) {
                    return distribution.survivalProbability(failed);
                }
            };
        }
    }
}
