package dev.rockpool.streamengine;

import dev.rockpool.kernel.Quote;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The name of a shard in its stream, written `shardId-000000000000` with twelve digits; never used twice.
///
/// @param index 0 for a stream's first shard, then the next integers, at most 2³¹ − 1
public record ShardId(int index) implements Comparable<ShardId> {
    private static final String PREFIX = "shardId-000000000000";
    private static final Pattern WRITTEN = Pattern.compile("(?:[^-]*-)?([0-9]{1,12})");

    public ShardId {
        if (index < 0) {
            throw new IllegalArgumentException("Shard index " + index + " is below 0");
        }
    }

    /// Reads `shardId-000000000007`; as the service does, also `7`, any other word before the hyphen, and any number
    /// of leading zeros (mhart/kinesalite, `db/index.js`).
    ///
    /// @throws IllegalArgumentException if `text` names no possible shard
    public static ShardId parse(String text) {
        return find(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Shard id " + Quote.of(text) + " is not shardId- and twelve digits up to 2147483647"));
    }

    /// Reads as [#parse] does; empty where `text` names no possible shard.
    public static Optional<ShardId> find(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(matcher.group(1));
        return index <= Integer.MAX_VALUE ? Optional.of(new ShardId((int) index)) : Optional.empty();
    }

    @Override
    public int compareTo(ShardId other) {
        return Integer.compare(index, other.index);
    }

    @Override
    public String toString() {
        String digits = Integer.toString(index);
        return PREFIX.substring(0, PREFIX.length() - digits.length()) + digits;
    }
}
