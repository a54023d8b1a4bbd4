package dev.rockpool.simulators.durability;

import dev.rockpool.kernel.Seed;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Losses by simulation: cycles of the chain from a whole stripe to the next whole stripe, or to data
/// loss.
///
/// Losses are too rare to wait for. In each state half of the steps are made to lead up (failure
/// biasing), a share of them evenly over what can happen (balanced); each cycle is weighed by how much
/// likelier that made it. Losses in a cycle over hours in a cycle is the rate of losses (regenerative
/// simulation); both are weighed sums over the same cycles, so that the error is that of a ratio.
/// Source: P. Shahabuddin, "Importance sampling for the simulation of highly reliable Markovian
/// systems", Management Science 1994.
///
/// @param lossesPerHour of one stripe
/// @param relativeError one standard error over the rate; infinite without a hit
/// @param trials cycles
/// @param hits cycles that ended in data loss
record RareLosses(double lossesPerHour, double relativeError, long trials, long hits) {
    /// At one standard error of four thousandths it is enough.
    static final double ENOUGH = 0.004;

    static final int BATCH = 20_000;
    static final long MOST_TRIALS = 2_000_000;
    static final long MOST_STEPS = 60_000_000;
    private static final double HALF = 0.5;

    /// Simulates until the standard error is four thousandths, or two million cycles have passed.
    static RareLosses of(StripeChain chain, long seed) {
        return of(chain, seed, MOST_TRIALS);
    }

    /// Simulates until the standard error is four thousandths, or `most` cycles have passed.
    static RareLosses of(StripeChain chain, long seed, long most) {
        return new Cycles(chain, new Seed(seed).derive("durability/monte-carlo")).run(most);
    }

    /// The chain, taken apart so that a step costs little.
    private static final class Cycles {
        private final StripeChain chain;
        private final RandomGenerator random;
        private final int most;
        private final double[] total;
        private final double[] upward;
        private final double[] biased;
        private final int[][] targets;
        private final double[][] rates;
        private double hours;
        private double weight;
        private boolean lost;
        private long steps;

        Cycles(StripeChain chain, RandomGenerator random) {
            this.chain = chain;
            this.random = random;
            most = chain.most();
            total = new double[most + 1];
            upward = new double[most + 1];
            biased = new double[most + 1];
            targets = new int[most + 1][];
            rates = new double[most + 1][];
            for (int state = 0; state <= most; state++) {
                prepare(state);
            }
        }

        private void prepare(int state) {
            int[] to = new int[most + 2];
            double[] at = new double[most + 2];
            int number = 0;
            for (int then = state + 1; then <= most + 1; then++) {
                double rate = then > most ? chain.loss(state) : chain.up(state, then);
                if (rate > 0) {
                    to[number] = then;
                    at[number++] = rate;
                    upward[state] += rate;
                }
            }
            targets[state] = Arrays.copyOf(to, number);
            rates[state] = Arrays.copyOf(at, number);
            double down = state == 0 ? 0 : chain.down(state);
            total[state] = upward[state] + down;
            biased[state] = state == 0 ? 1 : Math.max(HALF, upward[state] / total[state]);
        }

        RareLosses run(long mostTrials) {
            // Squares of rare weights would fall below what a double holds: all are counted in units of the first.
            double unit = 0;
            double losses = 0;
            double time = 0;
            double lossesSquared = 0;
            double timeSquared = 0;
            double both = 0;
            long trials = 0;
            long hits = 0;
            double error = Double.POSITIVE_INFINITY;
            while (trials < mostTrials && steps < MOST_STEPS && error > ENOUGH) {
                for (int each = 0; each < BATCH; each++) {
                    cycle();
                    if (lost && unit == 0) {
                        unit = weight;
                    }
                    double hit = lost ? weight / unit : 0;
                    losses += hit;
                    time += hours;
                    lossesSquared += hit * hit;
                    timeSquared += hours * hours;
                    both += hit * hours;
                    hits += lost ? 1 : 0;
                }
                trials += BATCH;
                double ratio = losses / time;
                double spread = lossesSquared - 2 * ratio * both + ratio * ratio * timeSquared;
                error = hits == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(Math.max(0, spread)) / losses;
            }
            return new RareLosses(losses / time * unit, error, trials, hits);
        }

        /// From a whole stripe to a whole stripe, or to its loss.
        private void cycle() {
            int state = 0;
            weight = 1;
            hours = 0;
            lost = false;
            do {
                steps++;
                hours += weight / total[state];
                if (state > 0 && random.nextDouble() >= biased[state]) {
                    weight *= (1 - upward[state] / total[state]) / (1 - biased[state]);
                    state--;
                } else {
                    state = climb(state);
                }
            } while (state > 0 && state <= most);
            lost = state > most;
        }

        private int climb(int state) {
            double[] choices = rates[state];
            int chosen = 0;
            if (choices.length > 1) {
                if (random.nextDouble() < HALF) {
                    chosen = random.nextInt(choices.length);
                } else {
                    double point = random.nextDouble() * upward[state];
                    while (chosen < choices.length - 1 && point >= choices[chosen]) {
                        point -= choices[chosen++];
                    }
                }
            }
            double natural = choices[chosen] / upward[state];
            double sampled = choices.length == 1 ? 1 : HALF * natural + HALF / choices.length;
            weight *= upward[state] / total[state] / biased[state] * (natural / sampled);
            return targets[state][chosen];
        }
    }
}
