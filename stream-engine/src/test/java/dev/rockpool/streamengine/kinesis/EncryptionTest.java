package dev.rockpool.streamengine.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rockpool.identity.Caller;
import dev.rockpool.keys.KeyDescription;
import dev.rockpool.keys.KeyUse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Streams behind a key.
class EncryptionTest {
    private static final String PUT = "{\"StreamName\":\"orders\",\"PartitionKey\":\"k\",\"Data\":\"AAAA\"}";
    private static final String KEY = "{\"StreamName\":\"orders\",\"EncryptionType\":\"KMS\",\"KeyId\":\"%s\"}";

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

    private KeyUse owner() {
        return KeyUse.direct(Caller.root(served.accounts.first()));
    }

    @Test
    void recordsAreHeldBehindTheKey() throws IOException {
        KeyDescription key = served.keys.administration().createKey(owner(), "", Optional.empty(), false, Map.of());
        served.done("StartStreamEncryption", KEY.formatted(key.id()));
        assertThat(served.done("DescribeStreamSummary", "{\"StreamName\":\"orders\"}")
                        .toString())
                .contains("\"EncryptionType\":\"KMS\",\"KeyId\":\"" + key.id() + "\"");
        assertThat(served.done("PutRecord", PUT).path("EncryptionType").asString())
                .isEqualTo("KMS");
        String iterator = served.done(
                        "GetShardIterator",
                        "{\"StreamName\":\"orders\",\"ShardId\":\"shardId-000000000000\","
                                + "\"ShardIteratorType\":\"TRIM_HORIZON\"}")
                .path("ShardIterator")
                .asString();
        String get = "{\"ShardIterator\":\"" + iterator + "\"}";
        assertThat(served.done("GetRecords", get)
                        .path("Records")
                        .get(0)
                        .path("EncryptionType")
                        .asString())
                .isEqualTo("KMS");

        served.keys.administration().disable(owner(), key.arn());
        assertThat(served.refused("PutRecord", PUT)).startsWith("KMSDisabledException: ");
        assertThat(served.refused("GetRecords", get)).startsWith("KMSDisabledException: ");
        served.keys.administration().enable(owner(), key.arn());
        served.clock.advance(Duration.ofSeconds(1));
        served.done("PutRecord", PUT);
        served.done("StopStreamEncryption", KEY.formatted(key.id()));
        assertThat(served.done("PutRecord", PUT).has("EncryptionType")).isFalse();
        served.clock.advance(Duration.ofSeconds(1));
        assertThat(served.done("GetRecords", get).path("Records"))
                .extracting(record -> record.path("EncryptionType").asString("NONE"))
                .as("a record keeps what it was put with")
                .containsExactly("KMS", "KMS", "NONE");
        served.keys.administration().disable(owner(), key.arn());
        assertThat(served.refused("GetRecords", get))
                .as("what the key encrypted stays behind it")
                .startsWith("KMSDisabledException: ");
    }

    @Test
    void keysThatCannotBeUsedAreRefused() throws IOException {
        assertThat(served.refused("StartStreamEncryption", KEY.formatted("alias/none")))
                .startsWith("KMSNotFoundException: ");
        assertThat(served.refused(
                        "StartStreamEncryption", KEY.replace("KMS", "NONE").formatted("alias/none")))
                .startsWith("InvalidArgumentException: ");
        served.done("StartStreamEncryption", KEY.formatted("alias/aws/kinesis"));
        assertThat(served.done("PutRecord", PUT).path("EncryptionType").asString())
                .isEqualTo("KMS");
    }
}
