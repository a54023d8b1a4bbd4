package dev.rockpool.streamengine.segment;

/// One record as it stands in a segment.
///
/// @param ordinal its place in the stream, rising
/// @param arrivalMillis when it arrived, in milliseconds of the epoch, never falling
/// @param keyNumber the data key it is sealed with; 0 for none
/// @param key its partition key in UTF-8; empty while it is sealed
/// @param data what it holds; while it is sealed, the box with both
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record LogRecord(long ordinal, long arrivalMillis, int keyNumber, byte[] key, byte[] data) {
    /// Whether a data key is needed to read it. Keys have at least one character, so one without is sealed.
    public boolean isSealed() {
        return keyNumber != 0 && key.length == 0;
    }

    /// Its size as limits count it.
    public int bytes() {
        return isSealed() ? data.length - RecordSeal.OVERHEAD : key.length + data.length;
    }
}
