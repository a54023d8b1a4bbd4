package dev.rockpool.simulators.bleu;

import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `score`, `precisions` (percent), `brevityPenalty`, `counts`, `totals`,
/// `hypothesisLength`, `referenceLength`, `sentences` (the score of each).
final class BleuReport {
    private BleuReport() {}

    static ObjectNode of(BleuResult result) {
        // A single sentence is scored as a sentence throughout, its precisions too.
        BleuScore corpus = result.scenario().isSentence() && result.sentences().size() == 1
                ? result.sentences().getFirst()
                : result.corpus();
        ObjectNode json = LabJson.object();
        json.put("score", LabJson.decimal(result.score()));
        ArrayNode precisions = json.putArray("precisions");
        corpus.precisions().forEach(precision -> precisions.add(LabJson.decimal(precision)));
        json.put("brevityPenalty", LabJson.decimal(corpus.brevityPenalty()));
        ArrayNode counts = json.putArray("counts");
        corpus.counts().correct().forEach(counts::add);
        ArrayNode totals = json.putArray("totals");
        corpus.counts().total().forEach(totals::add);
        json.put("hypothesisLength", corpus.counts().hypothesisLength());
        json.put("referenceLength", corpus.counts().referenceLength());
        ArrayNode sentences = json.putArray("sentences");
        result.sentences().forEach(each -> sentences.add(LabJson.decimal(each.score())));
        return json;
    }
}
