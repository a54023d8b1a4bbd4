package dev.rockpool.simulators.perplexity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tokens that came, and how likely a model thought them.
///
/// @param probabilities of the tokens, 0 to 1; not used with a model
/// @param model that gives the probabilities, if there is one
/// @param mishap what went wrong
/// @param seed by which tokens are drawn again
public record PerplexityScenario(List<Double> probabilities, Optional<NgramModel> model, Mishap mishap, long seed) {
    /// The seed unless another is chosen.
    public static final long STANDARD_SEED = 7;

    public PerplexityScenario {
        probabilities = List.copyOf(probabilities);
    }

    /// Nothing went wrong.
    public PerplexityScenario(List<Double> probabilities, Optional<NgramModel> model) {
        this(probabilities, model, Mishap.NONE, STANDARD_SEED);
    }

    /// The probabilities that count.
    List<Double> given() {
        return model.isPresent()
                ? foreseen().stream().map(NgramModel.Foreseen::probability).toList()
                : mishap.befall(probabilities);
    }

    /// What the model counts for each token; empty without one.
    List<NgramModel.Foreseen> foreseen() {
        return model.map(mishap::befall).map(NgramModel::foresee).orElse(List.of());
    }

    PerplexityScenario withProbability(int at, double other) {
        List<Double> changed = new ArrayList<>(probabilities);
        changed.set(at, other);
        return new PerplexityScenario(changed, model, mishap, seed);
    }

    PerplexityScenario withModel(NgramModel other) {
        return new PerplexityScenario(probabilities, Optional.of(other), mishap, seed);
    }

    PerplexityScenario withMishap(Mishap other) {
        return new PerplexityScenario(probabilities, model, other, seed);
    }

    PerplexityScenario withSeed(long other) {
        return new PerplexityScenario(probabilities, model, mishap, other);
    }
}
