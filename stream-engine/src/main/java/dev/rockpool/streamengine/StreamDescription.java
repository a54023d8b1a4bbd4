package dev.rockpool.streamengine;

import java.time.Instant;

/// A stream at one moment; its shards are listed apart.
///
/// @param name its name
/// @param id which of all streams that ever had the name, never used twice in a folder
/// @param status where it is in its life
/// @param mode how its shards are counted
/// @param retentionHours how long records are kept, 24 to 8,760
/// @param maxRecordKiB the largest record, 1,024 to 10,240
/// @param createdAt when it was asked for
/// @param openShards how many shards take records
/// @param consumers how many enhanced fan-out consumers are registered
public record StreamDescription(
        StreamName name,
        long id,
        StreamStatus status,
        StreamMode mode,
        int retentionHours,
        int maxRecordKiB,
        Instant createdAt,
        int openShards,
        int consumers) {}
