package dev.rockpool.streamengine;

/// What enhanced monitoring can measure a shard (service model 2013-12-02, *MetricsName*).
public enum ShardMetric {
    INCOMING_BYTES("IncomingBytes"),
    INCOMING_RECORDS("IncomingRecords"),
    OUTGOING_BYTES("OutgoingBytes"),
    OUTGOING_RECORDS("OutgoingRecords"),
    WRITE_PROVISIONED_THROUGHPUT_EXCEEDED("WriteProvisionedThroughputExceeded"),
    READ_PROVISIONED_THROUGHPUT_EXCEEDED("ReadProvisionedThroughputExceeded"),
    ITERATOR_AGE_MILLISECONDS("IteratorAgeMilliseconds");

    private final String wireName;

    ShardMetric(String wireName) {
        this.wireName = wireName;
    }

    /// Its name on the wire.
    public String wireName() {
        return wireName;
    }
}
