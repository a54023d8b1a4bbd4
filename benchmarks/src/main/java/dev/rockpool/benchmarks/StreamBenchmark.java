package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.Payload;
import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
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
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The same signed requests to several stream services over HTTP, in turns, beside a loop that appends and syncs.
///
/// A service whose name begins with `kafka` is asked for a batch of its own instead (`peers/kafka`); one whose name
/// begins with `slow` takes part in no load of 64 callers, and in fewer rounds.
///
/// Rounds are interleaved, so that a busy machine slows all; what counts are the ratios. Records are told apart from
/// those that a shard refused, which count for nothing.
final class StreamBenchmark {
    private static final int ROUNDS = 7;
    private static final int SLOW_ROUNDS = 2;
    private static final int WARM_UP = 2;
    private static final int CALLS = 24;
    private static final int RECORDS = 500;
    private static final int BYTES = 1 << 10;
    private static final int SHARDS = 128;
    private static final int CALLERS = 64;
    private static final int CALLS_A_CALLER = 40;
    private static final Duration SETTLED = Duration.ofSeconds(3);
    private static final Pattern ITERATOR = Pattern.compile("\"ShardIterator\":\"([^\"]+)\"");
    private static final Pattern FAILED = Pattern.compile("\"FailedRecordCount\":(\\d+)");
    private static final AccessKey KEY = new AccessKey("bench", "benchbench", Caller.ANONYMOUS, Optional.empty());

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Service> services;
    private final FileChannel raw;
    private final List<Body> puts = new ArrayList<>();

    private StreamBenchmark(List<Service> services, FileChannel raw) {
        this.services = services;
        this.raw = raw;
    }

    /// A service in another process.
    private record Service(String name, URI address) {
        static Service parse(String argument) {
            String[] parts = argument.split("=", 2);
            return new Service(parts[0], URI.create(parts[1]));
        }

        boolean isKafka() {
            return name.startsWith("kafka");
        }

        boolean isSlow() {
            return name.startsWith("slow");
        }

        int rounds() {
            return isSlow() ? SLOW_ROUNDS : ROUNDS;
        }

        StoreConnection connect() throws IOException {
            return new StoreConnection(address, KEY, "kinesis");
        }
    }

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

    /// Measures.
    ///
    /// @param arguments a folder on the disk to be measured, and services as `NAME=URL`
    public static void main(String[] arguments) throws Exception {
        Path file = Files.createTempFile(Path.of(arguments[0]), "raw", "");
        try (FileChannel raw = FileChannel.open(file, StandardOpenOption.WRITE)) {
            List<Service> services =
                    Arrays.stream(arguments).skip(1).map(Service::parse).toList();
            new StreamBenchmark(services, raw).run();
        } finally {
            Files.delete(file);
        }
    }

    private void run() throws Exception {
        for (int call = 0; call < CALLS; call++) {
            puts.add(batch(call));
        }
        for (Service service : services) {
            if (!service.isKafka()) {
                try (StoreConnection connection = service.connect()) {
                    ask(connection, "CreateStream", json("{'StreamName':'bench','ShardCount':%d}", SHARDS));
                }
            }
        }
        pause(SETTLED);
        puts(1);
        puts(4);
        gets();
        callers();
    }

    private static Body batch(int call) {
        StringBuilder body = new StringBuilder(json("{'StreamName':'bench','Records':["));
        for (int at = 0; at < RECORDS; at++) {
            body.append(at == 0 ? "" : ",").append(record("user-" + call + "-" + at, at));
        }
        return Body.of(body.append("]}").toString());
    }

    private static String record(String key, int filled) {
        byte[] data = new byte[BYTES];
        Arrays.fill(data, (byte) filled);
        return json(
                "{'PartitionKey':'%s','Data':'%s'}", key, Base64.getEncoder().encodeToString(data));
    }

    /// With double quotes for single ones.
    private static String json(String template, Object... values) {
        return String.format(Locale.ROOT, template, values).replace('\'', '"');
    }

    private static String ask(StoreConnection connection, String operation, String body) throws IOException {
        return ask(connection, operation, Body.of(body));
    }

    private static String ask(StoreConnection connection, String operation, Body body) throws IOException {
        return new String(
                connection.post(
                        List.of(
                                new RequestHead.Header("Content-Type", "application/x-amz-json-1.1"),
                                new RequestHead.Header("X-Amz-Target", "Kinesis_20131202." + operation)),
                        body.bytes(),
                        body.hash()),
                StandardCharsets.ISO_8859_1);
    }

    // --- PutRecords

    private void puts(int callers) throws Exception {
        out.println("PutRecords of " + RECORDS + " x " + BYTES + " B, " + callers + " at once: records/s");
        double[][] rates = new double[services.size() + 1][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int at = 0; at < services.size(); at++) {
                Service service = services.get(at);
                if (round < service.rounds()) {
                    note(rates[at], round, put(service, callers));
                }
            }
            note(rates[services.size()], round, rawRate());
        }
        tell(rates);
    }

    private static void note(double[] rates, int round, double rate) {
        if (round >= 0) {
            rates[round] = rate;
        }
    }

    private double put(Service service, int callers) throws Exception {
        int calls = service.isSlow() ? callers : CALLS;
        AtomicInteger next = new AtomicInteger();
        AtomicInteger taken = new AtomicInteger();
        long start = System.nanoTime();
        all(callers, () -> {
            try (StoreConnection connection = service.connect()) {
                for (int call = next.getAndIncrement(); call < calls; call = next.getAndIncrement()) {
                    int failed = service.isKafka() ? kafka(connection) : failed(connection, puts.get(call));
                    taken.addAndGet(RECORDS - failed);
                }
                return taken.get();
            }
        });
        return taken.get() * 1e9 / (System.nanoTime() - start);
    }

    private static int kafka(StoreConnection connection) throws IOException {
        long _ = connection.get("/put", "records=" + RECORDS + "&bytes=" + BYTES);
        return 0;
    }

    private static int failed(StoreConnection connection, Body body) throws IOException {
        Matcher failed = FAILED.matcher(ask(connection, "PutRecords", body));
        return failed.find() ? Integer.parseInt(failed.group(1)) : 0;
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
        out.println("GetRecords of up to 1,000 x " + BYTES + " B of each of " + SHARDS + " shards: records/s");
        double[][] rates = new double[services.size()][ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int at = 0; at < services.size(); at++) {
                Service service = services.get(at);
                if (!service.isKafka() && round < service.rounds()) {
                    note(rates[at], round, get(service));
                }
            }
        }
        tell(rates);
    }

    private static double get(Service service) throws IOException {
        long took = 0;
        long records = 0;
        int shards = service.isSlow() ? SHARDS / 16 : SHARDS;
        try (StoreConnection connection = service.connect()) {
            for (int shard = 0; shard < shards; shard++) {
                String iterator = ask(
                        connection,
                        "GetShardIterator",
                        json(
                                "{'StreamName':'bench','ShardId':'shardId-%012d','ShardIteratorType':'TRIM_HORIZON'}",
                                shard));
                Matcher token = ITERATOR.matcher(iterator);
                if (!token.find()) {
                    throw new IOException("no iterator in " + iterator);
                }
                Body body = Body.of(json("{'Limit':1000,'ShardIterator':'%s'}", token.group(1)));
                long start = System.nanoTime();
                String answer = ask(connection, "GetRecords", body);
                took += System.nanoTime() - start;
                records += answer.split("\"PartitionKey\"", -1).length - 1;
            }
        }
        return records * 1e9 / took;
    }

    // --- PutRecord by many

    private void callers() throws Exception {
        out.println("PutRecord of " + BYTES + " B, " + CALLERS + " callers: median and 99 % in ms");
        ByteBuffer one = ByteBuffer.allocateDirect(BYTES);
        List<List<Long>> waits = new ArrayList<>();
        for (int at = 0; at <= services.size(); at++) {
            waits.add(new ArrayList<>());
        }
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (int at = 0; at < services.size(); at++) {
                Service service = services.get(at);
                if (!service.isKafka() && !service.isSlow()) {
                    List<Long> found = call(service);
                    if (round >= 0) {
                        waits.get(at).addAll(found);
                    }
                }
            }
            for (int call = 0; call < CALLERS * CALLS_A_CALLER / 4; call++) {
                long start = System.nanoTime();
                append(one);
                if (round >= 0) {
                    waits.getLast().add(System.nanoTime() - start);
                }
            }
        }
        for (int at = 0; at < waits.size(); at++) {
            List<Long> sorted = waits.get(at).stream().sorted().toList();
            if (!sorted.isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        "  %-14s %8.2f %8.2f%n",
                        name(at),
                        sorted.get(sorted.size() / 2) / 1e6,
                        sorted.get(sorted.size() * 99 / 100) / 1e6);
            }
        }
    }

    private static List<Long> call(Service service) throws Exception {
        List<Long> waits = new ArrayList<>();
        AtomicInteger caller = new AtomicInteger();
        all(CALLERS, () -> {
            String one = record("caller-" + caller.getAndIncrement(), 1);
            Body body = Body.of(json("{'StreamName':'bench',") + one.substring(1));
            long[] mine = new long[CALLS_A_CALLER];
            try (StoreConnection connection = service.connect()) {
                for (int call = 0; call < mine.length; call++) {
                    long start = System.nanoTime();
                    String _ = ask(connection, "PutRecord", body);
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

    // --- for all

    private String name(int at) {
        return at < services.size() ? services.get(at).name() : "raw, synced";
    }

    private void tell(double[][] rates) {
        double first = median(rates[0]);
        for (int at = 0; at < rates.length; at++) {
            double rate = median(rates[at]);
            if (rate > 0) {
                out.printf(Locale.ROOT, "  %-14s %,10.0f  %6.2f of it is the first%n", name(at), rate, first / rate);
            }
        }
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

    private static void pause(Duration time) throws InterruptedException {
        Thread.sleep(time);
    }
}
