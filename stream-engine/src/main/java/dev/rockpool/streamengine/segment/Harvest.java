package dev.rockpool.streamengine.segment;

import java.util.ArrayList;
import java.util.List;

/// The records that one read gathers, up to its bounds.
final class Harvest {
    private final int mostRecords;
    private final long mostBytes;
    private final List<LogRecord> records = new ArrayList<>();
    private long bytes;

    Harvest(int mostRecords, long mostBytes) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
    }

    /// How many records still fit by their number.
    int wanted() {
        return mostRecords - records.size();
    }

    /// Takes `record` unless it is one too many or its bytes are.
    boolean take(LogRecord record) {
        if (wanted() <= 0 || (!records.isEmpty() && bytes + record.bytes() > mostBytes)) {
            return false;
        }
        records.add(record);
        bytes += record.bytes();
        return true;
    }

    LogSpan span(long next, boolean more) {
        return new LogSpan(records, next, more);
    }
}
