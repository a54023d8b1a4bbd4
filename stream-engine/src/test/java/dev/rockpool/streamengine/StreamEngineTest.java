package dev.rockpool.streamengine;

import static dev.rockpool.streamengine.EngineFixture.ORDERS;
import static dev.rockpool.streamengine.EngineFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Puts and reads, as a producer and a consumer meet them.
final class StreamEngineTest {
    @TempDir
    Path folder;

    private EngineFixture fixture;

    @BeforeEach
    void open() {
        fixture = new EngineFixture(folder.resolve("streams"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aStreamIsCreatingThenActive() {
        fixture.engine.createStream(ORDERS, 2);
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.CREATING);
        assertThatThrownBy(() -> fixture.put("a", "1"))
                .hasMessage("Stream orders under account 000000000000 not found.");
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.describeStream(ORDERS))
                .extracting(StreamDescription::status, StreamDescription::openShards)
                .containsExactly(StreamStatus.ACTIVE, 2);
    }

    @Test
    void whatWasPutIsReadInOrder() {
        fixture.stream(1);
        List<SequenceNumber> numbers = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            numbers.add(fixture.put("key-" + at, "record " + at).sequenceNumber());
        }
        assertThat(numbers).isSorted();
        ReadResult read = fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.TrimHorizon()), 12);
        assertThat(texts(read.records()).getLast()).isEqualTo("record 11");
        assertThat(read.records().getFirst().partitionKey().value()).isEqualTo("key-0");
        assertThat(read.records()).extracting(StreamRecord::sequenceNumber).isEqualTo(numbers.subList(0, 12));
        assertThat(read.next()).isPresent();
        ReadResult rest = fixture.engine.getRecords(read.next().orElseThrow(), 100);
        assertThat(rest.records()).hasSize(8);
        assertThat(rest.millisBehindLatest()).isZero();
    }

    @Test
    void recordsSurviveReopening() {
        fixture.stream(2);
        for (int at = 0; at < 50; at++) {
            fixture.put("key-" + at, "record " + at);
        }
        List<String> before = new ArrayList<>(fixture.all(0));
        before.addAll(fixture.all(1));
        fixture.reopen();
        List<String> after = new ArrayList<>(fixture.all(0));
        after.addAll(fixture.all(1));
        assertThat(after).hasSize(50).isEqualTo(before);
        SequenceNumber last = fixture.put("x", "after").sequenceNumber();
        assertThat(fixture.all(last.shardIndex()).getLast()).isEqualTo("after");
    }

    @Test
    void aRecordGoesToTheOwnerOfItsPlace() {
        fixture.stream(4);
        List<Shard> shards = fixture.engine.openShards(ORDERS);
        for (Shard shard : shards) {
            assertThat(fixture.putAt(shard.range().start(), 1).shard()).isEqualTo(shard.id());
            assertThat(fixture.putAt(shard.range().end(), 1).shard()).isEqualTo(shard.id());
        }
        HashKey place = HashKey.of(PartitionKey.of("user-1"));
        Shard owner = shards.stream()
                .filter(shard -> shard.range().contains(place))
                .findFirst()
                .orElseThrow();
        assertThat(fixture.put("user-1", "x").shard()).isEqualTo(owner.id());
    }

    @Test
    void aBatchFailsRecordByRecordInOrder() {
        fixture.stream(1);
        List<PutEntry> entries = new ArrayList<>();
        for (int at = 0; at < 500; at++) {
            entries.add(PutEntry.of("k", new byte[4095]));
        }
        List<PutResult> results = fixture.engine.putRecords(ORDERS, entries);
        assertThat(results.subList(0, 256)).allMatch(PutResult.Accepted.class::isInstance);
        assertThat(results.subList(256, 500))
                .containsOnly(new PutResult.Failed(
                        "ProvisionedThroughputExceededException",
                        "Rate exceeded for shard shardId-000000000000 in stream orders under account 000000000000."));
        assertThat(fixture.events(StreamEvent.PutThrottled.class))
                .singleElement()
                .extracting(StreamEvent.PutThrottled::cause, StreamEvent.PutThrottled::records)
                .containsExactly(ThrottleCause.BYTES, 244);
        assertThat(fixture.events(StreamEvent.RecordsPut.class))
                .singleElement()
                .extracting(
                        StreamEvent.RecordsPut::records,
                        StreamEvent.RecordsPut::bytes,
                        StreamEvent.RecordsPut::payloadUnits,
                        StreamEvent.RecordsPut::onDemandBytes)
                .containsExactly(256, 256L * 4096, 256L, 256L * 4096);
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.putRecords(ORDERS, entries.subList(0, 10)))
                .allMatch(PutResult.Accepted.class::isInstance);
    }

    @Test
    void aThousandRecordsASecondAndNoMore() {
        fixture.stream(1);
        for (int at = 0; at < 1000; at++) {
            fixture.put("k", "");
        }
        assertThatThrownBy(() -> fixture.put("k", ""))
                .isInstanceOfSatisfying(
                        StreamRefusal.class,
                        refusal -> assertThat(refusal.code().wireName())
                                .isEqualTo("ProvisionedThroughputExceededException"));
        assertThat(fixture.events(StreamEvent.PutThrottled.class))
                .singleElement()
                .extracting(StreamEvent.PutThrottled::cause)
                .isEqualTo(ThrottleCause.COUNT);
    }

    @Test
    void fiveReadsASecondAndTenMebibytesInFive() {
        fixture.engine.createStream(ORDERS, 1);
        fixture.clock.advanceSeconds(1);
        for (int second = 0; second < 11; second++) {
            fixture.putAt(HashKey.MIN, (1 << 20) - 1);
            fixture.clock.advanceSeconds(1);
        }
        ReadResult read = fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.TrimHorizon()), 10_000);
        assertThat(read.bytes()).isEqualTo(10 << 20);
        assertThat(read.millisBehindLatest()).isEqualTo(2_000);
        ShardIterator next = read.next().orElseThrow();
        for (int second = 0; second < 5; second++) {
            assertThatThrownBy(() -> fixture.engine.getRecords(next, 1)).isInstanceOf(StreamRefusal.class);
            fixture.clock.advanceSeconds(1);
        }
        assertThat(fixture.events(StreamEvent.ReadThrottled.class))
                .hasSize(5)
                .extracting(StreamEvent.ReadThrottled::cause)
                .containsOnly(ThrottleCause.BYTES);
        for (int call = 0; call < 5; call++) {
            assertThat(fixture.engine.getRecords(next, 1).records()).hasSize(1);
            if (call == 1) {
                fixture.clock.advanceSeconds(1); // two records of 1 MiB are a second's share
            }
            if (call == 3) {
                break;
            }
        }
        fixture.clock.advanceSeconds(10);
        ShardIterator latest = fixture.iterator(0, new StartingPosition.Latest());
        for (int call = 0; call < 5; call++) {
            assertThat(fixture.engine.getRecords(latest, 1).records()).isEmpty();
        }
        assertThatThrownBy(() -> fixture.engine.getRecords(latest, 1)).isInstanceOf(StreamRefusal.class);
        assertThat(fixture.events(StreamEvent.ReadThrottled.class).getLast().cause())
                .isEqualTo(ThrottleCause.COUNT);
    }

    @Test
    void everyKindOfIteratorBeginsWhereItSays() {
        fixture.stream(1);
        SequenceNumber first = fixture.put("k", "1").sequenceNumber();
        fixture.clock.advanceSeconds(10);
        SequenceNumber second = fixture.put("k", "2").sequenceNumber();
        fixture.clock.advanceSeconds(10);
        fixture.put("k", "3");
        Instant third = fixture.clock.instant();
        assertThat(read(new StartingPosition.TrimHorizon())).containsExactly("1", "2", "3");
        assertThat(read(new StartingPosition.AtSequenceNumber(second))).containsExactly("2", "3");
        assertThat(read(new StartingPosition.AfterSequenceNumber(first))).containsExactly("2", "3");
        assertThat(read(new StartingPosition.Latest())).isEmpty();
        assertThat(read(new StartingPosition.AtTimestamp(third))).containsExactly("3");
        assertThat(read(new StartingPosition.AtTimestamp(third.plusMillis(1)))).isEmpty();
        assertThat(read(new StartingPosition.AtTimestamp(third.minusSeconds(15))))
                .containsExactly("2", "3");
        assertThat(read(new StartingPosition.AtTimestamp(third.minusSeconds(500))))
                .containsExactly("1", "2", "3");
        Instant future = fixture.clock.instant().plusSeconds(60);
        assertThatThrownBy(() -> read(new StartingPosition.AtTimestamp(future)))
                .hasMessageStartingWith("The timestampInMillis parameter cannot be greater");
    }

    private List<String> read(StartingPosition position) {
        fixture.clock.advanceSeconds(1);
        return texts(
                fixture.engine.getRecords(fixture.iterator(0, position), 100).records());
    }

    @Test
    void anIteratorExpiresAfterFiveMinutes() {
        fixture.stream(1);
        ShardIterator iterator = fixture.iterator(0, new StartingPosition.Latest());
        fixture.clock.advanceSeconds(300);
        fixture.engine.getRecords(iterator, 1);
        fixture.clock.advanceSeconds(1);
        assertThatThrownBy(() -> fixture.engine.getRecords(iterator, 1))
                .hasMessage(
                        "Iterator expired. The iterator was created at time Thu Oct 01 12:00:01 UTC 2026 while right"
                                + " now it is Thu Oct 01 12:05:02 UTC 2026 which is further in the future than the"
                                + " tolerated delay of 300000 milliseconds.")
                .isInstanceOfSatisfying(
                        StreamRefusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(StreamRefusal.Code.EXPIRED_ITERATOR));
    }

    @Test
    void aForgedIteratorIsInvalid() {
        fixture.stream(1);
        String good = fixture.iterator(0, new StartingPosition.Latest()).token();
        for (String token : List.of("", "x", good.substring(4), good.replace('A', 'B'), "A".repeat(600))) {
            assertThatThrownBy(() -> fixture.engine.getRecords(new ShardIterator(token), 1))
                    .hasMessage("Invalid ShardIterator.");
        }
    }

    @Test
    void sequenceNumbersOfOthersAreRefused() {
        fixture.stream(2);
        Shard shard = fixture.engine.openShards(ORDERS).getFirst();
        SequenceNumber own = shard.start();
        SequenceNumber otherShard = new SequenceNumber(own.shardCreatedSeconds(), 5, 0, own.timeSeconds(), 1);
        SequenceNumber otherStream = new SequenceNumber(own.shardCreatedSeconds() - 9, 5, 0, own.timeSeconds(), 0);
        assertThatThrownBy(() -> fixture.iterator(0, new StartingPosition.AtSequenceNumber(otherShard)))
                .hasMessage(
                        "Invalid StartingSequenceNumber. It encodes shardId-000000000001, while it was used in a call "
                                + "to a shard with shardId-000000000000");
        assertThatThrownBy(() -> fixture.iterator(0, new StartingPosition.AfterSequenceNumber(otherStream)))
                .hasMessageEndingWith("is invalid because it did not come from this stream.");
        assertThatThrownBy(() -> fixture.iterator(9, new StartingPosition.Latest()))
                .hasMessage("Shard shardId-000000000009 in stream orders under account 000000000000 does not exist");
    }

    @Test
    void aLargeRecordBorrowsTheNextSeconds() {
        fixture.stream(1);
        assertThatThrownBy(() -> fixture.putAt(HashKey.MIN, 3 << 20)).hasMessageContaining("is larger than");
        fixture.engine.updateMaxRecordSize(ORDERS, 10_240);
        fixture.putAt(HashKey.MIN, (3 << 20) - 1);
        for (int second = 0; second < 3; second++) {
            assertThatThrownBy(() -> fixture.putAt(HashKey.MIN, 1)).hasMessageStartingWith("Rate exceeded");
            fixture.clock.advanceSeconds(1);
        }
        fixture.putAt(HashKey.MIN, 1);
    }

    @Test
    void callsOutOfBoundsAreRefused() {
        fixture.stream(1);
        assertThatThrownBy(() -> fixture.engine.putRecords(ORDERS, List.of())).hasMessageContaining("not 1 to 500");
        List<PutEntry> six = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            six.add(PutEntry.of("k", new byte[1_000_000]));
        }
        assertThatThrownBy(() -> fixture.engine.putRecords(ORDERS, six)).hasMessageContaining("more than 5242880");
        ShardIterator iterator = fixture.iterator(0, new StartingPosition.Latest());
        assertThatThrownBy(() -> fixture.engine.getRecords(iterator, 10_001)).hasMessageContaining("1 to 10000");
        SequenceNumber future = new SequenceNumber(0, 0, 0, 1L << 35, 0);
        assertThatThrownBy(() -> fixture.engine.putRecord(ORDERS, PutEntry.of("k", new byte[0]), future, DataKeys.NONE))
                .hasMessageStartingWith("ExclusiveMinimumSequenceNumber ");
        SequenceNumber given = fixture.put("k", "").sequenceNumber();
        assertThat(fixture.engine
                        .putRecord(ORDERS, PutEntry.of("k", new byte[0]), given, DataKeys.NONE)
                        .sequenceNumber())
                .isGreaterThan(given);
    }

    @Test
    void retentionHidesOldRecordsAndDeletesThemLater() {
        fixture.stream(1);
        fixture.put("k", "old");
        fixture.clock.advance(Duration.ofHours(20));
        fixture.put("k", "new");
        fixture.clock.advance(Duration.ofHours(5));
        assertThat(read(new StartingPosition.TrimHorizon())).containsExactly("new");
        fixture.engine.increaseRetention(ORDERS, 48);
        assertThat(read(new StartingPosition.TrimHorizon())).containsExactly("new");
        fixture.clock.advance(Duration.ofHours(30));
        assertThat(read(new StartingPosition.TrimHorizon())).containsExactly("new");
        fixture.engine.decreaseRetention(ORDERS, 24);
        assertThat(read(new StartingPosition.TrimHorizon())).isEmpty();
        assertThat(fixture.events(StreamEvent.RetentionChanged.class))
                .extracting(StreamEvent.RetentionChanged::toHours)
                .containsExactly(48, 24);
        assertThat(fixture.engine.nextDue()).isEmpty();
        Instant last = fixture.clock.instant();
        fixture.put("k", "newest");
        assertThat(fixture.engine.nextDue())
                .contains(last.plus(Duration.ofHours(24)).plusMillis(1));
    }

    @Test
    void optionalIsEmptyWhereNothingIsDue() {
        assertThat(fixture.engine.nextDue()).isEqualTo(Optional.empty());
    }
}
