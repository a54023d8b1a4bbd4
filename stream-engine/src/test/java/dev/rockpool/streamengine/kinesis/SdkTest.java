package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ConsumerStatus;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamDescriptionSummary;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardEvent;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/// The AWS SDK for Java as it comes: the plain client speaks CBOR over HTTP/1.1, the asynchronous one CBOR over HTTP/2
/// by prior knowledge.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SdkTest {
    private static final String STREAM = "orders";

    @TempDir
    Path folder;

    private ServedStreams served;
    private KinesisClient client;

    @BeforeEach
    void serve() {
        served = new ServedStreams(folder);
        client = served.client();
    }

    @AfterEach
    void close() {
        client.close();
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private GetRecordsResponse read(String shard) {
        String iterator = client.getShardIterator(
                        b -> b.streamName(STREAM).shardId(shard).shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                .shardIterator();
        return client.getRecords(b -> b.shardIterator(iterator));
    }

    @Test
    void whatIsPutIsRead() {
        client.createStream(b -> b.streamName(STREAM).shardCount(2));
        StreamDescriptionSummary summary =
                client.describeStreamSummary(b -> b.streamName(STREAM)).streamDescriptionSummary();
        assertThat(summary.streamStatusAsString()).isEqualTo("ACTIVE");
        assertThat(summary.openShardCount()).isEqualTo(2);
        assertThat(summary.streamCreationTimestamp()).isEqualTo(served.clock.instant());
        assertThat(summary.streamARN()).isEqualTo("arn:aws:kinesis:us-east-1:111111111111:stream/orders");

        byte[] data = {0, 1, (byte) 0xff, 42};
        PutRecordResponse put = client.putRecord(
                b -> b.streamName(STREAM).partitionKey("user-1").data(SdkBytes.fromByteArray(data)));
        PutRecordsResponse more = client.putRecords(b -> b.streamARN(summary.streamARN())
                .records(PutRecordsRequestEntry.builder()
                        .partitionKey("user-1")
                        .data(SdkBytes.fromUtf8String("zwei"))
                        .build()));
        assertThat(more.failedRecordCount()).isZero();

        GetRecordsResponse got = read(put.shardId());
        assertThat(got.millisBehindLatest()).isZero();
        assertThat(got.records()).hasSize(2);
        Record first = got.records().getFirst();
        assertThat(first.data().asByteArray()).isEqualTo(data);
        assertThat(first.partitionKey()).isEqualTo("user-1");
        assertThat(first.sequenceNumber()).isEqualTo(put.sequenceNumber());
        assertThat(first.approximateArrivalTimestamp()).isEqualTo(served.clock.instant());
        assertThat(got.records().getLast().data().asUtf8String()).isEqualTo("zwei");
    }

    @Test
    void errorsAreTheServicesOwn() {
        assertThatThrownBy(() -> client.describeStream(b -> b.streamName("nowhere")))
                .isInstanceOf(ResourceNotFoundException.class)
                .hasMessageContaining("Stream nowhere under account 111111111111 not found.");
        client.createStream(b -> b.streamName(STREAM).shardCount(1));
        assertThatThrownBy(() -> client.createStream(b -> b.streamName(STREAM).shardCount(1)))
                .isInstanceOf(ResourceInUseException.class);
        SdkBytes large = SdkBytes.fromByteArray(new byte[700_000]);
        PutRecordsRequestEntry entry =
                PutRecordsRequestEntry.builder().partitionKey("k").data(large).build();
        PutRecordsResponse put = client.putRecords(b -> b.streamName(STREAM).records(entry, entry));
        assertThat(put.failedRecordCount()).isEqualTo(1);
        assertThat(put.records().getFirst().errorCode()).isNull();
        assertThat(put.records().getLast().errorCode()).isEqualTo("ProvisionedThroughputExceededException");
        assertThat(put.records().getLast().errorMessage())
                .isEqualTo("Rate exceeded for shard shardId-000000000000 in stream orders under account"
                        + " 111111111111.");
    }

    @Test
    void shardsAreListedSplitAndMerged() {
        client.createStream(b -> b.streamName(STREAM).shardCount(2));
        client.splitShard(
                b -> b.streamName(STREAM).shardToSplit("shardId-000000000000").newStartingHashKey("1000"));
        List<Shard> shards = client.listShards(b -> b.streamName(STREAM)).shards();
        assertThat(shards).hasSize(4);
        assertThat(shards.getFirst().sequenceNumberRange().endingSequenceNumber())
                .isNotNull();
        assertThat(shards.getLast().parentShardId()).isEqualTo("shardId-000000000000");
        GetRecordsResponse end = read("shardId-000000000000");
        assertThat(end.nextShardIterator()).isNull();
        assertThat(end.childShards())
                .extracting("shardId")
                .containsExactly("shardId-000000000002", "shardId-000000000003");
    }

    @Test
    void aFanOutConsumerIsPushedWhatArrives() throws Exception {
        client.createStream(b -> b.streamName(STREAM).shardCount(1));
        String stream = client.describeStreamSummary(b -> b.streamName(STREAM))
                .streamDescriptionSummary()
                .streamARN();
        String consumer = client.registerStreamConsumer(b -> b.streamARN(stream).consumerName("fan"))
                .consumer()
                .consumerARN();
        assertThat(client.describeStreamConsumer(b -> b.consumerARN(consumer))
                        .consumerDescription()
                        .consumerStatus())
                .isEqualTo(ConsumerStatus.ACTIVE);
        List<String> heard = new ArrayList<>();
        CompletableFuture<Void> third = new CompletableFuture<>();
        try (KinesisAsyncClient async = served.asyncClient()) {
            put(async, "one");
            CompletableFuture<Void> subscribed = new CompletableFuture<>();
            CompletableFuture<Void> over = async.subscribeToShard(
                    b -> b.consumerARN(consumer)
                            .shardId("shardId-000000000000")
                            .startingPosition(p -> p.type(ShardIteratorType.TRIM_HORIZON)),
                    SubscribeToShardResponseHandler.builder()
                            .onResponse(_ -> subscribed.complete(null))
                            .subscriber(event -> {
                                if (event instanceof SubscribeToShardEvent delivery) {
                                    delivery.records()
                                            .forEach(record ->
                                                    heard.add(record.data().asUtf8String()));
                                    if (heard.size() == 3) {
                                        third.complete(null);
                                    }
                                }
                            })
                            .build());
            subscribed.get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> async.subscribeToShard(
                                    b -> b.consumerARN(consumer)
                                            .shardId("shardId-000000000000")
                                            .startingPosition(p -> p.type(ShardIteratorType.LATEST)),
                                    SubscribeToShardResponseHandler.builder()
                                            .subscriber(_ -> {})
                                            .build())
                            .get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ResourceInUseException.class);
            put(async, "two");
            put(async, "three");
            third.get(30, TimeUnit.SECONDS);
            served.clock.advance(Duration.ofMinutes(5));
            over.get(30, TimeUnit.SECONDS);
        }
        assertThat(heard).containsExactly("one", "two", "three");
    }

    private static void put(KinesisAsyncClient async, String text) throws Exception {
        async.putRecord(b -> b.streamName(STREAM).partitionKey("k").data(SdkBytes.fromUtf8String(text)))
                .get(30, TimeUnit.SECONDS);
    }

    @Test
    void aYoungerSubscriptionTakesOver() throws Exception {
        client.createStream(b -> b.streamName(STREAM).shardCount(1));
        String consumer = client.registerStreamConsumer(
                        b -> b.streamARN("arn:aws:kinesis:us-east-1:111111111111:stream/orders")
                                .consumerName("fan"))
                .consumer()
                .consumerARN();
        try (KinesisAsyncClient async = served.asyncClient()) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Void> first = subscribe(async, consumer, begun);
            begun.get(30, TimeUnit.SECONDS);
            served.clock.advance(Duration.ofSeconds(6));
            CompletableFuture<Void> second = new CompletableFuture<>();
            CompletableFuture<Void> over = subscribe(async, consumer, second);
            second.get(30, TimeUnit.SECONDS);
            assertThatThrownBy(() -> first.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(ResourceInUseException.class);
            client.deregisterStreamConsumer(b -> b.consumerARN(consumer));
            assertThatThrownBy(() -> over.get(30, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(ResourceNotFoundException.class);
        }
    }

    @Test
    void subscriptionsEndWithTheEndpoint() throws Exception {
        client.createStream(b -> b.streamName(STREAM).shardCount(1));
        String consumer = client.registerStreamConsumer(
                        b -> b.streamARN("arn:aws:kinesis:us-east-1:111111111111:stream/orders")
                                .consumerName("fan"))
                .consumer()
                .consumerARN();
        try (KinesisAsyncClient async = served.asyncClient()) {
            CompletableFuture<Void> begun = new CompletableFuture<>();
            CompletableFuture<Void> over = subscribe(async, consumer, begun);
            begun.get(30, TimeUnit.SECONDS);
            served.endpoint.close();
            assertThat(over.get(30, TimeUnit.SECONDS)).isNull();
        }
    }

    private static CompletableFuture<Void> subscribe(
            KinesisAsyncClient async, String consumer, CompletableFuture<Void> begun) {
        return async.subscribeToShard(
                b -> b.consumerARN(consumer)
                        .shardId("shardId-000000000000")
                        .startingPosition(p -> p.type(ShardIteratorType.LATEST)),
                SubscribeToShardResponseHandler.builder()
                        .onResponse(_ -> begun.complete(null))
                        .subscriber(_ -> {})
                        .build());
    }
}
