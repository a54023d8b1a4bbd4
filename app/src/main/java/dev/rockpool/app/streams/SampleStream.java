package dev.rockpool.app.streams;

import dev.rockpool.simulators.shards.StreamConsumer;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamMode;
import dev.rockpool.streamengine.StreamName;
import java.util.List;

/// A stream that begins to flow: two shards, a generator of tide readings, and a consumer that keeps up.
public final class SampleStream {
    /// Its name, with a number behind it if that is taken.
    public static final String NAME = "tide-gauges";

    /// The consumer's name.
    static final String CONSUMER = "dashboard";

    private static final int SHARDS = 2;

    private SampleStream() {}

    /// Makes it and answers its name.
    static StreamName make(StreamDesk desk) {
        List<String> taken = desk.platform().streams().listStreams().stream()
                .map(StreamDescription::name)
                .map(StreamName::value)
                .toList();
        String name = NAME;
        for (int number = 2; taken.contains(name); number++) {
            name = NAME + "-" + number;
        }
        StreamName made = new StreamName(name);
        desk.create(name, StreamMode.PROVISIONED, SHARDS);
        desk.addConsumer(made, CONSUMER, StreamConsumer.Kind.SHARED, Reader.UNLIMITED);
        desk.station().generate(made, GeneratorSettings.STANDARD);
        return made;
    }
}
