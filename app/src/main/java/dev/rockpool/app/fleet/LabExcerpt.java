package dev.rockpool.app.fleet;

import dev.rockpool.costmodel.fleet.Fleet;
import dev.rockpool.costmodel.fleet.FleetGroup;
import dev.rockpool.costmodel.fleet.FleetScenario;
import dev.rockpool.costmodel.fleet.SizeDistribution;
import dev.rockpool.lifecycle.StorageClass;
import dev.rockpool.simulators.LabJson;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A fleet scenario as the lifecycle lab takes it: its rules, and of each group a few objects of typical size and of
/// ages in between, each standing for its share. Of a report, which is too long to be shown, the rules alone.
public final class LabExcerpt {
    private static final int AGES = 4;

    private LabExcerpt() {}

    /// The lab's scenario as JSON.
    public static String of(FleetScenario scenario) {
        ObjectNode json = LabJson.object();
        json.set("rules", LabJson.parse("rules", scenario.rules()));
        if (scenario.objects() instanceof FleetScenario.Objects.Described(Fleet fleet)) {
            LocalDate start = scenario.start().atDay(1);
            ArrayNode objects = json.putArray("objects");
            for (int index = 0; index < fleet.groups().size(); index++) {
                write(objects, fleet.groups().get(index), index, start);
            }
            json.put(
                    "until",
                    scenario.start()
                            .plusMonths(scenario.months())
                            .atDay(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .toString());
        }
        return json.toString();
    }

    private static void write(ArrayNode objects, FleetGroup group, int index, LocalDate start) {
        int ages = Math.min(AGES, group.oldestDays() - group.youngestDays() + 1);
        long each = Math.max(1, group.objects() / ages);
        for (int at = 0; at < ages; at++) {
            int age = ages == 1
                    ? group.youngestDays()
                    : group.youngestDays() + (group.oldestDays() - group.youngestDays()) * at / (ages - 1);
            ObjectNode object = objects.addObject();
            object.put("key", group.prefix() + "group-" + (index + 1) + "-age-" + age);
            object.put("size", size(group.sizes()));
            object.put("created", start.minusDays(age) + "T12:00:00Z");
            if (!group.tags().isEmpty()) {
                ObjectNode tags = object.putObject("tags");
                new TreeMap<>(group.tags()).forEach(tags::put);
            }
            if (group.storageClass() != StorageClass.STANDARD) {
                object.put("storageClass", group.storageClass().name());
            }
            object.put("count", each);
        }
    }

    /// The mean: bytes of all objects together stay what they are.
    private static long size(SizeDistribution sizes) {
        return Math.round(sizes.band(0, Long.MAX_VALUE).mean());
    }
}
