package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import dev.rockpool.streamengine.StreamEngineOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The same signed requests to several stream services over HTTP, in turns, beside a loop that appends and syncs.
///
/// Kafka, which speaks another protocol, is asked for a batch of its own instead (`peers/kafka`). Rounds are
/// interleaved, so that a busy machine slows all; what counts are the ratios. Records are told apart from those that a
/// shard refused, which count for nothing.
final class StreamMeasurement implements Measurement {
    /// The first services are ours: with limits off, and on.
    private static final int OURS = 2;

    private static final int ROUNDS = 7;
    /// So many that the compiler has done most of its work; kinesalite gains by them too.
    private static final int WARM_UP = 6;
    private static final int CALLS = 24;
    private static final int RECORDS = 500;
    private static final int BYTES = 1 << 10;
    private static final int SHARDS = 128;
    private static final int MANY_SHARDS = 1_000;
    private static final int CALLERS = 64;
    /// So many that the compiler has done its work on one call's way before the first wait counts.
    private static final int CALLS_A_CALLER = 200;
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Pattern ITERATOR = Pattern.compile("\"ShardIterator\":\"([^\"]+)\"");
    private static final Pattern FAILED = Pattern.compile("\"FailedRecordCount\":(\\d+)");
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    /// A body and its hash, made once.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Body(byte[] bytes, Payload hash) {
        static Body of(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            try {
                return new Body(
                        bytes,
                        new Payload.Hash(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))));
            } catch (NoSuchAlgorithmException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }

    @Override
    public String name() {
        return "streams";
    }

    @Override
    public String description() {
        return "streams over HTTP, signed and synced, beside kinesalite, Kafka and a loop that appends and syncs";
    }

    @Override
    public void measure(BenchRun run) throws Exception {
        List<Served> started = new ArrayList<>();
        try (FileChannel raw = FileChannel.open(
                run.folder().resolve("raw"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            started.add(Served.streams(run.folder(), StreamEngineOptions.Limits.OFF));
            started.add(Served.streams(run.folder(), StreamEngineOptions.Limits.ENFORCED));
            Optional<Path> node = run.peers().node();
            if (node.isPresent()) {
                started.add(Served.kinesalite(node.get()));
            } else {
                run.missing(Served.KINESALITE, "its npm package could not be installed; Node.js 20 and npm are needed");
            }
            Optional<String> kafka = run.peers().classPath("kafka");
            if (kafka.isPresent()) {
                started.add(Served.kafka(run.folder(), kafka.get(), run.peers().source("kafka/KafkaPeer.java")));
            } else {
                run.missing(Served.KAFKA, "Maven could not fetch it");
            }
            new Turns(run, started, raw).play();
        } finally {
            started.forEach(Served::close);
        }
        holdManyShards(run);
    }

    /// What a process holds that has as many shards as an account may have at first, each with records.
    private static void holdManyShards(BenchRun run) throws Exception {
        Path folder = Files.createDirectories(run.folder().resolve("many-shards"));
        try (Served served = Served.streams(folder, StreamEngineOptions.Limits.OFF);
                StoreConnection connection = connect(served)) {
            ask(connection, "CreateStream", json("{'StreamName':'bench','ShardCount':%d}".formatted(MANY_SHARDS)));
            Thread.sleep(SETTLED);
            for (int call = 0; call < 2 * CALLS; call++) {
                failed(connection, batch(call));
            }
            run.tell(Figure.of("memory with %,d shards".formatted(MANY_SHARDS), served.residentMegabytes(), "MB")
                    .atMost(300));
        }
    }

    /// All services' turns of one run.
    private static final class Turns {
        private final BenchRun run;
        private final List<Served> services;
        private final FileChannel raw;
        private final List<Body> puts = new ArrayList<>();

        Turns(BenchRun run, List<Served> services, FileChannel raw) {
            this.run = run;
            this.services = services;
            this.raw = raw;
        }

        void play() throws Exception {
            for (int call = 0; call < CALLS; call++) {
                puts.add(batch(call));
            }
            for (Served service : services) {
                if (!isKafka(service)) {
                    try (StoreConnection connection = connect(service)) {
                        ask(
                                connection,
                                "CreateStream",
                                json("{'StreamName':'bench','ShardCount':%d}".formatted(SHARDS)));
                    }
                }
            }
            Thread.sleep(SETTLED);
            puts(1);
            puts(4);
            gets();
            encrypted();
            callers();
        }

        // --- PutRecords

        private void puts(int callers) throws Exception {
            double[][] rates = new double[services.size() + 1][ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int at = 0; at < services.size(); at++) {
                    note(rates[at], round, put(services.get(at), callers));
                }
                note(rates[services.size()], round, rawRate());
            }
            String what = "PutRecords of 500 × 1 KiB, %d at once".formatted(callers);
            double floor = median(rates[services.size()]);
            for (int ours = 0; ours < OURS; ours++) {
                Figure figure = figure(what, ours, median(rates[ours]), "records/s");
                run.tell(figure.beside("append and sync", floor).atLeast(0.3));
                for (int at = OURS; at < services.size(); at++) {
                    Served peer = services.get(at);
                    Figure beside = figure.beside(peer.name(), median(rates[at]));
                    run.tell(isKafka(peer) ? beside : beside.atLeast(3));
                }
            }
        }

        private double put(Served service, int callers) throws Exception {
            AtomicInteger next = new AtomicInteger();
            AtomicInteger taken = new AtomicInteger();
            long start = System.nanoTime();
            all(callers, () -> {
                try (StoreConnection connection = connect(service)) {
                    for (int call = next.getAndIncrement(); call < CALLS; call = next.getAndIncrement()) {
                        int failed = isKafka(service) ? kafka(connection) : failed(connection, puts.get(call));
                        taken.addAndGet(RECORDS - failed);
                    }
                    return taken.get();
                }
            });
            return taken.get() * 1e9 / (System.nanoTime() - start);
        }

        private double rawRate() throws IOException {
            ByteBuffer batch = ByteBuffer.allocateDirect(RECORDS * BYTES);
            long start = System.nanoTime();
            for (int call = 0; call < CALLS; call++) {
                append(batch);
            }
            return CALLS * RECORDS * 1e9 / (System.nanoTime() - start);
        }

        private void append(ByteBuffer batch) throws IOException {
            batch.clear();
            while (batch.hasRemaining()) {
                raw.write(batch);
            }
            raw.force(false);
        }

        // --- GetRecords

        /// Reads the beginning of each shard, one call each: so no shard's limit is met.
        private void gets() throws Exception {
            double[][] rates = new double[services.size()][ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int at = 0; at < services.size(); at++) {
                    if (!isKafka(services.get(at))) {
                        note(rates[at], round, get(services.get(at)));
                    }
                }
            }
            for (int ours = 0; ours < OURS; ours++) {
                Figure figure = figure("GetRecords, each shard's beginning", ours, median(rates[ours]), "records/s");
                for (int at = OURS; at < services.size(); at++) {
                    if (!isKafka(services.get(at))) {
                        run.tell(figure.beside(services.get(at).name(), median(rates[at]))
                                .atLeast(5));
                    }
                }
            }
        }

        // --- Encryption

        /// The same calls to a stream without a key and to one with, in turns.
        private void encrypted() throws Exception {
            Served service = services.getFirst();
            try (StoreConnection connection = connect(service)) {
                ask(connection, "CreateStream", json("{'StreamName':'sealed','ShardCount':%d}".formatted(SHARDS)));
                Thread.sleep(SETTLED);
                ask(
                        connection,
                        "StartStreamEncryption",
                        json("{'StreamName':'sealed','EncryptionType':'KMS','KeyId':'alias/aws/kinesis'}"));
                Thread.sleep(SETTLED);
                List<Body> sealed = puts.stream()
                        .map(body -> Body.of(new String(body.bytes(), StandardCharsets.US_ASCII)
                                .replace(json("'StreamName':'bench'"), json("'StreamName':'sealed'"))))
                        .toList();
                double[][] puts = new double[2][ROUNDS];
                double[][] gets = new double[2][ROUNDS];
                for (int round = -WARM_UP; round < ROUNDS; round++) {
                    note(puts[0], round, rate(connection, this.puts));
                    note(puts[1], round, rate(connection, sealed));
                    note(gets[0], round, get(connection, "bench"));
                    note(gets[1], round, get(connection, "sealed"));
                }
                run.tell(Figure.of("PutRecords of 500 × 1 KiB, 1 at once, with a key", median(puts[1]), "records/s")
                        .beside("without", median(puts[0])));
                run.tell(Figure.of("GetRecords, each shard's beginning, with a key", median(gets[1]), "records/s")
                        .beside("without", median(gets[0])));
            }
        }

        private static double rate(StoreConnection connection, List<Body> bodies) throws IOException {
            long start = System.nanoTime();
            int taken = 0;
            for (Body body : bodies) {
                taken += RECORDS - failed(connection, body);
            }
            return taken * 1e9 / (System.nanoTime() - start);
        }

        // --- PutRecord by many

        private void callers() throws Exception {
            ByteBuffer one = ByteBuffer.allocateDirect(BYTES);
            List<List<Long>> waits = new ArrayList<>();
            for (int ours = 0; ours < OURS; ours++) {
                waits.add(new ArrayList<>());
            }
            List<Long> floor = new ArrayList<>();
            Duration[] processor = new Duration[OURS];
            Arrays.fill(processor, Duration.ZERO);
            Duration callers = Duration.ZERO;
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                for (int ours = 0; ours < OURS; ours++) {
                    Duration before = services.get(ours).processorTime();
                    Duration own = ownProcessorTime();
                    List<Long> found = call(services.get(ours));
                    if (round >= 0) {
                        waits.get(ours).addAll(found);
                        processor[ours] = processor[ours].plus(
                                services.get(ours).processorTime().minus(before));
                        callers = callers.plus(ownProcessorTime().minus(own));
                    }
                }
                for (int call = 0; call < CALLERS * 10; call++) {
                    long start = System.nanoTime();
                    append(one);
                    if (round >= 0) {
                        floor.add(System.nanoTime() - start);
                    }
                }
            }
            for (int ours = 0; ours < OURS; ours++) {
                run.tell(figure("PutRecord by 64 callers, 99 %", ours, percentile(waits.get(ours)), "ms")
                        .beside("one append and sync", percentile(floor))
                        .atMost(3));
                run.tell(figure("processor time of a PutRecord", ours, micros(processor[ours]), "µs")
                        .beside("a caller", micros(callers) / OURS));
            }
        }

        private static double micros(Duration time) {
            return time.toNanos() / 1e3 / (ROUNDS * CALLERS * CALLS_A_CALLER);
        }

        private static Duration ownProcessorTime() {
            return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        }

        private Figure figure(String what, int ours, double value, String unit) {
            return Figure.of(what + ", " + services.get(ours).name(), value, unit);
        }
    }

    private static Body batch(int call) {
        StringBuilder body = new StringBuilder(json("{'StreamName':'bench','Records':["));
        for (int at = 0; at < RECORDS; at++) {
            body.append(at == 0 ? "" : ",").append(record("user-" + call + "-" + at, at));
        }
        return Body.of(body.append("]}").toString());
    }

    static String record(String key, int filled) {
        byte[] data = new byte[BYTES];
        Arrays.fill(data, (byte) filled);
        return json("{'PartitionKey':'%s','Data':'%s'}"
                .formatted(key, Base64.getEncoder().encodeToString(data)));
    }

    /// With double quotes for single ones.
    static String json(String text) {
        return text.replace('\'', '"');
    }

    static String ask(StoreConnection connection, String operation, String body) throws IOException {
        return ask(connection, operation, Body.of(body));
    }

    private static String ask(StoreConnection connection, String operation, Body body) throws IOException {
        return new String(connection.post(heads(operation), body.bytes(), body.hash()), StandardCharsets.ISO_8859_1);
    }

    private static List<RequestHead.Header> heads(String operation) {
        return List.of(
                new RequestHead.Header("Content-Type", "application/x-amz-json-1.1"),
                new RequestHead.Header("X-Amz-Target", "Kinesis_20131202." + operation));
    }

    private static boolean isKafka(Served service) {
        return service.name().equals(Served.KAFKA);
    }

    static StoreConnection connect(Served service) throws IOException {
        return new StoreConnection(service.address(), KEY, "kinesis");
    }

    private static void note(double[] rates, int round, double rate) {
        if (round >= 0) {
            rates[round] = rate;
        }
    }

    private static int kafka(StoreConnection connection) throws IOException {
        long _ = connection.get("/put", "records=" + RECORDS + "&bytes=" + BYTES);
        return 0;
    }

    private static int failed(StoreConnection connection, Body body) throws IOException {
        Matcher failed = FAILED.matcher(ask(connection, "PutRecords", body));
        return failed.find() ? Integer.parseInt(failed.group(1)) : 0;
    }

    /// The body of a GetRecords from where an iterator of the given type begins.
    static String fromShard(StoreConnection connection, String stream, int shard, String type) throws IOException {
        String iterator = ask(
                connection,
                "GetShardIterator",
                json("{'StreamName':'%s','ShardId':'shardId-%012d','ShardIteratorType':'%s'}"
                        .formatted(stream, shard, type)));
        Matcher token = ITERATOR.matcher(iterator);
        if (!token.find()) {
            throw new IOException("no iterator in " + iterator);
        }
        return json("{'Limit':1000,'ShardIterator':'%s'}".formatted(token.group(1)));
    }

    private static double get(Served service) throws IOException {
        try (StoreConnection connection = connect(service)) {
            return get(connection, "bench");
        }
    }

    private static double get(StoreConnection connection, String stream) throws IOException {
        long took = 0;
        long records = 0;
        for (int shard = 0; shard < SHARDS; shard++) {
            Body body = Body.of(fromShard(connection, stream, shard, "TRIM_HORIZON"));
            long start = System.nanoTime();
            String answer = ask(connection, "GetRecords", body);
            took += System.nanoTime() - start;
            records += answer.split("\"PartitionKey\"", -1).length - 1;
        }
        return records * 1e9 / took;
    }

    private static List<Long> call(Served service) throws Exception {
        List<Long> waits = new ArrayList<>();
        AtomicInteger caller = new AtomicInteger();
        all(CALLERS, () -> {
            String one = record("caller-" + caller.getAndIncrement(), 1);
            Body body = Body.of(json("{'StreamName':'bench',") + one.substring(1));
            long[] mine = new long[CALLS_A_CALLER];
            try (StoreConnection connection = connect(service)) {
                byte[] request = connection.signed(heads("PutRecord"), body.bytes(), body.hash());
                for (int call = 0; call < mine.length; call++) {
                    long start = System.nanoTime();
                    connection.sendAgain(request);
                    mine[call] = System.nanoTime() - start;
                }
            }
            synchronized (waits) {
                Arrays.stream(mine).forEach(waits::add);
            }
            return mine.length;
        });
        return waits;
    }

    private static double percentile(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() * 99 / 100) / 1e6;
    }

    private static double median(double[] rates) {
        double[] sorted = Arrays.stream(rates).filter(rate -> rate > 0).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static void all(int callers, Callable<Integer> act) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(callers);
        AtomicInteger failed = new AtomicInteger();
        for (int caller = 0; caller < callers; caller++) {
            Thread.ofPlatform().start(() -> {
                try {
                    act.call();
                } catch (IOException | UncheckedIOException failure) {
                    failed.incrementAndGet();
                    System.err.println(failure);
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " callers failed");
        }
    }
}
