package dev.rockpool.streamengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rockpool.trials.Campaign;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueTypesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ä", "a/b"})
    void namesAreBounded(String wrong) {
        assertThatThrownBy(() -> new StreamName(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConsumerName(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StreamName("a".repeat(129))).hasMessageContaining("…");
        assertThat(new StreamName("a.b-C_9")).hasToString("a.b-C_9").isLessThan(new StreamName("b"));
        assertThat(new ConsumerName("c")).hasToString("c");
    }

    @Test
    void partitionKeysAreOneTo256Characters() {
        assertThat(PartitionKey.of("🐚".repeat(256)).bytes()).isEqualTo(1024);
        assertThatThrownBy(() -> PartitionKey.of("")).hasMessageContaining("0 characters");
        assertThatThrownBy(() -> PartitionKey.of("x".repeat(257))).hasMessageContaining("257 characters");
        assertThatThrownBy(() -> PartitionKey.of("a\ud800b")).hasMessageContaining("half a character at position 1");
        assertThatThrownBy(() -> PartitionKey.of("\udc00")).hasMessageContaining("position 0");
        assertThat(PartitionKey.of("é"))
                .isEqualTo(PartitionKey.of("é"))
                .hasSameHashCodeAs(PartitionKey.of("é"))
                .isNotEqualTo(PartitionKey.of("e"))
                .hasToString("é");
    }

    @Test
    void shardIdsAreWrittenWithTwelveDigits() {
        assertThat(new ShardId(7)).hasToString("shardId-000000000007");
        assertThat(new ShardId(Integer.MAX_VALUE)).hasToString("shardId-002147483647");
        assertThat(ShardId.parse("shardId-000000000007")).isEqualTo(new ShardId(7));
        assertThat(ShardId.parse("7")).isEqualTo(new ShardId(7));
        assertThat(ShardId.find("shardId-2147483648")).isEmpty();
        assertThat(ShardId.find("shard-1")).hasValue(new ShardId(1));
        assertThat(ShardId.find("shard-id-1")).isEmpty();
        assertThatThrownBy(() -> ShardId.parse("x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShardId(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sequenceNumbersAreReadAndWritten() {
        SequenceNumber number = new SequenceNumber(1_790_000_000L, 12_345, 0, 1_790_000_100L, 18);
        assertThat(number.toString()).startsWith("496").hasSize(56);
        assertThat(SequenceNumber.parse(number.toString())).isEqualTo(number);
        assertThat(number.shard()).isEqualTo(new ShardId(18));
    }

    /// Numbers that the service itself gave out, as they stand in public bug reports of its clients.
    @ParameterizedTest
    @ValueSource(strings = {"49670023483232461788730612813735157811693693431491592722"})
    void theServicesOwnNumbersAreUnderstood(String given) {
        SequenceNumber number = SequenceNumber.parse(given);
        assertThat(number).hasToString(given);
        assertThat(number.shard()).isEqualTo(new ShardId(33));
        assertThat(Instant.ofEpochSecond(number.timeSeconds()))
                .isBetween("2025-12-01T00:00:00Z", "2026-01-01T00:00:00Z");
    }

    @Test
    void sequenceNumbersAreTheirFortySevenHexadecimalDigits() {
        Campaign.run(200, random -> {
            SequenceNumber number = new SequenceNumber(
                    random.nextLong(1L << 36),
                    random.nextLong(Long.MAX_VALUE),
                    random.nextInt(1 << 8),
                    random.nextLong(1L << 36),
                    random.nextInt(Integer.MAX_VALUE));
            assertThat(number).hasToString(integer(number).toString());
            assertThat(SequenceNumber.parse(number.toString())).isEqualTo(number);
        });
        SequenceNumber most =
                new SequenceNumber((1L << 36) - 1, Long.MAX_VALUE, 255, (1L << 36) - 1, Integer.MAX_VALUE);
        assertThat(most).hasToString(integer(most).toString());
        SequenceNumber least = new SequenceNumber(0, 0, 0, 0, 0);
        assertThat(least).hasToString(integer(least).toString());
    }

    private static BigInteger integer(SequenceNumber number) {
        String digits = String.format(
                Locale.ROOT,
                "2%09x%x%016x%02x%09x%08x2",
                number.shardCreatedSeconds(),
                number.shardIndex() & 0xF,
                number.index(),
                number.octet(),
                number.timeSeconds(),
                number.shardIndex());
        return new BigInteger(digits, 16);
    }

    @Test
    void sequenceNumbersCompareAsIntegers() {
        SequenceNumber number = new SequenceNumber(1_790_000_000L, 12_345, 0, 1_790_000_100L, 18);
        SequenceNumber later = new SequenceNumber(1_790_000_000L, 12_346, 0, 1_790_000_000L, 2);
        assertThat(number.compareTo(later)).isEqualTo(integer(number).compareTo(integer(later)));
        assertThat(number).isLessThan(number.last(0));
        assertThat(SequenceNumber.first(5, 1)).isLessThan(new SequenceNumber(5, 1, 0, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "07", "x", "49590338271490256608559692538361571095921575989136588899"})
    void otherTextsAreNoSequenceNumbers(String wrong) {
        assertThat(SequenceNumber.find(wrong)).isEmpty();
        assertThatThrownBy(() -> SequenceNumber.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sequenceNumbersAreBounded() {
        assertThatThrownBy(() -> new SequenceNumber(-1, 0, 0, 0, 0)).hasMessageContaining("Shard creation");
        assertThatThrownBy(() -> new SequenceNumber(0, 0, 0, 1L << 36, 0)).hasMessageContaining("Arrival");
        assertThatThrownBy(() -> new SequenceNumber(0, -1, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void optionsAreBounded() {
        StreamEngineOptions standard = StreamEngineOptions.standard();
        assertThat(standard.with(Sync.OFF).sync()).isEqualTo(Sync.OFF);
        assertThat(standard.with("123456789012", "eu-west-1").account()).isEqualTo("123456789012");
        assertThat(standard.with(StreamEngineOptions.Limits.OFF).limits()).isEqualTo(StreamEngineOptions.Limits.OFF);
        assertThatThrownBy(() -> standard.with("12", "eu-west-1")).hasMessageContaining("twelve digits");
        assertThatThrownBy(() -> standard.with(Duration.ofSeconds(2))).hasMessageContaining("not 0 to 1 s");
    }

    @Test
    void aShardIsOpenOrHasAnEnd() {
        SequenceNumber start = SequenceNumber.first(0, 0);
        assertThatThrownBy(() -> new Shard(
                        new ShardId(0),
                        Optional.empty(),
                        Optional.empty(),
                        HashKeyRange.ALL,
                        start,
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.of(Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusalsHaveTheServicesCodes() {
        assertThat(StreamRefusal.Code.RESOURCE_NOT_FOUND.wireName()).isEqualTo("ResourceNotFoundException");
        assertThat(StreamRefusal.Code.PROVISIONED_THROUGHPUT_EXCEEDED.wireName())
                .isEqualTo("ProvisionedThroughputExceededException");
        assertThat(new StreamRefusal(StreamRefusal.Code.VALIDATION, "No.").sentence())
                .isEqualTo("No.");
    }
}
