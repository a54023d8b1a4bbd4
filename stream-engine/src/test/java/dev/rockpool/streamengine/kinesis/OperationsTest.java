package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Each operation over JSON, with the service's sentences where they were captured (mhart/kinesalite, `actions/`).
class OperationsTest {
    private static final String ARN = "arn:aws:kinesis:us-east-1:111111111111:stream/orders";
    private static final String NAMED = "\"StreamName\":\"orders\"";

    @TempDir
    Path folder;

    private ServedStreams served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedStreams(folder);
        served.done("CreateStream", "{" + NAMED + ",\"ShardCount\":2}");
    }

    @AfterEach
    void close() {
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private JsonNode summary() throws IOException {
        return served.done("DescribeStreamSummary", "{" + NAMED + "}").path("StreamDescriptionSummary");
    }

    @Test
    void aStreamIsNamedByNameArnOrId() throws IOException {
        assertThat(summary().has("StreamId")).isFalse();
        String id = StreamIds.of(ServedStreams.MAIN, 1);
        assertThat(id).matches("[a-z0-9]{20}-[a-z0-9]{3}");
        for (String naming : new String[] {
            NAMED,
            "\"StreamARN\":\"" + ARN + "\"",
            "\"StreamId\":\"" + id + "\"",
            NAMED + ",\"StreamARN\":\"" + ARN + "\""
        }) {
            assertThat(served.done("DescribeStreamSummary", "{" + naming + "}")
                            .path("StreamDescriptionSummary")
                            .path("StreamARN")
                            .asString())
                    .isEqualTo(ARN);
        }
        assertThat(served.refused("DescribeStreamSummary", "{}")).startsWith("InvalidArgumentException: ");
        assertThat(served.refused("DescribeStreamSummary", "{\"StreamName\":\"other\",\"StreamARN\":\"" + ARN + "\"}"))
                .startsWith("InvalidArgumentException: ");
        assertThat(served.refused("DescribeStreamSummary", "{\"StreamId\":\"aaaaaaaaaaaaaaaaaaaa-bbb\"}"))
                .startsWith("ResourceNotFoundException: ");
        assertThat(served.refused(
                        "DescribeStreamSummary", "{\"StreamARN\":\"" + ARN.replace("us-east-1", "eu-west-1") + "\"}"))
                .isEqualTo("ResourceNotFoundException: Stream orders under account 111111111111 not found.");
    }

    @Test
    void streamsAreMadeWithAllTheirSettings() throws IOException {
        served.done(
                "CreateStream",
                "{\"StreamName\":\"wide\",\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"},"
                        + "\"Tags\":{\"team\":\"sea\"},\"MaxRecordSizeInKiB\":2048}");
        JsonNode wide = served.done("DescribeStreamSummary", "{\"StreamName\":\"wide\"}")
                .path("StreamDescriptionSummary");
        assertThat(wide.path("OpenShardCount").asInt()).isEqualTo(4);
        assertThat(wide.path("MaxRecordSizeInKiB").asInt()).isEqualTo(2048);
        assertThat(served.done("ListTagsForStream", "{\"StreamName\":\"wide\"}").toString())
                .isEqualTo("{\"Tags\":[{\"Key\":\"team\",\"Value\":\"sea\"}],\"HasMoreTags\":false}");
        assertThat(served.refused("CreateStream", "{\"StreamName\":\"none\"}"))
                .startsWith("InvalidArgumentException: ShardCount is required");
        assertThat(served.refused("CreateStream", "{\"StreamName\":\"many\",\"ShardCount\":100000}"))
                .startsWith("LimitExceededException: This request would exceed the shard limit for the account"
                        + " 111111111111 in us-east-1. Current shard count for the account: 2. Limit: 20000. Number of"
                        + " additional shards that would have resulted from this request: 100000.");
        assertThat(served.refused("CreateStream", "{" + NAMED + ",\"ShardCount\":1}"))
                .isEqualTo("ResourceInUseException: Stream orders under account 111111111111 already exists.");
        assertThat(served.refused(
                        "CreateStream", "{\"StreamName\":\"warm\",\"ShardCount\":1,\"WarmThroughputMiBps\":5}"))
                .startsWith("ValidationException: ");
    }

    @Test
    void streamsAreListedInPages() throws IOException {
        served.done("CreateStream", "{\"StreamName\":\"apples\",\"ShardCount\":1}");
        JsonNode first = served.done("ListStreams", "{\"Limit\":1}");
        assertThat(first.path("StreamNames").toString()).isEqualTo("[\"apples\"]");
        assertThat(first.path("HasMoreStreams").asBoolean()).isTrue();
        JsonNode second = served.done(
                "ListStreams", "{\"NextToken\":\"" + first.path("NextToken").asString() + "\"}");
        assertThat(second.path("StreamNames").toString()).isEqualTo("[\"orders\"]");
        assertThat(second.path("HasMoreStreams").asBoolean()).isFalse();
        assertThat(served.done("ListStreams", "{\"ExclusiveStartStreamName\":\"orders\"}")
                        .path("StreamNames")
                        .size())
                .isZero();
        served.clock.advance(Duration.ofSeconds(301));
        assertThat(served.refused(
                        "ListStreams",
                        "{\"NextToken\":\"" + first.path("NextToken").asString() + "\"}"))
                .startsWith("ExpiredNextTokenException: ");
        assertThat(served.refused("ListStreams", "{\"NextToken\":\"abc\"}")).startsWith("InvalidArgumentException: ");
    }

    @Test
    void shardsAreListedInPagesAndFiltered() throws IOException {
        JsonNode first = served.done("ListShards", "{" + NAMED + ",\"MaxResults\":1}");
        assertThat(first.path("Shards").size()).isEqualTo(1);
        String token = first.path("NextToken").asString();
        assertThat(served.done("ListShards", "{\"NextToken\":\"" + token + "\"}")
                        .toString())
                .contains("shardId-000000000001")
                .doesNotContain("shardId-000000000000", "NextToken");
        assertThat(served.refused("ListShards", "{}"))
                .isEqualTo("InvalidArgumentException: Either NextToken or StreamName should be provided.");
        assertThat(served.refused("ListShards", "{" + NAMED + ",\"NextToken\":\"" + token + "\"}"))
                .isEqualTo("InvalidArgumentException: NextToken and StreamName cannot be provided together.");
        assertThat(served.refused("ListShards", "{" + NAMED + ",\"ShardFilter\":{\"Type\":\"AT_TIMESTAMP\"}}"))
                .startsWith("InvalidArgumentException: ");
        assertThat(served.done(
                                "ListShards",
                                "{" + NAMED
                                        + ",\"ShardFilter\":{\"Type\":\"AFTER_SHARD_ID\",\"ShardId\":\"shardId-000000000000\"}}")
                        .path("Shards")
                        .size())
                .isEqualTo(1);
        assertThat(served.refused("ListShards", "{" + NAMED + ",\"StreamCreationTimestamp\":1}"))
                .startsWith("ResourceNotFoundException: ");
        JsonNode described =
                served.done("DescribeStream", "{" + NAMED + ",\"Limit\":1}").path("StreamDescription");
        assertThat(described.path("HasMoreShards").asBoolean()).isTrue();
        assertThat(described.path("Shards").size()).isEqualTo(1);
    }

    @Test
    void iteratorsBeginWhereTheyMay() throws IOException {
        String at = "{" + NAMED + ",\"ShardId\":\"shardId-000000000000\",\"ShardIteratorType\":\"%s\"%s}";
        assertThat(served.refused("GetShardIterator", at.formatted("AT_SEQUENCE_NUMBER", "")))
                .isEqualTo("InvalidArgumentException: Must either specify (1) AT_SEQUENCE_NUMBER or"
                        + " AFTER_SEQUENCE_NUMBER and StartingSequenceNumber or (2) TRIM_HORIZON or LATEST and no"
                        + " StartingSequenceNumber. Request specified AT_SEQUENCE_NUMBER and no"
                        + " StartingSequenceNumber.");
        assertThat(served.refused("GetShardIterator", at.formatted("LATEST", ",\"StartingSequenceNumber\":\"5\"")))
                .contains("Request specified LATEST and also a StartingSequenceNumber.");
        assertThat(served.refused("GetShardIterator", at.formatted("AT_TIMESTAMP", "")))
                .isEqualTo("InvalidArgumentException: Must specify timestampInMillis parameter for iterator of type"
                        + " AT_TIMESTAMP. Current request has no timestamp parameter.");
        assertThat(served.refused(
                        "GetShardIterator", at.formatted("AT_SEQUENCE_NUMBER", ",\"StartingSequenceNumber\":\"5\"")))
                .isEqualTo("InvalidArgumentException: StartingSequenceNumber 5 used in GetShardIterator on shard"
                        + " shardId-000000000000 in stream orders under account 111111111111 is invalid.");
        assertThat(served.refused(
                        "GetShardIterator",
                        "{" + NAMED + ",\"ShardId\":\"shardId-5\",\"ShardIteratorType\":\"LATEST\"}"))
                .isEqualTo("ResourceNotFoundException: Shard shardId-000000000005 in stream orders under account"
                        + " 111111111111 does not exist");
        assertThat(served.refused(
                        "GetShardIterator", "{" + NAMED + ",\"ShardId\":\"five\",\"ShardIteratorType\":\"LATEST\"}"))
                .isEqualTo("ResourceNotFoundException: Could not find shard five in stream orders under account"
                        + " 111111111111.");
        assertThat(served.refused("GetRecords", "{\"ShardIterator\":\"abc\"}"))
                .isEqualTo("InvalidArgumentException: Invalid ShardIterator.");
        String iterator = served.done("GetShardIterator", at.formatted("TRIM_HORIZON", ""))
                .path("ShardIterator")
                .asString();
        served.clock.advance(Duration.ofSeconds(301));
        assertThat(served.refused("GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}"))
                .startsWith("ExpiredIteratorException: Iterator expired. The iterator was created at time ");
    }

    @Test
    void recordsThatCannotBePutAreRefused() throws IOException {
        String put = "{" + NAMED + ",\"PartitionKey\":\"k\",\"Data\":\"AAAA\"%s}";
        assertThat(served.refused(
                        "PutRecord", put.formatted(",\"ExplicitHashKey\":\"340282366920938463463374607431768211456\"")))
                .isEqualTo("InvalidArgumentException: Invalid ExplicitHashKey. ExplicitHashKey must be in the range:"
                        + " [0, 2^128-1]. Specified value was 340282366920938463463374607431768211456");
        assertThat(served.refused("PutRecord", put.formatted(",\"SequenceNumberForOrdering\":\"5\"")))
                .isEqualTo("InvalidArgumentException: ExclusiveMinimumSequenceNumber 5 used in PutRecord on stream"
                        + " orders under account 111111111111 is invalid.");
        assertThat(served.refused("PutRecord", "{\"StreamName\":\"gone\",\"PartitionKey\":\"k\",\"Data\":\"\"}"))
                .isEqualTo("ResourceNotFoundException: Stream gone under account 111111111111 not found.");
        assertThat(served.done("PutRecord", put.formatted(",\"ExplicitHashKey\":\"0\""))
                        .path("ShardId")
                        .asString())
                .isEqualTo("shardId-000000000000");
        String large = "A".repeat(1_400_000);
        String body = "{" + NAMED + ",\"PartitionKey\":\"k\",\"Data\":\"" + large + "\"}";
        assertThat(served.refused("PutRecord", body)).startsWith("InvalidArgumentException: ");
        served.done("UpdateMaxRecordSize", "{\"StreamARN\":\"" + ARN + "\",\"MaxRecordSizeInKiB\":10240}");
        served.clock.advance(Duration.ofSeconds(5));
        assertThat(served.ask("PutRecord", body).statusCode()).isEqualTo(200);
        assertThat(summary().path("MaxRecordSizeInKiB").asInt()).isEqualTo(10_240);
    }

    @Test
    void shardsAreSplitMergedAndCounted() throws IOException {
        assertThat(
                        served.refused(
                                "SplitShard",
                                "{" + NAMED
                                        + ",\"ShardToSplit\":\"shard-x\",\"NewStartingHashKey\":\"340282366920938463463374607431768211456\"}"))
                .startsWith("ResourceNotFoundException: Could not find shard shard-x");
        assertThat(
                        served.refused(
                                "SplitShard",
                                "{" + NAMED
                                        + ",\"ShardToSplit\":\"0\",\"NewStartingHashKey\":\"340282366920938463463374607431768211456\"}"))
                .startsWith("InvalidArgumentException: NewStartingHashKey 340282366920938463463374607431768211456 used"
                        + " in SplitShard() on shard shardId-000000000000 in stream orders under account"
                        + " 111111111111 is not both greater than one plus the shard's StartingHashKey 0 and less than"
                        + " the shard's EndingHashKey ");
        served.done("SplitShard", "{" + NAMED + ",\"ShardToSplit\":\"shardId-0\",\"NewStartingHashKey\":\"7\"}");
        assertThat(summary().path("OpenShardCount").asInt()).isEqualTo(3);
        served.done(
                "MergeShards",
                "{" + NAMED
                        + ",\"ShardToMerge\":\"shardId-000000000002\",\"AdjacentShardToMerge\":\"shardId-000000000003\"}");
        assertThat(summary().path("OpenShardCount").asInt()).isEqualTo(2);
        JsonNode update = served.done(
                "UpdateShardCount", "{" + NAMED + ",\"TargetShardCount\":4,\"ScalingType\":\"UNIFORM_SCALING\"}");
        assertThat(update.path("CurrentShardCount").asInt()).isEqualTo(2);
        assertThat(summary().path("OpenShardCount").asInt()).isEqualTo(4);
        assertThat(served.refused(
                        "UpdateShardCount",
                        "{" + NAMED + ",\"TargetShardCount\":9,\"ScalingType\":\"UNIFORM_SCALING\"}"))
                .startsWith("LimitExceededException: UpdateShardCount cannot scale up over double");
    }

    @Test
    void retentionModeAndMonitoringChange() throws IOException {
        served.done("IncreaseStreamRetentionPeriod", "{" + NAMED + ",\"RetentionPeriodHours\":48}");
        assertThat(summary().path("RetentionPeriodHours").asInt()).isEqualTo(48);
        served.done("DecreaseStreamRetentionPeriod", "{" + NAMED + ",\"RetentionPeriodHours\":24}");
        assertThat(served.refused("DecreaseStreamRetentionPeriod", "{" + NAMED + ",\"RetentionPeriodHours\":5}"))
                .isEqualTo("InvalidArgumentException: Minimum allowed retention period is 24 hours. Requested"
                        + " retention period (5 hours) is too short.");
        JsonNode on = served.done("EnableEnhancedMonitoring", "{" + NAMED + ",\"ShardLevelMetrics\":[\"ALL\"]}");
        assertThat(on.path("CurrentShardLevelMetrics").size()).isZero();
        assertThat(on.path("DesiredShardLevelMetrics").size()).isEqualTo(7);
        JsonNode off =
                served.done("DisableEnhancedMonitoring", "{" + NAMED + ",\"ShardLevelMetrics\":[\"IncomingBytes\"]}");
        assertThat(off.path("DesiredShardLevelMetrics").size()).isEqualTo(6);
        served.done(
                "UpdateStreamMode",
                "{\"StreamARN\":\"" + ARN + "\",\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}}");
        assertThat(summary().path("StreamModeDetails").path("StreamMode").asString())
                .isEqualTo("ON_DEMAND");
        JsonNode limits = served.done("DescribeLimits", "{}");
        assertThat(limits.toString())
                .isEqualTo("{\"ShardLimit\":20000,\"OpenShardCount\":0,\"OnDemandStreamCount\":1,"
                        + "\"OnDemandStreamCountLimit\":50}");
    }

    @Test
    void onDemandAdvantageWarmsStreams() throws IOException {
        String warm = "{" + NAMED + ",\"WarmThroughputMiBps\":9}";
        assertThat(served.refused("UpdateStreamWarmThroughput", warm)).startsWith("ValidationException: ");
        served.done(
                "UpdateStreamMode",
                "{\"StreamARN\":\"" + ARN + "\",\"StreamModeDetails\":{\"StreamMode\":\"ON_DEMAND\"}}");
        assertThat(served.refused("UpdateStreamWarmThroughput", warm)).startsWith("ValidationException: ");
        String settings = "{\"MinimumThroughputBillingCommitment\":{\"Status\":\"%s\"}}";
        served.done("UpdateAccountSettings", settings.formatted("ENABLED"));
        served.done("UpdateStreamWarmThroughput", warm);
        assertThat(summary().path("OpenShardCount").asInt()).isEqualTo(9);
        assertThat(summary().path("WarmThroughput").toString()).isEqualTo("{\"TargetMiBps\":9,\"CurrentMiBps\":9}");
        assertThat(served.done("UpdateAccountSettings", settings.formatted("DISABLED"))
                        .toString())
                .contains("ENABLED_UNTIL_EARLIEST_ALLOWED_END");
        served.clock.advance(Duration.ofHours(24));
        JsonNode over = served.done("DescribeAccountSettings", "{}").path("MinimumThroughputBillingCommitment");
        assertThat(over.path("Status").asString()).isEqualTo("DISABLED");
        assertThat(over.has("EndedAt")).isTrue();
    }

    @Test
    void tagsHangOnStreamsAndConsumers() throws IOException {
        served.done("AddTagsToStream", "{" + NAMED + ",\"Tags\":{\"a\":\"1\",\"b\":\"\"}}");
        served.done("TagResource", "{\"ResourceARN\":\"" + ARN + "\",\"Tags\":{\"c\":\"3\"}}");
        assertThat(served.done("ListTagsForStream", "{" + NAMED + ",\"Limit\":2,\"ExclusiveStartTagKey\":\"a\"}")
                        .toString())
                .isEqualTo("{\"Tags\":[{\"Key\":\"b\",\"Value\":\"\"},{\"Key\":\"c\",\"Value\":\"3\"}],"
                        + "\"HasMoreTags\":false}");
        served.done("RemoveTagsFromStream", "{" + NAMED + ",\"TagKeys\":[\"a\",\"z\"]}");
        served.done("UntagResource", "{\"ResourceARN\":\"" + ARN + "\",\"TagKeys\":[\"b\"]}");
        assertThat(served.done("ListTagsForResource", "{\"ResourceARN\":\"" + ARN + "\"}")
                        .path("Tags")
                        .size())
                .isEqualTo(1);
        assertThat(served.refused("AddTagsToStream", "{" + NAMED + ",\"Tags\":{\"a;b\":\"1\"}}"))
                .isEqualTo("InvalidArgumentException: Some tags contain invalid characters. Valid characters: Unicode"
                        + " letters, digits, white space, _ . / = + - % @.");
        assertThat(served.refused("AddTagsToStream", "{" + NAMED + ",\"Tags\":{\"a%b\":\"1\"}}"))
                .isEqualTo("InvalidArgumentException: Failed to add tags to stream orders under account 111111111111"
                        + " because some tags contained illegal characters. The allowed characters are Unicode"
                        + " letters, white-spaces, '_',',','/','=','+','-','@'.");
        StringBuilder many = new StringBuilder();
        for (int at = 0; at < 50; at++) {
            many.append(at == 0 ? "" : ",").append("\"t").append(at).append("\":\"v\"");
        }
        assertThat(served.refused("AddTagsToStream", "{" + NAMED + ",\"Tags\":{" + many + "}}"))
                .endsWith("because a given stream cannot have more than 50 tags associated with it.");

        String consumer = served.done(
                        "RegisterStreamConsumer",
                        "{\"StreamARN\":\"" + ARN + "\",\"ConsumerName\":\"fan\",\"Tags\":{\"who\":\"fan\"}}")
                .path("Consumer")
                .path("ConsumerARN")
                .asString();
        assertThat(served.done("ListTagsForResource", "{\"ResourceARN\":\"" + consumer + "\"}")
                        .toString())
                .isEqualTo("{\"Tags\":[{\"Key\":\"who\",\"Value\":\"fan\"}]}");
    }

    @Test
    void consumersComeAndGo() throws IOException {
        String register = "{\"StreamARN\":\"" + ARN + "\",\"ConsumerName\":\"%s\"}";
        String arn = served.done("RegisterStreamConsumer", register.formatted("b"))
                .path("Consumer")
                .path("ConsumerARN")
                .asString();
        served.done("RegisterStreamConsumer", register.formatted("a"));
        assertThat(served.refused("RegisterStreamConsumer", register.formatted("a")))
                .startsWith("ResourceInUseException: Consumer a under stream: orders, account 111111111111 already");
        JsonNode first = served.done("ListStreamConsumers", "{\"StreamARN\":\"" + ARN + "\",\"MaxResults\":1}");
        assertThat(first.path("Consumers").toString()).contains("\"ConsumerName\":\"a\"");
        assertThat(served.done(
                                "ListStreamConsumers",
                                "{\"StreamARN\":\"" + ARN + "\",\"NextToken\":\""
                                        + first.path("NextToken").asString() + "\"}")
                        .path("Consumers")
                        .toString())
                .contains("\"ConsumerName\":\"b\"")
                .doesNotContain("\"ConsumerName\":\"a\"");
        for (String naming : new String[] {register.formatted("b"), "{\"ConsumerARN\":\"" + arn + "\"}"}) {
            assertThat(served.done("DescribeStreamConsumer", naming)
                            .path("ConsumerDescription")
                            .path("StreamARN")
                            .asString())
                    .isEqualTo(ARN);
        }
        assertThat(served.refused("DeleteStream", "{" + NAMED + "}")).startsWith("ResourceInUseException: ");
        served.done("DeregisterStreamConsumer", "{\"ConsumerARN\":\"" + arn + "\"}");
        assertThat(served.refused("DescribeStreamConsumer", "{\"ConsumerARN\":\"" + arn + "\"}"))
                .startsWith("ResourceNotFoundException: ");
        served.clock.advance(Duration.ofSeconds(1));
        served.done("RegisterStreamConsumer", register.formatted("b"));
        assertThat(served.refused("DescribeStreamConsumer", "{\"ConsumerARN\":\"" + arn + "\"}"))
                .as("registered again, a consumer has another ARN")
                .startsWith("ResourceNotFoundException: ");
        assertThat(served.refused("DescribeStreamConsumer", "{}")).startsWith("InvalidArgumentException: ");
        assertThat(
                        served.refused(
                                "SubscribeToShard",
                                "{\"ConsumerARN\":\"" + arn
                                        + "\",\"ShardId\":\"shardId-000000000000\",\"StartingPosition\":{\"Type\":\"LATEST\"}}"))
                .startsWith("ResourceNotFoundException: ");
        served.done("DeleteStream", "{" + NAMED + ",\"EnforceConsumerDeletion\":true}");
        assertThat(served.refused("DescribeStream", "{" + NAMED + "}"))
                .isEqualTo("ResourceNotFoundException: Stream orders under account 111111111111 not found.");
    }
}
