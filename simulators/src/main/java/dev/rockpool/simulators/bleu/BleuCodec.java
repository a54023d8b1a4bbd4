package dev.rockpool.simulators.bleu;

import dev.rockpool.simulators.JsonFields;
import dev.rockpool.simulators.LabJson;
import dev.rockpool.simulators.ScenarioCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads and writes scenarios of the lab *bleu*.
///
/// `references` holds streams, each as long as `hypotheses`, as sacreBLEU takes them; or, with
/// `referencesBy` set to `hypothesis`, a list for each hypothesis. Without `referencesBy` lists that
/// cannot be streams are taken by hypothesis.
final class BleuCodec implements ScenarioCodec<BleuScenario> {
    static final int MOST_SEGMENTS = 10_000;
    static final int MOST_REFERENCES = 100;
    static final int LONGEST = 100_000;
    static final int MOST_ORDER = 9;
    static final double LEAST_VALUE = 0.000001;
    static final double MOST_VALUE = 100;

    private static final List<String> FIELDS = List.of(
            "hypotheses",
            "references",
            "referencesBy",
            "tokenizer",
            "smoothing",
            "smoothingValue",
            "level",
            "effectiveOrder",
            "lowercase",
            "maxOrder",
            "mishap",
            "seed");
    private static final String STREAM = "stream";
    private static final String HYPOTHESIS = "hypothesis";

    private final BleuScenario standard;

    BleuCodec(BleuScenario standard) {
        this.standard = standard;
    }

    @Override
    public ObjectNode write(BleuScenario scenario) {
        ObjectNode json = LabJson.object();
        ArrayNode hypotheses = json.putArray("hypotheses");
        scenario.hypotheses().forEach(hypotheses::add);
        int streams = scenario.references().getFirst().size();
        boolean even = scenario.references().stream().allMatch(each -> each.size() == streams);
        ArrayNode references = json.putArray("references");
        if (even) {
            for (int stream = 0; stream < streams; stream++) {
                ArrayNode lines = references.addArray();
                for (List<String> segment : scenario.references()) {
                    lines.add(segment.get(stream));
                }
            }
        } else {
            for (List<String> segment : scenario.references()) {
                ArrayNode lines = references.addArray();
                segment.forEach(lines::add);
            }
        }
        json.put("referencesBy", even ? STREAM : HYPOTHESIS);
        json.put("tokenizer", scenario.tokenizer().word());
        json.put("smoothing", scenario.smoothing().word());
        scenario.smoothingValue()
                .ifPresentOrElse(
                        value -> json.put("smoothingValue", LabJson.exact(value)),
                        () -> json.putNull("smoothingValue"));
        json.put("level", scenario.isSentence() ? "sentence" : "corpus");
        scenario.effectiveOrder()
                .ifPresentOrElse(value -> json.put("effectiveOrder", value), () -> json.putNull("effectiveOrder"));
        json.put("lowercase", scenario.lowercase());
        json.put("maxOrder", scenario.maxOrder());
        json.put("mishap", scenario.mishap().word());
        json.put("seed", scenario.seed());
        return json;
    }

    @Override
    public BleuScenario read(JsonNode json) {
        JsonFields fields = JsonFields.of("", json, FIELDS);
        if (fields.has("hypotheses") != fields.has("references")) {
            throw JsonFields.fault((fields.has("hypotheses") ? "references" : "hypotheses") + " is missing beside "
                    + (fields.has("hypotheses") ? "hypotheses" : "references"));
        }
        List<String> hypotheses = fields.has("hypotheses")
                ? fields.items("hypotheses", MOST_SEGMENTS, BleuCodec::line)
                : standard.hypotheses();
        if (hypotheses.isEmpty()) {
            throw JsonFields.fault("hypotheses is empty, it has 1 line or more");
        }
        Smoothing smoothing = Smoothing.of(fields.word(
                        "smoothing",
                        Smoothing.words(),
                        Optional.of(standard.smoothing().word())))
                .orElse(standard.smoothing());
        return new BleuScenario(
                hypotheses,
                fields.has("references") ? references(fields, hypotheses.size()) : standard.references(),
                Tokenizer.of(fields.word(
                                "tokenizer",
                                Tokenizer.words(),
                                Optional.of(standard.tokenizer().word())))
                        .orElse(standard.tokenizer()),
                smoothing,
                fields.has("smoothingValue")
                        ? Optional.of(fields.decimal("smoothingValue", LEAST_VALUE, MOST_VALUE))
                        : Optional.empty(),
                fields.word("level", List.of("corpus", "sentence"), Optional.of("corpus"))
                        .equals("sentence"),
                fields.has("effectiveOrder") ? Optional.of(fields.truth("effectiveOrder", false)) : Optional.empty(),
                fields.truth("lowercase", standard.lowercase()),
                (int) fields.whole("maxOrder", 1, MOST_ORDER, standard.maxOrder()),
                Mishap.of(fields.word(
                                "mishap",
                                Mishap.words(),
                                Optional.of(standard.mishap().word())))
                        .orElse(standard.mishap()),
                fields.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, standard.seed()));
    }

    private static List<List<String>> references(JsonFields fields, int segments) {
        List<List<Optional<String>>> lists = fields.items(
                "references",
                MOST_SEGMENTS,
                (path, list) -> JsonFields.items(
                        path,
                        list,
                        MOST_SEGMENTS,
                        (at, line) -> line.isNull() ? Optional.<String>empty() : Optional.of(line(at, line))));
        boolean fits = lists.stream().allMatch(list -> list.size() == segments);
        String by = fields.word("referencesBy", List.of(STREAM, HYPOTHESIS), Optional.of(fits ? STREAM : HYPOTHESIS));
        if (by.equals(STREAM)) {
            for (int at = 0; at < lists.size(); at++) {
                if (lists.get(at).size() != segments) {
                    throw JsonFields.fault(
                            "references[" + at + "] has " + lists.get(at).size()
                                    + " lines, it must have one for each of the " + segments + " hypotheses");
                }
            }
        } else if (lists.size() != segments) {
            throw JsonFields.fault("references has " + lists.size() + " lists, it must have streams of " + segments
                    + " lines, or one list for each of the " + segments + " hypotheses");
        }
        List<List<String>> references = new ArrayList<>();
        for (int segment = 0; segment < segments; segment++) {
            int at = segment;
            List<String> of = by.equals(STREAM)
                    ? lists.stream().flatMap(list -> list.get(at).stream()).toList()
                    : lists.get(at).stream().flatMap(Optional::stream).toList();
            if (of.isEmpty()) {
                throw JsonFields.fault("references has no line for hypotheses[" + segment + "], it needs 1 or more");
            }
            if (of.size() > MOST_REFERENCES) {
                throw JsonFields.fault("references has " + of.size() + " lines for hypotheses[" + segment
                        + "], it may have " + MOST_REFERENCES);
            }
            references.add(of);
        }
        return references;
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
