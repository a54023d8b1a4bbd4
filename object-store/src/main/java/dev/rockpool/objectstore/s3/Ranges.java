package dev.rockpool.objectstore.s3;

import dev.rockpool.objectstore.ByteRange;
import java.util.Optional;

/// The headers `Range` and `x-amz-copy-source-range`.
final class Ranges {
    private static final String UNIT = "bytes=";

    private Ranges() {}

    /// The range of a `Range` header; one that makes no sense, or several, are ignored (RFC 9110, section
    /// 14.2).
    static Optional<ByteRange> reading(S3Request request) {
        return request.nonEmpty("Range").flatMap(Ranges::parse);
    }

    /// The range of a part that is copied: `bytes=first-last`, both given.
    ///
    /// @throws S3Error `InvalidArgument`
    static Optional<ByteRange> copying(S3Request request) {
        Optional<String> header = request.nonEmpty("x-amz-copy-source-range");
        if (header.isEmpty()) {
            return Optional.empty();
        }
        Optional<ByteRange> range = parse(header.get());
        if (range.isEmpty()
                || range.get().first().isEmpty()
                || range.get().last().isEmpty()) {
            throw ErrorCode.InvalidArgument.error(
                            "The x-amz-copy-source-range value must be of the form bytes=first-last where first and"
                                    + " last are the zero-based offsets of the first and last bytes to copy")
                    .with("ArgumentName", "x-amz-copy-source-range")
                    .with("ArgumentValue", header.get());
        }
        return range;
    }

    private static Optional<ByteRange> parse(String header) {
        if (!header.regionMatches(true, 0, UNIT, 0, UNIT.length())) {
            return Optional.empty();
        }
        String range = header.substring(UNIT.length()).trim();
        int dash = range.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        long first = number(range, 0, dash);
        long last = number(range, dash + 1, range.length());
        boolean hasFirst = dash > 0;
        boolean hasLast = dash + 1 < range.length();
        if ((hasFirst && first < 0) || (hasLast && last < 0) || (!hasFirst && !hasLast)) {
            return Optional.empty();
        }
        if (!hasFirst) {
            return Optional.of(ByteRange.suffix(last));
        }
        if (!hasLast) {
            return Optional.of(ByteRange.from(first));
        }
        return first > last ? Optional.empty() : Optional.of(ByteRange.of(first, last));
    }

    private static long number(String text, int from, int to) {
        if (to - from < 1 || to - from > 18) {
            return to - from > 18 ? Long.MAX_VALUE / 2 : -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
