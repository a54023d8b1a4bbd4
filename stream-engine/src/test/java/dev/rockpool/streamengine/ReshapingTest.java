package dev.rockpool.streamengine;

import static dev.rockpool.streamengine.EngineFixture.ORDERS;
import static dev.rockpool.streamengine.EngineFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shards split, merge, scale and expire.
final class ReshapingTest {
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

    private void split(int shard) {
        Shard split = fixture.engine.openShards(ORDERS).stream()
                .filter(one -> one.id().index() == shard)
                .findFirst()
                .orElseThrow();
        fixture.engine.splitShard(ORDERS, split.id(), split.range().midpoint());
        fixture.clock.advanceSeconds(1);
    }

    private List<Shard> list(ShardFilter filter) {
        return fixture.engine
                .listShards(ORDERS, filter, Optional.empty(), 10_000)
                .shards();
    }

    private static List<Integer> indexes(List<Shard> shards) {
        return shards.stream().map(shard -> shard.id().index()).toList();
    }

    @Test
    void aSplitClosesAParentAndOpensTwoChildren() {
        fixture.stream(1);
        fixture.put("k", "before");
        fixture.engine.splitShard(ORDERS, new ShardId(0), HashKeyRange.ALL.midpoint());
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.UPDATING);
        fixture.put("k", "while it is updating");
        fixture.clock.advanceSeconds(1);
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.ACTIVE);
        List<Shard> shards = list(new ShardFilter.FromTrimHorizon());
        assertThat(indexes(shards)).containsExactly(0, 1, 2);
        assertThat(shards.get(0).state()).isEqualTo(ShardState.CLOSED);
        assertThat(shards.get(0).end().orElseThrow().index()).isEqualTo(Long.MAX_VALUE);
        assertThat(shards.get(1).parent()).contains(new ShardId(0));
        assertThat(shards.get(1).range().touches(shards.get(2).range())).isTrue();
        assertThat(shards.get(1).start()).isGreaterThan(shards.get(0).end().orElseThrow());
        PutResult.Accepted after = fixture.put("k", "after");
        assertThat(after.shard().index()).isPositive();
    }

    @Test
    void readingAParentEndsWithItsChildren() {
        fixture.stream(1);
        fixture.put("k", "1");
        split(0);
        ReadResult last = fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.TrimHorizon()), 100);
        assertThat(texts(last.records())).containsExactly("1");
        assertThat(last.next()).isEmpty();
        assertThat(last.children()).extracting(ChildShard::id).containsExactly(new ShardId(1), new ShardId(2));
        assertThat(last.children().getFirst().parents()).containsExactly(new ShardId(0));
        fixture.reopen();
        ReadResult again = fixture.engine.getRecords(fixture.iterator(0, new StartingPosition.Latest()), 100);
        assertThat(again.records()).isEmpty();
        assertThat(again.next()).isEmpty();
        assertThat(again.children()).hasSize(2);
    }

    @Test
    void aMergeHasTwoParents() {
        fixture.stream(3);
        fixture.engine.mergeShards(ORDERS, new ShardId(1), new ShardId(2));
        fixture.clock.advanceSeconds(1);
        Shard child = list(new ShardFilter.AtLatest()).getLast();
        assertThat(child.parent()).contains(new ShardId(1));
        assertThat(child.adjacentParent()).contains(new ShardId(2));
        assertThat(child.range().end()).isEqualTo(HashKey.MAX);
        ReadResult end = fixture.engine.getRecords(fixture.iterator(2, new StartingPosition.TrimHorizon()), 1);
        assertThat(end.children().getFirst().parents()).containsExactly(new ShardId(1), new ShardId(2));
    }

    @Test
    void wrongSplitsAndMergesAreRefused() {
        fixture.stream(3);
        Shard first = fixture.engine.openShards(ORDERS).getFirst();
        for (HashKey outside : List.of(
                first.range().start(),
                first.range().start().next(),
                first.range().end(),
                first.range().end().next())) {
            assertThatThrownBy(() -> fixture.engine.splitShard(ORDERS, first.id(), outside))
                    .hasMessageContaining("is not both greater than one plus the shard's StartingHashKey");
        }
        assertThatThrownBy(() -> fixture.engine.splitShard(ORDERS, new ShardId(9), HashKey.MIN))
                .hasMessage("Could not find shard shardId-000000000009 in stream orders under account 000000000000.");
        for (ShardId[] pair : new ShardId[][] {
            {new ShardId(0), new ShardId(2)}, {new ShardId(1), new ShardId(0)}, {new ShardId(2), new ShardId(2)}
        }) {
            assertThatThrownBy(() -> fixture.engine.mergeShards(ORDERS, pair[0], pair[1]))
                    .hasMessageContaining("are not an adjacent pair of shards eligible for merging");
        }
        fixture.engine.mergeShards(ORDERS, new ShardId(0), new ShardId(1));
        assertThatThrownBy(() -> fixture.engine.mergeShards(ORDERS, new ShardId(1), new ShardId(2)))
                .hasMessage("Stream orders under account 000000000000 not ACTIVE, instead in state UPDATING");
        fixture.clock.advanceSeconds(1);
        assertThatThrownBy(() -> fixture.engine.mergeShards(ORDERS, new ShardId(0), new ShardId(1)))
                .hasMessageContaining("is closed");
    }

    @Test
    void scalingGivesEqualRanges() {
        fixture.stream(2);
        assertThat(fixture.engine.updateShardCount(ORDERS, 3)).isEqualTo(new ShardCountUpdate(2, 3));
        fixture.clock.advanceSeconds(1);
        assertRanges(3);
        assertThat(indexes(list(new ShardFilter.AtLatest()))).containsExactly(2, 5, 6);
        assertThat(list(new ShardFilter.FromTrimHorizon())).hasSize(2 + 4 + 1);
        for (int target : new int[] {6, 5, 3, 2, 4}) {
            fixture.engine.updateShardCount(ORDERS, target);
            fixture.clock.advanceSeconds(1);
            assertRanges(target);
        }
        assertThat(fixture.events(StreamEvent.ShardOpened.class).getLast().openShards())
                .isEqualTo(4);
    }

    private void assertRanges(int count) {
        assertThat(fixture.engine.openShards(ORDERS).stream().map(Shard::range).toList())
                .isEqualTo(HashKeyRange.uniform(count));
    }

    @Test
    void scalingHasItsLimits() {
        fixture.stream(3);
        for (int target : new int[] {7, 1}) {
            assertThatThrownBy(() -> fixture.engine.updateShardCount(ORDERS, target))
                    .isInstanceOfSatisfying(
                            StreamRefusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(StreamRefusal.Code.LIMIT_EXCEEDED));
        }
        assertThatThrownBy(() -> fixture.engine.updateShardCount(ORDERS, 0)).hasMessageContaining("less than 1");
        for (int call = 0; call < 10; call++) {
            fixture.engine.updateShardCount(ORDERS, 2 + call % 2);
            fixture.clock.advanceSeconds(1);
        }
        assertThatThrownBy(() -> fixture.engine.updateShardCount(ORDERS, 2))
                .hasMessageContaining("10 times in 24 hours");
        fixture.clock.advance(Duration.ofHours(24));
        fixture.engine.updateShardCount(ORDERS, 2);
    }

    @Test
    void theAccountHasALimitOfShards() {
        fixture.stream(1);
        assertThatThrownBy(() -> fixture.engine.createStream(new StreamName("huge"), 20_000))
                .hasMessageStartingWith("This request would exceed the shard limit for the account 000000000000 in "
                        + "us-east-1. Current shard count for the account: 1. Limit: 20000. Number of additional shards "
                        + "that would have resulted from this request: 20000.");
        assertThat(fixture.engine.limits()).isEqualTo(new AccountLimits(20_000, 1, 50, 0));
    }

    @Test
    void filtersChooseShards() {
        fixture.stream(2);
        Instant before = fixture.clock.instant();
        fixture.clock.advanceSeconds(60);
        split(0);
        Instant after = fixture.clock.instant();
        assertThat(indexes(list(new ShardFilter.FromTrimHorizon()))).containsExactly(0, 1, 2, 3);
        assertThat(indexes(list(new ShardFilter.AtLatest()))).containsExactly(1, 2, 3);
        assertThat(indexes(list(new ShardFilter.AtTrimHorizon()))).containsExactly(0, 1);
        assertThat(indexes(list(new ShardFilter.AtTimestamp(before)))).containsExactly(0, 1);
        assertThat(indexes(list(new ShardFilter.AtTimestamp(after)))).containsExactly(1, 2, 3);
        assertThat(indexes(list(new ShardFilter.FromTimestamp(before)))).containsExactly(0, 1, 2, 3);
        assertThat(indexes(list(new ShardFilter.FromTimestamp(after)))).containsExactly(1, 2, 3);
        assertThat(indexes(list(new ShardFilter.AfterShardId(new ShardId(1))))).containsExactly(2, 3);
        ShardPage page =
                fixture.engine.listShards(ORDERS, new ShardFilter.FromTrimHorizon(), Optional.of(new ShardId(0)), 2);
        assertThat(indexes(page.shards())).containsExactly(1, 2);
        assertThat(page.more()).isTrue();
        assertThatThrownBy(() -> fixture.engine.listShards(ORDERS, new ShardFilter.AtLatest(), Optional.empty(), 0))
                .hasMessageContaining("MaxResults");
    }

    @Test
    void aClosedShardExpiresWithItsLastRecord() {
        fixture.stream(1);
        fixture.put("k", "1");
        split(0);
        ShardIterator iterator = fixture.iterator(0, new StartingPosition.TrimHorizon());
        Instant closed =
                list(new ShardFilter.FromTrimHorizon()).getFirst().closedAt().orElseThrow();
        assertThat(fixture.engine.nextDue().orElseThrow())
                .as("the record's segment is deleted first")
                .isBefore(closed.plus(Duration.ofHours(24)));
        fixture.clock.advance(Duration.ofHours(24).minusMillis(600));
        fixture.engine.settle();
        assertThat(fixture.engine.nextDue())
                .contains(closed.plus(Duration.ofHours(24)).plusMillis(1));
        fixture.clock.advance(Duration.ofHours(1));
        assertThat(indexes(list(new ShardFilter.FromTrimHorizon()))).containsExactly(1, 2);
        assertThat(fixture.events(StreamEvent.ShardExpired.class))
                .singleElement()
                .isEqualTo(new StreamEvent.ShardExpired(
                        closed.plus(Duration.ofHours(24)).plusMillis(1), ORDERS, new ShardId(0)));
        assertThatThrownBy(() -> fixture.engine.getRecords(iterator, 1)).isInstanceOf(StreamRefusal.class);
        assertThatThrownBy(() -> fixture.iterator(0, new StartingPosition.TrimHorizon()))
                .hasMessageEndingWith("does not exist");
        split(1);
        assertThat(indexes(list(new ShardFilter.AtLatest()))).containsExactly(2, 3, 4);
    }

    @Test
    void eventsTellEveryOpenShardOverTime() {
        fixture.stream(2);
        split(0);
        fixture.engine.mergeShards(ORDERS, new ShardId(3), new ShardId(1));
        fixture.clock.advanceSeconds(1);
        fixture.engine.settle();
        int open = 0;
        for (StreamEvent event : fixture.events) {
            if (event instanceof StreamEvent.ShardOpened opened) {
                open++;
                assertThat(opened.openShards()).isEqualTo(open);
            } else if (event instanceof StreamEvent.ShardClosed closed) {
                open--;
                assertThat(closed.openShards()).isEqualTo(open);
                assertThat(closed.shard().state()).isEqualTo(ShardState.CLOSED);
            }
        }
        assertThat(open).isEqualTo(2);
    }

    @Test
    void aChangeUnderWayIsFinishedAfterReopening() {
        fixture.stream(2);
        fixture.engine.splitShard(ORDERS, new ShardId(0), HashKey.parse("1000"));
        fixture.reopen();
        fixture.clock.advanceSeconds(1);
        assertThat(indexes(fixture.engine.openShards(ORDERS))).containsExactly(2, 3, 1);
        assertThat(fixture.engine.describeStream(ORDERS).status()).isEqualTo(StreamStatus.ACTIVE);
    }
}
