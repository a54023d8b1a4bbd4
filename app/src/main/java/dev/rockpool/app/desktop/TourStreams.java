package dev.rockpool.app.desktop;

import dev.rockpool.app.streams.SampleStream;
import dev.rockpool.platform.Platform;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.Shard;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What has flowed through the streams of the tour's learners, on a clock that the tour moves.
final class TourStreams {
    /// The stream that is shown.
    static final String NAME = SampleStream.NAME;

    private static final int KEYS = 200;
    private static final int RECORD_BYTES = 400;
    private static final int CREATED_AT_ONCE = 3;
    private static final int MANY_SHARDS = 48;

    private final Platform platform;
    private final StreamEngine engine;
    private final StreamName stream = new StreamName(NAME);
    private int sent;

    private TourStreams(Platform platform) {
        this.platform = platform;
        engine = platform.streams();
    }

    /// A minute and a half of records whose keys are all alike.
    static void steady(Platform platform) {
        TourStreams flow = new TourStreams(platform);
        flow.create(2);
        flow.send(30, 700, 0);
    }

    /// A few seconds of it.
    static void brief(Platform platform) {
        TourStreams flow = new TourStreams(platform);
        flow.create(2);
        flow.send(4, 700, 0);
    }

    /// A key becomes hot.
    static void hot(Platform platform) {
        TourStreams flow = new TourStreams(platform);
        flow.create(4);
        flow.send(24, 1_200, 0);
        flow.send(12, 2_000, 80);
    }

    /// The busiest shard is split, and two others are merged.
    static void split(Platform platform) {
        TourStreams flow = new TourStreams(platform);
        flow.create(2);
        flow.send(12, 2_300, 0);
        Shard first = flow.engine.openShards(flow.stream).getFirst();
        flow.engine.splitShard(flow.stream, first.id(), first.range().midpoint());
        flow.send(12, 2_300, 0);
        List<Shard> open = flow.engine.openShards(flow.stream);
        flow.engine.splitShard(
                flow.stream, open.getLast().id(), open.getLast().range().midpoint());
        flow.send(10, 2_000, 0);
        List<Shard> more = flow.engine.openShards(flow.stream);
        flow.engine.mergeShards(flow.stream, more.get(0).id(), more.get(1).id());
        flow.send(10, 1_000, 0);
    }

    /// Many shards, and other streams with long names.
    static void many(Platform platform) {
        TourStreams flow = new TourStreams(platform);
        flow.create(MANY_SHARDS);
        for (int number = 1; number <= 18; number++) {
            flow.engine.createStream(
                    new StreamName("harbour-gates-of-the-northern-approaches-%02d".formatted(number)), 1);
            if (number % CREATED_AT_ONCE == 0) {
                flow.platform.advanceTo(flow.platform.clock().instant().plusSeconds(1));
            }
        }
        flow.send(15, 4_000, 30);
    }

    private void create(int shards) {
        engine.createStream(stream, shards);
        platform.advanceTo(platform.clock().instant().plusSeconds(1));
    }

    /// @param hotPercent of the records bear the key `hot`
    private void send(int seconds, int perSecond, int hotPercent) {
        for (int second = 0; second < seconds; second++) {
            List<PutEntry> entries = new ArrayList<>();
            for (int record = 1; record <= perSecond; record++) {
                entries.add(entry(hotPercent));
                if (entries.size() == StreamEngine.RECORDS_PER_PUT || record == perSecond) {
                    var _ = engine.putRecords(stream, entries);
                    entries.clear();
                }
            }
            platform.advanceTo(platform.clock().instant().plusSeconds(1));
        }
    }

    private PutEntry entry(int hotPercent) {
        sent++;
        boolean isHot = sent * 37 % 100 < hotPercent;
        String key = isHot ? "hot" : "key-" + (sent * 7_919L % KEYS + 1);
        String json = "{\"gauge\":\"%s\",\"centimetres\":%d,\"number\":%d}".formatted(key, 210 + sent * 13 % 150, sent);
        byte[] data = (json + " ".repeat(RECORD_BYTES - json.length())).getBytes(StandardCharsets.UTF_8);
        return PutEntry.of(PartitionKey.of(key), data);
    }
}
