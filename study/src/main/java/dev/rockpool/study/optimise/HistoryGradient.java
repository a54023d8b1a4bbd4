package dev.rockpool.study.optimise;

import dev.rockpool.study.memory.Fsrs6;
import dev.rockpool.study.memory.Fsrs6Weights;

/// The weighted log loss of one card's items and its derivatives by the 21 weights, exact: the recurrence of FSRS-6 is
/// walked forwards once, keeping every step on a tape, and backwards once.
///
/// The formulas are those of [Fsrs6], which this class repeats on plain arrays; a test holds the two together. In the
/// names, *adjoint* of a quantity is the derivative of the loss by it. A bound that a stability or difficulty ran into
/// stops the derivative there, as in the reference's clamps. One instance a thread: the tape is reused.
final class HistoryGradient {
    private static final double LN_RETENTION_OF_STABILITY = Math.log(0.9);
    private static final int AGAIN = 1;
    private static final int HARD = 2;
    private static final int GOOD = 3;
    private static final int EASY = 4;

    private final TrainingItems items;
    private final ReviewHistories histories;

    // what depends on the weights alone
    private double[] w = new double[Fsrs6Weights.COUNT];
    private double decay;
    private double factor;
    private double factorByW20;
    private double recallGain;
    private double easiestDifficulty;
    private double lapseDivisor;
    private final double[] firstDifficulty = new double[EASY + 1];

    // the tape: at step k the state before the k-th review, and what its formula passed through
    private final double[] stability;
    private final double[] difficulty;
    private final double[] logStability;
    private final double[] logBase;
    private final double[] retrievability;
    private final double[] gain;
    private final double[] grown;
    private final double[] unclampedStability;
    private final double[] unclampedDifficulty;

    HistoryGradient(TrainingItems items, int longestHistory) {
        this.items = items;
        this.histories = items.histories();
        int steps = longestHistory + 1;
        stability = new double[steps];
        difficulty = new double[steps];
        logStability = new double[steps];
        logBase = new double[steps];
        retrievability = new double[steps];
        gain = new double[steps];
        grown = new double[steps];
        unclampedStability = new double[steps];
        unclampedDifficulty = new double[steps];
    }

    /// From now on the loss is that of these weights.
    void use(double[] weights) {
        w = weights;
        decay = -w[20];
        factor = Math.exp(LN_RETENTION_OF_STABILITY / decay) - 1;
        factorByW20 = (factor + 1) * LN_RETENTION_OF_STABILITY / (decay * decay);
        recallGain = Math.exp(w[8]);
        lapseDivisor = Math.exp(w[17] * w[18]);
        for (int grade = AGAIN; grade <= EASY; grade++) {
            firstDifficulty[grade] = w[4] - Math.exp(w[5] * (grade - 1)) + 1;
        }
        easiestDifficulty = firstDifficulty[EASY];
    }

    /// Adds the derivatives of a card's loss to `gradient`. Items beyond the first `longest` reviews do not count.
    void add(int card, int longest, double[] gradient) {
        int start = histories.start(card);
        int last = Math.min(histories.end(card), start + longest) - 1;
        while (last > start && items.weight(last) == 0) {
            last--;
        }
        if (last == start) {
            return;
        }
        forward(start, last);
        backward(start, last, gradient);
    }

    private void forward(int start, int last) {
        int first = histories.grade(start);
        double s = w[first - 1];
        double unclamped = firstDifficulty[first];
        unclampedDifficulty[0] = unclamped;
        double d = clampDifficulty(unclamped);
        for (int place = start + 1; place <= last; place++) {
            int k = place - start;
            int days = histories.elapsedDays(place);
            int grade = histories.grade(place);
            double logS = Math.log(s);
            stability[k] = s;
            difficulty[k] = d;
            logStability[k] = logS;
            double next;
            if (days == 0) {
                double increase = Math.exp(w[17] * (grade - 3 + w[18]) - w[19] * logS);
                gain[k] = increase;
                next = s * (grade > AGAIN ? Math.max(increase, 1) : increase);
            } else {
                double logU = Math.log(1 + factor * days / s);
                double r = Math.exp(decay * logU);
                logBase[k] = logU;
                retrievability[k] = r;
                if (place == last) {
                    return;
                }
                next = grade == AGAIN ? afterFailure(k, s, d, r) : afterSuccess(k, s, d, r, grade);
            }
            unclampedStability[k] = next;
            s = Math.clamp(next, Fsrs6.LOWEST_STABILITY, Fsrs6.HIGHEST_STABILITY);
            double moved = d - w[6] * (grade - GOOD) * (Fsrs6.HIGHEST_DIFFICULTY - d) / 9;
            double nextDifficulty = w[7] * (easiestDifficulty - moved) + moved;
            unclampedDifficulty[k] = nextDifficulty;
            d = clampDifficulty(nextDifficulty);
        }
    }

    private double afterSuccess(int k, double s, double d, double r, int grade) {
        double bonus = grade == HARD ? w[15] : grade == EASY ? w[16] : 1;
        double base = recallGain * (11 - d) * Math.exp(-w[9] * logStability[k]);
        double x = Math.exp(w[10] * (1 - r));
        gain[k] = base;
        grown[k] = x;
        return s * (1 + base * (x - 1) * bonus);
    }

    private double afterFailure(int k, double s, double d, double r) {
        double q = Math.exp(w[13] * Math.log(s + 1));
        double base = w[11] * Math.exp(-w[12] * Math.log(d) + w[14] * (1 - r));
        gain[k] = base;
        grown[k] = q;
        return Math.min(base * (q - 1), s / lapseDivisor);
    }

    private void backward(int start, int last, double[] g) {
        double aS = 0;
        double aD = 0;
        double aEasiest = 0;
        for (int place = last; place > start; place--) {
            int k = place - start;
            int days = histories.elapsedDays(place);
            int grade = histories.grade(place);
            double s = stability[k];
            double aR = 0;
            double aBeforeS = 0;
            double aBeforeD = 0;
            if (place < last) {
                double d = difficulty[k];
                if (isDifficulty(unclampedDifficulty[k])) {
                    double moved = d - w[6] * (grade - GOOD) * (Fsrs6.HIGHEST_DIFFICULTY - d) / 9;
                    g[7] += aD * (easiestDifficulty - moved);
                    aEasiest += aD * w[7];
                    double aMoved = aD * (1 - w[7]);
                    g[6] -= aMoved * (grade - GOOD) * (Fsrs6.HIGHEST_DIFFICULTY - d) / 9;
                    aBeforeD = aMoved * (1 + w[6] * (grade - GOOD) / 9);
                }
                double unclamped = unclampedStability[k];
                if (unclamped >= Fsrs6.LOWEST_STABILITY && unclamped <= Fsrs6.HIGHEST_STABILITY) {
                    if (days == 0) {
                        aBeforeS = backwardSameDay(k, aS, grade, g);
                    } else if (grade == AGAIN) {
                        double q = grown[k];
                        double base = gain[k];
                        double p = base * (q - 1);
                        double cap = s / lapseDivisor;
                        if (p <= cap) {
                            double logNext = Math.log(s + 1);
                            g[11] += aS * p / w[11];
                            g[12] -= aS * p * Math.log(d);
                            g[13] += aS * base * q * logNext;
                            g[14] += aS * p * (1 - retrievability[k]);
                            aBeforeD -= aS * p * w[12] / d;
                            aBeforeS = aS * base * q * w[13] / (s + 1);
                            aR = -aS * p * w[14];
                        } else {
                            g[17] -= aS * cap * w[18];
                            g[18] -= aS * cap * w[17];
                            aBeforeS = aS / lapseDivisor;
                        }
                    } else {
                        double x = grown[k];
                        double bonus = grade == HARD ? w[15] : grade == EASY ? w[16] : 1;
                        double plain = gain[k] * (x - 1);
                        double increase = plain * bonus;
                        double aIncrease = aS * s;
                        double aX = aIncrease * gain[k] * bonus * x;
                        g[8] += aIncrease * increase;
                        g[9] -= aIncrease * increase * logStability[k];
                        g[10] += aX * (1 - retrievability[k]);
                        if (grade == HARD) {
                            g[15] += aIncrease * plain;
                        } else if (grade == EASY) {
                            g[16] += aIncrease * plain;
                        }
                        aR = -aX * w[10];
                        aBeforeD -= aIncrease * increase / (11 - d);
                        aBeforeS = aS * (1 + increase) - aS * increase * w[9];
                    }
                }
            }
            if (days > 0) {
                double r = retrievability[k];
                float weight = items.weight(place);
                if (weight > 0) {
                    aR += grade > AGAIN ? -weight / r : weight / (1 - r);
                }
                // R = u^decay with u = 1 + factor·days/S
                double aLogU = aR * r * decay;
                double perU = aLogU * Math.exp(-logBase[k]) * days / s;
                g[20] += -aR * r * logBase[k] + perU * factorByW20;
                aBeforeS -= perU * factor / s;
            }
            aS = aBeforeS;
            aD = aBeforeD;
        }
        int first = histories.grade(start);
        g[first - 1] += aS;
        if (isDifficulty(unclampedDifficulty[0])) {
            g[4] += aD;
            g[5] -= aD * (first - 1) * Math.exp(w[5] * (first - 1));
        }
        g[4] += aEasiest;
        g[5] -= aEasiest * (EASY - 1) * Math.exp(w[5] * (EASY - 1));
    }

    /// The adjoint of the stability before a same-day review.
    private double backwardSameDay(int k, double aS, int grade, double[] g) {
        double increase = gain[k];
        if (grade > AGAIN && increase < 1) {
            return aS;
        }
        double after = stability[k] * increase;
        g[17] += aS * after * (grade - 3 + w[18]);
        g[18] += aS * after * w[17];
        g[19] -= aS * after * logStability[k];
        return aS * increase * (1 - w[19]);
    }

    /// Walks a card's history forwards only and tells every item that counts what was predicted and what happened.
    void predict(int card, Predictions predictions) {
        int start = histories.start(card);
        int last = histories.end(card) - 1;
        while (last > start && items.weight(last) == 0) {
            last--;
        }
        if (last == start) {
            return;
        }
        forward(start, last);
        for (int place = start + 1; place <= last; place++) {
            float weight = items.weight(place);
            if (weight > 0) {
                predictions.item(place, weight, retrievability[place - start], histories.grade(place) > AGAIN);
            }
        }
    }

    /// Takes predictions, in time order of a card.
    interface Predictions {
        void item(int place, double weight, double predicted, boolean recalled);
    }

    private static boolean isDifficulty(double unclamped) {
        return unclamped >= Fsrs6.LOWEST_DIFFICULTY && unclamped <= Fsrs6.HIGHEST_DIFFICULTY;
    }

    private static double clampDifficulty(double difficulty) {
        return Math.clamp(difficulty, Fsrs6.LOWEST_DIFFICULTY, Fsrs6.HIGHEST_DIFFICULTY);
    }
}
