package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// Fills a store with many small objects, lists 100,000 of them page by page, and tells how much memory the process
/// holds then (Linux: `VmRSS`).
final class StoreFill {
    private static final int CALLERS = 64;
    private static final int LISTED = 100_000;
    private static final int PAGE = 1_000;
    private static final AccessKey KEY = new AccessKey("bench", "benchbench", Caller.ANONYMOUS, Optional.empty());

    private StoreFill() {}

    /// Fills, lists, tells.
    ///
    /// @param arguments the store's address, its process id, how many objects
    public static void main(String[] arguments) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        URI address = URI.create(arguments[0]);
        int objects = Integer.parseInt(arguments[2]);
        try (StoreConnection connection = new StoreConnection(address, KEY)) {
            connection.put("/many-objects", new byte[0]);
        }
        long start = System.nanoTime();
        int failed = fill(address, objects);
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(Locale.ROOT, "filled %,d, %d callers failed: %,.0f /s%n", objects, failed, objects / seconds);
        for (int round = 0; round < 3; round++) {
            out.printf(Locale.ROOT, "listed %,d keys in %.2f s%n", LISTED, list(address));
        }
        List<String> status = Files.readAllLines(Path.of("/proc", arguments[1], "status"));
        status.stream()
                .filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .forEach(out::println);
    }

    private static int fill(URI address, int objects) throws InterruptedException {
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
