package dev.rockpool.streamengine;

/// A stream that is asked for.
///
/// @param shards how many it begins with; for an on-demand stream that is not said, but is the engine's to choose
/// @param maxRecordKiB the largest record, 1,024 to 10,240
public record NewStream(StreamName name, StreamMode mode, int shards, int maxRecordKiB, StreamProperties properties) {
    /// A provisioned stream with the defaults of the service.
    public static NewStream provisioned(StreamName name, int shards) {
        return new NewStream(
                name, StreamMode.PROVISIONED, shards, StreamEngine.LEAST_MAX_RECORD_KIB, StreamProperties.NONE);
    }

    /// An on-demand stream with the defaults of the service.
    public static NewStream onDemand(StreamName name) {
        return new NewStream(
                name,
                StreamMode.ON_DEMAND,
                OnDemandScaling.FIRST_SHARDS,
                StreamEngine.LEAST_MAX_RECORD_KIB,
                StreamProperties.NONE);
    }
}
