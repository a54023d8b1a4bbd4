package dev.rockpool.study.memory;

/// FSRS-6, the memory model of Anki 25.07 to 26.08, with 21 weights.
///
/// Every formula is that of fsrs-rs 6.6.1 `src/model.rs` (named in brackets), computed in `double` where fsrs-rs
/// computes in 32-bit floats. Where reference implementations disagree, fsrs-rs decides: a same-day Hard, like Good
/// and Easy, never lowers the stability (py-fsrs 6.3.1 lets Hard lower it).
public final class Fsrs6 implements MemoryModel {
    /// The bounds of a stability, in days.
    public static final double LOWEST_STABILITY = 0.001;

    public static final double HIGHEST_STABILITY = 36_500;

    /// The bounds of a difficulty.
    public static final double LOWEST_DIFFICULTY = 1;

    public static final double HIGHEST_DIFFICULTY = 10;

    private static final Version VERSION = new Version("fsrs", 6);

    /// The retrievability at which stability is defined.
    private static final double RETENTION_OF_STABILITY = 0.9;

    private final Fsrs6Weights weights;
    private final double[] w;
    private final double decay;
    private final double factor;
    private final double recallGain;
    private final double easiestDifficulty;
    private final double lapseDivisor;

    public Fsrs6(Fsrs6Weights weights) {
        this.weights = weights;
        this.w = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
        this.decay = -w[20];
        this.factor = Math.pow(RETENTION_OF_STABILITY, 1 / decay) - 1;
        this.recallGain = Math.exp(w[8]);
        this.easiestDifficulty = unclampedFirstDifficulty(Rating.EASY);
        this.lapseDivisor = Math.exp(w[17] * w[18]);
    }

    /// The weights this model was made with.
    public Fsrs6Weights weights() {
        return weights;
    }

    @Override
    public Version version() {
        return VERSION;
    }

    @Override
    public MemoryState first(Rating rating) {
        return new MemoryState(
                clampStability(firstStability(rating)), clampDifficulty(unclampedFirstDifficulty(rating)));
    }

    /// [`step`]
    @Override
    public MemoryState next(MemoryState before, long elapsedDays, Rating rating) {
        if (elapsedDays < 0) {
            throw new IllegalArgumentException("elapsedDays " + elapsedDays + " is less than 0");
        }
        double stability = clampStability(before.stability());
        double difficulty = clampDifficulty(before.difficulty());
        double after = elapsedDays == 0
                ? sameDayStability(stability, rating)
                : laterStability(stability, difficulty, elapsedDays, rating);
        return new MemoryState(clampStability(after), nextDifficulty(difficulty, rating));
    }

    /// R(t, S) = (1 + factor·t/S)^decay, with decay = −w20 and factor = 0.9^(1/decay) − 1 [`power_forgetting_curve`].
    @Override
    public double retrievability(MemoryState state, double elapsedDays) {
        return retrievability(state.stability(), Math.max(0, elapsedDays));
    }

    /// The inverse of [#retrievability]: S/factor·(r^(1/decay) − 1) [`next_interval`].
    @Override
    public double interval(MemoryState state, double desiredRetention) {
        if (!(desiredRetention > 0 && desiredRetention < 1)) {
            throw new IllegalArgumentException("desiredRetention " + desiredRetention + " is not between 0 and 1");
        }
        return state.stability() / factor * (Math.pow(desiredRetention, 1 / decay) - 1);
    }

    /// The state of a card that SM-2 scheduled until now [`memory_state_from_sm2`].
    ///
    /// @param ease the ease factor, such as 2.5; above 1
    /// @param intervalDays the last interval
    /// @param retention the share of reviews that were recalled under SM-2, between 0 and 1
    public MemoryState fromSm2(double ease, double intervalDays, double retention) {
        if (!(ease > 1) || !(intervalDays >= 0) || !(retention > 0 && retention < 1)) {
            throw new IllegalArgumentException("ease " + ease + ", interval " + intervalDays + ", retention "
                    + retention + " are not above 1, from 0, and between 0 and 1");
        }
        double stability = Math.max(intervalDays, LOWEST_STABILITY) * factor / (Math.pow(retention, 1 / decay) - 1);
        double gain = recallGain * Math.pow(stability, -w[9]) * Math.expm1(w[10] * (1 - retention));
        return new MemoryState(stability, clampDifficulty(11 - (ease - 1) / gain));
    }

    private double retrievability(double stability, double elapsedDays) {
        return Math.pow(1 + factor * elapsedDays / stability, decay);
    }

    /// S0(G) = w[G−1] [`init_stability`].
    private double firstStability(Rating rating) {
        return w[rating.number() - 1];
    }

    /// D0(G) = w4 − e^(w5·(G−1)) + 1 [`init_difficulty`].
    private double unclampedFirstDifficulty(Rating rating) {
        return w[4] - Math.exp(w[5] * (rating.number() - 1)) + 1;
    }

    private double laterStability(double stability, double difficulty, long elapsedDays, Rating rating) {
        double retrievability = retrievability(stability, (double) elapsedDays);
        return switch (rating) {
            case AGAIN -> stabilityAfterFailure(stability, difficulty, retrievability);
            case HARD -> stabilityAfterSuccess(stability, difficulty, retrievability, w[15]);
            case GOOD -> stabilityAfterSuccess(stability, difficulty, retrievability, 1);
            case EASY -> stabilityAfterSuccess(stability, difficulty, retrievability, w[16]);
        };
    }

    /// S·(1 + e^w8·(11 − D)·S^−w9·(e^(w10·(1−R)) − 1)·(w15 if Hard)·(w16 if Easy)) [`stability_after_success`].
    private double stabilityAfterSuccess(double stability, double difficulty, double retrievability, double bonus) {
        return stability
                * (1
                        + recallGain
                                * (11 - difficulty)
                                * Math.pow(stability, -w[9])
                                * Math.expm1(w[10] * (1 - retrievability))
                                * bonus);
    }

    /// min(w11·D^−w12·((S+1)^w13 − 1)·e^(w14·(1−R)), S/e^(w17·w18)) [`stability_after_failure`].
    private double stabilityAfterFailure(double stability, double difficulty, double retrievability) {
        double forgotten = w[11]
                * Math.pow(difficulty, -w[12])
                * (Math.pow(stability + 1, w[13]) - 1)
                * Math.exp(w[14] * (1 - retrievability));
        return Math.min(forgotten, stability / lapseDivisor);
    }

    /// S·e^(w17·(G−3+w18))·S^−w19, the increase at least 1 unless Again [`stability_short_term`].
    private double sameDayStability(double stability, Rating rating) {
        double increase = Math.exp(w[17] * (rating.number() - 3 + w[18])) * Math.pow(stability, -w[19]);
        return stability * (rating.recalled() ? Math.max(increase, 1) : increase);
    }

    /// Moved by −w6·(G−3), damped towards 10, then drawn to D0(4), which is not clamped
    /// [`next_difficulty`, `linear_damping`, `mean_reversion`].
    private double nextDifficulty(double difficulty, Rating rating) {
        double moved = difficulty + damped(-w[6] * (rating.number() - 3), difficulty);
        return clampDifficulty(w[7] * (easiestDifficulty - moved) + moved);
    }

    private static double damped(double change, double difficulty) {
        return change * (HIGHEST_DIFFICULTY - difficulty) / 9;
    }

    private static double clampStability(double stability) {
        return Math.clamp(stability, LOWEST_STABILITY, HIGHEST_STABILITY);
    }

    private static double clampDifficulty(double difficulty) {
        return Math.clamp(difficulty, LOWEST_DIFFICULTY, HIGHEST_DIFFICULTY);
    }
}
