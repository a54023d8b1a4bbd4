package dev.rockpool.simulators.storageclasses;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.LabJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `classes` (`storageClass`, `total`, `perMonth`, `bill`), `cheapest`, `cheapestTotal`, `breakEvens`
/// (`below`, `above`, `readsPerObjectMonth`), `unpriced` (`storageClass`, `why`).
final class StorageClassesReport {
    private static final int DECIMALS = 12;

    private StorageClassesReport() {}

    static ObjectNode of(StorageClassesResult result) {
        ObjectNode json = LabJson.object();
        ArrayNode classes = json.putArray("classes");
        BigDecimal months = BigDecimal.valueOf(result.scenario().monthsKept());
        for (ClassCost cost : result.costs()) {
            ObjectNode each = classes.addObject();
            each.put("storageClass", cost.storageClass().name());
            each.put("total", cost.total().plain());
            each.put(
                    "perMonth",
                    cost.total()
                            .amount()
                            .divide(months, DECIMALS, RoundingMode.HALF_EVEN)
                            .stripTrailingZeros()
                            .toPlainString());
            each.set("bill", LabJson.parse("bill", BillJson.line(cost.bill())));
        }
        json.put("cheapest", result.cheapest().name());
        result.cost(result.cheapest())
                .ifPresent(cost -> json.put("cheapestTotal", cost.total().plain()));
        ArrayNode breakEvens = json.putArray("breakEvens");
        for (StorageClassesResult.BreakEvenReads pair : result.breakEvens()) {
            ObjectNode each = breakEvens.addObject();
            each.put("below", pair.below().name());
            each.put("above", pair.above().name());
            each.put("readsPerObjectMonth", LabJson.decimal(pair.readsPerObjectMonth()));
        }
        ArrayNode unpriced = json.putArray("unpriced");
        for (StorageClass storageClass : StorageClassesModel.CLASSES) {
            String why = result.unpriced().get(storageClass);
            if (why != null) {
                ObjectNode each = unpriced.addObject();
                each.put("storageClass", storageClass.name());
                each.put("why", why);
            }
        }
        return json;
    }
}
