package dev.rockpool.streamengine.kinesis;

import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.HashKeyRange;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.ShardCountUpdate;
import dev.rockpool.streamengine.ShardFilter;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardPage;
import dev.rockpool.streamengine.StreamDescription;
import dev.rockpool.streamengine.StreamRefusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Lists, splits, merges and counts shards.
final class ShardOperations {
    private static final int PAGE = 1_000;

    /// The shard with that name in the stream.
    ///
    /// @throws KinesisError `ResourceNotFoundException` if no shard can be called so
    static ShardId shard(Target target, String text) {
        return ShardId.find(text)
                .orElseThrow(
                        () -> KinesisError.notFound("Could not find shard " + text + " in " + target.sentence() + "."));
    }

    static void range(Answer answer, HashKeyRange range) {
        answer.text("StartingHashKey", range.start().toString())
                .text("EndingHashKey", range.end().toString());
    }

    static void shard(Answer answer, Shard shard) {
        answer.text("ShardId", shard.id().toString())
                .text("ParentShardId", shard.parent().map(ShardId::toString))
                .text("AdjacentParentShardId", shard.adjacentParent().map(ShardId::toString))
                .structure("HashKeyRange", range -> range(range, shard.range()))
                .structure(
                        "SequenceNumberRange",
                        numbers -> numbers.text(
                                        "StartingSequenceNumber", shard.start().toString())
                                .text("EndingSequenceNumber", shard.end().map(Object::toString)));
    }

    Reply listShards(KinesisRequest request) {
        Fields fields = request.fields();
        Optional<String> token = fields.findText("NextToken");
        if (token.isPresent()) {
            return listOn(request, token.get());
        }
        if (!fields.has("StreamName") && !fields.has("StreamARN") && !fields.has("StreamId")) {
            throw KinesisError.invalidArgument("Either NextToken or StreamName should be provided.");
        }
        Target target = request.stream();
        var _ = target.engine().describeStream(target.stream()); // that it is not there is said first
        requireCreated(target, fields.findTime("StreamCreationTimestamp"));
        ShardFilter filter = fields.findStructure("ShardFilter")
                .map(structure -> filter(target, structure))
                .orElse(new ShardFilter.FromTrimHorizon());
        Optional<ShardId> after = fields.findText("ExclusiveStartShardId").map(text -> shard(target, text));
        return page(request, target, new PageToken.Shards(target.address(), filter, after));
    }

    private static Reply listOn(KinesisRequest request, String token) {
        Fields fields = request.fields();
        for (String member :
                List.of("StreamName", "StreamARN", "ExclusiveStartShardId", "StreamCreationTimestamp", "ShardFilter")) {
            if (fields.has(member)) {
                throw KinesisError.invalidArgument("NextToken and " + member + " cannot be provided together.");
            }
        }
        PageToken.Shards from = PageToken.shards(token, request.own().now());
        return page(request, request.allowed(from.stream()), from);
    }

    private static Reply page(KinesisRequest request, Target target, PageToken.Shards from) {
        int most = request.fields().findNumber("MaxResults").orElse(PAGE);
        ShardPage page = target.engine().listShards(target.stream(), from.filter(), from.after(), most);
        return Reply.of(answer -> {
            answer.structures("Shards", page.shards(), ShardOperations::shard);
            if (page.more()) {
                ShardId last = page.shards().getLast().id();
                answer.text(
                        "NextToken",
                        new PageToken.Shards(from.stream(), from.filter(), Optional.of(last))
                                .encode(target.engine().now()));
            }
        });
    }

    /// Refuses where the stream is not the one that was made at `created`.
    static void requireCreated(Target target, Optional<Instant> created) {
        if (created.isPresent()) {
            StreamDescription stream = target.engine().describeStream(target.stream());
            if (stream.createdAt().getEpochSecond() != created.get().getEpochSecond()) {
                throw KinesisError.notFound("Stream " + target.stream() + " under account "
                        + target.address().account() + " with the creation time "
                        + created.get().getEpochSecond() + " not found.");
            }
        }
    }

    private static ShardFilter filter(Target target, Fields fields) {
        String type = fields.text("Type");
        return switch (type) {
            case "AFTER_SHARD_ID" ->
                new ShardFilter.AfterShardId(shard(
                        target,
                        fields.findText("ShardId")
                                .orElseThrow(() -> KinesisError.invalidArgument(
                                        "ShardFilter of type AFTER_SHARD_ID needs a ShardId."))));
            case "AT_TRIM_HORIZON" -> new ShardFilter.AtTrimHorizon();
            case "FROM_TRIM_HORIZON" -> new ShardFilter.FromTrimHorizon();
            case "AT_LATEST" -> new ShardFilter.AtLatest();
            case "AT_TIMESTAMP" -> new ShardFilter.AtTimestamp(time(target, type, fields));
            case "FROM_TIMESTAMP" -> new ShardFilter.FromTimestamp(time(target, type, fields));
            default -> throw new IllegalStateException("requests.model allows the filter " + type);
        };
    }

    private static Instant time(Target target, String type, Fields fields) {
        Instant time = fields.findTime("Timestamp")
                .orElseThrow(() -> KinesisError.invalidArgument("ShardFilter of type " + type + " needs a Timestamp."));
        Instant now = target.engine().now();
        if (time.toEpochMilli() > now.toEpochMilli()) {
            throw KinesisError.invalidArgument(
                    "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis."
                            + " timestampInMillis: " + time.toEpochMilli() + ", currentTimestampInMillis: "
                            + now.toEpochMilli());
        }
        return time;
    }

    Reply splitShard(KinesisRequest request) {
        Target target = request.stream();
        ShardId shard = shard(target, request.fields().text("ShardToSplit"));
        String start = request.fields().text("NewStartingHashKey");
        Optional<HashKey> place = hashKey(start);
        try {
            target.engine().splitShard(target.stream(), shard, place.orElse(HashKey.MAX));
        } catch (StreamRefusal refusal) {
            // a number beyond the ring is refused as its end would be, by the name it was given
            String sentence = refusal.sentence()
                    .replace("NewStartingHashKey " + HashKey.MAX + " ", "NewStartingHashKey " + start + " ");
            throw KinesisError.of(refusal.code().wireName(), sentence);
        }
        return Reply.NOTHING;
    }

    private static Optional<HashKey> hashKey(String text) {
        try {
            return Optional.of(HashKey.parse(text));
        } catch (IllegalArgumentException beyond) {
            return Optional.empty();
        }
    }

    Reply mergeShards(KinesisRequest request) {
        Target target = request.stream();
        ShardId shard = shard(target, request.fields().text("ShardToMerge"));
        ShardId adjacent = shard(target, request.fields().text("AdjacentShardToMerge"));
        target.engine().mergeShards(target.stream(), shard, adjacent);
        return Reply.NOTHING;
    }

    Reply updateShardCount(KinesisRequest request) {
        Target target = request.stream();
        ShardCountUpdate update = target.engine()
                .updateShardCount(target.stream(), request.fields().number("TargetShardCount"));
        return Reply.of(answer -> answer.text("StreamName", target.stream().value())
                .number("CurrentShardCount", update.current())
                .number("TargetShardCount", update.target())
                .text("StreamARN", target.address().arn()));
    }
}
