package dev.rockpool.simulators.perplexity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tokens that came, and how likely a model thought them.
///
/// @param probabilities of the tokens, 0 to 1; not used with a model
/// @param model that gives the probabilities, if there is one
public record PerplexityScenario(List<Double> probabilities, Optional<NgramModel> model) {
    public PerplexityScenario {
        probabilities = List.copyOf(probabilities);
    }

    /// The probabilities that count.
    List<Double> given() {
        return model.map(ngrams -> ngrams.foresee().stream()
                        .map(NgramModel.Foreseen::probability)
                        .toList())
                .orElse(probabilities);
    }

    PerplexityScenario withProbability(int at, double other) {
        List<Double> changed = new ArrayList<>(probabilities);
        changed.set(at, other);
        return new PerplexityScenario(changed, model);
    }

    PerplexityScenario withModel(NgramModel other) {
        return new PerplexityScenario(probabilities, Optional.of(other));
    }
}
