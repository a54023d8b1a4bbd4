package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/// Keeps the app and the endpoints busy, and looks whether memory, threads and open files stay where they are: the last
/// third of the time beside the third before it. The first third is for what fills once (caches, heaps, compiled code).
final class SoakMeasurement implements Measurement {
    private static final int CALLERS = 2;
    private static final int KEYS = 500;
    private static final long PAUSE_MILLIS = 20;
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    /// How many more are no leak: a pool's thread, a connection that is just closing.
    private static final double SPARE = 3;

    private record Sample(double megabytes, double threads, double files) {
        static Sample of(Served served) throws IOException {
            return new Sample(served.residentMegabytes(), served.threads(), served.openFiles());
        }
    }

    /// What was seen of one process.
    private record Course(Served served, List<Sample> samples) {
        void look() throws IOException {
            samples.add(Sample.of(served));
        }

        /// The median of a third, 0 to 2.
        double third(int number, ToDoubleFunction<Sample> of) {
            int size = samples.size();
            double[] sorted = samples.subList(size * number / 3, size * (number + 1) / 3).stream()
                    .mapToDouble(of)
                    .sorted()
                    .toArray();
            return sorted[sorted.length / 2];
        }

        void tell(BenchRun run) {
            String name = served.name();
            run.tell(Figure.of(name + ": memory in the last third", third(2, Sample::megabytes), "MB")
                    .beside("the third before", third(1, Sample::megabytes))
                    .atMost(1.05));
            run.tell(Figure.of(
                            name + ": threads more than in the third before",
                            third(2, Sample::threads) - third(1, Sample::threads),
                            "")
                    .atMost(SPARE));
            run.tell(Figure.of(
                            name + ": open files more than in the third before",
                            third(2, Sample::files) - third(1, Sample::files),
                            "")
                    .atMost(SPARE));
        }
    }

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public String description() {
        return "an hour of app and endpoints without a rest (--minutes for less): memory, threads and files stay flat";
    }

    @Override
    public boolean isOnlyByName() {
        return true;
    }

    @Override
    public void measure(BenchRun run) throws IOException, InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong requests = new AtomicLong();
        AtomicLong failed = new AtomicLong();
        try (Served endpoints = Served.rockpool(run.folder());
                Served app = Served.app(run.folder())) {
            try (StoreConnection connection = new StoreConnection(endpoints.address(), KEY)) {
                connection.put("/soak", new byte[0]);
            }
            List<Thread> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                callers.add(Thread.ofPlatform().start(() -> call(endpoints.address(), number, over, requests, failed)));
            }
            List<Course> courses =
                    List.of(new Course(endpoints, new ArrayList<>()), new Course(app, new ArrayList<>()));
            int looks = 60;
            Duration between = Duration.ofMinutes(run.minutes()).dividedBy(looks);
            for (int look = 0; look < looks; look++) {
                Thread.sleep(between);
                for (Course course : courses) {
                    course.look();
                }
            }
            over.set(true);
            for (Thread caller : callers) {
                caller.join();
            }
            run.tell(Figure.of("requests answered", (double) requests.get(), "in %d minutes".formatted(run.minutes())));
            run.tell(
                    Figure.of("requests that failed", (double) failed.get(), "").atMost(0));
            courses.forEach(course -> course.tell(run));
        }
    }

    private static void call(URI address, int caller, AtomicBoolean over, AtomicLong requests, AtomicLong failed) {
        byte[] body = new byte[4096];
        while (!over.get()) { // a new connection after so many
            try (StoreConnection connection = new StoreConnection(address, KEY)) {
                for (int key = 0; key < KEYS && !over.get(); key++) {
                    String path = "/soak/" + caller + "/" + key;
                    connection.put(path, body);
                    connection.get(path, "");
                    requests.addAndGet(2);
                    Thread.sleep(PAUSE_MILLIS);
                }
            } catch (IOException refused) {
                failed.incrementAndGet();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
