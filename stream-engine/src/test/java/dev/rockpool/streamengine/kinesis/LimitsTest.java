package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a shard takes in a second of the platform's clock, counted through the endpoint to the record.
class LimitsTest {
    private static final int BYTES_PER_SECOND = 1_048_576;
    private static final int RECORDS_PER_SECOND = 1_000;

    @TempDir
    Path folder;

    private ServedStreams served;

    @BeforeEach
    void serve() throws IOException {
        served = new ServedStreams(folder);
        served.done("CreateStream", "{\"StreamName\":\"orders\",\"ShardCount\":1}");
    }

    @AfterEach
    void close() {
        served.close();
        assertThat(served.failures).isEmpty();
    }

    private JsonNode put(int records, int bytes) throws IOException {
        String data = Base64.getEncoder().encodeToString(new byte[bytes]);
        String record = "{\"PartitionKey\":\"k\",\"Data\":\"" + data + "\"},";
        String all = record.repeat(records);
        return served.done(
                "PutRecords", "{\"StreamName\":\"orders\",\"Records\":[" + all.substring(0, all.length() - 1) + "]}");
    }

    @Test
    void aMinuteOfSmallRecordsIsSixtyThousand() throws IOException {
        int accepted = 0;
        for (int second = 0; second < 60; second++) {
            for (int records : new int[] {500, 499, 3}) {
                accepted += records - put(records, 1).path("FailedRecordCount").asInt();
            }
            served.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(accepted).isEqualTo(60 * RECORDS_PER_SECOND);
    }

    @Test
    void aMinuteOfAnySizesIsWhatTheRuleSays() throws IOException {
        Random random = new Random(60);
        served.done(
                "UpdateMaxRecordSize",
                "{\"StreamARN\":\"arn:aws:kinesis:us-east-1:111111111111:stream/orders\",\"MaxRecordSizeInKiB\":10240}");
        long owed = 0;
        for (int second = 0; second < 60; second++) {
            // what earlier seconds lent is paid first; nothing else carries over
            long used = Math.min(owed, BYTES_PER_SECOND);
            owed -= used;
            for (int call = 0; call < 3; call++) {
                int data = random.nextInt(12) == 0 ? 2_500_000 : 1 + random.nextInt(400_000);
                int bytes = data + 1;
                boolean isLarge = bytes > BYTES_PER_SECOND;
                boolean fits = isLarge ? used < BYTES_PER_SECOND : used + bytes <= BYTES_PER_SECOND;
                assertThat(put(1, data).path("FailedRecordCount").asInt())
                        .as("second %d, call %d, %d bytes on %d", second, call, bytes, used)
                        .isEqualTo(fits ? 0 : 1);
                if (fits) {
                    owed += Math.max(0, used + bytes - BYTES_PER_SECOND);
                    used = Math.min(BYTES_PER_SECOND, used + bytes);
                }
            }
            served.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void aShardIsReadFiveTimesASecond() throws IOException {
        String get = "{\"ShardIterator\":\""
                + served.done(
                                "GetShardIterator",
                                "{\"StreamName\":\"orders\",\"ShardId\":\"shardId-000000000000\","
                                        + "\"ShardIteratorType\":\"LATEST\"}")
                        .path("ShardIterator")
                        .asString()
                + "\"}";
        for (int second = 0; second < 3; second++) {
            for (int call = 0; call < 5; call++) {
                served.done("GetRecords", get);
            }
            assertThat(served.refused("GetRecords", get))
                    .isEqualTo("ProvisionedThroughputExceededException: Rate exceeded for shard shardId-000000000000 in"
                            + " stream orders under account 111111111111.");
            served.clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void whatDescribesAndChangesStreamsIsLimitedByTheSecondWhileTheClockRuns() throws IOException {
        served.ticks = true;
        String summary = "{\"StreamName\":\"orders\"}";
        for (int second = 0; second < 2; second++) {
            for (int call = 0; call < 10; call++) {
                served.done("DescribeStream", summary);
            }
            assertThat(served.refused("DescribeStream", summary))
                    .isEqualTo("LimitExceededException: Rate exceeded for account 111111111111.");
            served.done("DescribeStreamSummary", summary);
            served.clock.advance(Duration.ofSeconds(1));
        }
        String iterator = "{\"StreamName\":\"orders\",\"ShardId\":\"shardId-000000000000\","
                + "\"ShardIteratorType\":\"LATEST\"}";
        for (int call = 0; call < 5; call++) {
            served.done("GetShardIterator", iterator);
        }
        assertThat(served.refused("GetShardIterator", iterator))
                .isEqualTo("ProvisionedThroughputExceededException: Rate exceeded for shard shardId-000000000000 in"
                        + " stream orders under account 111111111111.");
        served.ticks = false;
        served.done("GetShardIterator", iterator);
    }
}
