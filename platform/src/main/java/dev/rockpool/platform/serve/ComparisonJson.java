package dev.rockpool.platform.serve;

import dev.rockpool.costmodel.BillJson;
import dev.rockpool.platform.Comparison;
import dev.rockpool.platform.EventLog;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A comparison as JSON; docs/branches.md describes it.
final class ComparisonJson {
    private static final int SECONDS_A_DAY = 86_400;

    private final JsonMapper json;

    ComparisonJson(JsonMapper json) {
        this.json = json;
    }

    ObjectNode of(Comparison comparison, Optional<Comparison.Lives> lives) {
        ObjectNode answer = json.createObjectNode();
        ObjectNode axis = answer.putObject("axis");
        boolean isDays = comparison.step().toSeconds() >= SECONDS_A_DAY;
        axis.put("unit", isDays ? "days" : "hours");
        axis.put("step", isDays ? comparison.step().toDays() : comparison.step().toHours());
        ArrayNode moments = axis.putArray("at");
        comparison.axis().forEach(moment -> moments.add(moment.toString()));
        answer.set("left", side(comparison.left()));
        answer.set("right", side(comparison.right()));
        answer.put("more", comparison.more().plain());
        ArrayNode differences = answer.putArray("differences");
        for (Comparison.Difference difference : comparison.differences()) {
            ObjectNode node = differences
                    .addObject()
                    .put("service", difference.service())
                    .put("item", difference.item())
                    .put("about", difference.about())
                    .put("left", difference.left().plain())
                    .put("right", difference.right().plain())
                    .put("more", difference.more().plain())
                    .put("sentence", difference.sentence());
            ArrayNode rules = node.putArray("rules");
            difference.rules().forEach(rules::add);
        }
        ArrayNode notes = answer.putArray("notes");
        comparison.notes().forEach(notes::add);
        lives.ifPresent(both -> {
            ObjectNode object = answer.putObject("object").put("whole", both.whole());
            life(object.putArray("left"), both.left());
            life(object.putArray("right"), both.right());
        });
        return answer;
    }

    private ObjectNode side(Comparison.Side side) {
        ObjectNode node = json.createObjectNode()
                .put("name", side.name())
                .put("from", side.from().toString())
                .put("now", side.now().toString());
        ArrayNode points = node.putArray("points");
        for (Comparison.Point point : side.points()) {
            ObjectNode here = points.addObject()
                    .put("at", point.at().toString())
                    .put("objects", point.objects())
                    .put("requests", point.requests());
            ObjectNode bytes = here.putObject("bytes");
            point.bytes().forEach((storageClass, size) -> bytes.put(storageClass.toString(), size));
            ObjectNode counts = here.putObject("counts");
            point.counts().forEach((storageClass, count) -> counts.put(storageClass.toString(), count));
        }
        node.set("bill", json.readTree(BillJson.line(side.bill())));
        return node;
    }

    private static void life(ArrayNode target, List<EventLog.Entry> entries) {
        for (EventLog.Entry entry : entries) {
            target.addObject()
                    .put("at", entry.at().toString())
                    .put("event", entry.name())
                    .put("sentence", entry.sentence());
        }
    }
}
