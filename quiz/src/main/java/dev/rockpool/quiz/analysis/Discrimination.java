package dev.rockpool.quiz.analysis;

/// What an upper-lower difference is worth, after Ebel and Frisbie.
public enum Discrimination {
    /// .4 and above.
    VERY_GOOD(0.4),
    /// .3 to .4: may be improved.
    GOOD(0.3),
    /// .2 to .3: to be improved.
    MARGINAL(0.2),
    /// Below .2: to be written anew.
    POOR(Double.NEGATIVE_INFINITY);

    private final double from;

    Discrimination(double from) {
        this.from = from;
    }

    /// The step on which a difference stands.
    ///
    /// @param upperLower from -1 to 1
    public static Discrimination of(double upperLower) {
        for (Discrimination step : values()) {
            if (upperLower >= step.from) {
                return step;
            }
        }
        throw new IllegalArgumentException("upperLower must be from -1 to 1, but is " + upperLower);
    }
}
