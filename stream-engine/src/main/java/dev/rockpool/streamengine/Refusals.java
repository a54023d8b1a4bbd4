package dev.rockpool.streamengine;

import dev.rockpool.streamengine.StreamRefusal.Code;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The service's sentences; [StreamRefusal] says where they come from.
final class Refusals {
    private static final DateTimeFormatter ITERATOR_TIME = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss 'UTC' yyyy", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String account;
    private final String region;

    Refusals(StreamEngineOptions options) {
        this.account = options.account();
        this.region = options.region();
    }

    StreamRefusal noStream(StreamName stream) {
        return new StreamRefusal(
                Code.RESOURCE_NOT_FOUND, "Stream " + stream + " under account " + account + " not found.");
    }

    StreamRefusal streamExists(StreamName stream) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE, "Stream " + stream + " under account " + account + " already exists.");
    }

    StreamRefusal notActive(StreamName stream, StreamStatus status) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE,
                "Stream " + stream + " under account " + account + " not ACTIVE, instead in state " + status);
    }

    StreamRefusal hasConsumers(StreamName stream, int consumers) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE,
                "Stream " + stream + " under account " + account + " has " + consumers
                        + " registered consumers, and EnforceConsumerDeletion is not set.");
    }

    StreamRefusal noShard(StreamName stream, ShardId shard) {
        return new StreamRefusal(
                Code.RESOURCE_NOT_FOUND,
                "Could not find shard " + shard + " in stream " + stream + " under account " + account + ".");
    }

    StreamRefusal shardDoesNotExist(StreamName stream, ShardId shard) {
        return new StreamRefusal(
                Code.RESOURCE_NOT_FOUND,
                "Shard " + shard + " in stream " + stream + " under account " + account + " does not exist");
    }

    StreamRefusal shardClosed(StreamName stream, ShardId shard) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "Shard " + shard + " in stream " + stream + " under account " + account
                        + " is closed and can be neither split nor merged");
    }

    StreamRefusal badSplit(StreamName stream, Shard shard, HashKey newStart) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "NewStartingHashKey " + newStart + " used in SplitShard() on shard " + shard.id() + " in stream "
                        + stream + " under account " + account
                        + " is not both greater than one plus the shard's StartingHashKey "
                        + shard.range().start() + " and less than the shard's EndingHashKey "
                        + shard.range().end() + ".");
    }

    StreamRefusal notAdjacent(StreamName stream, ShardId shard, ShardId adjacent) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "Shards " + shard + " and " + adjacent + " in stream " + stream + " under account " + account
                        + " are not an adjacent pair of shards eligible for merging");
    }

    StreamRefusal onlyProvisioned(StreamName stream, String operation) {
        return new StreamRefusal(
                Code.VALIDATION,
                operation + " is only for streams in PROVISIONED mode; stream " + stream + " under account " + account
                        + " is in ON_DEMAND mode.");
    }

    StreamRefusal shardLimit(int current, int limit, int additional) {
        return new StreamRefusal(
                Code.LIMIT_EXCEEDED,
                "This request would exceed the shard limit for the account " + account + " in " + region
                        + ". Current shard count for the account: " + current + ". Limit: " + limit
                        + ". Number of additional shards that would have resulted from this request: " + additional
                        + ". Refer to the AWS Service Limits page "
                        + "(http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) "
                        + "for current limits and how to request higher limits.");
    }

    StreamRefusal limit(String sentence) {
        return new StreamRefusal(Code.LIMIT_EXCEEDED, sentence);
    }

    StreamRefusal invalid(String sentence) {
        return new StreamRefusal(Code.INVALID_ARGUMENT, sentence);
    }

    StreamRefusal internal(String sentence) {
        return new StreamRefusal(Code.INTERNAL_FAILURE, sentence);
    }

    String rateExceeded(StreamName stream, ShardId shard) {
        return "Rate exceeded for shard " + shard + " in stream " + stream + " under account " + account + ".";
    }

    StreamRefusal throttled(StreamName stream, ShardId shard) {
        return new StreamRefusal(Code.PROVISIONED_THROUGHPUT_EXCEEDED, rateExceeded(stream, shard));
    }

    StreamRefusal badOrdering(StreamName stream, SequenceNumber number) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "ExclusiveMinimumSequenceNumber " + number + " used in PutRecord on stream " + stream
                        + " under account " + account + " is invalid.");
    }

    StreamRefusal numberOfOtherShard(ShardId shard, SequenceNumber number) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "Invalid StartingSequenceNumber. It encodes " + number.shard()
                        + ", while it was used in a call to a shard with " + shard);
    }

    StreamRefusal numberOfOtherStream(StreamName stream, ShardId shard, SequenceNumber number) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "StartingSequenceNumber " + number + " used in GetShardIterator on shard " + shard + " in stream "
                        + stream + " under account " + account
                        + " is invalid because it did not come from this stream.");
    }

    StreamRefusal timeInFuture(Instant time, Instant now) {
        return new StreamRefusal(
                Code.INVALID_ARGUMENT,
                "The timestampInMillis parameter cannot be greater than the currentTimestampInMillis. timestampInMillis: "
                        + time.toEpochMilli() + ", currentTimestampInMillis: " + now.toEpochMilli());
    }

    StreamRefusal badIterator() {
        return new StreamRefusal(Code.INVALID_ARGUMENT, "Invalid ShardIterator.");
    }

    StreamRefusal expiredIterator(Instant issued, Instant now) {
        return new StreamRefusal(
                Code.EXPIRED_ITERATOR,
                "Iterator expired. The iterator was created at time " + ITERATOR_TIME.format(issued)
                        + " while right now it is " + ITERATOR_TIME.format(now)
                        + " which is further in the future than the tolerated delay of 300000 milliseconds.");
    }

    StreamRefusal noConsumer(StreamName stream, ConsumerName consumer) {
        return new StreamRefusal(
                Code.RESOURCE_NOT_FOUND,
                "Consumer " + consumer + " under stream: " + stream + ", account " + account + " not found.");
    }

    StreamRefusal consumerExists(StreamName stream, ConsumerName consumer) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE,
                "Consumer " + consumer + " under stream: " + stream + ", account " + account + " already exists.");
    }

    StreamRefusal consumerNotActive(StreamName stream, ConsumerState consumer) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE,
                "Consumer " + consumer.name() + " with creation timestamp "
                        + consumer.createdAt().getEpochSecond() + " under stream: " + stream + ", account " + account
                        + " is not in ACTIVE status.");
    }

    StreamRefusal subscribed(StreamName stream, ShardId shard, ConsumerName consumer) {
        return new StreamRefusal(
                Code.RESOURCE_IN_USE,
                "Another active subscription exists for this consumer: " + account + ":" + stream + ":" + shard + ":"
                        + consumer);
    }
}
