package dev.rockpool.benchmarks;

import dev.rockpool.identity.AccessKey;
import dev.rockpool.identity.Caller;
import dev.rockpool.streamengine.StreamEngineOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Keeps the app and the endpoints busy, and looks whether memory, threads and open files stay where they are: the last
/// third of the time beside the third before it. The first third is for what fills once (caches, heaps, compiled code).
final class SoakMeasurement implements Measurement {
    private static final int STORE_CALLERS = 2;
    private static final int KEYS = 500;
    private static final int LOOKS = 60;
    private static final Duration SETTLED = Duration.ofSeconds(3);

    /// A shard is read five times a second at the most.
    private static final int READ_EVERY = 25;
    private static final long PAUSE_MILLIS = 20;
    private static final AccessKey KEY =
            new AccessKey(Served.ACCESS_KEY, Served.SECRET, Caller.ANONYMOUS, Optional.empty());

    /// How many more are no leak: a pool's thread, a connection that is just closing.
    private static final double SPARE = 3;

    private record Sample(double live, double resident, double threads, double files) {
        static Sample of(Served served) throws IOException {
            double live = served.liveMegabytes(); // first: what it collects is resident before
            return new Sample(live, served.residentMegabytes(), served.threads(), served.openFiles());
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
            run.tell(Figure.of(name + ": objects in use in the last third", third(2, Sample::live), "MB")
                    .beside("the third before", third(1, Sample::live))
                    .atMost(1.05));
            run.tell(Figure.of(name + ": memory in the last third", third(2, Sample::resident), "MB")
                    .beside("the third before", third(1, Sample::resident))
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
        Callers callers = new Callers();
        try (Served store = Served.rockpool(run.folder());
                Served streams = Served.streams(run.folder(), StreamEngineOptions.Limits.ENFORCED);
                Served app = Served.app(run.folder())) {
            try (StoreConnection connection = new StoreConnection(store.address(), KEY)) {
                connection.put("/soak", new byte[0]);
            }
            try (StoreConnection connection = StreamMeasurement.connect(streams)) {
                StreamMeasurement.ask(
                        connection, "CreateStream", StreamMeasurement.json("{'StreamName':'soak','ShardCount':2}"));
            }
            Thread.sleep(SETTLED);
            for (int caller = 0; caller < STORE_CALLERS; caller++) {
                int number = caller;
                callers.start(() -> callStore(store, number, callers));
            }
            callers.start(() -> callStreams(streams, callers));
            List<Course> courses = Stream.of(store, streams, app)
                    .map(served -> new Course(served, new ArrayList<>()))
                    .toList();
            Duration between = Duration.ofMinutes(run.minutes()).dividedBy(LOOKS);
            for (int look = 0; look < LOOKS; look++) {
                Thread.sleep(between);
                for (Course course : courses) {
                    course.look();
                }
            }
            callers.end();
            run.tell(Figure.of(
                    "requests answered", (double) callers.answered.get(), "in %d minutes".formatted(run.minutes())));
            run.tell(Figure.of("requests that failed", (double) callers.failed.get(), "")
                    .atMost(0));
            courses.forEach(course -> course.tell(run));
        }
    }

    /// Those who ask, until it is over.
    private static final class Callers {
        private final AtomicBoolean over = new AtomicBoolean();
        private final AtomicLong answered = new AtomicLong();
        private final AtomicLong failed = new AtomicLong();
        private final List<Thread> threads = new ArrayList<>();

        /// Over one connection.
        interface Calls {
            void make() throws IOException, InterruptedException;
        }

        /// Makes the calls again and again, each time over a new connection.
        void start(Calls calls) {
            threads.add(Thread.ofPlatform().start(() -> {
                while (!over.get()) {
                    try {
                        calls.make();
                    } catch (IOException refused) {
                        failed.incrementAndGet();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                }
            }));
        }

        boolean areOver() {
            return over.get();
        }

        void answered(int requests) throws InterruptedException {
            answered.addAndGet(requests);
            Thread.sleep(PAUSE_MILLIS);
        }

        void end() throws InterruptedException {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void callStore(Served store, int caller, Callers callers) throws IOException, InterruptedException {
        byte[] body = new byte[4096];
        try (StoreConnection connection = new StoreConnection(store.address(), KEY)) {
            for (int key = 0; key < KEYS && !callers.areOver(); key++) {
                String path = "/soak/" + caller + "/" + key;
                connection.put(path, body);
                connection.get(path, "");
                callers.answered(2);
            }
        }
    }

    /// Puts records and reads them, each from where the reader began.
    private static void callStreams(Served streams, Callers callers) throws IOException, InterruptedException {
        try (StoreConnection connection = StreamMeasurement.connect(streams)) {
            String fromHere = StreamMeasurement.fromShard(connection, "soak", 0, "LATEST");
            for (int key = 0; key < KEYS && !callers.areOver(); key++) {
                String record = StreamMeasurement.record("user-" + key, key);
                StreamMeasurement.ask(
                        connection, "PutRecord", StreamMeasurement.json("{'StreamName':'soak',") + record.substring(1));
                callers.answered(1);
                if (key % READ_EVERY == 0) {
                    StreamMeasurement.ask(connection, "GetRecords", fromHere);
                    callers.answered(1);
                }
            }
        }
    }
}
