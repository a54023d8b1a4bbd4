package dev.rockpool.streamengine;

import dev.rockpool.kernel.disk.Disk;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// An engine on a clock of its own, with what it told.
final class EngineFixture implements AutoCloseable {
    static final StreamName ORDERS = new StreamName("orders");

    final MovingClock clock = new MovingClock("2026-10-01T12:00:00Z");
    final KeysInClear keys = new KeysInClear();
    final List<StreamEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final Path folder;
    private final StreamEngineOptions options;
    private final Disk disk;
    StreamEngine engine;

    EngineFixture(Path folder) {
        this(Disk.real(), folder, StreamEngineOptions.standard().with(Sync.OFF));
    }

    EngineFixture(Disk disk, Path folder, StreamEngineOptions options) {
        this.disk = disk;
        this.folder = folder;
        this.options = options;
        this.engine = StreamEngine.open(disk, folder, clock, options, events::add);
    }

    void reopen() {
        engine.close();
        engine = StreamEngine.open(disk, folder, clock, options, events::add);
    }

    StreamName stream(int shards) {
        engine.createStream(ORDERS, shards);
        clock.advanceSeconds(1);
        return ORDERS;
    }

    StreamName onDemandStream() {
        engine.createOnDemandStream(ORDERS);
        clock.advanceSeconds(1);
        return ORDERS;
    }

    PutResult.Accepted put(String key, String data) {
        return engine.putRecord(ORDERS, PutEntry.of(key, data.getBytes(StandardCharsets.UTF_8)), keys);
    }

    PutResult.Accepted putAt(HashKey place, int dataBytes) {
        return engine.putRecord(ORDERS, PutEntry.of("k", new byte[dataBytes]).withExplicitHashKey(place));
    }

    ShardIterator iterator(int shard, StartingPosition position) {
        return engine.shardIterator(ORDERS, new ShardId(shard), position);
    }

    /// All that a shard holds, read from its beginning on.
    List<String> all(int shard) {
        List<String> found = new ArrayList<>();
        Optional<ShardIterator> next = Optional.of(iterator(shard, new StartingPosition.TrimHorizon()));
        while (next.isPresent()) {
            clock.advanceSeconds(10);
            ReadResult read = engine.getRecords(next.get(), 10_000, keys);
            found.addAll(texts(read.records()));
            next = read.millisBehindLatest() == 0 && read.records().isEmpty() ? Optional.empty() : read.next();
        }
        return found;
    }

    static List<String> texts(List<StreamRecord> records) {
        return records.stream()
                .map(record -> new String(record.data(), StandardCharsets.UTF_8))
                .toList();
    }

    <E extends StreamEvent> List<E> events(Class<E> kind) {
        return List.copyOf(events).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
