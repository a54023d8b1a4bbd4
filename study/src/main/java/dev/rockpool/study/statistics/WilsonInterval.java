package dev.rockpool.study.statistics;

import java.util.Optional;

/// The 95 % interval of a share (E. B. Wilson, JASA 22, 1927): where the true chance lies, given how many of so many
/// trials succeeded. Unlike the normal approximation it holds for few trials and for shares near 0 and 1.
///
/// @param low lower end, 0 to 1
/// @param high upper end, 0 to 1
public record WilsonInterval(double low, double high) {
    /// The 97.5 % point of the normal distribution.
    private static final double Z = 1.959963984540054;

    public WilsonInterval {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("interval " + low + " to " + high + " is not within 0 to 1");
        }
    }

    /// Empty for no trials.
    public static Optional<WilsonInterval> of(long successes, long trials) {
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes are not within 0 to " + trials);
        }
        if (trials == 0) {
            return Optional.empty();
        }
        double n = trials;
        double share = successes / n;
        double middle = share + Z * Z / (2 * n);
        double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        return Optional.of(new WilsonInterval(
                successes == 0 ? 0 : Math.max(0, (middle - half) / scale),
                successes == trials ? 1 : Math.min(1, (middle + half) / scale)));
    }
}
