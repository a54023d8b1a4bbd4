package dev.rockpool.simulators.access;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `outcome` (`allowed|denied|unreachable`), `steps` (sentences in order, each with its
/// `place`, and the `statement` that decided there), `openWays`, `month` (`requests`, `allowed` by closed
/// form; `drawn` and `drawnAllowed` as simulated), `way` and `bill` (of the way alone and of the whole
/// month).
final class AccessReport {
    private AccessReport() {}

    static ObjectNode of(AccessResult result) {
        ObjectNode json = LabJson.object();
        json.put("outcome", Word.of(result.passage().outcome()));
        ArrayNode steps = json.putArray("steps");
        for (PassageStep step : result.passage().steps()) {
            ObjectNode line = steps.addObject().put("place", Word.of(step.place()));
            line.put("passes", step.passes());
            if (!step.statement().isEmpty()) {
                line.put("statement", step.statement());
            }
            line.put("sentence", step.sentence());
        }
        ArrayNode open = json.putArray("openWays");
        result.open().forEach(route -> open.add(Word.of(route)));
        ObjectNode month = json.putObject("month");
        month.put("requests", result.scenario().traffic().requests());
        month.put("allowed", result.month().allowed());
        month.put("drawn", result.tally().drawn());
        month.put("drawnAllowed", result.tally().allowed());
        json.set("way", LabJson.parse("way", BillJson.line(result.way())));
        json.set("bill", LabJson.parse("bill", BillJson.line(result.bill())));
        return json;
    }
}
