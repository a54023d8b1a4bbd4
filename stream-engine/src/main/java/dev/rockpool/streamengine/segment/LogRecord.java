package dev.rockpool.streamengine.segment;

/// One record as it stands in a segment.
///
/// @param ordinal its place in the stream, rising
/// @param arrivalMillis when it arrived, in milliseconds of the epoch, never falling
/// @param key its partition key in UTF-8
/// @param data what it holds
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LogRecord(long ordinal, long arrivalMillis, byte[] key, byte[] data) {
    /// Its size as limits count it.
    public int bytes() {
        return key.length + data.length;
    }
}
