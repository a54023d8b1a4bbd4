package dev.rockpool.streamengine;

import java.time.Instant;

/// Where in a shard reading begins.
public sealed interface StartingPosition {
    /// At the record with this number.
    record AtSequenceNumber(SequenceNumber number) implements StartingPosition {}

    /// After the record with this number.
    record AfterSequenceNumber(SequenceNumber number) implements StartingPosition {}

    /// At the oldest record that is still kept.
    record TrimHorizon() implements StartingPosition {}

    /// After the newest record.
    record Latest() implements StartingPosition {}

    /// At the first record that arrived at this time or later; at the trim horizon where that is later.
    ///
    /// @param time counted in whole milliseconds
    record AtTimestamp(Instant time) implements StartingPosition {}
}
