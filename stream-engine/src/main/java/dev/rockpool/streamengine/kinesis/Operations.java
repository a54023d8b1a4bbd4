package dev.rockpool.streamengine.kinesis;

import java.io.IOException;
import java.util.Optional;

/// Does each operation of the table.
final class Operations {
    private final OperationRates rates = new OperationRates();
    private final StreamEncryption encryption;
    private final RecordOperations records;
    private final Subscription subscriptions;
    private final ShardOperations shards = new ShardOperations();
    private final StreamOperations streams = new StreamOperations();
    private final ConsumerOperations consumers = new ConsumerOperations();
    private final TagOperations tags = new TagOperations();
    private final ResourcePolicies policies = new ResourcePolicies();
    private final AccountOperations accounts = new AccountOperations();

    Operations(KinesisServices services) {
        encryption = new StreamEncryption(services.keys(), services.clock());
        records = new RecordOperations(encryption);
        subscriptions = new Subscription(encryption);
    }

    /// Ends what is still being answered.
    void close() {
        subscriptions.close();
    }

    /// Does what is asked; empty where it has answered by itself.
    Optional<Reply> perform(KinesisRequest request) throws IOException {
        rates.require(request);
        if (request.operation() == Operation.SubscribeToShard) {
            subscriptions.serve(request);
            return Optional.empty();
        }
        return Optional.of(reply(request));
    }

    private Reply reply(KinesisRequest request) {
        return switch (request.operation()) {
            case PutRecord -> records.putRecord(request);
            case PutRecords -> records.putRecords(request);
            case GetRecords -> records.getRecords(request);
            case GetShardIterator -> records.getShardIterator(request);

            case CreateStream -> streams.createStream(request);
            case DeleteStream -> streams.deleteStream(request);
            case DescribeStream -> streams.describeStream(request);
            case DescribeStreamSummary -> streams.describeStreamSummary(request);
            case ListStreams -> streams.listStreams(request);
            case IncreaseStreamRetentionPeriod -> streams.increaseRetention(request);
            case DecreaseStreamRetentionPeriod -> streams.decreaseRetention(request);
            case UpdateMaxRecordSize -> streams.updateMaxRecordSize(request);
            case UpdateStreamMode -> streams.updateMode(request);
            case UpdateStreamWarmThroughput -> streams.updateWarmThroughput(request);
            case EnableEnhancedMonitoring -> streams.enableMonitoring(request);
            case DisableEnhancedMonitoring -> streams.disableMonitoring(request);

            case ListShards -> shards.listShards(request);
            case SplitShard -> shards.splitShard(request);
            case MergeShards -> shards.mergeShards(request);
            case UpdateShardCount -> shards.updateShardCount(request);

            case RegisterStreamConsumer -> consumers.register(request);
            case DeregisterStreamConsumer -> consumers.deregister(request);
            case DescribeStreamConsumer -> consumers.describe(request);
            case ListStreamConsumers -> consumers.list(request);
            case SubscribeToShard -> throw new IllegalStateException("It answers by itself");

            case AddTagsToStream -> tags.addToStream(request);
            case RemoveTagsFromStream -> tags.removeFromStream(request);
            case ListTagsForStream -> tags.listForStream(request);
            case TagResource -> tags.tagResource(request);
            case UntagResource -> tags.untagResource(request);
            case ListTagsForResource -> tags.listForResource(request);

            case PutResourcePolicy -> policies.put(request);
            case GetResourcePolicy -> policies.get(request);
            case DeleteResourcePolicy -> policies.delete(request);

            case StartStreamEncryption -> encryption.start(request);
            case StopStreamEncryption -> encryption.stop(request);

            case DescribeLimits -> accounts.describeLimits(request);
            case DescribeAccountSettings -> accounts.describeSettings(request);
            case UpdateAccountSettings -> accounts.updateSettings(request);
        };
    }
}
