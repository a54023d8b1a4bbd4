package dev.rockpool.platform;

import dev.rockpool.costmodel.BillableTime;
import dev.rockpool.costmodel.stream.StreamUsage;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamEvent;
import dev.rockpool.streamengine.StreamMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/// What one stream used, from its creation on.
///
/// What is billed by time is counted up to each event that changes a rate; a reading adds the time since,
/// without changing anything here. Time is whole milliseconds.
final class StreamMeter {
    private static final int BASE_RETENTION_HOURS = 24;

    private final StorageMeter storage;
    private StreamMode mode = StreamMode.PROVISIONED;
    private int retentionHours = BASE_RETENTION_HOURS;
    private int openShards;
    private int consumers;
    private long countedTo;
    private boolean exists;

    private BigInteger shardMillis = BigInteger.ZERO;
    private BigInteger extendedShardMillis = BigInteger.ZERO;
    private BigInteger consumerShardMillis = BigInteger.ZERO;
    private BigInteger onDemandMillis = BigInteger.ZERO;
    private long payloadUnits;
    private long longTermBytesRead;
    private long fanOutBytes;
    private long onDemandBytesIn;
    private long onDemandBytesOut;
    private long onDemandFanOutBytes;

    StreamMeter() {
        this(new StorageMeter());
    }

    private StreamMeter(StorageMeter storage) {
        this.storage = storage;
    }

    void happened(StreamEvent event) {
        long at = event.at().toEpochMilli();
        switch (event) {
            case StreamEvent.StreamCreated created -> {
                exists = true;
                countedTo = at;
                mode = created.mode();
                retentionHours = created.retentionHours();
                storage.keep(at, mode, retentionHours);
            }
            case StreamEvent.StreamDeleted _ -> {
                countTo(at);
                storage.stop(at);
                exists = false;
            }
            case StreamEvent.ShardOpened opened -> {
                countTo(at);
                openShards = opened.openShards();
            }
            case StreamEvent.ShardClosed closed -> {
                countTo(at);
                openShards = closed.openShards();
            }
            case StreamEvent.RecordsPut put -> {
                switch (put.mode()) {
                    case PROVISIONED -> payloadUnits += put.payloadUnits();
                    case ON_DEMAND -> onDemandBytesIn += put.onDemandBytes();
                }
                storage.add(at, put.bytes());
            }
            case StreamEvent.RecordsRead read -> read(read);
            case StreamEvent.ConsumerRegistered registered -> {
                countTo(at);
                consumers = registered.consumers();
            }
            case StreamEvent.ConsumerDeregistered deregistered -> {
                countTo(at);
                consumers = deregistered.consumers();
            }
            case StreamEvent.RetentionChanged changed -> {
                countTo(at);
                retentionHours = changed.toHours();
                storage.keep(at, mode, retentionHours);
            }
            case StreamEvent.ModeChanged changed -> {
                countTo(at);
                mode = changed.to();
                storage.keep(at, mode, retentionHours);
            }
            case StreamEvent.StreamActive _,
                    StreamEvent.ShardExpired _,
                    StreamEvent.PutThrottled _,
                    StreamEvent.ReadThrottled _ -> {
                // Costs nothing.
            }
        }
    }

    /// A meter of the same stream that counts from `now` on.
    StreamMeter anew(Instant now) {
        StreamMeter other = new StreamMeter(storage.anew(now.toEpochMilli()));
        other.mode = mode;
        other.retentionHours = retentionHours;
        other.openShards = openShards;
        other.consumers = consumers;
        other.countedTo = Math.max(countedTo, now.toEpochMilli());
        other.exists = exists;
        return other;
    }

    /// Begins with a stream as it stands.
    void found(StreamDescription stream, Instant at) {
        happened(new StreamEvent.StreamCreated(at, stream.name(), stream.mode(), stream.retentionHours()));
        openShards = stream.openShards();
        consumers = stream.consumers();
    }

    StreamUsage.Provisioned provisioned(Instant now) {
        BigInteger pending = mode == StreamMode.PROVISIONED ? pending(now) : BigInteger.ZERO;
        BigInteger shards = BigInteger.valueOf(openShards);
        return new StreamUsage.Provisioned(
                new BillableTime(shardMillis.add(pending.multiply(shards))),
                BigDecimal.valueOf(payloadUnits),
                new BillableTime(
                        isExtended() ? extendedShardMillis.add(pending.multiply(shards)) : extendedShardMillis),
                storage.provisionedLongTerm(now.toEpochMilli()),
                BigDecimal.valueOf(longTermBytesRead),
                new BillableTime(
                        consumerShardMillis.add(pending.multiply(shards).multiply(BigInteger.valueOf(consumers)))),
                BigDecimal.valueOf(fanOutBytes));
    }

    StreamUsage.OnDemand onDemand(Instant now) {
        BigInteger pending = mode == StreamMode.ON_DEMAND ? pending(now) : BigInteger.ZERO;
        return new StreamUsage.OnDemand(
                new BillableTime(onDemandMillis.add(pending)),
                BigDecimal.valueOf(onDemandBytesIn),
                BigDecimal.valueOf(onDemandBytesOut),
                BigDecimal.valueOf(onDemandFanOutBytes),
                storage.onDemandExtended(now.toEpochMilli()),
                storage.onDemandLongTerm(now.toEpochMilli()));
    }

    private void read(StreamEvent.RecordsRead read) {
        boolean fanOut = read.consumer().isPresent();
        switch (read.mode()) {
            case PROVISIONED -> {
                if (fanOut) {
                    fanOutBytes += read.bytes();
                } else {
                    longTermBytesRead += read.bytesOlderThanSevenDays();
                }
            }
            case ON_DEMAND -> {
                if (fanOut) {
                    onDemandFanOutBytes += read.bytes();
                } else {
                    onDemandBytesOut += read.bytes();
                }
            }
        }
    }

    private boolean isExtended() {
        return retentionHours > BASE_RETENTION_HOURS;
    }

    private BigInteger pending(Instant now) {
        return exists ? BigInteger.valueOf(Math.max(0, now.toEpochMilli() - countedTo)) : BigInteger.ZERO;
    }

    /// Counts the time up to `at` at the rates that held. An event that comes late changes its rate from
    /// where the count stands.
    private void countTo(long at) {
        long millis = at - countedTo;
        if (!exists || millis <= 0) {
            return;
        }
        countedTo = at;
        BigInteger time = BigInteger.valueOf(millis);
        switch (mode) {
            case PROVISIONED -> {
                BigInteger shardTime = time.multiply(BigInteger.valueOf(openShards));
                shardMillis = shardMillis.add(shardTime);
                if (isExtended()) {
                    extendedShardMillis = extendedShardMillis.add(shardTime);
                }
                consumerShardMillis = consumerShardMillis.add(shardTime.multiply(BigInteger.valueOf(consumers)));
            }
            case ON_DEMAND -> onDemandMillis = onDemandMillis.add(time);
        }
    }
}
