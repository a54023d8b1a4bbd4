package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.StreamName;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Where a list goes on, opaque to who holds it: words apart by spaces, then Base64. It holds 300 s (API reference,
/// *ListShards*, `NextToken`).
final class PageToken {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String NONE = "-";

    private PageToken() {}

    /// The rest of a stream's shards.
    record Shards(StreamAddress stream, ShardFilter filter, Optional<ShardId> after) {
        String encode(Instant now) {
            String[] words = switch (filter) {
                case ShardFilter.AfterShardId(ShardId shard) -> new String[] {"AFTER_SHARD_ID", shard.toString()};
                case ShardFilter.AtTrimHorizon() -> new String[] {"AT_TRIM_HORIZON", NONE};
                case ShardFilter.FromTrimHorizon() -> new String[] {"FROM_TRIM_HORIZON", NONE};
                case ShardFilter.AtLatest() -> new String[] {"AT_LATEST", NONE};
                case ShardFilter.AtTimestamp(Instant time) -> new String[] {"AT_TIMESTAMP", time.toString()};
                case ShardFilter.FromTimestamp(Instant time) -> new String[] {"FROM_TIMESTAMP", time.toString()};
            };
            return PageToken.encode(
                    now,
                    "shards",
                    stream.arn(),
                    words[0],
                    words[1],
                    after.map(ShardId::toString).orElse(NONE));
        }
    }

    /// @throws KinesisError if it is none, or too old
    static Shards shards(String token, Instant now) {
        List<String> words = decode(token, "shards", 6, now);
        try {
            ShardFilter filter = switch (words.get(3)) {
                case "AFTER_SHARD_ID" -> new ShardFilter.AfterShardId(ShardId.parse(words.get(4)));
                case "AT_TRIM_HORIZON" -> new ShardFilter.AtTrimHorizon();
                case "FROM_TRIM_HORIZON" -> new ShardFilter.FromTrimHorizon();
                case "AT_LATEST" -> new ShardFilter.AtLatest();
                case "AT_TIMESTAMP" -> new ShardFilter.AtTimestamp(Instant.parse(words.get(4)));
                case "FROM_TIMESTAMP" -> new ShardFilter.FromTimestamp(Instant.parse(words.get(4)));
                default -> throw invalid();
            };
            StreamAddress stream = StreamAddress.find(words.get(2)).orElseThrow(PageToken::invalid);
            return new Shards(
                    stream,
                    filter,
                    words.get(5).equals(NONE) ? Optional.empty() : Optional.of(ShardId.parse(words.get(5))));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw invalid();
        }
    }

    /// The streams after this one.
    static String streams(StreamName last, Instant now) {
        return encode(now, "streams", last.value());
    }

    /// @throws KinesisError if it is none, or too old
    static StreamName streams(String token, Instant now) {
        return name(decode(token, "streams", 3, now).get(2));
    }

    private static StreamName name(String word) {
        try {
            return new StreamName(word);
        } catch (IllegalArgumentException notOurs) {
            throw invalid();
        }
    }

    /// The consumers of a stream after this one.
    static String consumers(StreamAddress last, Instant now) {
        return encode(now, "consumers", last.arn());
    }

    /// @throws KinesisError if it is none, or too old
    static StreamAddress consumers(String token, Instant now) {
        return StreamAddress.find(decode(token, "consumers", 3, now).get(2))
                .filter(address -> address.consumer().isPresent())
                .orElseThrow(PageToken::invalid);
    }

    private static String encode(Instant now, String kind, String... words) {
        String text = kind + " " + now.toEpochMilli() + " " + String.join(" ", words);
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> decode(String token, String kind, int count, Instant now) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            List<String> words = List.of(text.split(" ", -1));
            if (words.size() != count || !words.getFirst().equals(kind)) {
                throw invalid();
            }
            Instant issued = Instant.ofEpochMilli(Long.parseLong(words.get(1)));
            if (issued.plus(LIFE).isBefore(now)) {
                throw KinesisError.of(
                        "ExpiredNextTokenException",
                        "The NextToken has expired: it holds " + LIFE.toSeconds() + " seconds.");
            }
            return words;
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw invalid();
        }
    }

    private static KinesisError invalid() {
        return KinesisError.invalidArgument("NextToken is invalid.");
    }
}
