package dev.rockpool.app.partitioning;

import dev.rockpool.app.text.Texts;
import dev.rockpool.simulators.Unit;
import dev.rockpool.simulators.partitioning.KeyPart;
import dev.rockpool.simulators.partitioning.LayoutReading;
import dev.rockpool.simulators.partitioning.LayoutReading.Level;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot;
import dev.rockpool.simulators.partitioning.PartitioningSnapshot.Compared;
import java.util.List;
import java.util.stream.Collectors;

/// What the picture shows, in sentences.
final class PartitioningWords {
    private final Texts texts;

    PartitioningWords(Texts texts) {
        this.texts = texts;
    }

    /// What the query does, in one line.
    String claim(PartitioningSnapshot now) {
        if (!now.isOpened()) {
            return texts.get(
                    "partitioning.asks." + now.scenario().asked().word(),
                    now.scenario().queryDays());
        }
        LayoutReading reading = now.reading();
        return texts.get(
                now.scenario().catalog() ? "partitioning.claim" : "partitioning.claim.lists",
                Unit.DATA.format(reading.bytesScanned()),
                Unit.DATA.format(reading.bytes()),
                reading.filesOpened(),
                reading.listCalls());
    }

    String summary(PartitioningSnapshot now) {
        if (now.counted().isPresent()) {
            return texts.get("partitioning.counted", now.counted().orElseThrow().files());
        }
        if (now.isOpened()) {
            return texts.get(
                    "partitioning.opened",
                    now.reading().filesOpened(),
                    now.reading().files(),
                    Unit.DATA.format(now.reading().fileBytes()));
        }
        return texts.get("partitioning.drag");
    }

    /// A level, or a part that is in no key.
    String part(PartitioningSnapshot now, KeyPart part) {
        int at = now.scenario().keyParts().indexOf(part);
        if (at < 0) {
            return texts.get("partitioning.part.out", part.word());
        }
        Level level = now.reading().levels().get(at);
        if (at >= now.looked()) {
            return texts.get("partitioning.part.later", part.word(), at + 1, level.prefixes());
        }
        return texts.get(
                now.scenario().asked().filters(part) ? "partitioning.part.named" : "partitioning.part.every",
                part.word(),
                level.read(),
                level.prefixes());
    }

    String level(PartitioningSnapshot now, int at, boolean isBrief) {
        Level level = now.reading().levels().get(at);
        if (at >= now.looked()) {
            return Unit.COUNT.number(level.prefixes());
        }
        return isBrief
                ? Unit.COUNT.number(level.read())
                : texts.get("partitioning.level", level.read(), level.prefixes());
    }

    /// The claim where there is little room.
    String brief(PartitioningSnapshot now) {
        return now.isOpened()
                ? texts.get(
                        now.scenario().catalog() ? "partitioning.brief" : "partitioning.brief.lists",
                        Unit.DATA.format(now.reading().bytesScanned()),
                        now.reading().filesOpened(),
                        now.reading().listCalls())
                : "";
    }

    String out() {
        return texts.get("partitioning.out");
    }

    List<String> heads(PartitioningSnapshot now) {
        return List.of(
                texts.get("partitioning.head.layout"),
                texts.get("partitioning.head.scanned"),
                texts.get("partitioning.head.files"),
                texts.get("partitioning.head.lists"),
                texts.get("partitioning.head.month"));
    }

    List<String> row(Compared compared) {
        LayoutReading reading = compared.reading();
        return List.of(
                layout(compared, Integer.MAX_VALUE),
                Unit.DATA.format(reading.bytesScanned()),
                Unit.COUNT.number(reading.filesOpened()),
                Unit.COUNT.number(reading.listCalls()),
                Unit.USD.number(compared.month()));
    }

    /// The layout where there is little room: `y/m/d/u`.
    String briefly(Compared compared) {
        return layout(compared, 1);
    }

    private String layout(Compared compared, int letters) {
        return compared.keyParts().isEmpty()
                ? texts.get("partitioning.heap")
                : compared.keyParts().stream()
                        .map(part -> part.word()
                                .substring(0, Math.min(letters, part.word().length())))
                        .collect(Collectors.joining("/"));
    }

    String help() {
        return texts.get("partitioning.help");
    }

    String legend() {
        return texts.get("partitioning.legend");
    }
}
