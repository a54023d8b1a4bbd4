package dev.rockpool.streamengine;

import java.time.Instant;

/// One record as it is read from a shard.
///
/// Its data is handed over without a copy: who receives it does not change it.
public final class StreamRecord {
    private final SequenceNumber sequenceNumber;
    private final Instant arrivedAt;
    private final PartitionKey partitionKey;
    private final byte[] data;
    private final boolean encrypted;

    StreamRecord(
            SequenceNumber sequenceNumber,
            Instant arrivedAt,
            PartitionKey partitionKey,
            byte[] data,
            boolean encrypted) {
        this.sequenceNumber = sequenceNumber;
        this.arrivedAt = arrivedAt;
        this.partitionKey = partitionKey;
        this.data = data;
        this.encrypted = encrypted;
    }

    /// Its number.
    public SequenceNumber sequenceNumber() {
        return sequenceNumber;
    }

    /// When it arrived on the platform's clock, in whole milliseconds; never before an earlier record of its stream.
    public Instant arrivedAt() {
        return arrivedAt;
    }

    /// The key it was put with.
    public PartitionKey partitionKey() {
        return partitionKey;
    }

    /// What it holds; not to be changed.
    public byte[] data() {
        return data;
    }

    /// Whether it is kept encrypted.
    public boolean isEncrypted() {
        return encrypted;
    }

    /// Its size as limits and bills count it: data and partition key.
    public int bytes() {
        return data.length + partitionKey.bytes();
    }

    @Override
    public String toString() {
        return sequenceNumber + " " + partitionKey + " (" + data.length + " bytes)";
    }
}
