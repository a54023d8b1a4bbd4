package dev.rockpool.objectstore.volume;

/// A place between two frames of the log.
///
/// @param volume its id
/// @param offset in its file
public record LogPosition(long volume, long offset) implements Comparable<LogPosition> {
    /// Before everything.
    public static final LogPosition START = new LogPosition(0, 0);

    @Override
    public int compareTo(LogPosition other) {
        int byVolume = Long.compare(volume, other.volume);
        return byVolume != 0 ? byVolume : Long.compare(offset, other.offset);
    }
}
