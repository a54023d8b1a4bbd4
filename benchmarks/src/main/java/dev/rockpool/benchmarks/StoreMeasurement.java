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
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

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

    /// The best of the rounds.
    ///
    /// @param refusal why a caller was refused; empty if none was
    private record Result(double rate, double micros, String refusal) {}

    @Override
    public String name() {
        return "store";
    }

    @Override
    public String description() {
        return "the store over HTTP, signed and synced, beside s3proxy and S3Mock (which sync nothing) and a bare HTTP floor";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        List<Served> stores = new ArrayList<>();
        try {
            stores.add(Served.rockpool(run.folder()));
            stores.add(Served.floor());
            add(run, stores, Served.S3PROXY, classPath -> Served.s3proxy(run.folder(), classPath));
            add(run, stores, Served.S3MOCK, classPath -> Served.s3mock(run.folder(), classPath));
            measure(run, stores);
        } finally {
            for (Served store : stores) {
                store.close();
            }
        }
    }

    /// Starts a peer from its class path.
    @FunctionalInterface
    private interface Start {
        Served from(String classPath) throws IOException, InterruptedException;
    }

    private static void add(BenchRun run, List<Served> stores, String name, Start start)
            throws IOException, InterruptedException {
        Optional<String> classPath = run.peers().classPath(name.toLowerCase(Locale.ROOT));
        if (classPath.isEmpty()) {
            run.missing(name, "Maven could not fetch it");
            return;
        }
        stores.add(start.from(classPath.get()));
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
        play(stores, new Load("warm-up", 8, 1_000, (c, n) -> {
            c.put(BUCKET + "/w" + n % 500, small);
            c.get(BUCKET + "/small", "");
        }));
        Load put = new Load("PUT 4 KiB, 8 at once", 8, 2_000, (c, n) -> c.put(BUCKET + "/p" + n, small));
        List<Result> results = play(stores, put);
        tellRates(run, put, stores, results, Served.S3PROXY, 1);
        tellProcessor(run, "a PUT of 4 KiB", stores, results, OptionalDouble.empty());
        run.tell(processor("a PUT of 4 KiB", results).atMost(250));

        Load many = new Load("PUT 4 KiB, 64 at once", 64, 3_000, (c, n) -> c.put(BUCKET + "/q" + n, small));
        tellRates(run, many, stores, play(stores, many), Served.S3PROXY, 1);

        Load get = new Load("GET 4 KiB, 8 at once", 8, 6_000, (c, n) -> c.get(BUCKET + "/small", ""));
        results = play(stores, get);
        tellRates(run, get, stores, results, Served.FLOOR, 0.9);
        tellProcessor(run, "a GET of 4 KiB", stores, results, OptionalDouble.empty());
        run.tell(processor("a GET of 4 KiB", results).atMost(120));

        Load putMedium = new Load("PUT 1 MiB, 8 at once", 8, 80, (c, n) -> c.put(BUCKET + "/m" + n, medium));
        results = play(stores, putMedium);
        tellRates(run, putMedium, stores, results, "", 0);
        tellProcessor(run, "a PUT of 1 MiB", stores, results, OptionalDouble.of(1.25));
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
        tellRates(run, getLarge, stores, play(stores, getLarge), Served.S3PROXY, 0.8);
    }

    /// Rockpool beside each of the others.
    ///
    /// @param bounded the name of the one against which a bound holds
    private static void tellRates(
            BenchRun run, Load load, List<Served> stores, List<Result> results, String bounded, double bound) {
        for (int at = 1; at < stores.size(); at++) {
            String name = stores.get(at).name();
            if (!results.get(at).refusal().isEmpty()) {
                run.missing(
                        load.name(), name + " refused it: " + results.get(at).refusal());
                continue;
            }
            Figure figure = Figure.of(load.name(), results.getFirst().rate(), "/s")
                    .beside(name, results.get(at).rate());
            run.tell(name.equals(bounded) ? figure.atLeast(bound) : figure);
        }
    }

    /// Rockpool's processor time beside that of each of the others.
    ///
    /// @param ofFloor how often the floor's it may be
    private static void tellProcessor(
            BenchRun run, String what, List<Served> stores, List<Result> results, OptionalDouble ofFloor) {
        for (int at = 1; at < stores.size(); at++) {
            if (!results.get(at).refusal().isEmpty()) {
                continue;
            }
            String name = stores.get(at).name();
            Figure figure =
                    processor(what, results).beside(name, results.get(at).micros());
            boolean isBounded = ofFloor.isPresent() && name.equals(Served.FLOOR);
            run.tell(isBounded ? figure.atMost(ofFloor.getAsDouble()) : figure);
        }
    }

    private static Figure processor(String what, List<Result> results) {
        return Figure.of("processor time of " + what, results.getFirst().micros(), "µs");
    }

    /// The result of each store, in turns.
    private static List<Result> play(List<Served> stores, Load load) throws InterruptedException {
        double[][] rates = new double[stores.size()][ROUNDS];
        double[][] micros = new double[stores.size()][ROUNDS];
        List<AtomicReference<String>> refusals =
                stores.stream().map(_ -> new AtomicReference<>("")).toList();
        for (int round = 0; round < ROUNDS; round++) {
            for (int at = 0; at < stores.size(); at++) {
                Served store = stores.get(at);
                Duration before = store.processorTime();
                long start = System.nanoTime();
                play(load, store, refusals.get(at)::set);
                double seconds = (System.nanoTime() - start) / 1e9;
                rates[at][round] = load.requests() / seconds;
                micros[at][round] = store.processorTime().minus(before).toNanos() / 1e3 / load.requests();
            }
        }
        List<Result> results = new ArrayList<>();
        for (int at = 0; at < stores.size(); at++) {
            results.add(new Result(
                    Arrays.stream(rates[at]).max().orElseThrow(),
                    Arrays.stream(micros[at]).min().orElseThrow(),
                    refusals.get(at).get()));
        }
        return results;
    }

    /// @param refusals is told why a caller failed
    private static void play(Load load, Served store, Consumer<String> refusals) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
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
                    refusals.accept(String.valueOf(failure.getMessage()));
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int at = 0; at < count; at++) {
            bytes[at] = (byte) (at * 31 + (at >>> 8) * 17);
        }
        return bytes;
    }
}
