package dev.rockpool.simulators.partitioning;

import dev.rockpool.simulators.LabJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A result as JSON: `bytesScanned`, `bytesBilled`, `filesOpened`, `files`, `fileBytes`, `listCalls`,
/// `queryPrice` and `monthPrice` in USD, `erasePrefixes` and `dropPrefixes` (`null` if there are none),
/// `rewrittenFiles`, `levels`, and of the replica `counted` beside `foreseen`.
final class PartitioningReport {
    private PartitioningReport() {}

    static ObjectNode of(PartitioningResult result) {
        LayoutReading reading = result.reading();
        ObjectNode json = LabJson.object();
        json.put("bytesScanned", reading.bytesScanned());
        json.put("bytesBilled", PartitioningFigures.billed(reading.bytesScanned()));
        json.put("filesOpened", reading.filesOpened());
        json.put("files", reading.files());
        json.put("fileBytes", LabJson.decimal(reading.fileBytes()));
        json.put("listCalls", reading.listCalls());
        json.put("queryPrice", LabJson.decimal(result.value(PartitioningFigures.QUERY)));
        json.put("monthPrice", LabJson.decimal(result.value(PartitioningFigures.MONTH)));
        prefixes(json, "erasePrefixes", reading.erasePrefixes());
        json.put("rewrittenFiles", reading.rewrittenFiles());
        prefixes(json, "dropPrefixes", reading.dropPrefixes());
        ArrayNode levels = json.putArray("levels");
        reading.levels()
                .forEach(level -> levels.addObject()
                        .put("part", level.part().word())
                        .put("prefixes", level.prefixes())
                        .put("read", level.read()));
        json.putObject("replica")
                .put("counted", result.counted().files())
                .put("foreseen", PartitioningFigures.replica(result.scenario()).filesOpened())
                .put("events", result.counted().events());
        return json;
    }

    private static void prefixes(ObjectNode json, String name, long count) {
        if (count == 0) {
            json.putNull(name);
        } else {
            json.put(name, count);
        }
    }
}
