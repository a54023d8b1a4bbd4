package dev.rockpool.platform;

import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.StreamName;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Counts what streams did, as the vendor bills it.
///
/// Hand it to an engine as its listener before the first call. Safe for several threads.
public final class StreamUsageMeter implements StreamListener {
    private final Instant start;
    private final Map<StreamName, StreamMeter> streams = new HashMap<>();
    private StreamUsage.Provisioned provisionedOfDeleted = StreamUsage.Provisioned.NONE;
    private StreamUsage.OnDemand onDemandOfDeleted = StreamUsage.OnDemand.NONE;

    /// A meter that counts from `start` on.
    public StreamUsageMeter(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized void happened(StreamEvent event) {
        streams.computeIfAbsent(event.stream(), _ -> new StreamMeter()).happened(event);
        if (event instanceof StreamEvent.StreamDeleted) {
            StreamMeter deleted = streams.remove(event.stream());
            if (deleted != null) {
                provisionedOfDeleted = provisionedOfDeleted.plus(deleted.provisioned(event.at()));
                onDemandOfDeleted = onDemandOfDeleted.plus(deleted.onDemand(event.at()));
            }
        }
    }

    /// A meter of the same streams, and of what they keep, that counts from `now` on.
    synchronized StreamUsageMeter anew(Instant now) {
        StreamUsageMeter other = new StreamUsageMeter(now);
        streams.forEach((name, stream) -> other.streams.put(name, stream.anew(now)));
        return other;
    }

    /// Counts a stream that was there before this meter, from `at` on. What it kept before is not known
    /// here: its storage beyond the free age counts for what is put from now on.
    synchronized void found(StreamDescription stream, Instant at) {
        streams.computeIfAbsent(stream.name(), _ -> new StreamMeter()).found(stream, at);
    }

    /// All that was counted up to `now`.
    public synchronized MeterReading read(Instant now) {
        StreamUsage.Provisioned provisioned = provisionedOfDeleted;
        StreamUsage.OnDemand onDemand = onDemandOfDeleted;
        for (StreamMeter stream : streams.values()) {
            provisioned = provisioned.plus(stream.provisioned(now));
            onDemand = onDemand.plus(stream.onDemand(now));
        }
        return new MeterReading(start, now, provisioned, onDemand);
    }
}
