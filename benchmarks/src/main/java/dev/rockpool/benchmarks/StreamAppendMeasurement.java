package dev.rockpool.benchmarks;

import dev.rockpool.streamengine.Admission;
import dev.rockpool.streamengine.HashKey;
import dev.rockpool.streamengine.KeyHasher;
import dev.rockpool.streamengine.PartitionKey;
import dev.rockpool.streamengine.PutEntry;
import dev.rockpool.streamengine.PutResult;
import dev.rockpool.streamengine.ReadResult;
import dev.rockpool.streamengine.ShardId;
import dev.rockpool.streamengine.ShardIterator;
import dev.rockpool.streamengine.ShardWriteBudget;
import dev.rockpool.streamengine.StartingPosition;
import dev.rockpool.streamengine.StreamEngine;
import dev.rockpool.streamengine.StreamEngineOptions;
import dev.rockpool.streamengine.StreamListener;
import dev.rockpool.streamengine.StreamName;
import dev.rockpool.streamengine.Sync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// How fast the stream engine takes, routes and gives records, beside a loop that only appends and syncs.
///
/// The engine and the loop take turns of a few calls, round after round in one process on one folder, so that a busy
/// disk or processor slows both; what counts is the ratio of the medians.
final class StreamAppendMeasurement implements Measurement {
    private static final int ROUNDS = 30;
    private static final int WARM_UP = 20;
    private static final int CALLS_A_ROUND = 10;
    private static final int RECORDS = 500;
    private static final int BYTES = 1024;
    private static final int CALLERS = 64;
    private static final int CALLS_A_CALLER = 400;
    private static final int KEYS = 1 << 20;
    private static final StreamName STREAM = new StreamName("bench");

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String description() {
        return "the stream engine without HTTP, in turns with a loop that appends and syncs";
    }

    @Override
    public void measure(BenchRun run) throws IOException {
        append(run, 1, Sync.ON);
        append(run, 64, Sync.ON);
        append(run, 64, Sync.OFF);
        callers(run);
        route(run);
        admit(run);
    }

    private static void append(BenchRun run, int shards, Sync sync) throws IOException {
        Path streams = run.folder().resolve("append-" + shards + "-" + sync);
        List<PutEntry> entries = entries();
        long[] engine = new long[ROUNDS * CALLS_A_ROUND];
        long[] raw = new long[ROUNDS * CALLS_A_ROUND];
        try (StreamEngine opened = open(streams, sync, shards);
                FileChannel channel = FileChannel.open(
                        run.folder().resolve("raw-" + shards + "-" + sync),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            ByteBuffer batch = ByteBuffer.allocateDirect(RECORDS * BYTES);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int call = 0; call < CALLS_A_ROUND; call++) {
                    long took = timed(() -> opened.putRecords(STREAM, entries));
                    if (round >= 0) {
                        engine[round * CALLS_A_ROUND + call] = took;
                    }
                }
                for (int call = 0; call < CALLS_A_ROUND; call++) {
                    long took = timed(() -> writeAndForce(channel, batch, sync));
                    if (round >= 0) {
                        raw[round * CALLS_A_ROUND + call] = took;
                    }
                }
            }
            Figure figure = Figure.of(
                            "500 × 1 KiB a call, %d shard(s), sync %s".formatted(shards, sync),
                            RECORDS * 1e9 / median(engine),
                            "records/s")
                    .beside("append and sync", RECORDS * 1e9 / median(raw));
            run.tell(sync == Sync.ON ? figure.atLeast(0.5) : figure);
            read(run, opened, shards);
        }
    }

    private static void read(BenchRun run, StreamEngine engine, int shards) {
        long records = 0;
        long start = System.nanoTime();
        for (int shard = 0; shard < shards; shard++) {
            Optional<ShardIterator> next =
                    Optional.of(engine.shardIterator(STREAM, new ShardId(shard), new StartingPosition.TrimHorizon()));
            while (next.isPresent()) {
                ReadResult read = engine.getRecords(next.get(), 10_000);
                records += read.records().size();
                next = read.millisBehindLatest() == 0 && read.records().isEmpty() ? Optional.empty() : read.next();
            }
        }
        run.tell(Figure.of(
                "read back from %d shard(s)".formatted(shards),
                records * 1e9 / Math.max(1, System.nanoTime() - start),
                "records/s"));
    }

    private static void callers(BenchRun run) throws IOException {
        long[] waits = new long[CALLERS * CALLS_A_CALLER];
        long[] raw = new long[4_000];
        try (StreamEngine engine = open(run.folder().resolve("callers"), Sync.ON, 4);
                FileChannel channel = FileChannel.open(
                        run.folder().resolve("raw-callers"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocateDirect(BYTES);
            callAll(engine, waits, 0, CALLS_A_CALLER); // to warm up
            long took = 0;
            for (int round = 0; round < 4; round++) { // the loop and the callers take turns
                for (int call = 0; call < raw.length / 4; call++) {
                    raw[round * (raw.length / 4) + call] = timed(() -> writeAndForce(channel, one, Sync.ON));
                }
                int first = round * CALLS_A_CALLER / 4;
                took += timed(() -> callAll(engine, waits, first, CALLS_A_CALLER / 4));
            }
            Arrays.sort(waits);
            Arrays.sort(raw);
            run.tell(Figure.of("%d callers of one record".formatted(CALLERS), waits.length * 1e9 / took, "records/s"));
            run.tell(Figure.of("their 99th percentile", waits[waits.length * 99 / 100] / 1e6, "ms")
                    .beside("one append and sync", raw[raw.length * 99 / 100] / 1e6));
        }
    }

    private static void callAll(StreamEngine engine, long[] waits, int first, int calls) {
        CountDownLatch done = new CountDownLatch(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            int base = caller * CALLS_A_CALLER + first;
            PutEntry entry = PutEntry.of("caller-" + caller, new byte[BYTES]);
            Thread.ofVirtual().start(() -> {
                for (int call = 0; call < calls; call++) {
                    waits[base + call] = timed(() -> engine.putRecord(STREAM, entry));
                }
                done.countDown();
            });
        }
        try {
            done.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void route(BenchRun run) {
        PartitionKey[] keys = new PartitionKey[KEYS];
        for (int at = 0; at < KEYS; at++) {
            keys[at] = PartitionKey.of("user-%011d".formatted(at));
        }
        KeyHasher hasher = new KeyHasher();
        long best = Long.MAX_VALUE;
        long sum = 0;
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            for (PartitionKey key : keys) {
                HashKey place = hasher.hash(key);
                sum += place.high();
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        if (sum == 0) {
            throw new IllegalStateException("no key was hashed");
        }
        run.tell(Figure.of("MD5 of 16-character keys", KEYS * 1e3 / best, "million keys/s"));
    }

    private static void admit(BenchRun run) {
        ShardWriteBudget budget = new ShardWriteBudget();
        int calls = 100_000_000;
        long admitted = 0;
        long start = System.nanoTime();
        for (int at = 0; at < calls; at++) {
            if (budget.take(at / 1_100, 900) == Admission.ADMITTED) {
                admitted++;
            }
        }
        if (admitted == 0) {
            throw new IllegalStateException("no record was admitted");
        }
        run.tell(Figure.of("shard write budget", (System.nanoTime() - start) / (double) calls, "ns a record"));
    }

    private static StreamEngine open(Path streams, Sync sync, int shards) {
        StreamEngineOptions options =
                StreamEngineOptions.standard().with(sync).with(Duration.ZERO).with(StreamEngineOptions.Limits.OFF);
        StreamEngine engine = StreamEngine.open(streams, InstantSource.system(), options, StreamListener.NONE);
        engine.createStream(STREAM, shards);
        return engine;
    }

    private static List<PutEntry> entries() {
        List<PutEntry> entries = new ArrayList<>();
        for (int at = 0; at < RECORDS; at++) {
            byte[] data = new byte[BYTES];
            Arrays.fill(data, (byte) at);
            entries.add(PutEntry.of("user-" + at, data));
        }
        return entries;
    }

    private static List<PutResult> writeAndForce(FileChannel channel, ByteBuffer batch, Sync sync) {
        try {
            batch.clear();
            while (batch.hasRemaining()) {
                channel.write(batch);
            }
            if (sync == Sync.ON) {
                channel.force(false);
            }
            return List.of();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static long timed(Runnable act) {
        long start = System.nanoTime();
        act.run();
        return System.nanoTime() - start;
    }

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
