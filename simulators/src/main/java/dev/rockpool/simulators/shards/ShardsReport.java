package dev.rockpool.simulators.shards;

import dev.rockpool.costmodel.Bill;
import dev.rockpool.costmodel.BillJson;
import dev.rockpool.simulators.Figure;
import dev.rockpool.simulators.LabJson;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result of the shards lab as JSON.
///
/// Counts are records. `throttledRecords` and `throttledBytes` are the records refused by either limit, so that
/// `offered = accepted + throttledRecords + throttledBytes`. `bill` is that of the run; `monthly` has a month of the
/// accepted traffic in both modes.
final class ShardsReport {
    private ShardsReport() {}

    static ObjectNode of(ShardsResult result) {
        ObjectNode json = LabJson.object();
        ShardsSnapshot.Totals totals = result.totals();
        json.put(
                "acceptedFraction",
                totals.offered() == 0 ? LabJson.decimal(1) : LabJson.ratio(totals.accepted(), totals.offered()));
        json.put("expectedFraction", LabJson.decimal(result.expectedFraction()));
        json.put("standardError", LabJson.decimal(result.standardError()));
        write(json, totals);
        ArrayNode shards = json.putArray("perShard");
        for (ShardsSnapshot.ShardLife life : result.perShard()) {
            ObjectNode shard = shards.addObject();
            shard.put("shardId", life.id().toString());
            ShardsCodec.write(shard.putObject("range"), life.range());
            write(shard, life.total());
            life.parent().ifPresent(parent -> shard.put("parentShardId", parent.toString()));
            life.adjacentParent().ifPresent(parent -> shard.put("adjacentParentShardId", parent.toString()));
            shard.put("openedAt", life.openedAt());
            life.closedAt().ifPresent(second -> shard.put("closedAt", second));
        }
        ArrayNode consumers = json.putArray("perConsumer");
        for (ShardsSnapshot.ConsumerState state : result.perConsumer()) {
            consumers
                    .addObject()
                    .put("name", state.name())
                    .put("kind", state.kind().word())
                    .put("iteratorAgeMilliseconds", state.iteratorAgeMillis())
                    .put("peakIteratorAgeMilliseconds", state.peakIteratorAgeMillis())
                    .put("unreadRecords", state.unreadRecords())
                    .put("recordsRead", state.recordsRead())
                    .put("readsRefusedByCount", state.callsRefusedByCount())
                    .put("readsRefusedByBytes", state.callsRefusedByBytes());
        }
        ArrayNode figures = json.putArray("figures");
        for (Figure figure : result.figures()) {
            ObjectNode each = figures.addObject();
            each.put("figure", figure.id());
            each.put("value", LabJson.decimal(figure.value()));
            each.put("unit", figure.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            figure.closedForm().ifPresent(closed -> each.put("closedForm", LabJson.decimal(closed)));
        }
        json.set("bill", json(result.bill()));
        ObjectNode monthly = json.putObject("monthly");
        monthly.set("provisioned", json(result.monthlyProvisioned()));
        monthly.set("on-demand", json(result.monthlyOnDemand()));
        return json;
    }

    private static void write(ObjectNode json, ShardsSnapshot.Totals totals) {
        json.put("offered", totals.offered());
        json.put("accepted", totals.accepted());
        json.put("throttledRecords", totals.throttledByCount());
        json.put("throttledBytes", totals.throttledByBytes());
    }

    private static JsonNode json(Bill bill) {
        return LabJson.parse("bill", BillJson.line(bill));
    }
}
