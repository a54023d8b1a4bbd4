package dev.rockpool.content;

import java.math.BigDecimal;

/// How far from the right number an answer is still right.
///
/// @param amount the greatest difference; of a relative tolerance its share of the right number (`1%` is 0.01)
/// @param relative whether the amount is a share
public record Tolerance(BigDecimal amount, boolean relative) {
    public Tolerance {
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("amount must not be negative, but is " + amount);
        }
    }

    /// Whether `given` is near enough to `answer`; the bound itself is.
    public boolean allows(BigDecimal answer, BigDecimal given) {
        BigDecimal bound = relative ? answer.abs().multiply(amount) : amount;
        return given.subtract(answer).abs().compareTo(bound) <= 0;
    }
}
