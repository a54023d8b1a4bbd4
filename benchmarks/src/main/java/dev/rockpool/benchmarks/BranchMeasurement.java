package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// How long clients of a platform wait while branches are made of it: callers put 4 KiB objects and read them back
/// without a pause, and the requests that overlap the making of a branch are told beside all others.
final class BranchMeasurement implements Measurement {
    private static final int CALLERS = 4;
    private static final int BRANCHES = 20;
    private static final long WARM_UP_MILLIS = 8_000;
    private static final long BETWEEN_MILLIS = 700;
    private static final int OBJECTS = 100_000;
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    private record Span(long from, long to) {
        double millis() {
            return (to - from) / 1e6;
        }

        boolean overlaps(Span other) {
            return from < other.to && other.from < to;
        }
    }

    @Override
    public String name() {
        return "branches";
    }

    @Override
    public String description() {
        return "what clients notice while branches are made, beside the other requests of the same run";
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        try (Served store = Served.rockpool(run.folder())) {
            StoreFillMeasurement.fill(store.address(), OBJECTS);
            measure(run, store.address());
        }
    }

    private static void measure(BenchRun run, URI address) throws IOException, InterruptedException {
        ConcurrentLinkedQueue<Span> requests = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger failed = new AtomicInteger();
        try (StoreConnection connection = new StoreConnection(address, KEY)) {
            connection.put("/pause", new byte[0]);
        }
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int number = caller;
            callers.add(Thread.ofPlatform().start(() -> call(address, number, requests, over, failed)));
        }
        Thread.sleep(WARM_UP_MILLIS);
        requests.clear();
        List<Span> branches = branches(address, Served.TOKEN);
        over.set(true);
        for (Thread caller : callers) {
            caller.join();
        }
        List<Span> during = new ArrayList<>();
        List<Span> others = new ArrayList<>();
        for (Span request : requests) {
            (branches.stream().anyMatch(request::overlaps) ? during : others).add(request);
        }
        if (failed.get() > 0) {
            throw new IOException(failed.get() + " callers failed");
        }
        run.tell(Figure.of("making a branch, median", percentile(branches, 0.5), "ms"));
        run.tell(Figure.of("requests while a branch is made, 99 %", percentile(during, 0.99), "ms")
                .beside("others", percentile(others, 0.99)));
        run.tell(Figure.of("requests while a branch is made, longest", percentile(during, 1), "ms")
                .beside("others", percentile(others, 1)));
    }

    private static void call(
            URI address, int caller, ConcurrentLinkedQueue<Span> requests, AtomicBoolean over, AtomicInteger failed) {
        byte[] body = new byte[4096];
        try (StoreConnection connection = new StoreConnection(address, KEY)) {
            for (int number = 0; !over.get(); number++) {
                String path = "/pause/" + caller + "/" + number;
                long begun = System.nanoTime();
                connection.put(path, body);
                long put = System.nanoTime();
                connection.get(path, "");
                requests.add(new Span(begun, put));
                requests.add(new Span(put, System.nanoTime()));
            }
        } catch (IOException failure) {
            failed.incrementAndGet();
        }
    }

    private static List<Span> branches(URI address, String token) throws IOException, InterruptedException {
        List<Span> made = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int branch = 0; branch < BRANCHES; branch++) {
                HttpRequest.Builder to = HttpRequest.newBuilder(address.resolve("/_rockpool/branches"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json");
                long begun = System.nanoTime();
                send(
                        client,
                        to.POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"pause\"}"))
                                .build());
                made.add(new Span(begun, System.nanoTime()));
                Thread.sleep(BETWEEN_MILLIS);
                send(
                        client,
                        to.uri(address.resolve("/_rockpool/branches/pause"))
                                .DELETE()
                                .build());
                Thread.sleep(BETWEEN_MILLIS);
            }
        }
        return made;
    }

    private static void send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
    }

    private static double percentile(List<Span> spans, double share) {
        double[] millis = spans.stream().mapToDouble(Span::millis).sorted().toArray();
        return millis[(int) Math.round((millis.length - 1) * share)];
    }
}
