package dev.rockpool.simulators.perplexity;

import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `perplexity`, `crossEntropyBits` (both `"Infinity"` if a token was impossible),
/// `tokens`; of a model also `steps` (`context`, `token`, `count`, `contexts`, `probability`).
final class PerplexityReport {
    private PerplexityReport() {}

    static ObjectNode of(PerplexityResult result) {
        ObjectNode json = LabJson.object();
        number(json, "perplexity", result.perplexity());
        number(json, "crossEntropyBits", result.bits());
        json.put("tokens", result.probabilities().size());
        result.scenario().model().ifPresent(_ -> {
            ArrayNode steps = json.putArray("steps");
            for (NgramModel.Foreseen each : result.scenario().foreseen()) {
                steps.addObject()
                        .put("context", each.context())
                        .put("token", each.token())
                        .put("count", each.count())
                        .put("contexts", each.contexts())
                        .put("probability", LabJson.decimal(each.probability()));
            }
        });
        return json;
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isInfinite(value)) {
            json.put(name, "Infinity");
        } else {
            json.put(name, LabJson.exact(value));
        }
    }
}
