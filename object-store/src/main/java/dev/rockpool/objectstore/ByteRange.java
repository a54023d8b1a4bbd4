package dev.rockpool.objectstore;

import java.util.OptionalLong;

/// One range of bytes, as a `Range` header has it.
///
/// @param first empty for the last `last` bytes
/// @param last inclusive; empty for up to the end
public record ByteRange(OptionalLong first, OptionalLong last) {
    /// From `first` to `last`, both inclusive.
    public static ByteRange of(long first, long last) {
        return new ByteRange(OptionalLong.of(first), OptionalLong.of(last));
    }

    /// From `first` to the end.
    public static ByteRange from(long first) {
        return new ByteRange(OptionalLong.of(first), OptionalLong.empty());
    }

    /// The last `count` bytes.
    public static ByteRange suffix(long count) {
        return new ByteRange(OptionalLong.empty(), OptionalLong.of(count));
    }

    /// The first byte meant in a whole of `bytes`.
    ///
    /// @throws StoreRefusal `InvalidRange` if none is
    long start(long bytes) {
        long start = first.isPresent() ? first.getAsLong() : Math.max(0, bytes - last.orElse(0));
        boolean isEmptySuffix = first.isEmpty() && last.orElse(0) == 0;
        if (start >= bytes || isEmptySuffix) {
            throw new StoreRefusal(StoreRefusal.Code.InvalidRange, "The requested range is not satisfiable")
                    .with("RangeRequested", "bytes=" + text(first) + "-" + text(last))
                    .with("ActualObjectSize", Long.toString(bytes));
        }
        return start;
    }

    private static String text(OptionalLong place) {
        return place.isPresent() ? Long.toString(place.getAsLong()) : "";
    }

    /// The byte after the last meant.
    long end(long bytes) {
        return first.isPresent() && last.isPresent() ? Math.min(bytes, last.getAsLong() + 1) : bytes;
    }
}
