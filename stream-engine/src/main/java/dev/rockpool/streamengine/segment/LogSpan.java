package dev.rockpool.streamengine.segment;

import java.util.List;

/// What one read of a shard found.
///
/// @param records in order
/// @param next the ordinal to read on from
/// @param more whether records of the shard may follow from `next` on; false is certain
public record LogSpan(List<LogRecord> records, long next, boolean more) {
    public LogSpan {
        records = List.copyOf(records);
    }
}
