package dev.rockpool.simulators.encryption;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `outcome`, `steps` (sentences in order), `calls` (by action, a month), `bill` (of that month).
final class EncryptionReport {
    private EncryptionReport() {}

    static ObjectNode of(EncryptionResult result) {
        ObjectNode json = LabJson.object();
        json.put("outcome", result.reading().outcome().word());
        ArrayNode steps = json.putArray("steps");
        result.reading().steps().forEach(step -> steps.add(step.sentence()));
        ObjectNode calls = json.putObject("calls");
        calls.put("s3:PutObject", result.calls().puts());
        calls.put("s3:GetObject", result.calls().gets());
        calls.put("kms:GenerateDataKey", result.calls().generated());
        calls.put("kms:Decrypt", result.calls().decrypted());
        json.set("bill", LabJson.parse("bill", BillJson.line(result.bill())));
        return json;
    }
}
