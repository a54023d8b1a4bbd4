package dev.rockpool.simulators.perplexity;

import dev.rockpool.kernel.Seed;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.Resampling;
import java.util.List;
import java.util.Optional;

/// What a whole run came to.
///
/// @param scenario what was asked
/// @param probabilities of the tokens
/// @param bits cross-entropy, bits a token; infinite if a token was impossible
/// @param perplexity 1 or more, infinite if a token was impossible
/// @param figures the numbers
public record PerplexityResult(
        PerplexityScenario scenario, List<Double> probabilities, double bits, double perplexity, List<Figure> figures) {
    private static final double LN_2 = StrictMath.log(2);

    public PerplexityResult {
        probabilities = List.copyOf(probabilities);
        figures = List.copyOf(figures);
    }

    /// e^(−mean ln p) of `probabilities`, of which there is at least one.
    static double perplexity(List<Double> probabilities) {
        return StrictMath.exp(surprise(probabilities));
    }

    /// Mean surprise in natural units.
    static double surprise(List<Double> probabilities) {
        double sum = 0;
        for (double probability : probabilities) {
            sum -= StrictMath.log(probability);
        }
        return sum / probabilities.size() + 0.0;
    }

    /// The perplexity of tokens drawn again; empty if there is one token, too many, or an impossible one.
    static Optional<Resampling> resampled(List<Double> probabilities, long seed) {
        double[] surprises = probabilities.stream()
                .mapToDouble(probability -> -StrictMath.log(probability))
                .toArray();
        return Resampling.of(surprises.length, new Seed(seed).derive("perplexity/tokens"), drawn -> {
            double sum = 0;
            for (int at = 0; at < drawn.length; at++) {
                sum += drawn[at] == 0 ? 0 : drawn[at] * surprises[at];
            }
            return StrictMath.exp(sum / drawn.length);
        });
    }

    static double bits(List<Double> probabilities) {
        return surprise(probabilities) / LN_2;
    }
}
