package dev.rockpool.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;
import software.amazon.dynamodb.services.local.shared.access.AmazonDynamoDBLocal;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.leases.LeaseManagementConfig;
import software.amazon.kinesis.metrics.NullMetricsFactory;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.RetrievalSpecificConfig;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/// The Kinesis Client Library 3 on a stream that is split and merged meanwhile: a worker reads and checkpoints, a
/// second takes over where the first stopped, and together they read every record, in the order of its key.
class ConsumerLibraryTest {
    private static final String STREAM = "orders";
    private static final int BATCH = 100;
    private static final StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(
            AwsBasicCredentials.create(ServedPlatform.ACCESS_KEY, ServedPlatform.SECRET_KEY));

    // one for all tests: a second in the same process stalls
    private static final AmazonDynamoDBLocal LEASES = DynamoDBEmbedded.create();

    @TempDir
    Path folder;

    private ServedPlatform platform;
    private KinesisClient client;

    /// How the library reads.
    enum Retrieval {
        POLLING,
        FAN_OUT
    }

    @BeforeEach
    void serve() throws Exception {
        platform = new ServedPlatform(folder);
        client = KinesisClient.builder()
                .endpointOverride(platform.kinesis())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .build();
        client.createStream(b -> b.streamName(STREAM).shardCount(2));
        awaitActive();
    }

    @AfterAll
    static void closeLeases() {
        LEASES.shutdownNow();
    }

    @AfterEach
    void close() {
        client.close();
        platform.close();
        assertThat(platform.failures).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Retrieval.class)
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void twoWorkersReadAllOfAStreamThatIsResharded(Retrieval retrieval) throws Exception {
        put(0);
        Worker first = new Worker("first", retrieval, BATCH);
        first.awaitRead();

        client.splitShard(b -> b.streamName(STREAM)
                .shardToSplit("shardId-000000000000")
                .newStartingHashKey("85070591730234615865843651857942052864"));
        awaitActive();
        put(1);
        client.mergeShards(b ->
                b.streamName(STREAM).shardToMerge("shardId-000000000003").adjacentShardToMerge("shardId-000000000001"));
        awaitActive();
        first.awaitAtLeast(BATCH + 1);
        first.stop();
        put(2);

        Worker second = new Worker("second", retrieval, 3 * BATCH - first.checkpointed());
        second.awaitRead();
        second.stop();
        TreeSet<String> all = new TreeSet<>(first.read());
        all.addAll(second.read());
        assertThat(all).hasSize(3 * BATCH);
        assertThat(second.read())
                .as("what was checkpointed is not read again")
                .doesNotContainAnyElementsOf(first.done());
        for (Worker worker : List.of(first, second)) {
            for (int key = 0; key < 10; key++) {
                String ofKey = "k" + key + " ";
                assertThat(worker.read().stream().filter(text -> text.startsWith(ofKey)))
                        .as("in the order of their key")
                        .isSorted();
            }
        }
    }

    private void put(int batch) {
        for (int at = 0; at < BATCH; at++) {
            int number = batch * BATCH + at;
            String key = "k" + number % 10;
            client.putRecord(b -> b.streamName(STREAM)
                    .partitionKey(key)
                    .data(SdkBytes.fromUtf8String("%s %05d".formatted(key, number))));
        }
    }

    private void awaitActive() {
        var _ = client.waiter().waitUntilStreamExists(b -> b.streamName(STREAM)); // which is to say: is active
    }

    /// One worker of the library, with clients as they come but for their addresses.
    private final class Worker {
        private final ReadRecords records = new ReadRecords();
        private final int expected;
        private final String application;
        private final Scheduler scheduler;
        private final Thread thread;
        private final KinesisAsyncClient kinesis = KinesisAsyncClient.builder()
                .endpointOverride(platform.kinesis())
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .build();
        private final CloudWatchAsyncClient nowhere = CloudWatchAsyncClient.builder()
                .endpointOverride(URI.create("http://127.0.0.1:1"))
                .region(Region.US_EAST_1)
                .credentialsProvider(CREDENTIALS)
                .build();

        Worker(String name, Retrieval retrieval, int expected) {
            this.expected = expected;
            application = "orders-" + retrieval;
            DynamoDbAsyncClient table = LEASES.dynamoDbAsyncClient();
            ConfigsBuilder configs = new ConfigsBuilder(
                    new SingleStreamTracker(
                            STREAM,
                            InitialPositionInStreamExtended.newInitialPosition(InitialPositionInStream.TRIM_HORIZON)),
                    application,
                    kinesis,
                    table,
                    nowhere,
                    name,
                    records);
            LeaseManagementConfig management = configs.leaseManagementConfig()
                    .failoverTimeMillis(3_000)
                    .shardSyncIntervalMillis(1_000)
                    .leasesRecoveryAuditorExecutionFrequencyMillis(1_000);
            RetrievalConfig reading = configs.retrievalConfig().retrievalSpecificConfig(specific(retrieval));
            scheduler = new Scheduler(
                    configs.checkpointConfig(),
                    configs.coordinatorConfig().parentShardPollIntervalMillis(500),
                    management,
                    configs.lifecycleConfig(),
                    configs.metricsConfig().metricsFactory(new NullMetricsFactory()),
                    configs.processorConfig(),
                    reading);
            thread = Thread.ofPlatform().name(name).start(scheduler);
        }

        private RetrievalSpecificConfig specific(Retrieval retrieval) {
            return switch (retrieval) {
                case POLLING -> new PollingConfig(STREAM, kinesis).idleTimeBetweenReadsInMillis(250);
                case FAN_OUT -> new FanOutConfig(kinesis).streamName(STREAM).applicationName(application);
            };
        }

        void awaitRead() throws InterruptedException {
            records.awaitAtLeast(expected);
        }

        void awaitAtLeast(int count) throws InterruptedException {
            records.awaitAtLeast(count);
        }

        List<String> read() {
            return records.read();
        }

        List<String> done() {
            return records.checkpointed();
        }

        int checkpointed() {
            return records.checkpointed().size();
        }

        void stop() throws Exception {
            Boolean _ = scheduler.startGracefulShutdown().get(60, TimeUnit.SECONDS);
            assertThat(thread.join(Duration.ofSeconds(60))).isTrue();
            kinesis.close();
            nowhere.close();
        }
    }
}
