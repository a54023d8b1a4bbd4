package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Fills a store with a million small objects, lists 100,000 of them page by page, and tells how much memory its
/// process holds then.
final class StoreFillMeasurement implements Measurement {
    private static final int OBJECTS = 1_000_000;
    private static final int CALLERS = 64;
    private static final int LISTED = 100_000;
    private static final int PAGE = 1_000;
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    @Override
    public String name() {
        return "many";
    }

    @Override
    public String description() {
        return "a store of 1,000,000 objects: filling, LIST, memory, against the bounds";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        try (Served store = Served.rockpool(run.folder())) {
            run.tell(Figure.of(
                    "first answer, without the launcher and its cache", (System.nanoTime() - begun) / 1e9, "s"));
            long start = System.nanoTime();
            int failed = fill(store.address(), OBJECTS);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (failed > 0) {
                throw new IOException(failed + " callers failed");
            }
            run.tell(Figure.of("durable PUT of 100 bytes, 64 at once", OBJECTS / seconds, "/s"));
            double listed = Double.POSITIVE_INFINITY;
            for (int round = 0; round < 3; round++) {
                listed = Math.min(listed, list(store.address()));
            }
            run.tell(Figure.of("LIST of 100,000 keys", listed, "s").atMost(1));
            run.tell(Figure.of("memory with 1,000,000 objects", store.residentMegabytes(), "MB")
                    .atMost(600));
        }
    }

    /// Answers how many callers failed.
    static int fill(URI address, int objects) throws IOException, InterruptedException {
        try (StoreConnection connection = new StoreConnection(address, KEY)) {
            connection.put("/many-objects", new byte[0]);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(CALLERS);
        for (int caller = 0; caller < CALLERS; caller++) {
            Thread.ofPlatform().start(() -> {
                try (StoreConnection connection = new StoreConnection(address, KEY)) {
                    for (int number = next.getAndIncrement(); number < objects; number = next.getAndIncrement()) {
                        connection.put("/many-objects/" + key(number), new byte[100]);
                    }
                } catch (IOException failure) {
                    failed.incrementAndGet();
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return failed.get();
    }

    private static double list(URI address) throws IOException {
        long start = System.nanoTime();
        try (StoreConnection connection = new StoreConnection(address, KEY)) {
            for (int from = 0; from < LISTED; from += PAGE) {
                String after = from == 0 ? "" : key(from - 1);
                connection.get("/many-objects", "list-type=2&max-keys=" + PAGE + "&start-after=" + after);
            }
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static String key(int number) {
        return String.format(Locale.ROOT, "part-%07d", number);
    }
}
