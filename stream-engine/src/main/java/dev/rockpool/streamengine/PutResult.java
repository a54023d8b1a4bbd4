package dev.rockpool.streamengine;

/// What became of one record of a put.
public sealed interface PutResult {
    /// It is durable.
    ///
    /// @param shard the shard that took it
    /// @param sequenceNumber its number
    record Accepted(ShardId shard, SequenceNumber sequenceNumber) implements PutResult {}

    /// It was not taken; others of the same call may have been.
    ///
    /// @param code what the service calls the reason: `ProvisionedThroughputExceededException` or `InternalFailure`
    /// @param message the service's sentence
    record Failed(String code, String message) implements PutResult {
        /// The code of a record that its shard had no room for.
        public static final String THROTTLED = "ProvisionedThroughputExceededException";

        /// The code of a record that the disk refused.
        public static final String INTERNAL_FAILURE = "InternalFailure";
    }
}
