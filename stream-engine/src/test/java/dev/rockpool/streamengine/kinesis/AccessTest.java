package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.AccessKey;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Who may do what with whose streams.
class AccessTest {
    private static final String ARN = "arn:aws:kinesis:us-east-1:111111111111:stream/orders";
    private static final String PUT = "{\"StreamARN\":\"" + ARN + "\",\"PartitionKey\":\"k\",\"Data\":\"AAAA\"}";

    @TempDir
    Path folder;

    private ServedStreams served;
    private AccessKey visitor;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedStreams(folder);
        visitor = served.key("AKIAVISITOR000000000");
        served.done("CreateStream", "{\"StreamName\":\"orders\",\"ShardCount\":1}");
    }

    @AfterEach
    void close() {
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private void policy(String statement) throws IOException {
        String policy =
                "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[" + statement.replace("'", "\\\"") + "]}";
        served.done("PutResourcePolicy", "{\"ResourceARN\":\"" + ARN + "\",\"Policy\":\"" + policy + "\"}");
    }

    @Test
    void aUserNeedsAPolicy() throws IOException {
        AccessKey reader = served.key("AKIAREADER0000000000");
        assertThat(served.refused(reader, "DescribeStream", "{\"StreamName\":\"orders\"}"))
                .isEqualTo(": ");
        assertThat(served.refused(
                        reader, "PutRecord", "{\"StreamName\":\"orders\",\"PartitionKey\":\"k\",\"Data\":\"AAAA\"}"))
                .isEqualTo("AccessDeniedException: User: arn:aws:iam::111111111111:user/reader is not authorized to"
                        + " perform: kinesis:PutRecord on resource: " + ARN
                        + " because no identity-based policy allows the kinesis:PutRecord action");
        assertThat(served.refused(reader, "DescribeLimits", "{}")).isEqualTo(": ");
        assertThat(served.refused(
                        reader,
                        "UpdateAccountSettings",
                        "{\"MinimumThroughputBillingCommitment\":{\"Status\":\"ENABLED\"}}"))
                .startsWith("AccessDeniedException: ");
    }

    @Test
    void anotherAccountNeedsTheStreamsPolicy() throws IOException {
        assertThat(served.refused(visitor, "PutRecord", PUT)).startsWith("AccessDeniedException: ");
        policy("{'Effect':'Allow','Principal':{'AWS':'222222222222'},'Action':['kinesis:PutRecord',"
                + "'kinesis:GetShardIterator','kinesis:GetRecords'],'Resource':'" + ARN + "'}");
        assertThat(served.ask(visitor, "PutRecord", PUT).statusCode()).isEqualTo(200);
        assertThat(served.refused(visitor, "DeleteStream", "{\"StreamARN\":\"" + ARN + "\"}"))
                .startsWith("AccessDeniedException: ");
        String iterator = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(served.ask(
                                visitor,
                                "GetShardIterator",
                                "{\"StreamARN\":\"" + ARN + "\",\"ShardId\":\"shardId-000000000000\","
                                        + "\"ShardIteratorType\":\"TRIM_HORIZON\"}")
                        .body())
                .path("ShardIterator")
                .asString();
        assertThat(served.ask(
                                visitor,
                                "GetRecords",
                                "{\"StreamARN\":\"" + ARN + "\",\"ShardIterator\":\"" + iterator + "\"}")
                        .body())
                .contains("\"Data\":\"AAAA\"");
        assertThat(served.refused(visitor, "GetRecords", "{\"ShardIterator\":\"" + iterator + "\"}"))
                .as("without the ARN, an iterator is one of the caller's own account")
                .startsWith("ResourceNotFoundException: ");
        served.done("DeleteResourcePolicy", "{\"ResourceARN\":\"" + ARN + "\"}");
        assertThat(served.refused(visitor, "PutRecord", PUT)).startsWith("AccessDeniedException: ");
        assertThat(served.refused("GetResourcePolicy", "{\"ResourceARN\":\"" + ARN + "\"}"))
                .startsWith("ResourceNotFoundException: ");
    }

    @Test
    void whoIsDeniedByTheStreamIsDenied() throws IOException {
        policy("{'Effect':'Deny','Principal':'*','Action':'kinesis:DescribeStream','Resource':'" + ARN + "'}");
        assertThat(served.refused(served.key("AKIAREADER0000000000"), "DescribeStream", "{\"StreamName\":\"orders\"}"))
                .startsWith("AccessDeniedException: ")
                .endsWith("with an explicit deny in a resource-based policy");
    }

    @Test
    void aPolicyMustBeOne() throws IOException {
        assertThat(served.refused("PutResourcePolicy", "{\"ResourceARN\":\"" + ARN + "\",\"Policy\":\"{\"}"))
                .startsWith("InvalidArgumentException: The resource policy is not valid: ");
        assertThat(served.refused(
                        "PutResourcePolicy",
                        "{\"ResourceARN\":\"" + ARN.replace("orders", "nowhere") + "\",\"Policy\":\"{}\"}"))
                .isEqualTo("ResourceNotFoundException: Stream nowhere under account 111111111111 not found.");
    }

    @Test
    void accountsHaveStreamsOfTheirOwn() throws IOException {
        AccessKey other = served.key("AKIAOTHER00000000000");
        assertThat(served.refused(other, "CreateStream", "{\"StreamName\":\"orders\",\"ShardCount\":1}"))
                .isEqualTo(": ");
        JsonNode mine = served.done("ListStreams", "{}");
        assertThat(mine.path("StreamSummaries").get(0).path("StreamARN").asString())
                .isEqualTo(ARN);
        assertThat(served.ask(other, "ListStreams", "{}").body()).contains(":222222222222:stream/orders");
    }
}
