package dev.rockpool.app.streams;

import dev.rockpool.platform.EventLog;
import dev.rockpool.platform.Platform;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamName;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the platform's event log and pictures its streams. Safe for several threads; for the background.
final class StreamWatch {
    private static final int MOST_EVENTS = 100_000;
    private static final int MOST_SHARDS = 10_000;

    private final Platform platform;
    private final Map<StreamName, StreamTraffic> traffic = new HashMap<>();
    private long last;

    StreamWatch(Platform platform) {
        this.platform = platform;
    }

    /// What is to be seen now.
    ///
    /// @param streams all, by name
    /// @param picture of the stream that was asked for, or the first; empty without any
    record Sight(List<StreamDescription> streams, Optional<StreamPicture> picture) {
        Sight {
            streams = List.copyOf(streams);
        }
    }

    /// Looks at a stream; empty for the first.
    synchronized Sight look(Optional<StreamName> wanted) {
        StreamEngine engine = platform.streams();
        List<StreamDescription> streams = engine.listStreams();
        for (EventLog.Entry entry : platform.events().since(last, MOST_EVENTS)) {
            last = entry.number();
            if (entry.event() instanceof StreamEvent event) {
                take(event);
            }
        }
        Optional<StreamDescription> shown = streams.stream()
                .filter(each -> wanted.filter(each.name()::equals).isPresent())
                .findFirst()
                .or(() -> streams.stream().findFirst());
        return new Sight(streams, shown.map(each -> picture(engine, each)));
    }

    private void take(StreamEvent event) {
        if (event instanceof StreamEvent.StreamDeleted || event instanceof StreamEvent.StreamCreated) {
            traffic.remove(event.stream());
        }
        if (!(event instanceof StreamEvent.StreamDeleted)) {
            of(event.stream()).happened(event);
        }
    }

    private StreamTraffic of(StreamName name) {
        return traffic.computeIfAbsent(name, _ -> new StreamTraffic());
    }

    private StreamPicture picture(StreamEngine engine, StreamDescription stream) {
        Instant now = platform.clock().instant();
        List<Shard> shards = engine.listShards(
                        stream.name(), new ShardFilter.FromTrimHorizon(), Optional.empty(), MOST_SHARDS)
                .shards();
        return StreamPicture.of(
                now,
                stream,
                engine.properties(stream.name()),
                shards,
                engine.listConsumers(stream.name()),
                of(stream.name()));
    }
}
