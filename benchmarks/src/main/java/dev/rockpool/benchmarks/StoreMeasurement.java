package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// The same signed requests to several stores, in turns: operations a second, and processor time an operation. Rounds
/// are interleaved, so that a busy machine slows all; the best of each counts.
final class StoreMeasurement implements Measurement {
    private static final int ROUNDS = 5;
    private static final String BUCKET = "/benchmark";
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    /// One request of a load, the `number`th.
    @FunctionalInterface
    private interface Request {
        void send(StoreConnection connection, int number) throws IOException;
    }

    /// What is asked how often by how many at once.
    private record Load(String name, int callers, int requests, Request request) {}

    /// The best of the rounds; no rate where a caller was refused.
    private record Result(double rate, double micros) {}

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String description() {
        return "the store over HTTP, signed and synced, beside s3proxy (which syncs nothing) and a bare HTTP floor";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        try (Served rockpool = Served.rockpool(run.folder());
                Served floor = Served.floor()) {
            Optional<String> s3proxy = run.peers().classPath("s3proxy");
            if (s3proxy.isEmpty()) {
                run.missing("s3proxy", "Maven could not fetch it");
                measure(run, List.of(rockpool, floor));
                return;
            }
            try (Served peer = Served.s3proxy(run.folder(), s3proxy.get())) {
                measure(run, List.of(rockpool, floor, peer));
            }
        }
    }

    private static void measure(BenchRun run, List<Served> stores) throws IOException, InterruptedException {
        byte[] small = bytes(4 << 10);
        byte[] medium = bytes(1 << 20);
        byte[] large = bytes(64 << 20);
        for (Served store : stores) {
            try (StoreConnection connection = new StoreConnection(store.address(), KEY)) {
                connection.put(BUCKET, new byte[0]);
                connection.put(BUCKET + "/small", small);
                connection.put(BUCKET + "/medium", medium);
                connection.put(BUCKET + "/large", large);
            }
        }
        play(stores, new Load("warm-up", 8, 4_000, (c, n) -> {
            c.put(BUCKET + "/w" + n % 500, small);
            c.get(BUCKET + "/small", "");
        }));
        Load put = new Load("PUT 4 KiB, 8 at once", 8, 2_000, (c, n) -> c.put(BUCKET + "/p" + n, small));
        List<Result> results = play(stores, put);
        beside(run, put, stores, results, 2).ifPresent(figure -> run.tell(figure.atLeast(1)));
        run.tell(processor("a PUT of 4 KiB", results).atMost(250));

        Load many = new Load("PUT 4 KiB, 64 at once", 64, 6_000, (c, n) -> c.put(BUCKET + "/q" + n, small));
        beside(run, many, stores, play(stores, many), 2).ifPresent(figure -> run.tell(figure.atLeast(1)));

        Load get = new Load("GET 4 KiB, 8 at once", 8, 6_000, (c, n) -> c.get(BUCKET + "/small", ""));
        results = play(stores, get);
        beside(run, get, stores, results, 1).ifPresent(figure -> run.tell(figure.atLeast(0.9)));
        run.tell(processor("a GET of 4 KiB", results).atMost(120));

        Load putMedium = new Load("PUT 1 MiB, 8 at once", 8, 80, (c, n) -> c.put(BUCKET + "/m" + n, medium));
        results = play(stores, putMedium);
        run.tell(processor("a PUT of 1 MiB", results)
                .beside("floor", results.get(1).micros())
                .atMost(1.25));
        Load putWithKey = new Load(
                "PUT 1 MiB with SSE-KMS, 8 at once",
                8,
                80,
                (c, n) -> c.put(
                        BUCKET + "/k" + n, medium, new RequestHead.Header("x-amz-server-side-encryption", "aws:kms")));
        Result encrypted = play(stores.subList(0, 1), putWithKey).getFirst();
        run.tell(Figure.of(putWithKey.name(), encrypted.rate(), "/s")
                .beside("SSE-S3", results.getFirst().rate())
                .atLeast(0.85));

        Load getLarge = new Load("GET 64 MiB, 2 at once", 2, 6, (c, n) -> c.get(BUCKET + "/large", ""));
        beside(run, getLarge, stores, play(stores, getLarge), 2).ifPresent(figure -> run.tell(figure.atLeast(0.8)));
    }

    /// Rockpool beside the store at a place, where that is there.
    private static Optional<Figure> beside(
            BenchRun run, Load load, List<Served> stores, List<Result> results, int place) {
        if (place >= stores.size()) {
            run.missing(load.name(), "its peer is missing");
            return Optional.empty();
        }
        return Optional.of(Figure.of(load.name(), results.getFirst().rate(), "/s")
                .beside(stores.get(place).name(), results.get(place).rate()));
    }

    private static Figure processor(String what, List<Result> results) {
        return Figure.of("processor time of " + what, results.getFirst().micros(), "µs");
    }

    /// The result of each store, in turns.
    private static List<Result> play(List<Served> stores, Load load) throws InterruptedException {
        double[][] rates = new double[stores.size()][ROUNDS];
        double[][] micros = new double[stores.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int at = 0; at < stores.size(); at++) {
                Served store = stores.get(at);
                Duration before = store.processorTime();
                long start = System.nanoTime();
                int failed = play(load, store);
                double seconds = (System.nanoTime() - start) / 1e9;
                rates[at][round] = failed > 0 ? 0 : load.requests() / seconds;
                micros[at][round] = store.processorTime().minus(before).toNanos() / 1e3 / load.requests();
            }
        }
        List<Result> results = new ArrayList<>();
        for (int at = 0; at < stores.size(); at++) {
            results.add(new Result(
                    Arrays.stream(rates[at]).max().orElseThrow(),
                    Arrays.stream(micros[at]).min().orElseThrow()));
        }
        return results;
    }

    /// Answers how many callers failed.
    private static int play(Load load, Served store) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(load.callers());
        for (int caller = 0; caller < load.callers(); caller++) {
            Thread.ofPlatform().start(() -> {
                try (StoreConnection connection = new StoreConnection(store.address(), KEY)) {
                    for (int number = next.getAndIncrement();
                            number < load.requests();
                            number = next.getAndIncrement()) {
                        load.request().send(connection, number);
                    }
                } catch (IOException | UncheckedIOException failure) {
                    failed.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return failed.get();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; at++) {
            bytes[at] = (byte) (at * 31 + (at >>> 8) * 17);
        }
        return bytes;
    }
}
