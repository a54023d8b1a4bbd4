package dev.rockpool.app.streams;

import dev.rockpool.app.preference.Setting;
import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.ConsumerName;
import dev.rockpool.streamengine.StreamName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The app's own generator and consumers of a stream, as they are kept over a restart.
///
/// Written as a line a stream, of parts apart by spaces: its name, the generator as
/// `RATE,BYTES,KEYS,HOT_PERCENT,on|off`, and each consumer as `NAME,KIND,PACE`.
///
/// @param stream which stream
/// @param sends what the generator sends, or sent last
/// @param on whether it was at work
/// @param consumers in the order in which they were added
record KeptFlow(StreamName stream, GeneratorSettings sends, boolean on, List<KeptConsumer> consumers) {
    /// Those of all streams.
    static final Setting<List<KeptFlow>> SETTING =
            new Setting<>("streams.flows", List.of(), KeptFlow::write, text -> Optional.of(read(text)));

    private static final String ON = "on";

    KeptFlow {
        consumers = List.copyOf(consumers);
    }

    /// A consumer.
    ///
    /// @param pace records a second that it worked off
    record KeptConsumer(String name, StreamConsumer.Kind kind, int pace) {
        private String write() {
            return name + "," + kind + "," + pace;
        }

        private static KeptConsumer read(String text) {
            String[] parts = text.split(",", -1);
            return new KeptConsumer(
                    new ConsumerName(parts[0]).value(),
                    StreamConsumer.Kind.valueOf(parts[1]),
                    Math.clamp(Integer.parseInt(parts[2]), 0, Reader.UNLIMITED));
        }
    }

    private static String write(List<KeptFlow> flows) {
        return flows.stream().map(KeptFlow::write).collect(Collectors.joining("\n"));
    }

    private String write() {
        String generator = String.join(
                ",",
                String.valueOf(sends.recordsPerSecond()),
                String.valueOf(sends.recordBytes()),
                sends.keys().name(),
                String.valueOf(sends.hotPercent()),
                on ? ON : "off");
        return Stream.concat(
                        Stream.of(stream.value(), generator), consumers.stream().map(KeptConsumer::write))
                .collect(Collectors.joining(" "));
    }

    /// What can be read of `text`; a line of another version is passed over.
    private static List<KeptFlow> read(String text) {
        List<KeptFlow> flows = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            try {
                flows.add(readLine(line));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
                // nothing is lost but a setting
            }
        }
        return List.copyOf(flows);
    }

    private static KeptFlow readLine(String line) {
        String[] parts = line.split(" ", -1);
        String[] generator = parts[1].split(",", -1);
        return new KeptFlow(
                new StreamName(parts[0]),
                new GeneratorSettings(
                        Integer.parseInt(generator[0]),
                        Integer.parseInt(generator[1]),
                        GeneratorSettings.Keys.valueOf(generator[2]),
                        Integer.parseInt(generator[3])),
                generator[4].equals(ON),
                Arrays.stream(parts).skip(2).map(KeptConsumer::read).toList());
    }
}
