package dev.rockpool.simulators.durability;

import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `method`, `annualLossProbability`, `nines`, `wholeNines`, `meanTimeToDataLossYears`,
/// `expectedObjectsLostPerYear`, `missionLossProbability`, `storageOverhead`; of a simulation also
/// `standardError` and `trials`.
final class DurabilityReport {
    private DurabilityReport() {}

    static ObjectNode of(DurabilityResult result) {
        DurabilityEstimate estimate = result.estimate();
        ObjectNode json = LabJson.object();
        json.put("method", estimate.method().word());
        json.put("annualLossProbability", LabJson.exact(estimate.annualLoss()));
        json.put("nines", LabJson.exact(estimate.nines()));
        json.put("wholeNines", estimate.wholeNines());
        json.put("meanTimeToDataLossYears", LabJson.exact(estimate.meanYearsToLoss()));
        json.put("expectedObjectsLostPerYear", LabJson.exact(result.scenario().objects() * estimate.annualLoss()));
        json.put(
                "missionLossProbability",
                LabJson.exact(estimate.lossWithin(result.scenario().missionYears())));
        json.put("storageOverhead", LabJson.exact(result.scenario().scheme().overhead()));
        estimate.standardError().ifPresent(error -> json.put("standardError", LabJson.exact(error)));
        estimate.trials().ifPresent(trials -> json.put("trials", trials));
        return json;
    }
}
