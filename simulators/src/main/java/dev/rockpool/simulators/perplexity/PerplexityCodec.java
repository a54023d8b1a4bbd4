package dev.rockpool.simulators.perplexity;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *perplexity*: `probabilities`, or a `model` that gives them.
final class PerplexityCodec implements ScenarioCodec<PerplexityScenario> {
    static final int MOST_TOKENS = 1_000_000;
    static final int MOST_SENTENCES = 10_000;
    static final int LONGEST = 100_000;
    static final int MOST_ORDER = 6;
    static final double MOST_ADDED = 1_000;

    private static final List<String> FIELDS = List.of("probabilities", "model", "mishap", "seed");
    private static final List<String> MODEL = List.of("training", "test", "order", "addK", "vocabulary");

    private final PerplexityScenario standard;

    PerplexityCodec(PerplexityScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(PerplexityScenario scenario) {
        ObjectNode json = LabJson.object();
        if (scenario.model().isEmpty()) {
            ArrayNode probabilities = json.putArray("probabilities");
            scenario.probabilities().forEach(each -> probabilities.add(LabJson.exact(each)));
        }
        scenario.model().ifPresent(model -> {
            ObjectNode ngrams = json.putObject("model");
            ArrayNode training = ngrams.putArray("training");
            model.training().forEach(training::add);
            ngrams.put("test", model.test());
            ngrams.put("order", model.order());
            ngrams.put("addK", LabJson.exact(model.addK()));
            ArrayNode vocabulary = ngrams.putArray("vocabulary");
            model.vocabulary().forEach(vocabulary::add);
        });
        json.put("mishap", scenario.mishap().word());
        json.put("seed", scenario.seed());
        return json;
    }

    @Override
    public PerplexityScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        if (fields.has("probabilities") && fields.has("model")) {
            throw JsonFields.fault("probabilities cannot stand beside model");
        }
        Mishap mishap = Mishap.of(fields.word(
                        "mishap", Mishap.words(), Optional.of(standard.mishap().word())))
                .orElse(standard.mishap());
        long seed = fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed());
        if (fields.has("model")) {
            return new PerplexityScenario(List.of(), Optional.of(model(fields.require("model"))), mishap, seed);
        }
        if (!fields.has("probabilities")) {
            return standard.withMishap(mishap).withSeed(seed);
        }
        List<Double> probabilities =
                fields.items("probabilities", MOST_TOKENS, (path, each) -> JsonFields.decimal(path, each, 0, 1));
        if (probabilities.isEmpty()) {
            throw JsonFields.fault("probabilities is empty, it has 1 number or more");
        }
        return new PerplexityScenario(probabilities, Optional.empty(), mishap, seed);
    }

    private static NgramModel model(JsonNode json) {
        JsonFields fields = JsonFields.of("model", json, MODEL);
        List<String> training = fields.items("training", MOST_SENTENCES, PerplexityCodec::line);
        if (training.isEmpty()) {
            throw JsonFields.fault("model.training is empty, it has 1 sentence or more");
        }
        String test = line("model.test", fields.require("test"));
        NgramModel model = new NgramModel(
                training,
                test,
                (int) fields.whole("order", 1, MOST_ORDER, 2),
                fields.decimal("addK", 0, MOST_ADDED, 0),
                fields.has("vocabulary") ? fields.items("vocabulary", MOST_TOKENS, PerplexityCodec::line) : List.of());
        if (NgramModel.words(test).isEmpty()) {
            throw JsonFields.fault("model.test is empty, it has 1 word or more");
        }
        return model;
    }

    private static String line(String path, JsonNode json) {
        if (!json.isString()) {
            throw JsonFields.fault(path + " is a string, not " + JsonFields.kind(json));
        }
        if (json.stringValue().length() > LONGEST) {
            throw JsonFields.fault(
                    path + " has " + json.stringValue().length() + " characters, it may have " + LONGEST);
        }
        return json.stringValue();
    }
}
