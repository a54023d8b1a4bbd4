package dev.rockpool.platform;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.streamengine.AccountCommitment;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.StreamName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Counts what the streams of an account did, as the vendor bills it. While the account has committed itself to a least
/// throughput, its on-demand streams are counted apart.
///
/// Hand it to an engine as its listener before the first call. Safe for several threads.
public final class StreamUsageMeter implements StreamListener {
    private final Instant start;
    private final Map<StreamName, StreamMeter> streams = new HashMap<>();
    private StreamUsage.Provisioned provisionedOfDeleted = StreamUsage.Provisioned.NONE;
    private StreamUsage.OnDemand onDemandOfDeleted = StreamUsage.OnDemand.NONE;
    private AccountCommitment commitment = AccountCommitment.NONE;
    private Optional<Beginning> committedSince = Optional.empty();
    private Committed committed = Committed.NONE;

    /// Where a commitment began to be counted.
    ///
    /// @param used on demand up to then
    private record Beginning(Instant at, StreamUsage.OnDemand used) {}

    /// What was used on demand under commitments.
    private record Committed(BillableTime time, StreamUsage.OnDemand used) {
        static final Committed NONE = new Committed(BillableTime.NONE, StreamUsage.OnDemand.NONE);

        Committed and(Duration longer, StreamUsage.OnDemand more) {
            return new Committed(time.plus(BillableTime.of(longer)), used.plus(more));
        }
    }

    /// A meter that counts from `start` on.
    public StreamUsageMeter(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized void happened(StreamEvent event) {
        endCommitment(event.at());
        streams.computeIfAbsent(event.stream(), _ -> new StreamMeter()).happened(event);
        if (event instanceof StreamEvent.StreamDeleted) {
            StreamMeter deleted = streams.remove(event.stream());
            if (deleted != null) {
                provisionedOfDeleted = provisionedOfDeleted.plus(deleted.provisioned(event.at()));
                onDemandOfDeleted = onDemandOfDeleted.plus(deleted.onDemand(event.at()));
            }
        }
    }

    @Override
    public synchronized void committed(Instant at, AccountCommitment changed) {
        endCommitment(at);
        commitment = changed;
        if (changed.holds(at) && committedSince.isEmpty()) {
            committedSince = Optional.of(new Beginning(at, onDemand(at)));
        }
    }

    /// Counts a commitment that ended up to `now` as what it was.
    private void endCommitment(Instant now) {
        Optional<Instant> end = commitment.endsAt().filter(at -> !at.isAfter(now));
        if (end.isPresent()) {
            committed = committed(end.get());
            committedSince = Optional.empty();
        }
    }

    private Committed committed(Instant until) {
        return committedSince
                .filter(since -> since.at().isBefore(until))
                .map(since -> committed.and(
                        Duration.between(since.at(), until), onDemand(until).minus(since.used())))
                .orElse(committed);
    }

    /// A meter of the same streams, and of what they keep, that counts from `now` on.
    synchronized StreamUsageMeter anew(Instant now) {
        StreamUsageMeter other = new StreamUsageMeter(now);
        streams.forEach((name, stream) -> other.streams.put(name, stream.anew(now)));
        other.committed(now, commitment);
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
        for (StreamMeter stream : streams.values()) {
            provisioned = provisioned.plus(stream.provisioned(now));
        }
        endCommitment(now);
        Committed under = committed(now);
        return new MeterReading(
                start,
                now,
                provisioned,
                onDemand(now).minus(under.used()),
                under.used().committed(under.time()));
    }

    private StreamUsage.OnDemand onDemand(Instant now) {
        StreamUsage.OnDemand onDemand = onDemandOfDeleted;
        for (StreamMeter stream : streams.values()) {
            onDemand = onDemand.plus(stream.onDemand(now));
        }
        return onDemand;
    }
}
