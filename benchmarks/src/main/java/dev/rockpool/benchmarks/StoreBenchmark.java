package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.identity.signature.RequestHead;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// The same signed requests to several stores, in turns: operations a second, and processor time an operation.
///
/// Each argument is a store, `NAME=URL,PID`; all accept the access key `bench` with the secret `benchbench`, or any.
/// Rounds are interleaved, so that a busy machine slows all; what counts is the ratio to the first store named.
final class StoreBenchmark {
    private static final int ROUNDS = 5;
    private static final String BUCKET = "/benchmark";
    private static final AccessKey KEY = new AccessKey("bench", "benchbench", Caller.ANONYMOUS, Optional.empty());

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final List<Store> stores;

    private StoreBenchmark(List<Store> stores) {
        this.stores = stores;
    }

    /// A store in another process.
    private record Store(String name, URI address, ProcessHandle process) {
        static Store parse(String argument) {
            String[] parts = argument.split("[=,]", 3);
            return new Store(
                    parts[0],
                    URI.create(parts[1]),
                    ProcessHandle.of(Long.parseLong(parts[2])).orElseThrow());
        }

        Duration cpu() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }
    }

    /// One request of a load, the `number`th.
    @FunctionalInterface
    private interface Request {
        void send(StoreConnection connection, int number) throws IOException;
    }

    /// What is asked how often by how many at once.
    private record Load(String name, int callers, int requests, Request request) {}

    /// Measures the stores named.
    public static void main(String[] arguments) throws Exception {
        new StoreBenchmark(Arrays.stream(arguments).map(Store::parse).toList()).run();
    }

    private void run() throws IOException, InterruptedException {
        byte[] small = bytes(4 << 10);
        byte[] medium = bytes(1 << 20);
        byte[] large = bytes(64 << 20);
        for (Store store : stores) {
            try (StoreConnection connection = new StoreConnection(store.address(), KEY)) {
                connection.put(BUCKET, new byte[0]);
                connection.put(BUCKET + "/small", small);
                connection.put(BUCKET + "/medium", medium);
                connection.put(BUCKET + "/large", large);
            }
        }
        List<Load> loads = List.of(
                new Load("warm-up", 8, 4_000, (c, n) -> {
                    c.put(BUCKET + "/w" + n % 500, small);
                    c.get(BUCKET + "/small", "");
                }),
                new Load("PUT 4 KiB, 8 at once", 8, 2_000, (c, n) -> c.put(BUCKET + "/p" + n, small)),
                new Load("PUT 4 KiB, 64 at once", 64, 6_000, (c, n) -> c.put(BUCKET + "/q" + n, small)),
                new Load("GET 4 KiB, 8 at once", 8, 6_000, (c, n) -> c.get(BUCKET + "/small", "")),
                new Load("PUT 1 MiB, 8 at once", 8, 80, (c, n) -> c.put(BUCKET + "/m" + n, medium)),
                new Load(
                        "PUT 1 MiB SSE-KMS, 8 at once",
                        8,
                        80,
                        (c, n) -> c.put(
                                BUCKET + "/k" + n,
                                medium,
                                new RequestHead.Header("x-amz-server-side-encryption", "aws:kms"))),
                new Load("GET 1 MiB, 8 at once", 8, 200, (c, n) -> c.get(BUCKET + "/medium", "")),
                new Load("GET 64 MiB, 2 at once", 2, 6, (c, n) -> c.get(BUCKET + "/large", "")));
        for (Load load : loads) {
            measure(load);
        }
    }

    private void measure(Load load) throws InterruptedException {
        double[][] rates = new double[stores.size()][ROUNDS];
        double[][] micros = new double[stores.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int at = 0; at < stores.size(); at++) {
                Store store = stores.get(at);
                Duration before = store.cpu();
                long start = System.nanoTime();
                int failed = play(load, store);
                double seconds = (System.nanoTime() - start) / 1e9;
                rates[at][round] = failed > 0 ? 0 : load.requests() / seconds;
                micros[at][round] = store.cpu().minus(before).toNanos() / 1e3 / load.requests();
            }
        }
        out.println(load.name());
        double first = best(rates[0]);
        for (int at = 0; at < stores.size(); at++) {
            double rate = best(rates[at]);
            out.println(
                    rate == 0
                            ? String.format(
                                    Locale.ROOT,
                                    "  %-10s refused",
                                    stores.get(at).name())
                            : String.format(
                                    Locale.ROOT,
                                    "  %-10s %9.0f /s  (%.2f)  %9.0f us of processor",
                                    stores.get(at).name(),
                                    rate,
                                    rate / first,
                                    Arrays.stream(micros[at]).min().orElseThrow()));
        }
    }

    private static double best(double[] rates) {
        return Arrays.stream(rates).max().orElseThrow();
    }

    /// Answers how many callers failed.
    private static int play(Load load, Store store) throws InterruptedException {
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
