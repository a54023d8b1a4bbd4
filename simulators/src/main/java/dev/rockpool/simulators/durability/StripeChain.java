package dev.rockpool.simulators.durability;

import java.util.Arrays;

/// The Markov chain of a stripe: its state is how many shards are lost.
///
/// From each state a repair leads down by one; a failure leads up by one, the loss of a zone by as many
/// shards as were left there, a common cause to the loss of all. A step up that cannot be undone ends
/// in data loss. Rates are per hour.
///
/// Where zones are lost, lost shards count as spread over the zones by chance.
final class StripeChain {
    private static final double HALF = 0.5;

    private final DurabilityScenario scenario;
    private final int most;
    private final double[][] up;
    private final double[] loss;

    StripeChain(DurabilityScenario scenario) {
        this.scenario = scenario;
        most = scenario.scheme().mostLost();
        up = new double[most + 1][most + 1];
        loss = new double[most + 1];
        double hourly = scenario.yearlyRate() / scenario.hoursPerYear();
        int shards = scenario.scheme().shards();
        for (int failed = 0; failed <= most; failed++) {
            advance(failed, 1, (shards - failed) * hourly * (1 - scenario.commonCauseShare()));
            loss[failed] += hourly * scenario.commonCauseShare();
            zones(failed);
        }
    }

    /// The most shards that can be lost while the data are not.
    int most() {
        return most;
    }

    /// The rate from `failed` to more, `then` lost shards.
    double up(int failed, int then) {
        return up[failed][then];
    }

    /// The rate from `failed` lost shards to data loss.
    double loss(int failed) {
        return loss[failed];
    }

    /// The rate of repairs with `failed` lost shards.
    double down(int failed) {
        return scenario.repairing(failed) / scenario.downHours();
    }

    /// Mean hours until data loss, from a whole stripe: states are eliminated from the last to the
    /// first without a subtraction (Grassmann, Taksar and Heyman), which keeps every digit however rare
    /// the loss is.
    double meanHoursToLoss() {
        double[][] rate = new double[most + 1][];
        for (int state = 0; state <= most; state++) {
            rate[state] = up[state].clone();
            if (state > 0) {
                rate[state][state - 1] += down(state);
            }
        }
        double[] end = loss.clone();
        double[] time = new double[most + 1];
        Arrays.fill(time, 1);
        for (int last = most; last > 0; last--) {
            double leaving = end[last];
            for (int to = 0; to < last; to++) {
                leaving += rate[last][to];
            }
            for (int from = 0; from < last; from++) {
                double share = rate[from][last] / leaving;
                for (int to = 0; to < last; to++) {
                    if (to != from) {
                        rate[from][to] += share * rate[last][to];
                    }
                }
                end[from] += share * end[last];
                time[from] += share * time[last];
            }
        }
        return time[0] / end[0];
    }

    /// A loss of `more` shards at once.
    private void advance(int failed, int more, double rate) {
        int then = failed + more;
        if (then > most) {
            loss[failed] += rate;
            return;
        }
        double survived = decodable(failed, then) * (1 - latent(then) * (1 - decodable(then, then + 1)));
        up[failed][then] += rate * survived;
        loss[failed] += rate * (1 - survived);
    }

    /// The share of ways from `failed` to `then` lost shards that can be undone, given that it could
    /// before.
    private double decodable(int failed, int then) {
        double before = scenario.scheme().decodable(failed);
        return before == 0 || then > most ? 0 : scenario.scheme().decodable(then) / before;
    }

    /// The chance that one of the shards that are left has a defect nobody has found yet.
    private double latent(int failed) {
        double share = scenario.latentDefectsPerYear() * scenario.scrubHours() / scenario.hoursPerYear() * HALF;
        int left = scenario.scheme().shards() - failed;
        return share >= 1 ? 1 : -StrictMath.expm1(left * StrictMath.log1p(-share));
    }

    private void zones(int failed) {
        double rate = scenario.zoneLossesPerYear() / scenario.hoursPerYear();
        if (rate == 0) {
            return;
        }
        int shards = scenario.scheme().shards();
        for (int zone = 0; zone < scenario.zones(); zone++) {
            int size = shards / scenario.zones() + (zone < shards % scenario.zones() ? 1 : 0);
            double all = Scheme.binomial(shards, failed).doubleValue();
            for (int lost = Math.max(0, failed - (shards - size)); lost < size && lost <= failed; lost++) {
                double share = Scheme.binomial(size, lost)
                                .multiply(Scheme.binomial(shards - size, failed - lost))
                                .doubleValue()
                        / all;
                advance(failed, size - lost, rate * share);
            }
        }
    }
}
