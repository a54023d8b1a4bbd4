package dev.rockpool.app.streams;

import dev.rockpool.simulators.shards.KeyDistribution;
import dev.rockpool.simulators.shards.ShardLayout;
import dev.rockpool.simulators.shards.ShardsLab;
import dev.rockpool.simulators.shards.ShardsScenario;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.ConsumerDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A stream as a scenario of the shards lab: its shards with their ranges, its mode, its consumers, and what flows now.
final class LabState {
    private LabState() {}

    /// The scenario's text. Without a generator, the lab sends what the shards take now, with keys all alike.
    static String of(StreamPicture picture, Optional<GeneratorSettings> generator, List<Reader.State> readers) {
        ShardsLab lab = new ShardsLab();
        Rates rates = picture.total();
        long records = generator
                .map(sends -> (long) sends.recordsPerSecond())
                .orElse(Math.max(1, rates.records() + rates.refused()));
        int bytes = generator
                .map(GeneratorSettings::recordBytes)
                .orElse(
                        rates.records() == 0
                                ? GeneratorSettings.STANDARD.recordBytes()
                                : (int) Math.max(1, rates.bytes() / rates.records()));
        KeyDistribution keys = generator.orElse(GeneratorSettings.STANDARD).distribution();
        List<StreamConsumer> consumers = new ArrayList<>();
        for (Reader.State reader : readers) {
            if (reader.kind() == StreamConsumer.Kind.SHARED) {
                consumers.add(new StreamConsumer(reader.name(), StreamConsumer.Kind.SHARED));
            }
        }
        for (ConsumerDescription consumer : picture.consumers()) {
            String name = consumer.name().value();
            if (consumers.stream().noneMatch(each -> each.name().equals(name))) {
                consumers.add(new StreamConsumer(
                        name.substring(0, Math.min(name.length(), 64)), StreamConsumer.Kind.FAN_OUT));
            }
        }
        ShardsScenario scenario = new ShardsScenario(
                new ShardLayout.Ranges(picture.open().stream()
                        .map(tile -> tile.shard().range())
                        .toList()),
                keys,
                bytes,
                records,
                lab.standard().seconds(),
                consumers,
                picture.stream().mode(),
                List.of(),
                lab.standard().seed());
        return lab.codec().text(scenario);
    }
}
