package dev.rockpool.simulators.lifecycle;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillJson;
import dev.rockpool.lifecycle.LifecycleAction;
import dev.rockpool.lifecycle.LifecycleEvent;
import dev.rockpool.lifecycle.LifecycleFault;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabJson;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result of the lifecycle lab as JSON.
///
/// `versionId` is the version that the action is done to: of a `delete-marker` the version that it covers, with
/// `marker` the id of the marker; of an upload its id. `from` and `to` are storage classes, `null` where there is none.
/// `overruled` names what was due at the same midnight for the same version and gave way. `doingNothing` is the bill
/// without rules.
final class LifecycleReport {
    private LifecycleReport() {}

    static ObjectNode of(LifecycleResult result) {
        ObjectNode json = LabJson.object();
        ArrayNode events = json.putArray("events");
        result.events().forEach(event -> write(events.addObject(), event));
        ArrayNode rejected = json.putArray("rejected");
        for (LifecycleFault fault : result.rejected()) {
            rejected.addObject()
                    .put("rule", fault.rule())
                    .put("field", fault.field())
                    .put("code", fault.code().name())
                    .put("message", fault.message());
        }
        ArrayNode figures = json.putArray("figures");
        for (Figure figure : result.figures()) {
            ObjectNode each = figures.addObject();
            each.put("figure", figure.id());
            if (Double.isFinite(figure.value())) {
                each.put("value", LabJson.decimal(figure.value()));
            } else {
                each.putNull("value");
            }
            each.put("unit", figure.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        json.set("bill", json(result.bill()));
        json.set("doingNothing", json(result.untouched()));
        return json;
    }

    private static void write(ObjectNode json, LifecycleEvent event) {
        json.put("at", event.at().toString());
        json.put("key", event.key());
        json.put("versionId", event.versionId());
        json.put("action", event.action().wireName());
        json.put("from", event.from().map(Enum::name).orElse(null));
        json.put("to", event.to().map(Enum::name).orElse(null));
        json.put("rule", event.rule());
        event.marker().ifPresent(marker -> json.put("marker", marker));
        if (!event.overruled().isEmpty()) {
            ArrayNode overruled = json.putArray("overruled");
            for (LifecycleEvent.Overruled other : event.overruled()) {
                ObjectNode each = overruled.addObject();
                each.put("action", other.action().wireName());
                if (other.action() == LifecycleAction.TRANSITION) {
                    each.put("to", other.to().map(Enum::name).orElse(null));
                }
                each.put("rule", other.rule());
            }
        }
    }

    private static JsonNode json(Bill bill) {
        return LabJson.parse("bill", BillJson.line(bill));
    }
}
